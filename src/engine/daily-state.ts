/** The memory of the daily model from one day to the next, and its scratch arrays of one day. */
import { NEED_KIND, type IndexedChain } from './indexed-chain.ts'

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
  /** [groups] the first `restockingCount` are the groups with a restock order, ascending. */
  readonly restocking: Int32Array
  restockingCount: number
  /** [groups] the first `activeCount` are the groups that ask for stand-ins, ascending. */
  readonly active: Int32Array
  activeCount: number
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

/** The chain with what the daily steps look up. */
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
  readonly work: DayWork
}

export function dailyModel(index: IndexedChain): DailyModel {
  const ofGroup = () => new Float64Array(index.groupCount)
  const ringFirst = new Int32Array(index.groupCount + 1)
  const ringMask = new Int32Array(index.groupCount)
  const share = new Float64Array(index.linkCount)
  const [outsideShare, target, restockMost] = [ofGroup(), ofGroup(), ofGroup()]
  const [essentialNeed, partialNeed] = [ofGroup(), ofGroup()]
  for (let group = 0; group < index.groupCount; group++) {
    let longest = 1
    let pipeline = 0
    const need = index.need[group]!
    for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
      longest = Math.max(longest, index.lead[link]!)
      share[link] = need > 0 ? index.flow[link]! / need : 0
      pipeline += index.flow[link]! * index.lead[link]!
    }
    if (index.needKind[group] === NEED_KIND.essential) essentialNeed[group] = need
    if (index.needKind[group] === NEED_KIND.partial) partialNeed[group] = need
    outsideShare[group] = need > 0 ? index.outside[group]! / need : 0
    target[group] = need * (index.cover[group]! + 1) + pipeline + index.outside[group]!
    restockMost[group] = index.restock * need
    const length = powerOfTwo(longest)
    ringMask[group] = length - 1
    ringFirst[group + 1] = ringFirst[group]! + length
  }
  return {
    index,
    ringFirst,
    ringMask,
    share,
    essentialNeed,
    partialNeed,
    outsideShare,
    target,
    restockMost,
    work: dayWork(index),
  }
}

/** The smallest power of two that is at least `length`. */
function powerOfTwo(length: number): number {
  let power = 1
  while (power < length) power *= 2
  return power
}

function dayWork({ enterpriseCount, groupCount, linkCount }: IndexedChain): DayWork {
  const ofEnterprise = () => new Float64Array(enterpriseCount)
  return {
    potential: ofEnterprise(),
    possible: ofEnterprise(),
    bound: new Int32Array(enterpriseCount),
    contracts: ofEnterprise(),
    contractFill: ofEnterprise(),
    sold: ofEnterprise(),
    left: ofEnterprise(),
    leftFill: ofEnterprise(),
    wantedByMarket: ofEnterprise(),
    substitute: ofEnterprise(),
    restock: ofEnterprise(),
    delivered: ofEnterprise(),
    contractOrder: new Float64Array(groupCount),
    short: new Float64Array(groupCount),
    restockOrder: new Float64Array(groupCount),
    restocking: new Int32Array(groupCount),
    restockingCount: 0,
    active: new Int32Array(groupCount),
    activeCount: 0,
    asked: new Float64Array(linkCount),
    booked: new Float64Array(linkCount),
    sent: new Float64Array(linkCount),
    level: ofEnterprise(),
    why: new Int32Array(enterpriseCount),
  }
}

/** The baseline on the morning of day 0: full stocks, every link with its flow arriving on each day of its lead time. */
export function baselineState(model: DailyModel): DailyState {
  const { index, ringFirst } = model
  const stock = new Float64Array(index.groupCount)
  const ring = new Float64Array(ringFirst[index.groupCount]!)
  const underWay = new Float64Array(index.groupCount)
  for (let group = 0; group < index.groupCount; group++) {
    stock[group] = index.cover[group]! * index.need[group]!
    for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
      for (let day = 0; day < index.lead[link]!; day++) ring[ringFirst[group]! + day]! += index.flow[link]!
    }
    for (let slot = ringFirst[group]!; slot < ringFirst[group + 1]!; slot++) underWay[group]! += ring[slot]!
  }
  return {
    tick: 0,
    stock,
    ring,
    underWay,
    outsideArriving: index.outside.slice(),
    signal: new Float64Array(index.enterpriseCount).fill(1),
  }
}

/** A state to be overwritten: no stock, nothing under way. */
export function emptyState({ index, ringFirst }: DailyModel): DailyState {
  return {
    tick: 0,
    stock: new Float64Array(index.groupCount),
    ring: new Float64Array(ringFirst[index.groupCount]!),
    underWay: new Float64Array(index.groupCount),
    outsideArriving: new Float64Array(index.groupCount),
    signal: new Float64Array(index.enterpriseCount),
  }
}

/** Overwrites `target` with `source`, a state of the same chain. */
export function copyStateInto(target: DailyState, source: DailyState): void {
  target.tick = source.tick
  target.stock.set(source.stock)
  target.ring.set(source.ring)
  target.underWay.set(source.underWay)
  target.outsideArriving.set(source.outsideArriving)
  target.signal.set(source.signal)
}
