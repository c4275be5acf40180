/**
 * Section 1 of docs/model.md (baseline), written a second time for clarity: plain objects, no typed arrays, no look at src/engine.
 */
import type { Chain, Input, Supply } from '../../src/model/chain.ts'
import { centralOf } from '../../src/model/uncertain.ts'

export interface SlowLink {
  readonly id: string
  readonly from: SlowFirm
  readonly group: SlowGroup
  readonly lead: number
  /** Value per day, 0 for a backup. */
  flow: number
}

export interface SlowGroup {
  readonly firm: SlowFirm
  readonly product: string
  readonly kind: 'essential' | 'partial' | 'negligible'
  readonly cover: number
  readonly links: SlowLink[]
  outside: number
  need: number
  theta: number
}

export interface SlowFirm {
  readonly id: string
  readonly spare: number
  readonly groups: SlowGroup[]
  readonly linksOut: SlowLink[]
  finalDemand: number
  output: number
}

export interface SlowChain {
  /** In document order; their groups are in order of product. */
  readonly firms: readonly SlowFirm[]
  readonly links: readonly SlowLink[]
  readonly restock: number
}

export const groupsOf = (chain: SlowChain): SlowGroup[] => chain.firms.flatMap((firm) => firm.groups)

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const isBackup = (supply: Supply): boolean => supply.backup === true && (supply.flow ?? 0) === 0
const isMissing = (supply: Supply): boolean => supply.flow === undefined && !isBackup(supply)

/** The baseline of a chain without problems. Throws when an enterprise has no output. */
export function slowBaseline(chain: Chain): SlowChain {
  const firms = chain.enterprises.map((enterprise): SlowFirm => ({
    id: enterprise.id,
    spare: enterprise.spareCapacity ?? 0,
    groups: [],
    linksOut: [],
    finalDemand: enterprise.finalDemand ?? (hasCustomer(chain, enterprise.id) ? 0 : 1),
    output: 0,
  }))
  const firmOf = new Map(firms.map((firm) => [firm.id, firm]))
  for (const firm of firms) addGroups(chain, firm, firmOf)
  solveOutputs(chain, firms)
  for (const firm of firms) finishNeeds(firm)
  return {
    firms,
    links: firms.flatMap((firm) => firm.groups.flatMap((group) => group.links)),
    restock: chain.settings?.restock ?? 0.25,
  }
}

function hasCustomer(chain: Chain, id: string): boolean {
  return chain.supplies.some((supply) => supply.from === id && supply.to !== id && !isBackup(supply))
}

function addGroups(chain: Chain, firm: SlowFirm, firmOf: ReadonlyMap<string, SlowFirm>): void {
  const inputs = (chain.inputs ?? []).filter((input) => input.enterprise === firm.id)
  const supplies = chain.supplies.filter((supply) => supply.to === firm.id)
  const products = new Set([...inputs.map((input) => input.product), ...supplies.map((supply) => supply.product)])
  for (const product of [...products].toSorted(byCodeUnit)) {
    const input = inputs.find((row) => row.product === product)
    const group: SlowGroup = {
      firm,
      product,
      kind: input?.need ?? 'essential',
      cover: centralOf(input?.coverDays ?? 0),
      links: [],
      outside: input?.outsideFlow ?? 0,
      need: 0,
      theta: 0,
    }
    firm.groups.push(group)
    for (const supply of supplies.filter((row) => row.product === product)) {
      const from = firmOf.get(supply.from)!
      const link: SlowLink = { id: supply.id, from, group, lead: supply.leadDays ?? 1, flow: supply.flow ?? 0 }
      group.links.push(link)
      from.linksOut.push(link)
    }
    group.links.sort((a, b) => byCodeUnit(a.id, b.id))
  }
}

/** A group without any purchase (backups only, or a row that names no flow) takes no part of the purchases ratio. */
function buys(chain: Chain, group: SlowGroup): boolean {
  const isOfGroup = (row: Supply): boolean => row.to === group.firm.id && row.product === group.product
  return group.outside > 0 || chain.supplies.some((row) => isOfGroup(row) && !isBackup(row))
}

/** What a group with missing flows buys per unit of its customer's output. */
interface Derived {
  readonly group: SlowGroup
  readonly cost: number
  readonly outsideShare: number | 'given'
  /** Flow of each link without one, from what the group costs a day. */
  readonly flowOf: ReadonlyMap<SlowLink, (purchases: number) => number>
}

function derivedGroup(chain: Chain, group: SlowGroup): Derived | undefined {
  const rows = chain.supplies.filter(
    (row) => row.to === group.firm.id && row.product === group.product && !isBackup(row),
  )
  if (!rows.some(isMissing)) return undefined
  const input: Input | undefined = (chain.inputs ?? []).find(
    (row) => row.enterprise === group.firm.id && row.product === group.product,
  )
  const buying = group.firm.groups.filter((member) => buys(chain, member)).length
  const cost = input?.costShare ?? (chain.settings?.purchasesRatio ?? 0.6) / buying
  const told = sum(rows.map((row) => row.share ?? 0))
  const untold = rows.filter((row) => row.share === undefined).length
  const outsideShare = input?.outsideFlow === undefined ? outsideShareOf(chain, told, untold) : 'given'
  const flowOf = new Map<SlowLink, (purchases: number) => number>()
  for (const row of rows.filter(isMissing)) {
    const link = group.links.find((each) => each.id === row.id)!
    flowOf.set(link, (purchases) => {
      const outside = outsideShare === 'given' ? group.outside : outsideShare * purchases
      if (row.share === undefined) return Math.max(0, (1 - told) * purchases - outside) / untold
      if (untold > 0 || outsideShare !== 'given' || told === 0) return row.share * purchases
      return (row.share / told) * Math.max(0, purchases - outside)
    })
  }
  return { group, cost, outsideShare, flowOf }
}

/** Where every supplier's share is told, what is missing to 1 is bought outside; else the setting, within what is left. */
function outsideShareOf(chain: Chain, told: number, untold: number): number {
  const left = 1 - told
  if (left <= 1e-9) return 0
  const unlisted = chain.settings?.unlistedShare ?? 0.3
  if (untold === 0) return left
  return unlisted < left ? unlisted : unlisted * left
}

/** X = F + flows sold, by iteration until nothing moves by more than 1e-14 relative. */
function solveOutputs(chain: Chain, firms: readonly SlowFirm[]): void {
  const derived = firms.flatMap((firm) => firm.groups.flatMap((group) => derivedGroup(chain, group) ?? []))
  let moved = true
  for (let round = 0; moved && round < 100_000; round++) {
    moved = false
    for (const firm of firms) {
      const output = firm.finalDemand + sum(firm.linksOut.map((link) => link.flow))
      if (Math.abs(output - firm.output) > 1e-14 * output) moved = true
      firm.output = output
    }
    for (const { group, cost, flowOf } of derived) {
      for (const [link, flow] of flowOf) link.flow = flow(cost * group.firm.output)
    }
  }
  for (const { group, cost, outsideShare } of derived) {
    if (outsideShare !== 'given') group.outside = outsideShare * cost * group.firm.output
  }
  for (const firm of firms)
    if (!(firm.output > 0)) throw new Error(`expected output > 0 for ${firm.id}, got ${firm.output}`)
}

function finishNeeds(firm: SlowFirm): void {
  for (const group of firm.groups) group.need = sum(group.links.map((link) => link.flow)) + group.outside
  const all = sum(firm.groups.map((group) => group.need))
  for (const group of firm.groups) group.theta = all > 0 ? group.need / all : 0
}
