import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { player } from '../../engine/player.ts'
import { severityOn } from '../../engine/forces.ts'
import type { Timeline, TimelineBlock } from '../../engine/timeline.ts'
import { BACK_TO_FULL, SAME_LEVEL } from '../played.ts'
import { withClearings, type Progress } from './what-if.ts'

export interface NextQuestion {
  /** Day that counts as today. */
  readonly today: number
  /** Days looked ahead from today. */
  readonly horizon: number
  /** Level below which an enterprise counts as stopped, 0..1. */
  readonly threshold: number
}

export interface NextToStop {
  readonly row: number
  /** Days from today until the level first falls below full; 0 = it is below today, -1 = not within the horizon. */
  readonly fallsIn: number
  /** Days from today until the level first falls below the threshold; -1 = not within the horizon. */
  readonly stopsIn: number
}

export interface LatestDay {
  /** Position in `timeline.blocks`. */
  readonly block: number
  /** The first enterprise whose stop clearing this block today avoids; -1 = none. */
  readonly row: number
  /** Days from today until that enterprise would stop. */
  readonly stopsIn: number
  /** Day of the run's calendar: clearing on it avoids that stop, clearing the day after does not. Run, unless the day after is past the stop. */
  readonly latest: number
  /** Every day from today to the latest was run, not only those that the search came across. */
  readonly everyDayRun: boolean
}

export interface NextResult {
  /** Running enterprises that stop or fall, in order of stopping. */
  readonly rows: readonly NextToStop[]
  readonly latest: readonly LatestDay[]
}

/** What stops next under the blocks of today, and by when each block must be cleared to avoid it. */
export function nextToStop(
  index: IndexedChain,
  timeline: Timeline,
  question: NextQuestion,
  progress: Progress,
): NextResult {
  const frozen = asOfToday(timeline, question)
  const played = player(index, timeline)
  const runsToday = runningToday(index, played, frozen, question)
  const daysTo = (clearings: ReadonlyMap<number, number>) =>
    firstDays(runsToday, played, withClearings(frozen, clearings), question)
  const without = daysTo(new Map())
  const rows = [...without.falls.keys()]
    .map((row) => ({ row, fallsIn: without.falls[row]!, stopsIn: without.stops[row]! }))
    .filter(({ fallsIn, stopsIn }) => fallsIn > 0 || stopsIn >= 0)
    .toSorted((a, b) => order(a.stopsIn, b.stopsIn) || order(a.fallsIn, b.fallsIn) || a.row - b.row)
  const open = [...frozen.blocks.keys()].filter((block) => severityOn(frozen.blocks[block]!, question.today) > 0)
  let spare = MOST_RUNS
  const maySpend = (): boolean => spare-- > 0
  const latest = open.map((block, done) => {
    progress(done, open.length)
    return latestDay(block, without.stops, { ...question, maySpend }, (day) => daysTo(new Map([[block, day]])).stops)
  })
  return { rows, latest }
}

const order = (a: number, b: number): number => (a < 0 ? 1e9 : a) - (b < 0 ? 1e9 : b)

/** Blocks in force today stay; those that come later are left out: nobody knows them yet. */
function asOfToday(timeline: Timeline, { today, horizon }: NextQuestion): Timeline {
  const blocks = timeline.blocks.map((block): TimelineBlock => {
    if (block.since > today) return { ...block, severity: 0 }
    return today < block.until ? { ...block, until: Infinity } : block
  })
  return { ...timeline, blocks, days: today + horizon + 1 }
}

/** [enterprises] 1 = at or above the threshold today as things stand: whom a clearing may save. */
function runningToday(
  index: IndexedChain,
  played: ReturnType<typeof player>,
  timeline: Timeline,
  { today, threshold }: NextQuestion,
): Uint8Array {
  const runs = new Uint8Array(index.enterpriseCount)
  played.play(timeline, (day) => {
    if (day < today) return true
    for (let row = 0; row < runs.length; row++)
      runs[row] = played.model.work.level[row]! >= threshold - SAME_LEVEL ? 1 : 0
    return false
  })
  return runs
}

function firstDays(
  runsToday: Uint8Array,
  played: ReturnType<typeof player>,
  timeline: Timeline,
  { today, threshold }: NextQuestion,
) {
  const falls = new Int32Array(runsToday.length).fill(-1)
  const stops = new Int32Array(runsToday.length).fill(-1)
  const level = played.model.work.level
  played.play(timeline, (day) => {
    if (day < today) return
    for (let row = 0; row < runsToday.length; row++) {
      if (!runsToday[row]) continue
      if (falls[row]! < 0 && level[row]! < BACK_TO_FULL) falls[row] = day - today
      if (stops[row]! < 0 && level[row]! < threshold - SAME_LEVEL) stops[row] = day - today
    }
  })
  return { falls, stops }
}

/** Runs that may be spent, over all blocks, on days that the bisection passed over. */
const MOST_RUNS = 3000

interface LatestQuestion extends NextQuestion {
  readonly maySpend: () => boolean
}

/**
 * Bisection, then every day before the one found as long as runs are left: where supply is shared an earlier clearing can be the worse
 * one, and then the last day before that counts.
 */
function latestDay(
  block: number,
  without: Int32Array,
  { today, horizon, maySpend }: LatestQuestion,
  stopsWhenCleared: (day: number) => Int32Array,
): LatestDay {
  const row = firstAvoided(without, stopsWhenCleared(today))
  if (row < 0) return { block, row, stopsIn: -1, latest: -1, everyDayRun: true }
  const known = new Map([[today, true]])
  const avoids = (day: number): boolean => {
    let answer = known.get(day)
    if (answer === undefined) known.set(day, (answer = stopsWhenCleared(day)[row]! < 0))
    return answer
  }
  let good = today
  let bad = today + Math.min(horizon, without[row]!) + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (avoids(middle)) good = middle
    else bad = middle
  }
  let day = today
  while (day < good && (known.has(day + 1) || maySpend()) && avoids(day + 1)) day++
  const isHole = day < good && known.get(day + 1) === false
  return {
    block,
    row,
    stopsIn: without[row]!,
    latest: isHole ? day : good,
    everyDayRun: isHole || day === good,
  }
}

/** Row of the first enterprise to stop that does not when the block is cleared today; -1 = none. */
function firstAvoided(without: Int32Array, now: Int32Array): number {
  let row = -1
  for (let candidate = 0; candidate < without.length; candidate++) {
    const avoided = without[candidate]! >= 0 && now[candidate]! < 0
    if (avoided && (row < 0 || without[candidate]! < without[row]!)) row = candidate
  }
  return row
}
