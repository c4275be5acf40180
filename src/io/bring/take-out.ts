import type { BroughtTable } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { JsonObject } from '../check-shape.ts'
import { BROUGHT_TABLES, isSame, rowKey, rowsOf } from './incoming.ts'
import type { ImportRecord } from './import-record.ts'

/** What a person has changed in the rows of an import since it came; `undefined` = took the field out. */
export type FieldEdits = ReadonlyMap<string, unknown>

export interface LocalEdits {
  /** By table and key of the row. */
  readonly fields: ReadonlyMap<BroughtTable, ReadonlyMap<string, FieldEdits>>
  /** Rows that a person has deleted. */
  readonly deleted: ReadonlyMap<BroughtTable, ReadonlySet<string>>
}

export interface TakenOut {
  /** The chain as if the import had never been, but for the edits of rows that were there before it. */
  readonly base: Chain
  readonly edits: LocalEdits
  readonly start: { readonly [Table in BroughtTable]?: number }
  /** Rows that this import or an earlier version of it has made, as they came, by table and key. */
  readonly own: ReadonlyMap<BroughtTable, ReadonlyMap<string, JsonObject>>
}

/** Takes an import out of the chain, and notes what has been edited in its rows. */
export function takeOut(chain: Chain, record: ImportRecord | null): TakenOut {
  const fields = new Map<BroughtTable, Map<string, FieldEdits>>()
  const deleted = new Map<BroughtTable, Set<string>>()
  const start: Partial<Record<BroughtTable, number>> = { ...record?.start }
  const own = new Map<BroughtTable, ReadonlyMap<string, JsonObject>>()
  const tables: Record<string, unknown> = {}
  for (const table of BROUGHT_TABLES) {
    const imported = byKey(table, record?.rows)
    const earlier = byKey(table, record?.earlier)
    if (imported.size === 0 && earlier.size === 0) continue
    const before = byKey(table, record?.before)
    own.set(table, new Map([...earlier, ...[...imported].filter(([key]) => !before.has(key))]))
    const ofTable = new Map<string, FieldEdits>()
    const kept: JsonObject[] = []
    const missing = new Set([...imported.keys(), ...earlier.keys()])
    let firstOwn: number | null = null
    for (const row of rowsOf(chain, table)) {
      const key = rowKey(table, row)
      const came = imported.get(key) ?? earlier.get(key)
      if (came) {
        missing.delete(key)
        const original = before.get(key)
        const edits = editsOf(row, original ? { ...original, ...came } : came)
        // What the newest version had no more has stayed for an edit, and stays without it.
        if (edits.size > 0 || !imported.has(key)) ofTable.set(key, edits)
        if (original) kept.push(reverted(row, came, original))
        else firstOwn ??= kept.length
      } else kept.push(row)
    }
    if (firstOwn !== null) start[table] = firstOwn
    fields.set(table, ofTable)
    deleted.set(table, missing)
    tables[table] = kept
  }
  return { base: withoutEmptied({ ...chain, ...tables }, tables, chain), edits: { fields, deleted }, start, own }
}

const byKey = (table: BroughtTable, rows: ImportRecord['earlier']): Map<string, JsonObject> =>
  new Map((rows?.[table] ?? []).map((row) => [rowKey(table, row), row]))

/** A table that only the import had filled is absent again, unless the chain cannot be without it. */
function withoutEmptied(base: Chain, tables: Readonly<Record<string, unknown>>, chain: Chain): Chain {
  const needed = new Set(['stages', 'enterprises', 'supplies'])
  const isEmptied = (name: string): boolean =>
    !needed.has(name) &&
    name in tables &&
    rowsOf(base, name as BroughtTable).length < Math.min(1, rowsOf(chain, name as BroughtTable).length)
  return Object.fromEntries(Object.entries(base).filter(([name]) => !isEmptied(name))) as unknown as Chain
}

function editsOf(row: JsonObject, came: JsonObject): Map<string, unknown> {
  const edits = new Map<string, unknown>()
  for (const name of new Set([...Object.keys(row), ...Object.keys(came)])) {
    if (!isSame(row[name], came[name])) edits.set(name, row[name])
  }
  return edits
}

/** Fields that the import has set go back to what they were; edited ones stay. */
function reverted(row: JsonObject, came: JsonObject, original: JsonObject): JsonObject {
  const names = [...new Set([...Object.keys(original), ...Object.keys(row)])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const isImported = name in came && isSame(row[name], came[name])
      const value = isImported ? original[name] : row[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
