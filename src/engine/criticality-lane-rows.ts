import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { byLinks } from './criticality-slots.ts'
import { SUM_STRIDE } from './criticality-sums.ts'
import { laidOut, type TakeMemory } from './wasm-memory.ts'

/** Closures side by side: what a row has of all of them fills half a line of the cache. The loops are written for this number. */
export const LANES = 4

/**
 * A chain as the sweeps in lanes read it, and what they write, all in one memory. Customers and sellers with as many links stand
 * together (criticality-slots.ts).
 */
export interface LaneRows {
  readonly memory: WebAssembly.Memory | null

  /** [customers + 1] first slot of each enterprise that buys what can be missing. */
  readonly customerSlots: Int32Array
  /** [felt slots + 1] first purchase of each. */
  readonly purchaseStart: Int32Array
  /** [purchases] offer that each belongs to, and value per day. */
  readonly purchaseOffer: Int32Array
  readonly purchaseFlow: Float64Array
  /** [sellers] row of each enterprise that sells. */
  readonly sellerRow: Int32Array
  /** [sellers + 1] first sale of each. */
  readonly soldStart: Int32Array

  /** As in the coefficients, which need not keep their own (`coefficientsOf`). */
  readonly marketStart: Int32Array
  readonly offerEnterprise: Int32Array
  readonly offerSize: Float64Array
  readonly saleSlot: Int32Array
  readonly saleFlow: Float64Array
  readonly slotEnterprise: Int32Array
  /** [2] the same unit twice. */
  readonly unit: Float64Array
  /** [2 slots], [2 enterprises] as criticality-sums.ts says; only 1 over the whole is read here. */
  readonly slotSums: Float64Array
  readonly saleSums: Float64Array

  /** [offers] of criticality-state.ts; here it fills the last page of the memory. */
  readonly damagedOffers: Int32Array

  /** [4 enterprises] lost as supply reaches it, 0..1. */
  readonly down: Float64Array
  /** [4 enterprises] lost as demand reaches it, 0..1. */
  readonly up: Float64Array
  /** [4 enterprises + 4, or 4 offers] overwritten by each sweep, free between sweeps. */
  readonly scratch: Float64Array
  /** [lanes] largest fall of a level in the last sweep. */
  readonly fallDown: Float64Array
  readonly fallUp: Float64Array
}

/** @param takeMemory gives memory for so many bytes, all 0 */
export function laneRows(coefficients: CriticalityCoefficients, takeMemory: TakeMemory): LaneRows {
  const { index, offerCount, feltSlotCount, slotCount, saleCount } = coefficients
  const sellers = sellersOf(coefficients)
  const [customerCount, purchaseCount] = countPurchases(coefficients)
  const size = LANES * index.enterpriseCount
  const doubles = {
    down: size,
    up: size,
    scratch: Math.max(size + LANES, LANES * offerCount),
    fallDown: LANES,
    fallUp: LANES,
    slotSums: SUM_STRIDE * slotCount,
    saleSums: SUM_STRIDE * index.enterpriseCount,
    unit: 2,
    purchaseFlow: purchaseCount,
    saleFlow: saleCount,
    offerSize: offerCount,
  }
  const wholes = {
    customerSlots: customerCount + 1,
    purchaseStart: feltSlotCount + 1,
    purchaseOffer: purchaseCount,
    marketStart: index.productCount + 1,
    offerEnterprise: offerCount,
    damagedOffers: offerCount,
    sellerRow: sellers.length,
    soldStart: sellers.length + 1,
    saleSlot: saleCount,
    slotEnterprise: slotCount,
  }
  return filled(coefficients, sellers, laidOut({ doubles, wholes }, takeMemory))
}

function filled(coefficients: CriticalityCoefficients, sellers: Int32Array, rows: LaneRows): LaneRows {
  for (const name of TAKEN_OVER) rows[name].set(coefficients[name])
  rows.unit.fill(coefficients.unit)
  rows.sellerRow.set(sellers)
  layPurchases(coefficients, rows)
  laySellers(coefficients, rows)
  return rows
}

/** Arrays of the coefficients that are the same here: a sweeper holds these alone. */
const TAKEN_OVER = ['saleFlow', 'saleSlot', 'slotEnterprise', 'offerSize', 'offerEnterprise', 'marketStart'] as const

/** The coefficients with the arrays of the rows in place of their own. */
export function coefficientsOf(coefficients: CriticalityCoefficients, rows: LaneRows): CriticalityCoefficients {
  return { ...coefficients, ...Object.fromEntries(TAKEN_OVER.map((name) => [name, rows[name]])) }
}

/** Customers that can miss something, and the links that they buy it by. */
function countPurchases({ feltSlotCount, slotEnterprise, saleSlot }: CriticalityCoefficients): [number, number] {
  let customers = 0
  for (let slot = 0; slot < feltSlotCount; slot++)
    if (slot === 0 || slotEnterprise[slot] !== slotEnterprise[slot - 1]) customers++
  return [customers, saleSlot.reduce((links, slot) => links + (slot < feltSlotCount ? 1 : 0), 0)]
}

/** Rows that sell, in the order of their sales. */
function sellersOf({ index, offerEnterprise, saleStart, saleEnd }: CriticalityCoefficients): Int32Array {
  const links = new Int32Array(index.enterpriseCount)
  offerEnterprise.forEach((row, offer) => (links[row]! += saleEnd[offer]! - saleStart[offer]!))
  return byLinks(links)
}

/** Customers by the slots of each, and what is bought slot by slot. */
function layPurchases(coefficients: CriticalityCoefficients, rows: LaneRows): void {
  const { feltSlotCount, slotEnterprise, saleStart, saleEnd, saleSlot, saleFlow } = coefficients
  const { customerSlots, purchaseStart, purchaseOffer, purchaseFlow } = rows
  let customer = -1
  for (let slot = 0; slot < feltSlotCount; slot++) {
    if (slot === 0 || slotEnterprise[slot] !== slotEnterprise[slot - 1]) customer++
    customerSlots[customer + 1] = slot + 1
  }
  for (const slot of saleSlot) if (slot < feltSlotCount) purchaseStart[slot + 1]!++
  for (let slot = 0; slot < feltSlotCount; slot++) purchaseStart[slot + 1]! += purchaseStart[slot]!
  const next = purchaseStart.slice()
  saleStart.forEach((first, offer) => {
    for (let sale = first; sale < saleEnd[offer]!; sale++) {
      const slot = saleSlot[sale]!
      if (slot >= feltSlotCount) continue
      const at = next[slot]!++
      purchaseOffer[at] = offer
      purchaseFlow[at] = saleFlow[sale]!
    }
  })
}

/** Sellers in the order of their sales. */
function laySellers({ offerStart, ownOffers, saleStart, saleEnd }: CriticalityCoefficients, rows: LaneRows): void {
  const { sellerRow, soldStart } = rows
  sellerRow.forEach((row, seller) => {
    let sold = 0
    for (let own = offerStart[row]!; own < offerStart[row + 1]!; own++)
      sold += saleEnd[ownOffers[own]!]! - saleStart[ownOffers[own]!]!
    soldStart[seller + 1] = soldStart[seller]! + sold
  })
}
