import { salesOf, slotsOf } from './criticality-slots.ts'
import { coarsePart, finePart, scaleTo1 } from './exact-sum.ts'
import { NEED_KIND, type IndexedChain } from './indexed-chain.ts'

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
 * essential group of a customer, one for all its partial groups together, and one for the negligible ones, where nothing is ever
 * missing. Sales are the links with flow, offer by offer.
 */
export interface CriticalityCoefficients {
  readonly settings: CriticalitySettings
  readonly index: IndexedChain
  /** Power of two that brings the sum of all flows to at most 1. */
  readonly unit: number
  /** Share of the links above which a closure is swept in a lane; no bit of a result depends on it. */
  readonly denseShare: number
  /** [enterprises] weights v, scaled by a power of two to a sum of at most 1. */
  readonly weight: Float64Array
  /** Sum of `weight`; 0 when no enterprise weighs anything. */
  readonly weightSum: number

  readonly offerCount: number
  /** [enterprises + 1] where the offers of each enterprise begin in `ownOffers`. */
  readonly offerStart: Int32Array
  /** [offers] offers enterprise by enterprise; the offers themselves lie market by market. */
  readonly ownOffers: Int32Array
  /** [offers] supplier. */
  readonly offerEnterprise: Int32Array
  /** [offers] product class. */
  readonly offerMarket: Int32Array
  /** [offers] flow sold, times `unit`. */
  readonly offerSize: Float64Array
  /** [products + 1] first offer of each market. */
  readonly marketStart: Int32Array
  /** [2 products] coarse and fine sum of `offerSize`. */
  readonly marketFull: Float64Array

  readonly slotCount: number
  /** Slots where something is bought that can be missing; they come first. */
  readonly feltSlotCount: number
  /** [slots] customer; customers with as many links together. */
  readonly slotEnterprise: Int32Array

  readonly saleCount: number
  /** [offers] first sale of each offer, and what comes after its last. */
  readonly saleStart: Int32Array
  readonly saleEnd: Int32Array
  /** [sales] value per day; sellers with as many links together. */
  readonly saleFlow: Float64Array
  /** [sales] slot of the customer. */
  readonly saleSlot: Int32Array
}

/** Measured: below it following single links is faster, above it going through all in order. */
const DENSE_SHARE = 0.06
/** The same for closures fewer than lanes: one alone in its lane costs more. */
export const DENSE_SHARE_ALONE = 0.2
/** Value per day; of a need so large nothing that a link brings is a share worth counting. */
const ENDLESS = 1e300

/** Offers, slots, needs and markets; made once for a chain and settings. */
export function criticalityCoefficients(index: IndexedChain, settings: CriticalitySettings): CriticalityCoefficients {
  if (!(settings.tolerance > 0)) throw new Error(`expected a tolerance > 0, got ${settings.tolerance}`)
  const sold = soldFlows(index)
  const total = sold.reduce((sum, flow) => sum + flow, 0)
  const unit = total > 0 ? scaleTo1(total) : 1
  const offers = offersOf(index)
  const slots = slotsOf(index)
  const { linkOffer: _, ...ownOffers } = offers
  return {
    settings,
    index,
    unit,
    denseShare: DENSE_SHARE,
    ...scaledWeights(settings.weight === 'flows' || settings.closed ? sold : index.output),
    ...ownOffers,
    offerCount: offers.offerEnterprise.length,
    ...marketsOf(index, offers, unit),
    slotCount: slots.slotEnterprise.length,
    feltSlotCount: slots.feltSlotCount,
    slotEnterprise: slots.slotEnterprise,
    ...salesOf(index, offers, slots),
  }
}

/** [enterprises] output; sales inside the chain alone where it is closed. */
export function outputOf({ index, settings }: CriticalityCoefficients): Float64Array {
  return settings.closed ? soldFlows(index) : index.output
}

/** [slots] need that is compared with: of the group; of all groups of the customer for partial ones. */
export function slotNeeds({ index, settings, slotCount }: CriticalityCoefficients): Float64Array {
  const { groupSlot } = slotsOf(index)
  const needs = needsOf(index, settings.closed)
  const compared = new Float64Array(slotCount)
  for (let row = 0; row < index.enterpriseCount; row++) {
    let allNeeds = 0
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) allNeeds += needs[group]!
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      const kind = index.needKind[group]
      compared[groupSlot[group]!] =
        kind === NEED_KIND.negligible ? ENDLESS : kind === NEED_KIND.essential ? needs[group]! : allNeeds
    }
  }
  return compared
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

interface Offers extends Pick<
  CriticalityCoefficients,
  'offerStart' | 'ownOffers' | 'offerEnterprise' | 'offerMarket' | 'marketStart'
> {
  /** [links] offer that the link belongs to; any where there is no flow. */
  readonly linkOffer: Int32Array
}

function offersOf(index: IndexedChain): Offers {
  const linkOffer = new Int32Array(index.linkCount)
  const offerStart = new Int32Array(index.enterpriseCount + 1)
  const enterprises: number[] = []
  const markets: number[] = []
  const offerOfProduct = new Int32Array(index.productCount).fill(-1)
  for (let row = 0; row < index.enterpriseCount; row++) {
    const first = markets.length
    for (let at = index.outStart[row]!; at < index.outStart[row + 1]!; at++) {
      const link = index.outLinks[at]!
      if (!(index.flow[link]! > 0)) continue
      const product = index.linkProduct[link]!
      if (offerOfProduct[product]! < first) {
        offerOfProduct[product] = markets.length
        enterprises.push(row)
        markets.push(product)
      }
      linkOffer[link] = offerOfProduct[product]!
    }
    offerStart[row + 1] = markets.length
  }
  return marketByMarket({ linkOffer, offerStart, enterprises, markets, productCount: index.productCount })
}

/** A change in a market touches all its damaged offers: these lie together. */
function marketByMarket(found: {
  readonly linkOffer: Int32Array
  readonly offerStart: Int32Array
  readonly enterprises: readonly number[]
  readonly markets: readonly number[]
  readonly productCount: number
}): Offers {
  const { linkOffer, offerStart, enterprises, markets, productCount } = found
  const marketStart = new Int32Array(productCount + 1)
  for (const market of markets) marketStart[market + 1]!++
  for (let market = 0; market < productCount; market++) marketStart[market + 1]! += marketStart[market]!
  const next = marketStart.slice()
  const ownOffers = Int32Array.from(markets, (market) => next[market]!++)
  const offerEnterprise = new Int32Array(markets.length)
  const offerMarket = new Int32Array(markets.length)
  ownOffers.forEach((offer, place) => {
    offerEnterprise[offer] = enterprises[place]!
    offerMarket[offer] = markets[place]!
  })
  const renumbered = linkOffer.map((place) => ownOffers[place]!)
  return { offerStart, ownOffers, offerEnterprise, offerMarket, marketStart, linkOffer: renumbered }
}

function marketsOf(index: IndexedChain, { offerMarket, linkOffer }: Offers, unit: number) {
  const offerSize = new Float64Array(offerMarket.length)
  for (let link = 0; link < index.linkCount; link++) {
    if (index.flow[link]! > 0) offerSize[linkOffer[link]!]! += index.flow[link]! * unit
  }
  const marketFull = new Float64Array(2 * index.productCount)
  offerMarket.forEach((market, offer) => {
    const size = offerSize[offer]!
    const coarse = coarsePart(size)
    marketFull[2 * market]! += coarse
    marketFull[2 * market + 1]! += finePart(size, coarse)
  })
  return { offerSize, marketFull }
}
