import { coarsePart, finePart, scaleTo1 } from './exact-sum.ts'
import type { IndexedChain } from './indexed-chain.ts'

/** How the Economic Systemic Risk Index is computed (docs/model.md 2). */
export interface CriticalitySettings {
  /** Sweeps go on while a level falls by more than this, > 0. */
  readonly tolerance: number
  /** Leaves final demand and outside supply out of needs, output and weights, as the published index does. */
  readonly closed: boolean
  /** Counts what the other suppliers of a product could take over, by market share. */
  readonly replaceability: boolean
  /** What an enterprise weighs: its output, or only what it sells inside the chain. */
  readonly weight: 'flows' | 'output'
}

/** As in C. Diem et al., Scientific Reports 12:7719 (2022). */
export const PUBLISHED: CriticalitySettings = { tolerance: 1e-2, closed: true, replaceability: true, weight: 'flows' }
export const CONVERGED: CriticalitySettings = {
  tolerance: 1e-9,
  closed: false,
  replaceability: true,
  weight: 'output',
}

/**
 * A chain as the index reads it. An offer is a product that an enterprise sells; a slot is where missing supply is felt: one for each
 * essential group of a customer and one for all its partial groups together. Links without flow are left out.
 */
export interface CriticalityCoefficients {
  readonly settings: CriticalitySettings
  readonly enterpriseCount: number
  readonly offerCount: number
  readonly marketCount: number
  /** [enterprises] weights v, scaled by a power of two to a sum of at most 1. */
  readonly weight: Float64Array
  /** Sum of `weight`; 0 when no enterprise weighs anything. */
  readonly weightSum: number

  /** [enterprises + 1] first offer of each enterprise. */
  readonly offerStart: Int32Array
  /** [offers] supplier. */
  readonly offerEnterprise: Int32Array
  /** [offers] product class. */
  readonly offerMarket: Int32Array
  /** [offers] flow sold, scaled by the `marketUnit` of its product. */
  readonly offerSize: Float64Array
  /** [markets + 1] where the offers of a market begin when offers are counted market by market. */
  readonly marketStart: Int32Array
  /** [markets] what a flow of 1 is after scaling, a power of two. */
  readonly marketUnit: Float64Array
  /** [2 markets] coarse and fine sum of `offerSize`. */
  readonly marketFull: Float64Array

  /** [offers + 1] first link down of each offer. */
  readonly downStart: Int32Array
  /** [links down] slot that is hit. */
  readonly downSlot: Int32Array
  /** [links down] Ld: share of the need that the link brings. */
  readonly downShare: Float64Array
  /** [enterprises + 1] first slot of each enterprise. */
  readonly slotStart: Int32Array
  /** [slots] customer. */
  readonly slotEnterprise: Int32Array

  /** [enterprises + 1] first link up of each customer. */
  readonly upStart: Int32Array
  /** [links up] supplier. */
  readonly upTo: Int32Array
  /** [links up] Lu: share of the supplier's output that the link takes. */
  readonly upShare: Float64Array
}

const ESSENTIAL = 0
const NEGLIGIBLE = 2

/** Shares of needs and of output, offers and markets; made once for a chain and settings. */
export function criticalityCoefficients(index: IndexedChain, settings: CriticalitySettings): CriticalityCoefficients {
  if (!(settings.tolerance > 0)) throw new Error(`expected a tolerance > 0, got ${settings.tolerance}`)
  const sold = soldFlows(index)
  const output = settings.closed ? sold : index.output
  const needs = needsOf(index, settings.closed)
  const offers = offersOf(index)
  const slots = slotsOf(index)
  return {
    settings,
    enterpriseCount: index.enterpriseCount,
    offerCount: offers.offerEnterprise.length,
    marketCount: index.productCount,
    ...scaledWeights(settings.weight === 'flows' ? sold : output),
    offerStart: offers.offerStart,
    offerEnterprise: offers.offerEnterprise,
    offerMarket: offers.offerMarket,
    ...marketsOf(index, offers),
    ...linksDown(index, needs, offers, slots),
    slotStart: slots.slotStart,
    slotEnterprise: slots.slotEnterprise,
    ...linksUp(index, output),
  }
}

/** [enterprises] flow sold inside the chain. */
function soldFlows(index: IndexedChain): Float64Array {
  const sold = new Float64Array(index.enterpriseCount)
  for (let link = 0; link < index.linkCount; link++) sold[index.linkFrom[link]!]! += index.flow[link]!
  return sold
}

/** [groups] what each group needs; inside supply alone where the chain is closed. */
function needsOf(index: IndexedChain, closed: boolean): Float64Array {
  if (!closed) return index.need
  const inside = new Float64Array(index.groupCount)
  for (let link = 0; link < index.linkCount; link++) inside[index.linkGroup[link]!]! += index.flow[link]!
  return inside
}

function scaledWeights(of: Float64Array): { weight: Float64Array; weightSum: number } {
  let total = 0
  for (const value of of) total += value
  const scale = total > 0 ? scaleTo1(total) : 1
  const weight = of.map((value) => value * scale)
  let coarse = 0
  let fine = 0
  for (const value of weight) {
    const part = coarsePart(value)
    coarse += part
    fine += finePart(value, part)
  }
  return { weight, weightSum: coarse + fine }
}

interface Offers {
  readonly offerStart: Int32Array
  readonly offerEnterprise: Int32Array
  readonly offerMarket: Int32Array
  /** [links] offer that the link belongs to, -1 without flow. */
  readonly linkOffer: Int32Array
}

function offersOf(index: IndexedChain): Offers {
  const linkOffer = new Int32Array(index.linkCount).fill(-1)
  const offerStart = new Int32Array(index.enterpriseCount + 1)
  const offerEnterprise: number[] = []
  const offerMarket: number[] = []
  const offerOfProduct = new Int32Array(index.productCount).fill(-1)
  for (let row = 0; row < index.enterpriseCount; row++) {
    const first = offerMarket.length
    for (let at = index.outStart[row]!; at < index.outStart[row + 1]!; at++) {
      const link = index.outLinks[at]!
      if (!(index.flow[link]! > 0)) continue
      const product = index.linkProduct[link]!
      if (offerOfProduct[product]! < first) {
        offerOfProduct[product] = offerMarket.length
        offerEnterprise.push(row)
        offerMarket.push(product)
      }
      linkOffer[link] = offerOfProduct[product]!
    }
    offerStart[row + 1] = offerMarket.length
  }
  return {
    offerStart,
    offerEnterprise: Int32Array.from(offerEnterprise),
    offerMarket: Int32Array.from(offerMarket),
    linkOffer,
  }
}

function marketsOf(index: IndexedChain, { offerMarket, linkOffer }: Offers) {
  const offerSize = new Float64Array(offerMarket.length)
  for (let link = 0; link < index.linkCount; link++) {
    if (linkOffer[link]! >= 0) offerSize[linkOffer[link]!]! += index.flow[link]!
  }
  const marketStart = new Int32Array(index.productCount + 1)
  const marketUnit = new Float64Array(index.productCount)
  offerMarket.forEach((market, offer) => {
    marketStart[market + 1]!++
    marketUnit[market]! += offerSize[offer]!
  })
  for (let market = 0; market < index.productCount; market++) {
    marketStart[market + 1]! += marketStart[market]!
    marketUnit[market] = marketUnit[market]! > 0 ? scaleTo1(marketUnit[market]!) : 1
  }
  const marketFull = new Float64Array(2 * index.productCount)
  offerMarket.forEach((market, offer) => {
    const size = offerSize[offer]! * marketUnit[market]!
    const coarse = coarsePart(size)
    offerSize[offer] = size
    marketFull[2 * market]! += coarse
    marketFull[2 * market + 1]! += finePart(size, coarse)
  })
  return { offerSize, marketStart, marketUnit, marketFull }
}

interface Slots {
  readonly slotStart: Int32Array
  readonly slotEnterprise: Int32Array
  /** [groups] slot of the group, -1 for negligible ones and those without links. */
  readonly groupSlot: Int32Array
}

function slotsOf(index: IndexedChain): Slots {
  const groupSlot = new Int32Array(index.groupCount).fill(-1)
  const slotStart = new Int32Array(index.enterpriseCount + 1)
  const slotEnterprise: number[] = []
  for (let row = 0; row < index.enterpriseCount; row++) {
    let partialSlot = -1
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      const kind = index.needKind[group]!
      if (kind === NEGLIGIBLE || index.linkStart[group] === index.linkStart[group + 1]) continue
      if (kind === ESSENTIAL || partialSlot < 0) {
        groupSlot[group] = slotEnterprise.length
        slotEnterprise.push(row)
        if (kind !== ESSENTIAL) partialSlot = groupSlot[group]!
      } else groupSlot[group] = partialSlot
    }
    slotStart[row + 1] = slotEnterprise.length
  }
  return { slotStart, slotEnterprise: Int32Array.from(slotEnterprise), groupSlot }
}

function linksDown(index: IndexedChain, needs: Float64Array, { linkOffer, offerMarket }: Offers, { groupSlot }: Slots) {
  const allNeeds = new Float64Array(index.enterpriseCount)
  for (let group = 0; group < index.groupCount; group++) allNeeds[index.groupEnterprise[group]!]! += needs[group]!
  const isFelt = (link: number): boolean => linkOffer[link]! >= 0 && groupSlot[index.linkGroup[link]!]! >= 0
  const downStart = new Int32Array(offerMarket.length + 1)
  for (let link = 0; link < index.linkCount; link++) if (isFelt(link)) downStart[linkOffer[link]! + 1]!++
  for (let offer = 0; offer < offerMarket.length; offer++) downStart[offer + 1]! += downStart[offer]!
  const next = downStart.slice()
  const downSlot = new Int32Array(downStart[offerMarket.length]!)
  const downShare = new Float64Array(downSlot.length)
  for (let link = 0; link < index.linkCount; link++) {
    if (!isFelt(link)) continue
    const group = index.linkGroup[link]!
    const need = index.needKind[group] === ESSENTIAL ? needs[group]! : allNeeds[index.groupEnterprise[group]!]!
    const at = next[linkOffer[link]!]!++
    downSlot[at] = groupSlot[group]!
    downShare[at] = index.flow[link]! / need
  }
  return { downStart, downSlot, downShare }
}

function linksUp(index: IndexedChain, output: Float64Array) {
  const upStart = new Int32Array(index.enterpriseCount + 1)
  const upTo: number[] = []
  const upShare: number[] = []
  for (let row = 0; row < index.enterpriseCount; row++) {
    const first = index.linkStart[index.groupStart[row]!]!
    const end = index.linkStart[index.groupStart[row + 1]!]!
    for (let link = first; link < end; link++) {
      if (!(index.flow[link]! > 0)) continue
      upTo.push(index.linkFrom[link]!)
      upShare.push(index.flow[link]! / output[index.linkFrom[link]!]!)
    }
    upStart[row + 1] = upTo.length
  }
  return { upStart, upTo: Int32Array.from(upTo), upShare: Float64Array.from(upShare) }
}
