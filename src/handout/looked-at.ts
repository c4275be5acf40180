import { observedLevels, type Levels } from '../analysis/comparison/compare-runs.ts'
import { onCalendarOf } from '../analysis/comparison/effects.ts'
import type { Lens } from '../analysis/picture/card-figure.ts'
import { scenarioWith } from '../analysis/scenes/answer-scenes.ts'
import { waveOf } from '../analysis/wave.ts'
import { simulate } from '../engine/daily-model.ts'
import type { RunResult } from '../engine/run-result.ts'
import { timelineOf } from '../engine/scenario-timeline.ts'
import type { Scenario } from '../model/chain.ts'
import { textIn } from '../model/local-text.ts'
import { OBSERVED_DAYS, type ComparedPair, type Looked } from '../model/scenes.ts'
import type { Against, HandoutState } from './handout-state.ts'
import { TEXTS } from './texts.ts'

/** The run with what it is looked at through: the wave of clearings that nobody made yet, and the future that the day is held against. */
export function lookedAt(state: HandoutState, { clear, compare }: Looked): HandoutState {
  const { scenario, played, wave } = state
  return {
    ...state,
    wave: clear ? waveOf(runOf(state, scenarioWith(scenario, clear)), played.run) : wave,
    against: compare ? againstOf(state, compare) : null,
  }
}

/** Null where the chain has no such scenario. */
function againstOf(state: HandoutState, { a, b }: ComparedPair): Against | null {
  const { chain, index, scenario, language } = state
  const nameOf = ({ id, name }: Scenario): string => textIn(name, language) || id
  const observed = (): Levels => observedLevels(chain, index, scenario)
  if (b === OBSERVED_DAYS) return { name: nameOf(scenario), levels: observed(), side: 'b' }
  if (a === OBSERVED_DAYS) return { name: TEXTS[language].print.observedDays, levels: observed(), side: 'a' }
  const other = chain.scenarios?.find(({ id }) => id === a)
  return other ? { name: nameOf(other), levels: runOf(state, onCalendarOf(scenario, other)), side: 'a' } : null
}

const runOf = ({ chain, index }: HandoutState, scenario: Scenario): RunResult =>
  simulate(index, timelineOf(chain, index, scenario), { record: 'levels' })

/** What the cards show: clearings that are looked at their wave, a comparison the difference, whatever the lens; of what is gone the states. */
export function lensOfLooked({ against }: HandoutState, { clear, compare }: Looked, lens: Lens = 'state'): Lens {
  if (clear) return 'wave'
  if (compare) return against ? 'difference' : 'state'
  return lens
}
