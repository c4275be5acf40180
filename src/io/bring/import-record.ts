/**
 * What an import has put into a chain, kept in the chain itself (`imports`): the rows as they came, and how rows that were there
 * looked before. With it an import can be taken out again without a trace, which is how a newer version of a table is brought in.
 */
import type { BringMapping, BroughtTable } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { BROUGHT_TABLES } from './incoming.ts'

type RowsByTable = { readonly [Table in BroughtTable]?: readonly JsonObject[] }

export interface ImportRecord {
  readonly id: string
  /** Name of the file, for a person to know it by. */
  readonly file: string
  readonly rows: RowsByTable
  readonly before: RowsByTable
  /**
   * Rows that an earlier version had, that this one has no more, and that a person had edited or deleted; as they would stand
   * without that. Should they come back, so does that. `before` has those that were there before the import.
   */
  readonly earlier?: RowsByTable
  /** Where the rows begin, among those that are not of this import. */
  readonly start: { readonly [Table in BroughtTable]?: number }
  readonly mapping?: BringMapping
}

/** The imports of a chain; what is none, as another program may have left it, is passed over. */
export function importsOf(chain: Chain): readonly ImportRecord[] {
  return (chain.imports ?? []).flatMap((each) => readRecord(each) ?? [])
}

function readRecord(value: unknown): ImportRecord | null {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.file !== 'string') return null
  const start: Partial<Record<BroughtTable, number>> = {}
  for (const table of BROUGHT_TABLES) {
    const from = isObject(value.start) ? value.start[table] : undefined
    if (typeof from === 'number' && Number.isInteger(from) && from >= 0) start[table] = from
  }
  const mapping = isMapping(value.mapping) ? { mapping: value.mapping } : {}
  const earlier = isObject(value.earlier) ? { earlier: readRows(value.earlier) } : {}
  return {
    id: value.id,
    file: value.file,
    rows: readRows(value.rows),
    before: readRows(value.before),
    start,
    ...earlier,
    ...mapping,
  }
}

function readRows(value: unknown): RowsByTable {
  const rows: Partial<Record<BroughtTable, readonly JsonObject[]>> = {}
  if (!isObject(value)) return rows
  for (const table of BROUGHT_TABLES) {
    const list = value[table]
    if (Array.isArray(list)) rows[table] = list.filter(isObject)
  }
  return rows
}

function isMapping(value: unknown): value is BringMapping {
  return (
    isObject(value) &&
    Array.isArray(value.tables) &&
    Array.isArray(value.same) &&
    value.tables.every(isTableMapping) &&
    (value.graph === undefined || isGraphMapping(value.graph))
  )
}

const isTableMapping = (value: unknown): boolean => isObject(value) && Array.isArray(value.columns)

export function freeImportId(records: readonly ImportRecord[]): string {
  const taken = new Set(records.map(({ id }) => id))
  let number = 1
  while (taken.has(`import-${number}`)) number++
  return `import-${number}`
}

function isGraphMapping(value: unknown): boolean {
  if (!isObject(value) || typeof value.isReversed !== 'boolean' || !Array.isArray(value.attributes)) return false
  return value.attributes.every((each: unknown) => {
    if (!isObject(each) || typeof each.attribute !== 'string') return false
    return (each.of === 'node' || each.of === 'edge') && (each.field === null || typeof each.field === 'string')
  })
}
