import type { Chain } from '../../model/chain.ts'
import { CHAIN_SHAPE, type Field, type IdTable, type RecordShape } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'

/** The new id of every row that gets another one, by table. */
export type NewIds = ReadonlyMap<IdTable, ReadonlyMap<string, string>>

const idOf = (ids: NewIds, table: IdTable, id: unknown): unknown =>
  typeof id === 'string' ? (ids.get(table)?.get(id) ?? id) : id

/** The document with every row under its new id, and every name of a row with it. */
export function renamed(chain: Chain, ids: NewIds): Chain {
  const entries = Object.entries(chain).map(([name, value]: [string, unknown]): [string, unknown] => {
    const field = CHAIN_SHAPE.fields.get(name)
    if (name === 'notes' && Array.isArray(value)) return [name, value.map((note: unknown) => renamedNote(note, ids))]
    if (field?.kind !== 'rows' || !Array.isArray(value)) return [name, value]
    const rows = value as readonly JsonObject[]
    return [name, rows.map((row) => renamedRow(row, name, { of: field.of, ids }))]
  })
  return Object.fromEntries(entries) as unknown as Chain
}

function renamedRow(
  row: JsonObject,
  table: string,
  { of, ids }: { readonly of: RecordShape; readonly ids: NewIds },
): JsonObject {
  const own = renamedRecord(row, of, ids)
  return 'id' in own ? { ...own, id: idOf(ids, table as IdTable, own.id) } : own
}

const renamedRecord = (record: JsonObject, { fields }: RecordShape, ids: NewIds): JsonObject =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const field = fields.get(name)
      return [name, field ? renamedValue(value, field, ids) : value]
    }),
  )

function renamedValue(value: unknown, field: Field, ids: NewIds): unknown {
  switch (field.kind) {
    case 'reference':
      return idOf(ids, field.to, value)
    case 'references':
      return Array.isArray(value) ? value.map((each) => idOf(ids, field.to, each)) : value
    case 'record':
    case 'oneOf':
      return isObject(value) ? renamedRecord(value, field.of, ids) : value
    case 'rows':
      return Array.isArray(value)
        ? value.map((row: unknown) => (isObject(row) ? renamedRecord(row, field.of, ids) : row))
        : value
    case 'text':
    case 'texts':
    case 'localText':
    case 'day':
    case 'flag':
    case 'version':
    case 'number':
    case 'uncertain':
    case 'choice':
    case 'choices':
    case 'anyRows':
      return value
  }
}

const NOTE_PLACES = { enterprise: 'enterprises', supply: 'supplies', block: 'blocks' } as const

/** Notes are pinned to rows, but their shape is not the file's to check. */
function renamedNote(note: unknown, ids: NewIds): unknown {
  if (!isObject(note) || !isObject(note.at)) return note
  const { at } = note
  const entries = Object.entries(NOTE_PLACES).filter(([name]) => typeof at[name] === 'string')
  return {
    ...note,
    at: { ...at, ...Object.fromEntries(entries.map(([name, table]) => [name, idOf(ids, table, at[name])])) },
  }
}
