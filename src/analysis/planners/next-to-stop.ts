import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { player } from '../../engine/player.ts'
import { severityOn } from '../../engine/forces.ts'
import type { Timeline, TimelineBlock } from '../../engine/timeline.ts'
import { BACK_TO_FULL } from '../played.ts'
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
  /** Days from today until the level first falls below full; -1 = not within the horizon. */
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
  /** Last day (of the run's calendar) on which clearing still avoids that stop; checked by running it and the day after. */
  readonly latest: number
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
  const daysTo = (clearings: ReadonlyMap<number, number>) =>
    firstDays(index, played, withClearings(frozen, clearings), question)
  const without = daysTo(new Map())
  const rows = [...without.falls.keys()]
    .map((row) => ({ row, fallsIn: without.falls[row]!, stopsIn: without.stops[row]! }))
    .filter(({ fallsIn, stopsIn }) => fallsIn >= 0 || stopsIn >= 0)
    .toSorted((a, b) => order(a.stopsIn, b.stopsIn) || order(a.fallsIn, b.fallsIn) || a.row - b.row)
  const open = [...frozen.blocks.keys()].filter((block) => severityOn(frozen.blocks[block]!, question.today) > 0)
  const latest = open.map((block, done) => {
    progress(done, open.length)
    return latestDay(block, without.stops, question, (day) => daysTo(new Map([[block, day]])).stops)
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

function firstDays(
  index: IndexedChain,
  played: ReturnType<typeof player>,
  timeline: Timeline,
  { today, threshold }: NextQuestion,
) {
  const falls = new Int32Array(index.enterpriseCount).fill(-1)
  const stops = new Int32Array(index.enterpriseCount).fill(-1)
  const runsToday = new Uint8Array(index.enterpriseCount)
  const level = played.model.work.level
  played.play(timeline, (day) => {
    if (day < today) return
    for (let row = 0; row < index.enterpriseCount; row++) {
      if (day === today) runsToday[row] = level[row]! >= threshold ? 1 : 0
      if (!runsToday[row]) continue
      if (falls[row]! < 0 && level[row]! < BACK_TO_FULL && day > today) falls[row] = day - today
      if (stops[row]! < 0 && level[row]! < threshold) stops[row] = day - today
    }
  })
  return { falls, stops }
}

/** Bisection: clearing earlier avoids at least as much; the day found and the day after are both run. */
function latestDay(
  block: number,
  without: Int32Array,
  { today, horizon }: NextQuestion,
  stopsWhenCleared: (day: number) => Int32Array,
): LatestDay {
  const now = stopsWhenCleared(today)
  let row = -1
  for (let candidate = 0; candidate < without.length; candidate++) {
    const avoided = without[candidate]! >= 0 && now[candidate]! < 0
    if (avoided && (row < 0 || without[candidate]! < without[row]!)) row = candidate
  }
  if (row < 0) return { block, row, stopsIn: -1, latest: -1 }
  let good = today
  let bad = today + horizon + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (stopsWhenCleared(middle)[row]! < 0) good = middle
    else bad = middle
  }
  return { block, row, stopsIn: without[row]!, latest: good }
}
