/** Where missing supply is felt, and the links that bring it. */
import { NEED_KIND, type IndexedChain } from './indexed-chain.ts'

/** As in the coefficients. */
interface Slots {
  readonly slotEnterprise: Int32Array
  readonly feltSlotCount: number
  /** [groups] */
  readonly groupSlot: Int32Array
}

/**
 * Rows with links, by rising number of links: a loop that runs as often as the one before is foreseen by the processor, and a sweep
 * through all links takes half as long.
 * @param links [enterprises]
 */
export function byLinks(links: Int32Array): Int32Array {
  const keys: number[] = []
  links.forEach((count, row) => {
    if (count > 0) keys.push(count * links.length + row)
  })
  return Int32Array.from(Float64Array.from(keys).toSorted(), (key) => key % links.length)
}

export function slotsOf(index: IndexedChain): Slots {
  const groupSlot = new Int32Array(index.groupCount)
  const slotEnterprise: number[] = []
  const firstSlot = new Int32Array(index.enterpriseCount + 1)
  for (let row = 0; row < index.enterpriseCount; row++) {
    const shared = new Map<number, number>()
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      const kind = index.needKind[group]!
      const slot = shared.get(kind) ?? slotEnterprise.length
      if (slot === slotEnterprise.length) slotEnterprise.push(row)
      if (kind !== NEED_KIND.essential) shared.set(kind, slot)
      groupSlot[group] = slot
    }
    firstSlot[row + 1] = slotEnterprise.length
  }
  return customerByCustomer(index, { groupSlot, slotEnterprise, firstSlot })
}

interface FoundSlots {
  readonly groupSlot: Int32Array
  readonly slotEnterprise: readonly number[]
  readonly firstSlot: Int32Array
}

/** Felt slots first, in the order of `byLinks`. */
function customerByCustomer(index: IndexedChain, { groupSlot, slotEnterprise, firstSlot }: FoundSlots): Slots {
  const links = feltLinks(index, groupSlot, slotEnterprise.length)
  const purchases = new Int32Array(index.enterpriseCount)
  links.forEach((count, slot) => (purchases[slotEnterprise[slot]!]! += count))
  const numberOf = new Int32Array(links.length)
  let feltSlotCount = 0
  for (const row of byLinks(purchases)) {
    for (let slot = firstSlot[row]!; slot < firstSlot[row + 1]!; slot++)
      if (links[slot]! > 0) numberOf[slot] = feltSlotCount++
  }
  let count = feltSlotCount
  links.forEach((felt, slot) => {
    if (felt === 0) numberOf[slot] = count++
  })
  const renumbered = new Int32Array(links.length)
  numberOf.forEach((number, slot) => (renumbered[number] = slotEnterprise[slot]!))
  return { groupSlot: groupSlot.map((slot) => numberOf[slot]!), slotEnterprise: renumbered, feltSlotCount }
}

/** [slots] links with flow into each; 0 where nothing is ever missing. */
function feltLinks(index: IndexedChain, groupSlot: Int32Array, slotCount: number): Int32Array {
  const links = new Int32Array(slotCount)
  for (let link = 0; link < index.linkCount; link++) {
    const group = index.linkGroup[link]!
    if (index.flow[link]! > 0 && index.needKind[group] !== NEED_KIND.negligible) links[groupSlot[group]!]!++
  }
  return links
}

/** As in the coefficients. */
interface Offered {
  readonly offerStart: Int32Array
  readonly ownOffers: Int32Array
  /** [links] offer that the link belongs to; any where there is no flow. */
  readonly linkOffer: Int32Array
}

/** Links with flow, seller by seller in the order of `byLinks`, and offer by offer there. */
export function salesOf(index: IndexedChain, { offerStart, ownOffers, linkOffer }: Offered, { groupSlot }: Slots) {
  const sold = new Int32Array(ownOffers.length)
  const soldBy = new Int32Array(index.enterpriseCount)
  for (let link = 0; link < index.linkCount; link++) {
    if (!(index.flow[link]! > 0)) continue
    sold[linkOffer[link]!]!++
    soldBy[index.linkFrom[link]!]!++
  }
  const saleStart = new Int32Array(ownOffers.length)
  let saleCount = 0
  for (const row of byLinks(soldBy)) {
    for (let own = offerStart[row]!; own < offerStart[row + 1]!; own++) {
      saleStart[ownOffers[own]!] = saleCount
      saleCount += sold[ownOffers[own]!]!
    }
  }
  const saleEnd = saleStart.slice()
  const saleFlow = new Float64Array(saleCount)
  const saleSlot = new Int32Array(saleCount)
  for (let link = 0; link < index.linkCount; link++) {
    if (!(index.flow[link]! > 0)) continue
    const sale = saleEnd[linkOffer[link]!]!++
    saleFlow[sale] = index.flow[link]!
    saleSlot[sale] = groupSlot[index.linkGroup[link]!]!
  }
  return { saleCount, saleStart, saleEnd, saleFlow, saleSlot }
}
