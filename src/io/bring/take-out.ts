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
  /** What to remember of rows that come no more, by table and key. */
  readonly settled: ReadonlyMap<BroughtTable, ReadonlyMap<string, SettledRow>>
}

/** A row on which a person may have decided. */
export interface SettledRow {
  /** As it would stand in the chain without the edits. */
  readonly plain: JsonObject
  /** As it was before the import; null for a row of the import's own, and for one that is deleted. */
  readonly original: JsonObject | null
}

/** Takes an import out of the chain, and notes what has been edited in its rows. */
export function takeOut(chain: Chain, record: ImportRecord | null): TakenOut {
  const fields = new Map<BroughtTable, ReadonlyMap<string, FieldEdits>>()
  const deleted = new Map<BroughtTable, ReadonlySet<string>>()
  const settled = new Map<BroughtTable, ReadonlyMap<string, SettledRow>>()
  const start: Partial<Record<BroughtTable, number>> = { ...record?.start }
  const tables: Record<string, unknown> = {}
  for (const table of BROUGHT_TABLES) {
    const imported = byKey(table, record?.rows)
    const earlier = byKey(table, record?.earlier)
    if (imported.size === 0 && earlier.size === 0) continue
    const taken = takeTable(table, rowsOf(chain, table), { imported, earlier, before: byKey(table, record?.before) })
    if (taken.firstOwn !== null) start[table] = taken.firstOwn
    fields.set(table, taken.edits)
    deleted.set(table, taken.missing)
    settled.set(table, taken.settled)
    tables[table] = taken.kept
  }
  return { base: withoutEmptied({ ...chain, ...tables }, tables, chain), edits: { fields, deleted }, start, settled }
}

interface Recorded {
  readonly imported: ReadonlyMap<string, JsonObject>
  readonly earlier: ReadonlyMap<string, JsonObject>
  readonly before: ReadonlyMap<string, JsonObject>
}

function takeTable(table: BroughtTable, rows: readonly JsonObject[], { imported, earlier, before }: Recorded) {
  const edits = new Map<string, FieldEdits>()
  const settled = new Map<string, SettledRow>()
  const kept: JsonObject[] = []
  const missing = new Set([...imported.keys(), ...earlier.keys()])
  let firstOwn: number | null = null
  for (const row of rows) {
    const key = rowKey(table, row)
    const came = imported.get(key)
    const plain = came ?? earlier.get(key)
    if (!plain) {
      kept.push(row)
      continue
    }
    missing.delete(key)
    const original = before.get(key)
    if (original) {
      const ofRow = came ? editsOf(row, { ...original, ...came }) : new Map([...editsOf(row, plain), ...editsOf(row, original)]) // prettier-ignore
      if (ofRow.size > 0) edits.set(key, ofRow)
      settled.set(key, { plain: withoutEdits(original, { ...original, ...plain }, ofRow), original })
      kept.push(came ? reverted(row, came, original) : row)
    } else {
      const ofRow = editsOf(row, plain)
      firstOwn ??= kept.length
      // What the newest version had no more has stayed for an edit, and stays without it.
      if (ofRow.size > 0 || !came) {
        edits.set(key, ofRow)
        settled.set(key, { plain, original: null })
      }
    }
  }
  for (const key of missing) settled.set(key, { plain: (imported.get(key) ?? earlier.get(key))!, original: null })
  return { edits, settled, kept, missing, firstOwn }
}

/** A row that was there before, as it is without the import and without the edits: an edited field as it had come. */
function withoutEdits(original: JsonObject, came: JsonObject, edits: FieldEdits): JsonObject {
  const row = { ...original }
  for (const name of edits.keys()) {
    if (name in came) row[name] = came[name]
    else delete row[name]
  }
  return row
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
