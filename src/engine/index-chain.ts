import type { AssumedField, Chain, ChainSettings, Role } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import { DEFAULTS } from '../model/settings.ts'
import { centralOf } from '../model/uncertain.ts'
import { solveBaseline } from './baseline.ts'
import { canonicalRows, type CanonicalRows } from './canonical-rows.ts'
import { NEED_KIND, type AssumedMarks, type IndexedChain } from './indexed-chain.ts'

const ROLE_NUMBER: Record<Role, number> = { leading: 0, core: 1, sme: 2 }
type Writable<T> = { -readonly [K in keyof T]: T[K] }

export interface IndexedChainResult {
  readonly index: IndexedChain
  readonly assumed: AssumedMarks
  /** OUTPUT_ZERO, PURCHASES_TOO_LARGE, SHARES: with any of severity error the index must not be run. */
  readonly problems: Problem[]
}

/**
 * The chain as typed arrays, with its baseline (docs/model.md 1): flows that nobody gave are derived and marked.
 * The result does not depend on the order of rows in the file, to the bit.
 */
export function indexChain(chain: Chain): IndexedChainResult {
  const rows = canonicalRows(chain)
  const index = emptyIndex(chain, rows)
  const assumed = emptyMarks(index)
  fillEnterprises(index, assumed, rows)
  fillGroupsAndLinks(index, assumed, rows)
  const problems = solveBaseline(index, assumed, rows, settingsOf(chain))
  fillOutLinks(index)
  return { index, assumed, problems }
}

/** Settings of the chain with the defaults of the format. */
export function settingsOf(chain: Chain): Required<ChainSettings> {
  return {
    restock: chain.settings?.restock ?? DEFAULTS.restock,
    purchasesRatio: chain.settings?.purchasesRatio ?? DEFAULTS.purchasesRatio,
    unlistedShare: chain.settings?.unlistedShare ?? DEFAULTS.unlistedShare,
  }
}

function emptyIndex(chain: Chain, rows: CanonicalRows): Writable<IndexedChain> {
  const enterprises = rows.enterprises.length
  const all = rows.groups.flat()
  const links = all.reduce((sum, group) => sum + group.links.length, 0)
  return {
    enterpriseCount: enterprises,
    groupCount: all.length,
    linkCount: links,
    enterpriseIds: rows.enterprises.map((enterprise) => enterprise.id),
    groupProducts: all.map((group) => group.product),
    linkIds: all.flatMap((group) => group.links.map((link) => link.id)),
    output: new Float64Array(enterprises),
    finalDemand: new Float64Array(enterprises),
    spare: new Float64Array(enterprises),
    role: new Uint8Array(enterprises),
    groupStart: new Int32Array(enterprises + 1),
    groupEnterprise: new Int32Array(all.length),
    need: new Float64Array(all.length),
    outside: new Float64Array(all.length),
    cover: new Float64Array(all.length),
    needKind: new Uint8Array(all.length),
    theta: new Float64Array(all.length),
    linkStart: new Int32Array(all.length + 1),
    linkFrom: new Int32Array(links),
    linkGroup: new Int32Array(links),
    flow: new Float64Array(links),
    lead: new Int32Array(links),
    outStart: new Int32Array(enterprises + 1),
    outLinks: new Int32Array(links),
    linkProduct: new Int32Array(links),
    productCount: 0,
    restock: settingsOf(chain).restock,
  }
}

function emptyMarks(index: IndexedChain): AssumedMarks {
  return {
    output: new Uint8Array(index.enterpriseCount),
    finalDemand: new Uint8Array(index.enterpriseCount),
    flow: new Uint8Array(index.linkCount),
    outside: new Uint8Array(index.groupCount),
    cover: new Uint8Array(index.groupCount),
    lead: new Uint8Array(index.linkCount),
  }
}

function fillEnterprises(index: IndexedChain, assumed: AssumedMarks, rows: CanonicalRows): void {
  rows.enterprises.forEach((enterprise, row) => {
    index.spare[row] = enterprise.spareCapacity ?? DEFAULTS.spareCapacity
    index.role[row] = ROLE_NUMBER[enterprise.role]
    const isDerived = enterprise.finalDemand === undefined || enterprise.assumed?.includes('finalDemand') === true
    assumed.finalDemand[row] = isDerived ? 1 : 0
  })
}

function fillGroupsAndLinks(index: Writable<IndexedChain>, assumed: AssumedMarks, rows: CanonicalRows): void {
  const products = new Map<string, number>()
  let group = 0
  let link = 0
  rows.groups.forEach((ofEnterprise, row) => {
    index.groupStart[row] = group
    for (const { product, input, links } of ofEnterprise) {
      if (!products.has(product)) products.set(product, products.size)
      index.groupEnterprise[group] = row
      index.cover[group] = centralOf(input?.coverDays ?? DEFAULTS.coverDays)
      assumed.cover[group] = input?.coverDays === undefined || input.assumed?.includes('coverDays') ? 1 : 0
      assumed.outside[group] = input?.assumed?.includes('outsideFlow') ? 1 : 0
      index.needKind[group] = NEED_KIND[input?.need ?? DEFAULTS.need]
      index.linkStart[group] = link
      for (const supply of links) {
        index.linkFrom[link] = rows.rowOf.get(supply.from)!
        index.linkGroup[link] = group
        index.lead[link] = supply.leadDays ?? DEFAULTS.leadDays
        const isAssumed = (field: AssumedField<'supply'>): boolean =>
          supply.confidence === 'assumed' || supply.assumed?.includes(field) === true
        assumed.lead[link] = supply.leadDays === undefined || isAssumed('leadDays') ? 1 : 0
        assumed.flow[link] = isAssumed('flow') ? 1 : 0
        index.linkProduct[link] = products.get(product)!
        link++
      }
      group++
    }
  })
  index.groupStart[index.enterpriseCount] = group
  index.linkStart[index.groupCount] = link
  index.productCount = products.size
}

function fillOutLinks(index: IndexedChain): void {
  const { linkFrom, outStart, outLinks, linkCount, enterpriseCount } = index
  for (let link = 0; link < linkCount; link++) outStart[linkFrom[link]! + 1]!++
  for (let row = 0; row < enterpriseCount; row++) outStart[row + 1]! += outStart[row]!
  const next = outStart.slice()
  for (let link = 0; link < linkCount; link++) outLinks[next[linkFrom[link]!]!++] = link
}
