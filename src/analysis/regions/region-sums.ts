import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Chain } from '../../model/chain.ts'
import { ENTERPRISE_STATES, type DayView } from '../day-view.ts'
import { provinceOf } from './province-of.ts'

export interface RegionSum {
  /** Of the tile. */
  readonly id: string
  readonly enterprises: number
  /** Enterprises with a block of their own in force. */
  readonly blocked: number
  /** Enterprises that stand still because of others. */
  readonly stopped: number
  /** Normal output, value a day. */
  readonly output: number
  /** Output on the shown day over the normal one. */
  readonly level: number
}

export interface RegionFlow {
  readonly from: string
  readonly to: string
  readonly links: number
  /** Value a day, normal and on the shown day. */
  readonly flow: number
  readonly sent: number
}

/** @returns [enterprises] id of the tile of each */
export function regionsOf(chain: Chain, index: IndexedChain): readonly string[] {
  const written = new Map(chain.enterprises.map(({ id, region }) => [id, region]))
  const found = new Map<string | undefined, string>()
  return index.enterpriseIds.map((id) => {
    const region = written.get(id)
    let place = found.get(region)
    if (place === undefined) found.set(region, (place = provinceOf(region)))
    return place
  })
}

/** Sums of a day by region, most enterprises first. */
export function regionSums(index: IndexedChain, regions: readonly string[], day: DayView): RegionSum[] {
  const sums = new Map<string, { -readonly [K in keyof RegionSum]: RegionSum[K] }>()
  const stopped = ENTERPRISE_STATES.indexOf('stopped')
  regions.forEach((id, row) => {
    const sum = sums.get(id) ?? { id, enterprises: 0, blocked: 0, stopped: 0, output: 0, level: 0 }
    sums.set(id, sum)
    sum.enterprises++
    if (day.block[row]! >= 0) sum.blocked++
    if (day.state[row] === stopped) sum.stopped++
    sum.output += index.output[row]!
    sum.level += index.output[row]! * day.level[row]!
  })
  return [...sums.values()]
    .map((sum) => ({ ...sum, level: sum.output > 0 ? sum.level / sum.output : 0 }))
    .toSorted((a, b) => b.enterprises - a.enterprises || (a.id < b.id ? -1 : 1))
}

/** Flows from one region to another, largest first; what stays inside a region is a row of its own (from = to). */
export function regionFlows(index: IndexedChain, regions: readonly string[], day: DayView): RegionFlow[] {
  const flows = new Map<string, { -readonly [K in keyof RegionFlow]: RegionFlow[K] }>()
  for (let link = 0; link < index.linkCount; link++) {
    const from = regions[index.linkFrom[link]!]!
    const to = regions[index.groupEnterprise[index.linkGroup[link]!]!]!
    const key = `${from}>${to}`
    const sum = flows.get(key) ?? { from, to, links: 0, flow: 0, sent: 0 }
    flows.set(key, sum)
    sum.links++
    sum.flow += index.flow[link]!
    sum.sent += day.linkSent[link]!
  }
  return [...flows.values()].toSorted((a, b) => b.flow - a.flow)
}
