import { baselineState, copyState, dailyModel, type DailyModel, type DailyState } from './daily-state.ts'
import { playDay } from './daily-steps.ts'
import { calmForces, setForces, type Forces } from './forces.ts'
import type { IndexedChain } from './indexed-chain.ts'
import { LINK_FLAG, WHY, type Eve, type RunResult } from './run-result.ts'
import type { Timeline } from './timeline.ts'

/** Levels that differ by less count as settled. */
const SETTLED = 1e-12
const SETTLED_DAYS = 30
const LONGEST_SETTLING = 730
/** Relative slack below which a delivery or an order counts as less than what was due. */
const LESS = 1e-9

export interface SimulateOptions {
  /** 'levels' leaves linkFlags, sent and stockDays empty. */
  readonly record: 'full' | 'levels'
  /** Called after each day of the run proper. */
  readonly onDay?: (day: number, days: number) => void
  /** A state of the same chain from `startOf`, to start many runs alike; it is copied, not changed. */
  readonly from?: StartState
}

export interface StartState {
  readonly state: DailyState
  readonly settlingDays: number
  readonly eve: Eve
}

/** Plays a timeline day by day. Same input, same bits. */
export function simulate(index: IndexedChain, timeline: Timeline, options: SimulateOptions): RunResult {
  const model = dailyModel(index)
  const forces = calmForces(index)
  const start = options.from ?? settle(model, timeline, forces)
  const state = copyState(start.state)
  const result = emptyResult(index, timeline.days, options.record, start)
  for (let day = 0; day < timeline.days; day++) {
    for (const delivery of timeline.deliveries) {
      if (delivery.day === day) state.stock[delivery.group]! += delivery.amount
    }
    setForces(forces, index, timeline, day)
    playDay(model, state, forces)
    record(result, model, state, forces, day)
    options.onDay?.(day, timeline.days)
  }
  result.stockLast.set(state.stock)
  return result
}

/** The state on the morning of day 0: the baseline, or where the blocks in force the day before have left the chain. */
export function startOf(index: IndexedChain, timeline: Timeline): StartState {
  return settle(dailyModel(index), timeline, calmForces(index))
}

function settle(model: DailyModel, timeline: Timeline, forces: Forces): StartState {
  const state = baselineState(model)
  const eve = calmEve(model.index)
  if (!timeline.settled) return { state, settlingDays: 0, eve }
  setForces(forces, model.index, timeline, -1)
  const before = new Float64Array(model.index.enterpriseCount).fill(1)
  let quiet = 0
  let day = 0
  while (day < LONGEST_SETTLING && quiet < SETTLED_DAYS) {
    playDay(model, state, forces)
    quiet = largestChange(before, model.work.level) <= SETTLED ? quiet + 1 : 0
    before.set(model.work.level)
    day++
  }
  eve.level.set(model.work.level)
  eve.why.set(model.work.why)
  for (let link = 0; link < eve.linkFlags.length; link++) eve.linkFlags[link] = flagsOf(model, forces, link)
  return { state, settlingDays: day, eve }
}

function calmEve({ enterpriseCount, linkCount }: IndexedChain): Eve {
  return {
    level: new Float64Array(enterpriseCount).fill(1),
    why: new Int32Array(enterpriseCount).fill(WHY.running),
    linkFlags: new Uint8Array(linkCount),
  }
}

function largestChange(before: Float64Array, now: Float64Array): number {
  let largest = 0
  for (let row = 0; row < now.length; row++) largest = Math.max(largest, Math.abs(now[row]! - before[row]!))
  return largest
}

function emptyResult(index: IndexedChain, days: number, recorded: 'full' | 'levels', start: StartState): RunResult {
  const kept = recorded === 'full' ? days : 0
  return {
    days,
    enterpriseCount: index.enterpriseCount,
    level: new Float64Array(days * index.enterpriseCount),
    why: new Int32Array(days * index.enterpriseCount),
    stockLast: new Float64Array(index.groupCount),
    linkFlags: new Uint8Array(kept * index.linkCount),
    sent: new Float32Array(kept * index.linkCount),
    stockDays: new Float32Array(kept * index.groupCount),
    settlingDays: start.settlingDays,
    eve: copyEve(start.eve),
  }
}

const copyEve = ({ level, why, linkFlags }: Eve): Eve => ({
  level: level.slice(),
  why: why.slice(),
  linkFlags: linkFlags.slice(),
})

function record(result: RunResult, model: DailyModel, state: DailyState, forces: Forces, day: number): void {
  const { index, work } = model
  result.level.set(work.level, day * index.enterpriseCount)
  result.why.set(work.why, day * index.enterpriseCount)
  if (result.sent.length === 0) return
  result.sent.set(work.sent, day * index.linkCount)
  const links = day * index.linkCount
  for (let link = 0; link < index.linkCount; link++) {
    result.linkFlags[links + link] = flagsOf(model, forces, link)
  }
  const groups = day * index.groupCount
  for (let group = 0; group < index.groupCount; group++) {
    const need = index.need[group]!
    result.stockDays[groups + group] = need > 0 ? state.stock[group]! / need : 0
  }
}

function flagsOf({ index, share, work }: DailyModel, { room }: Forces, link: number): number {
  const flow = index.flow[link]!
  if (flow === 0) return 0
  const wanted = work.contractOrder[index.linkGroup[link]!]! * share[link]!
  const ordered = Math.min(room[link]!, wanted)
  let flags = 0
  if (ordered > 0 && work.contractFill[index.linkFrom[link]!]! < 1 - LESS) flags |= LINK_FLAG.short
  if (room[link]! < wanted * (1 - LESS)) flags |= LINK_FLAG.held
  if (ordered < flow * (1 - LESS)) flags |= LINK_FLAG.orderedLess
  return flags
}
