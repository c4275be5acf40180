import type { BroughtTable } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { IdTable } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import type { ImportRecord } from './import-record.ts'
import { BROUGHT_TABLES, rowKey, rowsOf, type IncomingRows } from './incoming.ts'
import { visitReferences } from './references.ts'
import type { FieldEdits, SettledRow, TakenOut } from './take-out.ts'

export interface PutIn {
  readonly chain: Chain
  readonly record: Pick<ImportRecord, 'rows' | 'before' | 'earlier' | 'start'>
}

interface TablePut {
  readonly rows: JsonObject[]
  readonly before: JsonObject[]
  readonly start: number
}

/**
 * Lays incoming rows over a chain: rows that are there get the fields that came, others are inserted in one piece. Local edits win;
 * rows that a person has deleted stay deleted, and those edited or used stay although the file has them no more.
 * @param current the chain before the earlier version was taken out
 */
export function putIn(incoming: IncomingRows, taken: TakenOut, current: Chain): PutIn {
  const { base, edits, settled, start } = taken
  const put = new Map<BroughtTable, TablePut>()
  for (const table of BROUGHT_TABLES) {
    const ofTable = {
      came: new Map(incoming[table].map((row) => [rowKey(table, row), row])),
      edits: edits.fields.get(table) ?? new Map<string, FieldEdits>(),
      deleted: edits.deleted.get(table) ?? new Set<string>(),
      settled: settled.get(table),
      start: start[table],
    }
    put.set(table, putTable(table, ofTable, { base, current }))
  }
  const rows = new Map(Array.from(put, ([table, each]) => [table, each.rows]))
  // Where no earlier version was taken out, nothing has been deleted from it and nothing was lost.
  if (edits.deleted.size > 0) {
    dropDangling(rows, incoming)
    restoreUsed(rows, base, current)
  }
  const filled = [...rows].filter(([table, list]) => list.length > 0 || base[table] !== undefined)
  const byTable = <T>(of: (each: TablePut, table: BroughtTable) => T) =>
    Object.fromEntries(
      Array.from(put, ([table, each]) => [table, of(each, table)] as const).filter(([, value]) => hasContent(value)),
    )
  const gone = new Map(BROUGHT_TABLES.map((table) => [table, comeNoMore(table, incoming, taken)]))
  const earlier = byTable((_, table) => gone.get(table)!.map(({ plain }) => plain))
  return {
    chain: { ...base, ...(Object.fromEntries(filled) as Partial<Chain>) },
    record: {
      rows: byTable((_, table) => incoming[table]),
      before: byTable((each, table) => [...each.before, ...gone.get(table)!.flatMap(({ original }) => original ?? [])]),
      ...(Object.keys(earlier).length > 0 ? { earlier } : {}),
      start: byTable((each) => each.start),
    },
  }
}

/** Rows that this version has no more, and that a person has edited or deleted. */
function comeNoMore(table: BroughtTable, incoming: IncomingRows, { settled, edits }: TakenOut): SettledRow[] {
  const came = new Set(incoming[table].map((row) => rowKey(table, row)))
  return [...(settled.get(table) ?? [])].flatMap(([key, row]) => {
    const isDecided = edits.fields.get(table)?.has(key) === true || edits.deleted.get(table)?.has(key) === true
    return isDecided && !came.has(key) ? [row] : []
  })
}

const hasContent = (value: unknown): boolean => !Array.isArray(value) || value.length > 0

interface OfTable {
  readonly came: ReadonlyMap<string, JsonObject>
  readonly edits: ReadonlyMap<string, FieldEdits>
  readonly deleted: ReadonlySet<string>
  readonly settled: ReadonlyMap<string, SettledRow> | undefined
  readonly start: number | undefined
}

function putTable(
  table: BroughtTable,
  of: OfTable,
  { base, current }: { readonly base: Chain; readonly current: Chain },
): TablePut {
  const before: JsonObject[] = []
  const there = new Set<string>()
  const known = rowsOf(base, table).map((row) => {
    const key = rowKey(table, row)
    there.add(key)
    const came = of.came.get(key)
    if (!came) return row
    before.push(of.settled?.get(key)?.original ?? row)
    return edited({ ...row, ...came }, of.edits.get(key))
  })
  const fresh = [...of.came].filter(([key]) => !there.has(key) && !of.deleted.has(key))
  const stays = rowsOf(current, table).filter((row) => {
    const key = rowKey(table, row)
    return of.edits.has(key) && !of.came.has(key) && !there.has(key)
  })
  const start = Math.min(of.start ?? known.length, known.length)
  const put = fresh.map(([key, row]) => edited(row, of.edits.get(key)))
  return { rows: [...known.slice(0, start), ...put, ...stays, ...known.slice(start)], before, start }
}

function edited(row: JsonObject, edits: FieldEdits | undefined): JsonObject {
  if (!edits) return row
  const names = [...new Set([...Object.keys(row), ...edits.keys()])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = edits.has(name) ? edits.get(name) : row[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

type Rows = Map<BroughtTable, JsonObject[]>

/** Rows of the file that name something a person has deleted stay away with it. */
function dropDangling(rows: Rows, incoming: IncomingRows): void {
  for (const table of BROUGHT_TABLES) {
    if (incoming[table].length === 0) continue
    const came = new Set(incoming[table].map((row) => rowKey(table, row)))
    const ids = idsOf(rows)
    const kept = rows
      .get(table)!
      .filter((row) => !came.has(rowKey(table, row)) || missingIn(table, row, ids).length === 0)
    rows.set(table, kept)
  }
}

/** Rows that the file has no more, but that something else in the chain still names, stay. */
function restoreUsed(rows: Rows, base: Chain, current: Chain): void {
  const lost = new Map(
    BROUGHT_TABLES.map((table) => [table, new Map(rowsOf(current, table).map((row) => [rowKey(table, row), row]))]),
  )
  for (;;) {
    const ids = idsOf(rows)
    const missing = [...BROUGHT_TABLES, 'lists' as const].flatMap((table) => {
      const list = table === 'lists' ? (base.lists ?? []) : rows.get(table)!
      return (list as readonly JsonObject[]).flatMap((row) => missingIn(table, row, ids))
    })
    const restored = missing.filter(({ table, id }) => restore(rows, lost, table as BroughtTable, id))
    if (restored.length === 0) return
  }
}

function restore(
  rows: Rows,
  lost: ReadonlyMap<BroughtTable, Map<string, JsonObject>>,
  table: BroughtTable,
  id: string,
): boolean {
  const row = lost.get(table)?.get(id)
  if (!row) return false
  lost.get(table)!.delete(id)
  rows.get(table)!.push(row)
  return true
}

const idsOf = (rows: Rows): ReadonlyMap<string, ReadonlySet<unknown>> =>
  new Map(
    Array.from(rows, ([table, list]) => [table, new Set(list.map((row) => (isObject(row) ? row.id : undefined)))]),
  )

function missingIn(table: BroughtTable | 'lists', row: JsonObject, ids: ReadonlyMap<string, ReadonlySet<unknown>>) {
  const missing: { readonly table: IdTable; readonly id: string }[] = []
  visitReferences(table, row, (to, id) => {
    if (!ids.get(to)?.has(id)) missing.push({ table: to, id })
  })
  return missing
}
