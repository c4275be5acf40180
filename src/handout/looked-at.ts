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
import { OBSERVED_DAYS, type Looked } from '../model/scenes.ts'
import type { Against, HandoutState } from './handout-state.ts'
import { TEXTS } from './texts.ts'

/** The run with what it is looked at through: the wave of clearings that nobody made yet, and the future that the day is held against. */
export function lookedAt(state: HandoutState, { clear, compare }: Looked): HandoutState {
  const { scenario, played, wave } = state
  return {
    ...state,
    wave: clear ? waveOf(runOf(state, scenarioWith(scenario, clear)), played.run) : wave,
    against: compare ? againstOf(state, compare.a) : null,
  }
}

/** Null where the chain has no such scenario. */
function againstOf(state: HandoutState, id: string): Against | null {
  const { chain, index, scenario, language } = state
  const named = (name: string, levels: Levels): Against => ({ name, levels })
  if (id === OBSERVED_DAYS) return named(TEXTS[language].print.observedDays, observedLevels(chain, index, scenario))
  const other = chain.scenarios?.find((each) => each.id === id)
  return other ? named(textIn(other.name, language) || id, runOf(state, onCalendarOf(scenario, other))) : null
}

const runOf = ({ chain, index }: HandoutState, scenario: Scenario): RunResult =>
  simulate(index, timelineOf(chain, index, scenario), { record: 'levels' })

/** What the cards show: clearings that are looked at their wave, a comparison the difference, whatever the lens; of what is gone the states. */
export function lensOfLooked({ against }: HandoutState, { clear, compare }: Looked, lens: Lens = 'state'): Lens {
  if (clear) return 'wave'
  if (compare) return against ? 'difference' : 'state'
  return lens
}
