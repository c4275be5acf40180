import { dailyModel } from './daily-arrays.ts'
import { copyOfState, copyStateInto, setBaseline, type DailyModel, type DailyState } from './daily-state.ts'
import { playDay } from './daily-steps.ts'
import { setForces, type Forces } from './forces.ts'
import type { IndexedChain } from './indexed-chain.ts'
import { LINK_FLAG, WHY, type Eve } from './run-result.ts'
import type { Timeline } from './timeline.ts'
import type { LoopWay } from './wasm-memory.ts'

/** Levels that differ by less count as settled. */
const SETTLED = 1e-12
const SETTLED_DAYS = 30
const LONGEST_SETTLING = 730
/** Relative slack below which a delivery or an order counts as less than what was due. */
const LESS = 1e-9

/**
 * Plays timelines of one chain that all start alike, again and again, in the same arrays. For planners: a what-if costs no
 * allocation. The timelines must have the same blocks in force on the day before the start, and the same `settled`.
 */
export interface Player {
  readonly model: DailyModel
  readonly state: DailyState
  readonly forces: Forces
  readonly start: { readonly state: DailyState; readonly settlingDays: number; readonly eve: Eve }
  /**
   * Plays a timeline from the start; `model.work` and `state` hold each day's figures while `onDay` runs.
   * `onDay` may return false to stop early.
   */
  play(timeline: Timeline, onDay: (day: number) => boolean | void): void
  /** Plays a stretch of a timeline from the state on the morning of its first day, which is left as it is. */
  playOn(from: DailyState, timeline: Timeline, stretch: Stretch, onDay: (day: number) => boolean | void): void
}

/** Days `first` up to, not including, `end`. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** @param way how days are played; by the size of the chain when left out */
export function player(index: IndexedChain, timeline: Timeline, way?: LoopWay): Player {
  const model = dailyModel(index, way)
  const { state, forces } = model
  const start = settle(model, timeline)
  return {
    model,
    state,
    forces,
    start,
    play(played, onDay) {
      this.playOn(start.state, played, { first: 0, end: played.days }, onDay)
    },
    playOn(from, played, { first, end }, onDay) {
      copyStateInto(state, from)
      for (let day = first; day < end; day++) {
        for (const delivery of played.deliveries) {
          if (delivery.day === day) state.stock[delivery.group]! += delivery.amount
        }
        setForces(forces, index, played, day)
        playDay(model)
        if (onDay(day) === false) return
      }
    },
  }
}

/** Plays until the morning of day 0: the baseline, or where the blocks in force the day before have left the chain. */
function settle(model: DailyModel, timeline: Timeline): Player['start'] {
  const eve = calmEve(model.index)
  setBaseline(model.state, model)
  if (!timeline.settled) return { state: copyOfState(model.state), settlingDays: 0, eve }
  setForces(model.forces, model.index, timeline, -1)
  const before = new Float64Array(model.index.enterpriseCount).fill(1)
  let quiet = 0
  let day = 0
  while (day < LONGEST_SETTLING && quiet < SETTLED_DAYS) {
    playDay(model)
    quiet = largestChange(before, model.work.level) <= SETTLED ? quiet + 1 : 0
    before.set(model.work.level)
    day++
  }
  eve.level.set(model.work.level)
  eve.why.set(model.work.why)
  for (let link = 0; link < eve.linkFlags.length; link++) eve.linkFlags[link] = linkFlags(model, link)
  return { state: copyOfState(model.state), settlingDays: day, eve }
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

/** LINK_FLAG bits of a link on the day just played. */
export function linkFlags({ index, share, work, forces: { room } }: DailyModel, link: number): number {
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
