import type { BroughtTable, RowChange } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import { textIn, type LocalText } from '../../model/local-text.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { BROUGHT_TABLES, isSame, rowKey, rowsOf } from './incoming.ts'
import type { LocalEdits } from './take-out.ts'

/** What differs between two chains, row by row, and which rows stay as a person has edited them. */
export function rowChanges(before: Chain, after: Chain, edits: LocalEdits): RowChange[] {
  const names = new Map(
    [...before.enterprises, ...after.enterprises].map(({ id, name }) => [id, textIn(name, 'zh') || id]),
  )
  return BROUGHT_TABLES.flatMap((table) => {
    const change = (kind: RowChange['kind'], row: JsonObject, fields: RowChange['fields'] = []): RowChange => {
      const cause = table === 'blocks' && typeof row.cause === 'string' ? { cause: row.cause } : {}
      return { table, kind, id: rowKey(table, row), label: labelOf(table, row, names), ...cause, fields }
    }
    const old = new Map(rowsOf(before, table).map((row) => [rowKey(table, row), row]))
    const now = new Map(rowsOf(after, table).map((row) => [rowKey(table, row), row]))
    const editsOf = edits.fields.get(table)
    const changes: RowChange[] = []
    for (const [key, row] of now) {
      const was = old.get(key)
      if (!was) changes.push(change('added', row))
      else if (!isSame(was, row)) changes.push(change('changed', row, changedFields(was, row)))
      else if (editsOf?.has(key)) {
        changes.push(change('kept', row, [...editsOf.get(key)!].map(([name, value]) => ({ name, before: '', after: shown(value) })))) // prettier-ignore
      }
    }
    for (const [key, row] of old) if (!now.has(key)) changes.push(change('removed', row))
    return changes
  })
}

function changedFields(was: JsonObject, row: JsonObject): RowChange['fields'] {
  return [...new Set([...Object.keys(was), ...Object.keys(row)])]
    .filter((name) => !isSame(was[name], row[name]))
    .map((name) => ({ name, before: shown(was[name]), after: shown(row[name]) }))
}

const LONGEST = 60

function shown(value: unknown): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // Of a long list its beginning, which is mostly the same in both, tells less than its length.
  if (Array.isArray(value) && text.length > LONGEST) return `[${value.length}]`
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function labelOf(table: BroughtTable, row: JsonObject, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: unknown): string => names.get(String(id)) ?? String(id)
  switch (table) {
    case 'supplies':
      return `${nameOf(row.from)} → ${nameOf(row.to)}: ${shown(row.product)}`
    case 'inputs':
      return `${nameOf(row.enterprise)}: ${shown(row.product)}`
    case 'observations':
      return `${nameOf(row.enterprise)}: ${shown(row.date)}`
    case 'blocks':
      return nameOf(Object.values((row.at ?? {}) as JsonObject)[0])
    case 'notes':
      return shown(isObject(row) ? row.text : row)
    case 'stages':
    case 'enterprises':
    case 'scenarios':
      return textIn(row.name as LocalText | undefined, 'zh') || String(row.id)
    case 'sources':
      return textIn(row.title as LocalText | undefined, 'zh') || String(row.id)
  }
}
