import type { Levels } from '../analysis/comparison/compare-runs.ts'
import { dayViewOf, type DayView } from '../analysis/day-view.ts'
import { figuresOf, leadingRows, type Figures } from '../analysis/figures.ts'
import { hopsOf } from '../analysis/hops.ts'
import { tierLayout, type TierLayout } from '../analysis/layout/tier-layout.ts'
import type { Lens } from '../analysis/picture/card-figure.ts'
import { causesOf, type Played } from '../analysis/played.ts'
import { waveOf, type Wave } from '../analysis/wave.ts'
import { simulate } from '../engine/daily-model.ts'
import { indexChain } from '../engine/index-chain.ts'
import type { AssumedMarks, IndexedChain } from '../engine/indexed-chain.ts'
import { timelineOf } from '../engine/scenario-timeline.ts'
import type { Chain, Scenario } from '../model/chain.ts'
import { dayNumber, isoDate } from '../model/dates.ts'
import type { Language } from '../model/local-text.ts'
import type { Looked } from '../model/scenes.ts'
import { DEFAULTS } from '../model/settings.ts'
import { drawnMap, type DrawnMap, type SetOut } from './drawn-map.ts'

/** What of a chain is handed out, and in which language. */
export interface HandoutRequest {
  readonly chain: Chain
  readonly scenarioId: string
  /** Day of the scenario, 0 = first. */
  readonly day: number
  readonly language: Language
  /** Level from which an enterprise counts as operating, 0..1. */
  readonly threshold?: number
  /** What the cards of the map show; default the state. */
  readonly lens?: Lens
  /** What is looked at on the map; absent = all of it. Never in a report, whose figures are those of the whole chain. */
  readonly look?: Looked
  /** Folds and dragged cards of the map; absent = as it is laid out. Never in a report. */
  readonly setOut?: SetOut
}

/** Another future on the calendar of the scenario. */
export interface Against {
  /** Of what the difference is to, in the language of the hand-out. */
  readonly name: string
  /** Of the other future; NaN where nothing was observed. */
  readonly levels: Levels
  /** Whether the other one is A, which is taken off, or B, which is shown. */
  readonly side: 'a' | 'b'
}

/** A scenario played, and its shown day: what every picture, page and slide is made of. */
export interface HandoutState {
  readonly chain: Chain
  readonly scenario: Scenario
  readonly day: number
  readonly language: Language
  readonly threshold: number
  readonly index: IndexedChain
  readonly assumed: AssumedMarks
  /** Of the whole chain, nothing folded or dragged. */
  readonly layout: TierLayout
  readonly drawn: DrawnMap
  readonly played: Played
  readonly nothingCleared: Played
  /** Null when nothing is cleared. */
  readonly wave: Wave | null
  /** What the difference is to; null = to nothing cleared. */
  readonly against: Against | null
  readonly view: DayView
  readonly figures: Figures
  /** The same day with nothing cleared. */
  readonly uncleared: Figures
  readonly goal: readonly number[]
}

/**
 * Plays the scenario. A chain with errors must not come here.
 * @throws Error when the chain has no such scenario, or the scenario no such day
 */
export function handoutState(request: HandoutRequest): HandoutState {
  const { chain, scenarioId, day, language, threshold = DEFAULTS.operatingThreshold, setOut = {} } = request
  const scenario = chain.scenarios?.find(({ id }) => id === scenarioId)
  if (!scenario) throw new Error(`expected a scenario of the chain, got "${scenarioId}"`)
  if (!(day >= 0 && day < scenario.days)) throw new Error(`expected a day 0..${scenario.days - 1}, got ${day}`)
  const { index, assumed } = indexChain(chain)
  const played = play(chain, index, scenario)
  const isCleared = (scenario.clear ?? []).length > 0
  const nothingCleared = isCleared ? play(chain, index, { ...scenario, clear: [] }) : played
  const layout = tierLayout(chain, index)
  return {
    chain,
    scenario,
    day,
    language,
    threshold,
    index,
    assumed,
    layout,
    drawn: drawnMap({ chain, index, layout }, setOut),
    played,
    nothingCleared,
    wave: isCleared ? waveOf(played.run, nothingCleared.run) : null,
    against: null,
    view: dayViewOf(played, hopsOf(played), day),
    figures: figuresOf(played, day, threshold),
    uncleared: figuresOf(nothingCleared, day, threshold),
    goal: leadingRows(index),
  }
}

function play(chain: Chain, index: IndexedChain, scenario: Scenario): Played {
  const timeline = timelineOf(chain, index, scenario)
  return { index, timeline, run: simulate(index, timeline, { record: 'full' }), causes: causesOf(chain, timeline) }
}

/** The same run on another day. */
export function onDay(state: HandoutState, day: number): HandoutState {
  const { played, nothingCleared, threshold } = state
  return {
    ...state,
    day,
    view: dayViewOf(played, hopsOf(played), day),
    figures: figuresOf(played, day, threshold),
    uncleared: figuresOf(nothingCleared, day, threshold),
  }
}

/** Date of a day of the scenario. */
export const dateAt = ({ scenario }: Pick<HandoutState, 'scenario'>, day: number): string =>
  isoDate(dayNumber(scenario.start) + day)
