/** The memory of the daily model from one day to the next, and its scratch arrays of one day. */
import type { DayKernels } from './daily-kernels.ts'
import type { Forces } from './forces.ts'
import type { IndexedChain } from './indexed-chain.ts'

export interface DailyState {
  /** Days played since the baseline; picks the slot of the ring. */
  tick: number
  /** [groups] stock, value, >= 0. */
  readonly stock: Float64Array
  /** [ringFirst[groupCount]] goods under way to each group by day of arrival, value. */
  readonly ring: Float64Array
  /** [groups] sum of the group's ring: all goods under way to it, value. */
  readonly underWay: Float64Array
  /** [groups] outside supply that arrives on the next day, value. */
  readonly outsideArriving: Float64Array
  /** [enterprises] d, demand signal, 1..1+spare. */
  readonly signal: Float64Array
}

/** Places of `DayWork.counts`. */
export const COUNT = { restocking: 0, active: 1 } as const

/** Arrays that one day writes and the next overwrites. */
export interface DayWork {
  /** [enterprises] P, kappa (1 + spare). */
  readonly potential: Float64Array
  /** [enterprises] Y, what can be made today, value. */
  readonly possible: Float64Array
  /** [enterprises] the term that bound Y: WHY.capacity or WHY.inputBase + group. */
  readonly bound: Int32Array
  /** [enterprises] N, contract orders. */
  readonly contracts: Float64Array
  /** [enterprises] share of the contracts delivered, 0..1. */
  readonly contractFill: Float64Array
  /** [enterprises] goods sold to the end market, value. */
  readonly sold: Float64Array
  /** [enterprises] what is left of Y. */
  readonly left: Float64Array
  /** [enterprises] share of the orders of the phase at hand that are filled from it, 0..1. */
  readonly leftFill: Float64Array
  /** [enterprises] capacity free for stand-ins, value; made on days on which somebody asks. */
  readonly headroom: Float64Array
  /** [enterprises] F phi, value. */
  readonly wantedByMarket: Float64Array
  /** [enterprises] V, orders to stand in for others. */
  readonly substitute: Float64Array
  /** [enterprises] W, restock orders. */
  readonly restock: Float64Array
  /** [enterprises] delivered + sold, value. */
  readonly delivered: Float64Array
  /** [groups] q1, contract order. */
  readonly contractOrder: Float64Array
  /** [groups] what contracts of the group leave undelivered, by blocked links and by suppliers that fall short. */
  readonly short: Float64Array
  /** [groups] q2, restock order. */
  readonly restockOrder: Float64Array
  /** [groups] the first `counts[COUNT.restocking]` are the groups with a restock order, ascending. */
  readonly restocking: Int32Array
  /** [groups] the first `counts[COUNT.active]` are the groups that ask for stand-ins, ascending. */
  readonly active: Int32Array
  /** [2] see COUNT. */
  readonly counts: Int32Array
  /** [links] order of the phase at hand (stand-ins, restock), value. */
  readonly asked: Float64Array
  /** [links] ordered so far today, value; what a blocked link still lets through is room less this. */
  readonly booked: Float64Array
  /** [links] sent today, value. */
  readonly sent: Float64Array
  /** [enterprises] y. */
  readonly level: Float64Array
  /** [enterprises] see WHY. */
  readonly why: Int32Array
}

/** The chain with what the daily steps look up, and what they work on. */
export interface DailyModel {
  readonly index: IndexedChain
  /** [groups + 1] first ring slot of each group; a ring is as long as the longest lead of the group's links, up to a power of two. */
  readonly ringFirst: Int32Array
  /** [groups] length of the ring less 1: a day's place in it is `day & mask`. */
  readonly ringMask: Int32Array
  /** [links] w_e / need_k, 0 for a backup. */
  readonly share: Float64Array
  /** [groups] need_k of an essential input, else 0. */
  readonly essentialNeed: Float64Array
  /** [groups] need_k of a partial input, else 0. */
  readonly partialNeed: Float64Array
  /** [groups] outside_k / need_k. */
  readonly outsideShare: Float64Array
  /** [groups] stock and goods under way that a full demand signal aims at, value. */
  readonly target: Float64Array
  /** [groups] largest restock order of a day, value. */
  readonly restockMost: Float64Array
  readonly forces: Forces
  readonly state: DailyState
  readonly work: DayWork
  /** The steps of a day, compiled; null where the plain ones run. No bit of a result depends on it. */
  readonly kernels: DayKernels | null
}

/** Sets the morning of day 0 at the baseline: full stocks, every link with its flow arriving on each day of its lead time. */
export function setBaseline(target: DailyState, { index, ringFirst }: DailyModel): void {
  const { stock, ring, underWay } = target
  target.tick = 0
  target.outsideArriving.set(index.outside)
  target.signal.fill(1)
  ring.fill(0)
  underWay.fill(0)
  for (let group = 0; group < index.groupCount; group++) {
    stock[group] = index.cover[group]! * index.need[group]!
    for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
      for (let day = 0; day < index.lead[link]!; day++) ring[ringFirst[group]! + day]! += index.flow[link]!
    }
    for (let slot = ringFirst[group]!; slot < ringFirst[group + 1]!; slot++) underWay[group]! += ring[slot]!
  }
}

/** A copy of its own of a state. */
export const copyOfState = (state: DailyState): DailyState => ({
  tick: state.tick,
  stock: state.stock.slice(),
  ring: state.ring.slice(),
  underWay: state.underWay.slice(),
  outsideArriving: state.outsideArriving.slice(),
  signal: state.signal.slice(),
})

/** Overwrites `target` with `source`, a state of the same chain. */
export function copyStateInto(target: DailyState, source: DailyState): void {
  target.tick = source.tick
  target.stock.set(source.stock)
  target.ring.set(source.ring)
  target.underWay.set(source.underWay)
  target.outsideArriving.set(source.outsideArriving)
  target.signal.set(source.signal)
}
