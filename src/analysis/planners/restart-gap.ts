import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Timeline } from '../../engine/timeline.ts'
import { explain } from '../explain.ts'
import { perDayOf } from '../run-estimate.ts'
import { BACK_TO_FULL, type Played } from '../played.ts'
import { simulate } from '../../engine/daily-model.ts'
import { deliverySearch, HELD_DAYS, type DeliverySearch, type EmergencyDelivery } from './delivery-search.ts'
import type { Progress } from './what-if.ts'

/** Days that are played after the last block is gone before a chain counts as stuck. */
export const PATIENCE = 240
/** Milliseconds, by the estimate, and runs after which no further group is searched for a delivery. */
const LONGEST_SEARCH = 600_000
const MOST_RUNS = 20_000

export interface WaitingLoop {
  readonly members: readonly number[]
  /** Per member: the group it waits for, and what it lacks a day for full output, value per day. */
  readonly missing: readonly { readonly row: number; readonly group: number; readonly perDay: number }[]
}

export interface RestartGap {
  /** Day on which the last block is gone; the search starts there. */
  readonly lastBlockGone: number
  /** Enterprises that are not back at full output long after. */
  readonly stuck: readonly number[]
  readonly loops: readonly WaitingLoop[]
  /** Best delivery for each group that a loop waits for, cheapest first; each restarts everything alone, checked by running it. */
  readonly deliveries: readonly EmergencyDelivery[]
  /** Where no single delivery does: one for each loop, which restart everything together, checked by running them; empty = none found. */
  readonly together: readonly EmergencyDelivery[]
  /** Groups that were not searched because the runs were spent. */
  readonly untried: number
  readonly runs: number
}

/**
 * What keeps a chain down after every block is gone, and the smallest emergency delivery that restarts it. Blocks without an end
 * count as cleared on day 0 where the run starts settled under them, else after the last day: they must have had time to bind.
 */
export function restartGap(index: IndexedChain, timeline: Timeline, progress: Progress): RestartGap {
  const gone = allGone(timeline)
  const lastBlockGone = gone.blocks.reduce((last, block) => Math.max(last, block.until + block.rampDays), 0)
  const long = { ...gone, days: lastBlockGone + PATIENCE }
  const played: Played = { index, timeline: long, run: simulate(index, long, { record: 'full' }), causes: [] }
  const stuck = stuckRows(played)
  const nothing = { loops: [], deliveries: [], together: [], untried: 0 }
  if (stuck.length === 0) return { lastBlockGone, stuck, ...nothing, runs: 1 }
  const loops = loopsOf(played, stuck)
  const search = deliverySearch(index, long, stuck)
  const groups = groupsOf(loops)
  const mostRuns = mostRunsOf(index)
  let untried = 0
  const deliveries = groups.flatMap((group, done) => {
    if (search.runs() >= mostRuns) {
      untried++
      return []
    }
    const onDay: Progress = (day, days) => progress(done * days + day, groups.length * days)
    return search.smallest(group, lastBlockGone, onDay) ?? []
  })
  const several = deliveries.length === 0 && untried === 0 ? oneForEach(played, loops, stuck, lastBlockGone) : null
  return {
    lastBlockGone,
    stuck,
    loops,
    deliveries: deliveries.toSorted(byAmount),
    together: several?.deliveries ?? [],
    untried,
    runs: 1 + search.runs() + (several?.runs ?? 0),
  }
}

const mostRunsOf = ({ enterpriseCount, linkCount }: IndexedChain): number =>
  Math.min(MOST_RUNS, LONGEST_SEARCH / (perDayOf(enterpriseCount + linkCount) * PATIENCE))

const byAmount = (a: EmergencyDelivery, b: EmergencyDelivery): number =>
  a.amount - b.amount || a.day - b.day || a.group - b.group

const groupsOf = (loops: readonly WaitingLoop[]): number[] => [
  ...new Set(loops.flatMap((loop) => loop.missing.map(({ group }) => group))),
]

/**
 * Loop by loop the smallest delivery that restarts its members, on top of those chosen before; a loop that still waits for another is
 * tried again after it.
 */
function oneForEach(
  { index, timeline }: Played,
  loops: readonly WaitingLoop[],
  stuck: readonly number[],
  from: number,
): { deliveries: readonly EmergencyDelivery[]; runs: number } {
  const chosen: EmergencyDelivery[] = []
  let runs = 0
  let waiting = [...loops]
  for (let isFound = true; isFound && waiting.length > 0 && runs < mostRunsOf(index);) {
    isFound = false
    const still: WaitingLoop[] = []
    for (const loop of waiting) {
      const search = deliverySearch(index, withDeliveries(timeline, chosen), loop.members)
      const isBack = search.areBack()
      const found = isBack ? null : cheapest(loop, from, search)
      runs += search.runs()
      if (found) chosen.push(found)
      else if (!isBack) still.push(loop)
      isFound ||= found !== null
    }
    waiting = still
  }
  const whole = deliverySearch(index, withDeliveries(timeline, chosen), stuck)
  return { deliveries: chosen.length > 0 && whole.areBack() ? chosen : [], runs: runs + whole.runs() }
}

const withDeliveries = (timeline: Timeline, more: readonly EmergencyDelivery[]): Timeline => ({
  ...timeline,
  deliveries: [...timeline.deliveries, ...more.map(({ group, day, amount }) => ({ group, day, amount }))],
})

const cheapest = (loop: WaitingLoop, from: number, search: DeliverySearch): EmergencyDelivery | null =>
  groupsOf([loop])
    .flatMap((group) => search.smallest(group, from) ?? [])
    .toSorted(byAmount)[0] ?? null

/** The same blocks, each with an end: as planned, else on day 0 after a settled start under them, else after the last day. */
function allGone(timeline: Timeline): Timeline {
  const blocks = timeline.blocks.map((block) => {
    if (block.until !== Infinity) return block
    return { ...block, until: timeline.settled && block.since < 0 ? 0 : timeline.days }
  })
  return { ...timeline, blocks }
}

function stuckRows({ run }: Played): number[] {
  const rows: number[] = []
  for (let row = 0; row < run.enterpriseCount; row++) {
    for (let day = run.days - HELD_DAYS; day < run.days; day++) {
      if (run.level[day * run.enterpriseCount + row]! >= BACK_TO_FULL) continue
      rows.push(row)
      break
    }
  }
  return rows
}

function loopsOf(played: Played, stuck: readonly number[]): WaitingLoop[] {
  const { index } = played
  const loops = new Map<string, WaitingLoop>()
  for (const row of stuck) {
    for (let day = played.run.days - HELD_DAYS; day < played.run.days; day++) {
      for (const root of explain(played, row, day).roots) {
        if (root.kind !== 'loop') continue
        const members = root.members.toSorted((a, b) => a - b)
        const key = members.join(' ')
        if (!loops.has(key)) loops.set(key, { members, missing: missingOf(index, members) })
      }
    }
  }
  return [...loops.values()].map((loop) => ({ ...loop, missing: withLevels(played, loop) }))
}

/** Groups through which the members supply one another. */
function missingOf(index: IndexedChain, members: readonly number[]): WaitingLoop['missing'] {
  return members.flatMap((row) => {
    const missing: { row: number; group: number; perDay: number }[] = []
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      let fromMember = false
      for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
        if (members.includes(index.linkFrom[link]!)) fromMember = true
      }
      if (fromMember) missing.push({ row, group, perDay: 0 })
    }
    return missing
  })
}

function withLevels({ index, run }: Played, { missing }: WaitingLoop): WaitingLoop['missing'] {
  return missing.map(({ row, group }) => {
    let level = 0
    for (let day = run.days - HELD_DAYS; day < run.days; day++) level += run.level[day * run.enterpriseCount + row]!
    return { row, group, perDay: index.need[group]! * Math.max(0, 1 - level / HELD_DAYS) }
  })
}
