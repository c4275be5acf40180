/** What the file does not say and the chain needs: roles, stages, products, shares that fit. Each is said once, with how many it is. */
import type { Chain } from '../../model/chain.ts'
import { tierName } from '../../model/new-chain.ts'
import type { ProblemCode } from '../../model/problem.ts'
import type { ColumnFieldId } from '../../model/bring.ts'
import type { JsonObject } from '../check-shape.ts'
import { middleOf } from '../middle-of.ts'
import { tiersOf } from '../formats/graph-tiers.ts'
import type { Placed, PlacedEnterprise, Tables } from './tables.ts'

/** Most stages made from the links alone: about what a map shows side by side. */
const MOST_TIERS = 24
/** Shares that add up to this are rounded percentages. */
const MOST_SHARES = 1.02 + 1e-9

interface Filled {
  readonly stages: JsonObject[]
  readonly enterprises: JsonObject[]
  readonly supplies: JsonObject[]
}

export function fillGaps(tables: Tables, base: Chain): Filled {
  const fresh = [...tables.enterprises.values()].filter(({ isNew }) => isNew)
  sayCount(fresh.filter(({ row }) => row.role === undefined), fresh.length, { code: 'NO_ROLE', field: 'role' }) // prettier-ignore
  const { stages, stageOf } = stagesFor(tables, base)
  const enterprises = [...tables.enterprises.values()].map(({ row, isNew }) => {
    const stage = stageOf.get(String(row.id))
    return {
      ...row,
      ...(isNew && row.role === undefined ? { role: 'sme' } : {}),
      ...(stage === undefined ? {} : { stage }),
    }
  })
  return { stages, enterprises, supplies: supplyRows(tables, base, { stageOf, stages }) }
}

function sayCount(
  rows: readonly Placed[],
  of: number,
  { code, field }: { readonly code: ProblemCode; readonly field: ColumnFieldId },
): void {
  rows[0]?.tableRow.say(field, { code, severity: 'warning', found: `${rows.length} / ${of}` })
}

interface Stages {
  readonly stages: JsonObject[]
  /** Stage of each enterprise for which the file gives or needs one. */
  readonly stageOf: ReadonlyMap<string, string>
}

function stagesFor(tables: Tables, base: Chain): Stages {
  const rows = [...tables.enterprises.values()]
  const tierOf = tiersByLinks(rows, tables)
  const idByName = stageNames(base)
  const made = new Map<string, { name: unknown; tiers: number[] }>()
  const stageOf = new Map<string, string>()
  for (const { row, isNew } of rows) {
    const id = String(row.id)
    const tier = tierOf.get(id)
    const named = typeof row.stage === 'string' ? row.stage : null
    if (named === null && !isNew) continue
    const stage = named === null ? gapStage(tier) : (idByName.get(named) ?? named)
    stageOf.set(id, stage)
    if (idByName.has(stage)) continue
    const entry = made.get(stage) ?? { name: named ?? gapName(tier), tiers: [] }
    if (tier !== undefined) entry.tiers.push(tier)
    made.set(stage, entry)
  }
  const without = rows.filter(({ row, isNew }) => isNew && row.stage === undefined)
  sayCount(without, rows.length, { code: 'NO_STAGE', field: 'stage' })
  return { stages: stageRows(made, rows, base), stageOf }
}

/** Stages in order; one that no link places comes further upstream than all before it. */
function stageRows(
  made: ReadonlyMap<string, { readonly name: unknown; readonly tiers: readonly number[] }>,
  rows: readonly PlacedEnterprise[],
  base: Chain,
): JsonObject[] {
  let highest = base.stages.reduce((most, { tier }) => Math.max(most, tier), -1)
  for (const { tiers } of made.values()) highest = Math.max(highest, ...tiers.slice(0, 1))
  const unplaced: string[] = []
  const stages = Array.from(made, ([id, { name, tiers }]): JsonObject => {
    if (tiers.length === 0) unplaced.push(id)
    return { id, name, tier: tiers.length === 0 ? ++highest : middleOf(tiers) }
  })
  const first = rows.find(({ row }) => unplaced.includes(String(row.stage)))
  first?.tableRow.say('stage', { code: 'NO_TIER', severity: 'warning', found: unplaced.slice(0, 5).join(', ') })
  return stages.toSorted((one, other) => Number(one.tier) - Number(other.tier))
}

/** Rows of links count only where the file has links: without any, nothing says what lies upstream. */
function tiersByLinks(rows: readonly PlacedEnterprise[], { supplies }: Tables): ReadonlyMap<string, number> {
  const rowOf = new Map(rows.map(({ row }, at) => [String(row.id), at]))
  const ends = Array.from(supplies.values(), ({ row }): readonly [number, number] => [
    rowOf.get(String(row.from)) ?? -1,
    rowOf.get(String(row.to)) ?? -1,
  ])
  const linked = new Set(ends.flat())
  const tiers = tiersOf(rows.length, ends, MOST_TIERS)
  return new Map(rows.flatMap(({ row }, at) => (linked.has(at) ? [[String(row.id), tiers[at]!] as const] : [])))
}

/** Ids of stages by id and by name. */
export function stageNames(base: Chain): ReadonlyMap<string, string> {
  const byName = new Map(base.stages.map(({ id }) => [id, id]))
  for (const { id, name } of base.stages) {
    const names = typeof name === 'string' ? [name] : [name.zh, name.en]
    for (const each of names) if (each !== undefined && !byName.has(each)) byName.set(each, id)
  }
  return byName
}

const gapStage = (tier: number | undefined): string => (tier === undefined ? 'no-stage' : `tier-${tier}`)

const gapName = (tier: number | undefined) =>
  tier === undefined ? { zh: '未分环节', en: 'no stage given' } : tierName(tier)

/** A link without a product carries the supplier's stage where the file names stages, else its name. */
function supplyRows(tables: Tables, base: Chain, { stageOf, stages }: Stages): JsonObject[] {
  const all = [...tables.supplies.values()]
  sayCount(all.filter(({ row }) => row.product === ''), all.length, { code: 'NO_PRODUCT', field: 'product' }) // prettier-ignore
  const baseRows = new Map(base.enterprises.map((row) => [row.id, row]))
  const stageName = new Map(stages.map(({ id, name }) => [String(id), name]))
  const standIn = (from: string): string => {
    const stage = stageOf.get(from)
    const named = stage === undefined ? undefined : stageName.get(stage)
    if (typeof named === 'string') return named
    const name = tables.enterprises.get(from)?.row.name ?? baseRows.get(from)?.name
    return typeof name === 'string' ? name : from
  }
  const rows = all.map(({ row }) => (row.product === '' ? { ...row, product: standIn(String(row.from)) } : row))
  return withoutTooLargeShares(rows, all, base)
}

/** Shares of one product that add up to more than everything mean nothing; they are taken out of this file's rows, and said. */
function withoutTooLargeShares(rows: readonly JsonObject[], all: readonly Placed[], base: Chain): JsonObject[] {
  const sums = new Map<string, number>()
  const incoming = new Set(rows.map(({ id }) => id))
  const before = (base.supplies as readonly unknown[] as readonly JsonObject[]).filter(({ id }) => !incoming.has(id))
  for (const { to, product, share, backup } of [...before, ...rows]) {
    if (typeof share !== 'number' || backup === true) continue
    const group = JSON.stringify([to, product])
    sums.set(group, (sums.get(group) ?? 0) + share)
  }
  return rows.map((row, at) => {
    const sum = sums.get(JSON.stringify([row.to, row.product])) ?? 0
    if (row.share === undefined || sum <= MOST_SHARES) return row
    const found = `${String(row.to)}: ${String(row.product)} = ${Number(sum.toPrecision(6))}`
    all[at]!.tableRow.say('share', { code: 'SHARES', severity: 'warning', found, expected: '<= 1' })
    const { share: _, ...rest } = row
    return rest
  })
}
