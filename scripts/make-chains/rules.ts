/** The written rules by which figures that nobody published are derived; explained in graph-data/README.md. */
import type { Confidence, NeedKind, Role } from '../../src/model/chain.ts'
import type { Product, ProductKind, Region } from './facts.ts'

/** Days by road: same province, same part of the country, another part, the far north-west. */
const ROAD = { province: 1, zone: 2, country: 3, northwest: 5 } as const
/** Days by sea with customs; continents apart 30. */
const SEA = { near: 7, south: 10, withinEurope: 4, sameCountry: 2, apart: 30 } as const
/** Days by air with customs. */
const AIR = 5

/** Lead time in days by distance of regions and kind of freight. */
export function leadDaysOf(from: Region, to: Region, freight: Product['freight']): number {
  if (freight === 'data') return 1
  if (from.province !== '' && to.province !== '') return byRoad(from, to)
  if (from.en === to.en) return SEA.sameCountry
  if (from.zone === 'europe' && to.zone === 'europe') return SEA.withinEurope
  if (freight === 'air') return AIR
  return bySea(from, to)
}

function byRoad(from: Region, to: Region): number {
  if (from.province === to.province) return ROAD.province
  if (from.zone === to.zone) return ROAD.zone
  return [from.zone, to.zone].includes('northwest') ? ROAD.northwest : ROAD.country
}

const isNear = ({ province, zone }: Region): boolean => province !== '' || zone === 'nearsea'

function bySea(from: Region, to: Region): number {
  if (isNear(from) && isNear(to)) return SEA.near
  const isAsian = (region: Region): boolean => isNear(region) || region.zone === 'southsea'
  return isAsian(from) && isAsian(to) ? SEA.south : SEA.apart
}

/** Days of stock beyond the longest way, by tier of the customer: raw materials are kept longer than parts at the line. */
const STOCK_BEYOND_LEAD = [2, 3, 4, 7] as const
/** A harness fits one model: no stock is kept and nobody else makes it (W13). */
const NO_STOCK_COVER = 3

export function coverDaysOf(kind: ProductKind, tier: number, longestLead: number): number {
  if (kind === 'noStock') return NO_STOCK_COVER
  return longestLead + STOCK_BEYOND_LEAD[Math.min(tier, STOCK_BEYOND_LEAD.length - 1)]!
}

const NEED_OF: Record<ProductKind, NeedKind> = {
  part: 'essential',
  noStock: 'essential',
  assortment: 'partial',
  growth: 'partial',
  capital: 'negligible',
  licence: 'negligible',
}

export const needOf = (kind: ProductKind): NeedKind => NEED_OF[kind]

const ROLE_OF: Record<string, Role> = { L: 'leading', C: 'core', S: 'sme' }

/** @throws Error on a letter that the facts do not use */
export function roleOf(letter: string): Role {
  const role = ROLE_OF[letter]
  if (!role) throw new Error(`expected L, C or S, got ${letter}`)
  return role
}

/** Room to make more: leading enterprises run close to full, others less so. */
export const spareOf = (role: Role): number => (role === 'leading' ? 0.1 : 0.2)

/** Crew-days to clear a block: a larger enterprise takes more. */
export const effortOf = (role: Role): number => ({ leading: 3, core: 2, sme: 1 })[role]

/** Sources that tell only where an enterprise belongs, or nothing in writing. */
const LIKELY = new Set(['G2', 'ATL', 'CLU'])

export const confidenceOf = (source: string): Confidence => (LIKELY.has(source) ? 'likely' : 'stated')

/** Value per day sold outside the chain by those without a listed customer: the end market, or customers whom nobody listed. */
export const finalDemandOf = (tier: number): number => (tier === 0 ? 1 : 0.1)
