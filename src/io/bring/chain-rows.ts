/** The rows of a whole chain or graph, under the ids of the chain into which they are brought. */
import type { BroughtTable, LookAlike, SameDecision } from '../../model/bring.ts'
import type { Chain, Enterprise } from '../../model/chain.ts'
import { textIn } from '../../model/local-text.ts'
import { CHAIN_SHAPE, type Field, type IdTable, type RecordShape } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { EnterpriseNames } from './enterprise-names.ts'
import { stageNames } from './fill-gaps.ts'
import { freeIds } from './free-ids.ts'
import { BROUGHT_TABLES, noRows, rowsOf, type IncomingRows } from './incoming.ts'

type NewIds = ReadonlyMap<IdTable, ReadonlyMap<string, string>>

interface ChainRows {
  readonly additions: IncomingRows
  readonly lookAlikes: readonly LookAlike[]
  readonly same: readonly SameDecision[]
}

/**
 * @param keys what the ids of the file are: those of a chain, which mean the same everywhere, or keys of a graph of another program,
 *   which mean nothing outside it
 */
export function chainRows(chain: Chain, base: Chain, keys: 'ids' | 'keys', same: readonly SameDecision[]): ChainRows {
  const names = new EnterpriseNames(base, same)
  const enterprises = keys === 'ids' ? idsByIdentity(chain, base, names) : idsByName(chain, names)
  const stages = keys === 'ids' ? new Map<string, string>() : stageIds(chain, base)
  const supplies = keys === 'ids' ? new Map<string, string>() : supplyIds(chain, enterprises)
  const newIds: NewIds = new Map([['enterprises', enterprises], ['stages', stages], ['supplies', supplies]] as const) // prettier-ignore
  const known = new Set(base.stages.map(({ id }) => id))
  const additions = noRows()
  for (const table of BROUGHT_TABLES) {
    // Notes are pinned to a map: they stay with the chain they were written in.
    if (table === 'notes') continue
    const rows = rowsOf(chain, table).map((row) => renamed(table, row, newIds))
    additions[table] = keys === 'keys' && table === 'stages' ? rows.filter(({ id }) => !known.has(String(id))) : rows
  }
  if (keys === 'keys') additions.enterprises = additions.enterprises.map((row) => withoutGuesses(row, base))
  return { additions, lookAlikes: names.lookAlikes(), same: same.filter(({ name }) => names.asked.has(name)) }
}

/** What is only made up for a graph without roles and stages changes nothing of an enterprise that is there. */
function withoutGuesses(row: JsonObject, base: Chain): JsonObject {
  if (!base.enterprises.some(({ id }) => id === row.id)) return row
  const { stage, role, ...rest } = row
  return {
    ...rest,
    ...(typeof stage === 'string' && !/^tier-\d+$/.test(stage) ? { stage } : {}),
    ...(role === 'sme' ? {} : { role }),
  }
}

const nameOf = ({ id, name }: Enterprise): string => textIn(name, 'zh') || id

function idsByIdentity(chain: Chain, base: Chain, names: EnterpriseNames): Map<string, string> {
  const known = new Set(base.enterprises.map(({ id }) => id))
  const ids = new Map<string, string>()
  for (const row of chain.enterprises)
    if (!known.has(row.id)) ids.set(row.id, names.idOf(nameOf(row), row.code, row.id).id)
  return withoutDoubles(ids, known)
}

/** Two rows of a file are never made one: the second keeps its own id. */
function withoutDoubles(ids: Map<string, string>, known: ReadonlySet<string>): Map<string, string> {
  const taken = new Set<string>()
  for (const [from, to] of ids) {
    if (taken.has(to) && !known.has(from)) ids.set(from, from)
    taken.add(ids.get(from)!)
  }
  return ids
}

function idsByName(chain: Chain, names: EnterpriseNames): Map<string, string> {
  const taken = new Set<string>()
  const doubleId = freeIds((id) => taken.has(id))
  return new Map(
    chain.enterprises.map((row) => {
      const name = nameOf(row)
      let { id } = names.idOf(name, row.code)
      if (taken.has(id)) id = names.idOf(name, '', doubleId(`${name} #2`)).id
      taken.add(id)
      return [row.id, id]
    }),
  )
}

function stageIds(chain: Chain, base: Chain): Map<string, string> {
  const byName = stageNames(base)
  return new Map(chain.stages.map(({ id, name }) => [id, byName.get(textIn(name, 'zh')) ?? byName.get(id) ?? id]))
}

function supplyIds(chain: Chain, enterprises: ReadonlyMap<string, string>): Map<string, string> {
  const freeId = freeIds(() => false)
  return new Map(
    chain.supplies.map(({ id, from, to, product }) => {
      const base = `${enterprises.get(from) ?? from} → ${enterprises.get(to) ?? to}: ${product}`
      return [id, freeId(base)]
    }),
  )
}

function renamed(table: BroughtTable, row: JsonObject, ids: NewIds): JsonObject {
  const field = CHAIN_SHAPE.fields.get(table)
  if (field?.kind !== 'rows') throw new Error(`expected ${table} to be a table, got ${field?.kind}`)
  const own = typeof row.id === 'string' ? ids.get(table as IdTable)?.get(row.id) : undefined
  return { ...renamedRecord(row, field.of, ids), ...(own === undefined ? {} : { id: own }) }
}

function renamedRecord(record: JsonObject, { fields }: RecordShape, ids: NewIds): JsonObject {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const field = fields.get(name)
      return [name, field ? renamedValue(value, field, ids) : value]
    }),
  )
}

function renamedValue(value: unknown, field: Field, ids: NewIds): unknown {
  if (field.kind === 'reference' && typeof value === 'string') return ids.get(field.to)?.get(value) ?? value
  if (field.kind === 'references' && Array.isArray(value)) {
    return value.map((id: unknown) => (typeof id === 'string' ? (ids.get(field.to)?.get(id) ?? id) : id))
  }
  if ((field.kind === 'record' || field.kind === 'oneOf') && isObject(value)) return renamedRecord(value, field.of, ids)
  if (field.kind !== 'rows' || !Array.isArray(value)) return value
  return value.map((row: unknown) => (isObject(row) ? renamedRecord(row, field.of, ids) : row))
}
