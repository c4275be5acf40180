import type { Chain } from '../../model/chain.ts'
import { CHAIN_SHAPE, type Field, type IdTable, type RecordShape } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'

type Visit = (table: IdTable, id: string) => void

/** Visits every id that a row names, by the table of fields. @param table field of the chain document */
export function visitReferences(table: keyof Chain, row: JsonObject, visit: Visit): void {
  const field = CHAIN_SHAPE.fields.get(table)
  if (field?.kind === 'rows') visitRecord(row, field.of, visit)
}

function visitRecord(record: JsonObject, { fields }: RecordShape, visit: Visit): void {
  for (const [name, field] of fields) if (record[name] !== undefined) visitField(record[name], field, visit)
}

function visitField(value: unknown, field: Field, visit: Visit): void {
  if (field.kind === 'reference' && typeof value === 'string') visit(field.to, value)
  else if (field.kind === 'references' && Array.isArray(value)) {
    for (const id of value) if (typeof id === 'string') visit(field.to, id)
  } else if ((field.kind === 'record' || field.kind === 'oneOf') && isObject(value)) visitRecord(value, field.of, visit)
  else if (field.kind === 'rows' && Array.isArray(value)) {
    for (const row of value) if (isObject(row)) visitRecord(row, field.of, visit)
  }
}
