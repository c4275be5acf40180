import type { Chain } from '../../model/chain.ts'
import type { Language, LocalText } from '../../model/local-text.ts'
import type { JsonObject } from '../check-shape.ts'
import { inFileOrder } from '../write-chain.ts'
import { shownText } from './chain-graph.ts'
import { EXTRA, flatRow, type FlatRow } from './flat-fields.ts'
import { readmeSheet } from './readme-sheet.ts'
import { resultSheets } from './result-sheets.ts'
import {
  cutExtra,
  extraColumn,
  EMPTY_TABLES,
  ROW_TABLES,
  SHEET_SHAPES,
  type RowTable,
  type SheetTable,
} from './sheet-tables.ts'
import type { SheetColumn, SheetOptions, SheetWords, WrittenSheet } from './sheet-types.ts'

/** The whole chain as sheets: an explanation, the tables, what the chain says of itself, and results of the shown scenario. */
export function sheetsOf(given: Chain, options: SheetOptions): readonly WrittenSheet[] {
  const chain = inFileOrder(given)
  const tables = ROW_TABLES.map((table) => tableSheet(chain, table, options))
  const results = resultSheets(chain, options)
  const all = [...tables.slice(0, -1), ...results, ...tables.slice(-1), chainSheet(chain, options)]
  return [readmeSheet(chain, all, options), ...all]
}

/** Columns for people: the name behind an id. */
type NamedTable = 'enterprises' | 'stages' | 'supplies'
const NAMED: Partial<Record<RowTable, Readonly<Record<string, NamedTable>>>> = {
  enterprises: { stage: 'stages' },
  supplies: { from: 'enterprises', to: 'enterprises' },
  inputs: { enterprise: 'enterprises' },
  observations: { enterprise: 'enterprises' },
  blocks: { 'at.enterprise': 'enterprises', 'at.supply': 'supplies', 'at.market': 'enterprises' },
}

function tableSheet(chain: Chain, table: RowTable, options: SheetOptions): WrittenSheet {
  const rows = ((chain[table] ?? []) as readonly unknown[] as readonly JsonObject[]).map((row) =>
    flatRow(row, shapeOf(table)),
  )
  const names = namesOf(chain, options.language)
  const columns = columnsOf(table, rows, options).flatMap((column): ShownColumn[] => {
    const field = column.field.slice(table.length + 1)
    const of = NAMED[table]?.[field]
    const heading = `${column.heading} · ${options.words.parts.name}`
    return of ? [column, { heading, field: `#${column.field}`, kind: 'text', named: { field, of } }] : [column]
  })
  return {
    id: table,
    title: options.words.sheets[table],
    columns: columns.map(({ named: _named, ...column }) => column),
    rows: rows.map((row) => {
      const cells = new Map([...row, ...cutExtra(String(row.get(EXTRA) ?? ''))])
      return columns.map(({ field, named }) => {
        if (named) return names[named.of].get(String(row.get(named.field) ?? '')) ?? null
        return cells.get(field.slice(table.length + 1)) ?? null
      })
    }),
  }
}

/** A column, or the name behind the id in another one. */
type ShownColumn = SheetColumn & { readonly named?: { readonly field: string; readonly of: NamedTable } }

function namesOf({ enterprises, stages, supplies }: Chain, language: Language) {
  const of = (rows: readonly { readonly id: string; readonly name: LocalText }[]) =>
    new Map(rows.map(({ id, name }) => [id, shownText(name, language)]))
  const names = { enterprises: of(enterprises), stages: of(stages) }
  const nameOf = (id: string): string => names.enterprises.get(id) || id
  const links = supplies.map(
    ({ id, from, to }) => [id, shownText(`${nameOf(from)} → ${nameOf(to)}`, language)] as const,
  )
  return { ...names, supplies: new Map(links) }
}

const shapeOf = (table: SheetTable) => SHEET_SHAPES.get(table)!

/** Every column of the table but the forms of a text or a range that no row uses. */
function columnsOf(table: SheetTable, rows: readonly FlatRow[], options: SheetOptions): readonly SheetColumn[] {
  const { columns, byField } = shapeOf(table)
  const used = new Set<string>()
  for (const row of rows) for (const name of row.keys()) used.add(name)
  const shown = columns.filter(({ name, field, part }) => {
    if (used.has(name)) return true
    const forms = byField.get(field)!
    if (forms.length === 1 || !forms.some((form) => form.part === null)) return true
    // Nobody uses the field: one form is offered, for a text the language of the workbook.
    if (forms.some((form) => used.has(form.name))) return false
    return forms.some((form) => form.part === options.language) ? part === options.language : part === null
  })
  const pieces = rows.reduce((most, row) => Math.max(most, cutExtra(String(row.get(EXTRA) ?? '')).length), 0)
  return [
    ...shown.map(({ name, kind, field, part, choices }) => ({
      heading: headingOf(field, part, options.words),
      field: `${table}.${name}`,
      kind,
      ...(choices && { choices }),
    })),
    ...Array.from({ length: pieces }, (_, piece) => ({
      heading: options.words.fields[EXTRA] ?? EXTRA,
      field: `${table}.${extraColumn(piece)}`,
      kind: 'json' as const,
    })),
  ]
}

function headingOf(field: string, part: string | null, { fields, parts }: SheetWords): string {
  const heading = fields[field] ?? field
  return part === null ? heading : `${heading} · ${parts[part] ?? part}`
}

function chainSheet(chain: Chain, options: SheetOptions): WrittenSheet {
  const row = flatRow(chain as unknown as JsonObject, shapeOf('chain'))
  const columns = columnsOf('chain', [row], options)
  const empty = ROW_TABLES.filter((table) => isEmptyTable(chain[table])).join('; ')
  const cells = new Map([...row, ...cutExtra(String(row.get(EXTRA) ?? ''))])
  const field = `chain.${EMPTY_TABLES}`
  const heading = options.words.fields[EMPTY_TABLES] ?? EMPTY_TABLES
  return {
    id: 'chain',
    title: options.words.sheets.chain,
    columns: [...columns, { heading, field, kind: 'list' }],
    rows: [
      [...columns.map(({ field }) => cells.get(field.slice('chain.'.length)) ?? null), empty === '' ? null : empty],
    ],
  }
}

const isEmptyTable = (table: readonly unknown[] | undefined): boolean => table?.length === 0
