import type { BroughtTable } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import { isObject, type JsonObject } from '../check-shape.ts'

/** Tables of the chain that files can bring rows for, in the order in which they name each other. */
export const BROUGHT_TABLES = [
  'sources', 'stages', 'enterprises', 'supplies', 'inputs', 'blocks', 'scenarios', 'observations', 'notes',
] as const satisfies readonly BroughtTable[] // prettier-ignore

/** Rows by table; a row of something that is there holds only what the file says of it. */
export type IncomingRows = { readonly [Table in BroughtTable]: readonly JsonObject[] }

export const noRows = (): { [Table in BroughtTable]: JsonObject[] } => ({
  sources: [],
  stages: [],
  enterprises: [],
  supplies: [],
  inputs: [],
  blocks: [],
  scenarios: [],
  observations: [],
  notes: [],
})

/**
 * What tells a row of a table from the others; a JSON list, so that no text can look like a separator. Among the notes of a file
 * there may be what is no record.
 */
export function rowKey(table: BroughtTable, row: JsonObject): string {
  if (table === 'notes') return isObject(row) && typeof row.id === 'string' ? row.id : JSON.stringify([row])
  if (table === 'inputs') return JSON.stringify([row.enterprise, row.product])
  if (table === 'observations') return JSON.stringify([row.enterprise, row.date])
  return String(row.id)
}

export const rowsOf = (chain: Chain, table: BroughtTable): readonly JsonObject[] =>
  (chain[table] ?? []) as readonly JsonObject[]

/** Equal as JSON, whatever the order of fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((each, at) => isSame(each, other[at]))
  }
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every(
    (name) => Object.hasOwn(other, name) && isSame((one as JsonObject)[name], (other as JsonObject)[name]),
  )
}
