/** The arrays of the daily model of a chain: what it looks up and what it works on, in one memory. */
import { compiledDays, dayKernels } from './daily-kernels.ts'
import type { DailyModel, DailyState, DayWork } from './daily-state.ts'
import { calm } from './forces.ts'
import { NEED_KIND, type IndexedChain } from './indexed-chain.ts'
import { laidOut, roomFor, type LoopWay, type TakeMemory } from './wasm-memory.ts'

/** Chains with fewer links are played sooner than a module is made. */
const LEAST_LINKS_FOR_KERNELS = 200

/** Two rows go side by side: one past the end may be written. */
const MARGIN = 16

const OF_ENTERPRISE = [
  ...(['output', 'finalDemand', 'spare', 'capacity', 'demand', 'signal', 'potential', 'possible'] as const),
  ...(['contracts', 'contractFill', 'sold', 'left', 'leftFill', 'wantedByMarket', 'headroom'] as const),
  ...(['substitute', 'restock', 'delivered', 'level'] as const),
]
const OF_GROUP = [
  ...(['need', 'theta', 'essentialNeed', 'partialNeed', 'outsideShare', 'target', 'restockMost'] as const),
  ...(['stock', 'underWay', 'outsideArriving', 'contractOrder', 'short', 'restockOrder'] as const),
]
const OF_LINK = ['flow', 'share', 'asked', 'booked', 'sent', 'room'] as const

/** @param way kernels where there are any, unless the chain is small */
export function dailyModel(
  index: IndexedChain,
  way: LoopWay = index.linkCount < LEAST_LINKS_FOR_KERNELS ? 'plain' : 'kernels',
): DailyModel {
  const arrays = arraysOf(index, roomFor(way === 'kernels' ? compiledDays() : null))
  setLookUps(index, arrays)
  const { ringFirst, ringMask, share, essentialNeed, partialNeed, outsideShare, target, restockMost } = arrays
  return {
    ringFirst,
    ringMask,
    share,
    essentialNeed,
    partialNeed,
    outsideShare,
    target,
    restockMost,
    index: takenOver(index, arrays),
    forces: calm(arrays),
    state: stateOf(arrays),
    work: workOf(arrays),
    kernels: arrays.memory === null ? null : dayKernels(index, arrays, arrays.memory),
  }
}

export type DailyArrays = ReturnType<typeof arraysOf>

function arraysOf(index: IndexedChain, takeMemory: TakeMemory) {
  const { enterpriseCount, groupCount, linkCount } = index
  const { ringFirst, ringMask } = ringsOf(index)
  const doubles = {
    ...lengths(OF_ENTERPRISE, enterpriseCount),
    ...lengths(OF_GROUP, groupCount),
    ...lengths(OF_LINK, linkCount),
    ring: ringFirst[groupCount]!,
  }
  const wholes = {
    ...lengths(['groupStart', 'outStart'] as const, enterpriseCount + 1),
    ...lengths(['bound', 'why'] as const, enterpriseCount),
    ...lengths(['linkStart', 'ringFirst'] as const, groupCount + 1),
    ...lengths(['groupEnterprise', 'ringMask', 'restocking', 'active'] as const, groupCount),
    ...lengths(['linkFrom', 'linkGroup', 'lead', 'outLinks'] as const, linkCount),
    counts: 2,
  }
  const arrays = laidOut({ doubles, wholes, margin: MARGIN }, takeMemory)
  arrays.ringFirst.set(ringFirst)
  arrays.ringMask.set(ringMask)
  return arrays
}

const lengths = <Name extends string>(names: readonly Name[], length: number) =>
  Object.fromEntries(names.map((name) => [name, length])) as Record<Name, number>

/** A ring is as long as the longest lead of the group's links, up to a power of two. */
function ringsOf({ groupCount, linkStart, lead }: IndexedChain): Pick<DailyModel, 'ringFirst' | 'ringMask'> {
  const ringFirst = new Int32Array(groupCount + 1)
  const ringMask = new Int32Array(groupCount)
  for (let group = 0; group < groupCount; group++) {
    let length = 1
    for (let link = linkStart[group]!; link < linkStart[group + 1]!; link++) while (length < lead[link]!) length *= 2
    ringMask[group] = length - 1
    ringFirst[group + 1] = ringFirst[group]! + length
  }
  return { ringFirst, ringMask }
}

function setLookUps(index: IndexedChain, arrays: DailyArrays): void {
  const { share, essentialNeed, partialNeed, outsideShare, target, restockMost } = arrays
  for (let group = 0; group < index.groupCount; group++) {
    let pipeline = 0
    const need = index.need[group]!
    for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
      share[link] = need > 0 ? index.flow[link]! / need : 0
      pipeline += index.flow[link]! * index.lead[link]!
    }
    if (index.needKind[group] === NEED_KIND.essential) essentialNeed[group] = need
    if (index.needKind[group] === NEED_KIND.partial) partialNeed[group] = need
    outsideShare[group] = need > 0 ? index.outside[group]! / need : 0
    target[group] = need * (index.cover[group]! + 1) + pipeline + index.outside[group]!
    restockMost[group] = index.restock * need
  }
}

const TAKEN_OVER = [
  ...(['output', 'finalDemand', 'spare', 'need', 'theta', 'groupStart', 'outStart', 'linkStart'] as const),
  ...(['groupEnterprise', 'linkFrom', 'linkGroup', 'lead', 'flow', 'outLinks'] as const),
]

/** The chain with copies in the memory, so that the plain steps and the compiled ones read the same. */
function takenOver(index: IndexedChain, arrays: DailyArrays): IndexedChain {
  for (const name of TAKEN_OVER) arrays[name].set(index[name])
  const { output, finalDemand, spare, need, theta, groupStart, outStart, linkStart } = arrays
  const { groupEnterprise, linkFrom, linkGroup, lead, flow, outLinks } = arrays
  const ofRows = { output, finalDemand, spare, need, theta, groupStart, outStart, linkStart }
  return { ...index, ...ofRows, groupEnterprise, linkFrom, linkGroup, lead, flow, outLinks }
}

function stateOf({ stock, ring, underWay, outsideArriving, signal }: DailyArrays): DailyState {
  return { tick: 0, stock, ring, underWay, outsideArriving, signal }
}

function workOf(arrays: DailyArrays): DayWork {
  const { potential, possible, bound, contracts, contractFill, sold, left, leftFill, wantedByMarket } = arrays
  const { headroom, substitute, restock, delivered, level, why } = arrays
  const { contractOrder, short, restockOrder, restocking, active, asked, booked, sent, counts } = arrays
  return {
    potential,
    possible,
    bound,
    contracts,
    contractFill,
    sold,
    left,
    leftFill,
    wantedByMarket,
    headroom,
    substitute,
    restock,
    delivered,
    level,
    why,
    contractOrder,
    short,
    restockOrder,
    restocking,
    active,
    asked,
    booked,
    sent,
    counts,
  }
}
