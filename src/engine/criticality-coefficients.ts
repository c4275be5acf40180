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
 * essential group of a customer and one for all its partial groups together. Sales are the links with flow, offer by offer.
 * Flows are multiplied by `unit` before they are added up, so that every sum is at most 1 (see exact-sum.ts).
 */
export interface CriticalityCoefficients {
  readonly settings: CriticalitySettings
  readonly index: IndexedChain
  /** Power of two that brings the sum of all flows to at most 1. */
  readonly unit: number
  /** Share of the links above which a sweep goes through all of them; no bit of a result depends on it. */
  readonly denseShare: number
  /** [enterprises] weights v, scaled by a power of two to a sum of at most 1. */
  readonly weight: Float64Array
  /** Sum of `weight`; 0 when no enterprise weighs anything. */
  readonly weightSum: number
  /** [enterprises] output times `unit`; 0 for who sells nothing inside a closed chain. */
  readonly output: Float64Array

  readonly offerCount: number
  /** [enterprises + 1] first offer of each enterprise. */
  readonly offerStart: Int32Array
  /** [offers] supplier. */
  readonly offerEnterprise: Int32Array
  /** [offers] product class. */
  readonly offerMarket: Int32Array
  /** [offers] flow sold, times `unit`. */
  readonly offerSize: Float64Array
  /** [products + 1] where the offers of a market begin when offers are counted market by market. */
  readonly marketStart: Int32Array
  /** [2 products] coarse and fine sum of `offerSize`. */
  readonly marketFull: Float64Array

  /** [slots] */
  readonly slotCount: number
  /** [enterprises + 1] first slot of each enterprise. */
  readonly slotStart: Int32Array
  /** [slots] need that is compared with, times `unit`: of the group; of all groups of the customer for partial ones. */
  readonly slotNeed: Float64Array
  /** [slots] customer. */
  readonly slotEnterprise: Int32Array
  /** [links] offer that the link belongs to; any where there is no flow. */
  readonly linkOffer: Int32Array
  /** [links] slot of the customer, -1 where it is negligible or there is no flow. */
  readonly linkSlot: Int32Array

  /** [offers + 1] first sale of each offer. */
  readonly saleStart: Int32Array
  /** [sales] supplier. */
  readonly saleSupplier: Int32Array
  /** [sales] customer. */
  readonly saleCustomer: Int32Array
  /** [sales] slot of the customer, -1 where it is negligible. */
  readonly saleSlot: Int32Array
  /** [sales] value per day. */
  readonly saleFlow: Float64Array
}

/** Measured: below it following single links is faster, above it going through all in order. */
const DENSE_SHARE = 0.3
const ESSENTIAL = 0
const NEGLIGIBLE = 2

/** Offers, slots, needs and markets; made once for a chain and settings. */
export function criticalityCoefficients(index: IndexedChain, settings: CriticalitySettings): CriticalityCoefficients {
  if (!(settings.tolerance > 0)) throw new Error(`expected a tolerance > 0, got ${settings.tolerance}`)
  const sold = soldFlows(index)
  const total = sold.reduce((sum, flow) => sum + flow, 0)
  const unit = total > 0 ? scaleTo1(total) : 1
  const output = settings.closed ? sold : index.output
  const offers = offersOf(index)
  const slots = slotsOf(index, needsOf(index, settings.closed), unit)
  return {
    settings,
    index,
    unit,
    denseShare: DENSE_SHARE,
    ...scaledWeights(settings.weight === 'flows' ? sold : output),
    output: output.map((value) => value * unit),
    offerStart: offers.offerStart,
    offerEnterprise: offers.offerEnterprise,
    offerMarket: offers.offerMarket,
    offerCount: offers.offerEnterprise.length,
    ...marketsOf(index, offers, unit),
    slotStart: slots.slotStart,
    slotNeed: slots.slotNeed,
    slotEnterprise: slots.slotEnterprise,
    linkOffer: offers.linkOffer,
    linkSlot: index.linkGroup.map((group, link) => (index.flow[link]! > 0 ? slots.groupSlot[group]! : -1)),
    slotCount: slots.slotNeed.length,
    ...salesOf(index, offers, slots),
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
  const total = of.reduce((sum, value) => sum + value, 0)
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
  /** [links] offer that the link belongs to; any where there is no flow. */
  readonly linkOffer: Int32Array
}

function offersOf(index: IndexedChain): Offers {
  const linkOffer = new Int32Array(index.linkCount)
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

function marketsOf(index: IndexedChain, { offerMarket, linkOffer }: Offers, unit: number) {
  const offerSize = new Float64Array(offerMarket.length)
  for (let link = 0; link < index.linkCount; link++) {
    if (index.flow[link]! > 0) offerSize[linkOffer[link]!]! += index.flow[link]! * unit
  }
  const marketStart = new Int32Array(index.productCount + 1)
  const marketFull = new Float64Array(2 * index.productCount)
  offerMarket.forEach((market, offer) => {
    const size = offerSize[offer]!
    const coarse = coarsePart(size)
    marketStart[market + 1]!++
    marketFull[2 * market]! += coarse
    marketFull[2 * market + 1]! += finePart(size, coarse)
  })
  for (let market = 0; market < index.productCount; market++) marketStart[market + 1]! += marketStart[market]!
  return { offerSize, marketStart, marketFull }
}

interface Slots {
  readonly slotStart: Int32Array
  readonly slotNeed: Float64Array
  readonly slotEnterprise: Int32Array
  /** [groups] slot, -1 for negligible groups. */
  readonly groupSlot: Int32Array
}

function slotsOf(index: IndexedChain, needs: Float64Array, unit: number): Slots {
  const groupSlot = new Int32Array(index.groupCount).fill(-1)
  const slotStart = new Int32Array(index.enterpriseCount + 1)
  const slotNeed: number[] = []
  const slotEnterprise: number[] = []
  for (let row = 0; row < index.enterpriseCount; row++) {
    let partialSlot = -1
    let allNeeds = 0
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      const kind = index.needKind[group]!
      allNeeds += needs[group]!
      if (kind === NEGLIGIBLE) continue
      if (kind !== ESSENTIAL && partialSlot >= 0) {
        groupSlot[group] = partialSlot
        continue
      }
      groupSlot[group] = slotNeed.length
      if (kind !== ESSENTIAL) partialSlot = slotNeed.length
      slotNeed.push(needs[group]! * unit)
      slotEnterprise.push(row)
    }
    if (partialSlot >= 0) slotNeed[partialSlot] = allNeeds * unit
    slotStart[row + 1] = slotNeed.length
  }
  // A group that nobody supplies is never short; 1 keeps the division defined.
  const need = Float64Array.from(slotNeed, (value) => (value > 0 ? value : 1))
  return { slotStart, slotNeed: need, slotEnterprise: Int32Array.from(slotEnterprise), groupSlot }
}

function salesOf(index: IndexedChain, { offerMarket, linkOffer }: Offers, { groupSlot }: Slots) {
  const saleStart = new Int32Array(offerMarket.length + 1)
  for (let link = 0; link < index.linkCount; link++) if (index.flow[link]! > 0) saleStart[linkOffer[link]! + 1]!++
  for (let offer = 0; offer < offerMarket.length; offer++) saleStart[offer + 1]! += saleStart[offer]!
  const next = saleStart.slice()
  const count = saleStart[offerMarket.length]!
  const saleSupplier = new Int32Array(count)
  const saleCustomer = new Int32Array(count)
  const saleSlot = new Int32Array(count)
  const saleFlow = new Float64Array(count)
  for (let link = 0; link < index.linkCount; link++) {
    if (!(index.flow[link]! > 0)) continue
    const at = next[linkOffer[link]!]!++
    const group = index.linkGroup[link]!
    saleSupplier[at] = index.linkFrom[link]!
    saleCustomer[at] = index.groupEnterprise[group]!
    saleSlot[at] = groupSlot[group]!
    saleFlow[at] = index.flow[link]!
  }
  return { saleStart, saleSupplier, saleCustomer, saleSlot, saleFlow }
}
