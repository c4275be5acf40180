/**
 * A row of the chain file as flat cells with a name and a type each, and back. What a cell cannot hold as it stands (unknown fields,
 * null, an empty text, characters that XML or a spreadsheet loses) goes into one further cell of JSON, `extra`, so that nothing is lost.
 */
import type { Field, RecordShape } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { exactJson, isExact, listOf, listText, parsedJson } from './exact-text.ts'

export type FlatValue = string | number | boolean
export type FlatKind = 'text' | 'number' | 'whole' | 'flag' | 'day' | 'list' | 'json'

export interface FlatColumn {
  /** As it stands in files: the field, or the field and its part, e.g. `name.zh`, `at.supply`, `severity.low`. */
  readonly name: string
  readonly kind: FlatKind
  readonly field: string
  readonly part: string | null
  /** Every value that the cell may hold; absent = not a closed set. */
  readonly choices?: readonly string[]
}

export type FlatRow = ReadonlyMap<string, FlatValue>

export const EXTRA = 'extra'
const LANGUAGES = ['zh', 'en'] as const
const ENDS = ['low', 'high'] as const

/** How the rows of one table are laid out in cells. */
export interface FlatShape {
  readonly columns: readonly FlatColumn[]
  readonly byField: ReadonlyMap<string, readonly FlatColumn[]>
  readonly byName: ReadonlyMap<string, FlatColumn>
  /** Fields that the format keeps elsewhere. */
  readonly leave: readonly string[]
  /** Most characters that one cell takes. */
  readonly longest: number
}

interface FlatOptions {
  readonly leave?: readonly string[]
  readonly longest?: number
}

export function flatShape(shape: RecordShape, { leave = [], longest = Infinity }: FlatOptions = {}): FlatShape {
  const fields = [...shape.fields].filter(([name]) => !leave.includes(name))
  const byField = new Map(fields.map(([name, field]) => [name, columnsOf(name, field)]))
  const columns = [...byField.values()].flat()
  return { columns, byField, byName: new Map(columns.map((column) => [column.name, column])), leave, longest }
}

function columnsOf(field: string, { kind, ...rest }: Field): FlatColumn[] {
  const whole = (of: FlatKind): FlatColumn => ({ name: field, kind: of, field, part: null })
  const part = (of: FlatKind, name: string): FlatColumn => ({ name: `${field}.${name}`, kind: of, field, part: name })
  const numberKind: FlatKind = 'range' in rest && rest.range.whole ? 'whole' : 'number'
  switch (kind) {
    case 'text':
    case 'reference':
      return [whole('text')]
    case 'choice':
      return 'of' in rest && Array.isArray(rest.of) ? [{ ...whole('text'), choices: rest.of as readonly string[] }] : []
    case 'day':
      return [whole('day')]
    case 'flag':
      return [whole('flag')]
    case 'version':
      return [whole('number')]
    case 'number':
      return [whole(numberKind)]
    case 'localText':
      return [whole('text'), ...LANGUAGES.map((language) => part('text', language))]
    case 'uncertain':
      return [whole(numberKind), ...ENDS.map((end) => part(numberKind, end))]
    case 'texts':
    case 'choices':
    case 'references':
      return [whole('list')]
    case 'oneOf':
      return 'of' in rest && 'fields' in rest.of ? [...rest.of.fields.keys()].map((name) => part('text', name)) : []
    case 'record':
    case 'rows':
    case 'anyRows':
      return [whole('json')]
  }
}

/** The cells of a row; `extra` last, where there is something for it. */
export function flatRow(row: JsonObject, { byField, leave, longest }: FlatShape): FlatRow {
  const cells = new Map<string, FlatValue>()
  const extra: [string, unknown][] = []
  for (const [field, value] of Object.entries(row)) {
    if (leave.includes(field) || value === undefined) continue
    const found = cellsOf(value, byField.get(field) ?? [])
    if (found === null || found.some(([, cell]) => String(cell).length > longest)) extra.push([field, value])
    else for (const [name, cell] of found) cells.set(name, cell)
  }
  if (extra.length > 0) cells.set(EXTRA, exactJson(Object.fromEntries(extra)))
  return cells
}

type Cells = readonly (readonly [name: string, value: FlatValue])[]

/** Null where the columns of the field cannot hold the value exactly. */
function cellsOf(value: unknown, columns: readonly FlatColumn[]): Cells | null {
  const whole = columns.find(({ part }) => part === null)
  if (isObject(value) && whole?.kind !== 'json') return partCells(value, columns)
  if (!whole) return null
  const cell = cellOf(value, whole.kind)
  return cell === null ? null : [[whole.name, cell]]
}

function partCells(value: JsonObject, columns: readonly FlatColumn[]): Cells | null {
  const names = Object.keys(value)
  const cells: [string, FlatValue][] = []
  for (const name of names) {
    const column = columns.find(({ part }) => part === name)
    const cell = column ? cellOf(value[name], column.kind) : null
    if (!column || cell === null) return null
    cells.push([column.name, cell])
  }
  return cells.length > 0 ? cells : null
}

function cellOf(value: unknown, kind: FlatKind): FlatValue | null {
  switch (kind) {
    case 'text':
    case 'day':
      return typeof value === 'string' && isExact(value) ? value : null
    case 'number':
    case 'whole':
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'flag':
      return typeof value === 'boolean' ? value : null
    case 'list':
      return listCell(value)
    case 'json':
      return exactJson(value)
  }
}

/** `all` alone stands for every row, so a list of one id `all` is written as JSON. */
function listCell(value: unknown): string | null {
  if (value === 'all') return 'all'
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) return null
  if (value.length === 1 && value[0] === 'all') return exactJson(value)
  return listText(value)
}

/**
 * The row that the cells stand for. A cell that cannot be read is passed on as it stands, for the check of the chain to name.
 * Cells win over `extra`, so that what a person changed in a table counts.
 */
export function rowOf(cells: FlatRow, { byName }: FlatShape): JsonObject {
  const fields = new Map<string, unknown>(extraFields(cells.get(EXTRA)))
  const parts = new Map<string, [string, unknown][]>()
  for (const [name, cell] of cells) {
    const column = byName.get(name)
    if (!column) continue
    const value = valueOf(cell, column.kind)
    if (column.part === null) fields.set(column.field, value)
    else if (parts.has(column.field)) parts.get(column.field)!.push([column.part, value])
    else parts.set(column.field, [[column.part, value]])
  }
  for (const [field, values] of parts) fields.set(field, Object.fromEntries(values))
  return Object.fromEntries(fields)
}

function extraFields(cell: FlatValue | undefined): readonly (readonly [string, unknown])[] {
  if (cell === undefined) return []
  const parsed = typeof cell === 'string' ? parsedJson(cell) : undefined
  // Broken by hand: shown to the person as an unknown field, never dropped.
  return isObject(parsed) ? Object.entries(parsed) : [[EXTRA, cell]]
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const LOOSE_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/

/** One cell as a value of the chain file; what cannot be read stays as it is. */
export function valueOf(cell: FlatValue, kind: FlatKind): unknown {
  switch (kind) {
    case 'text':
      return String(cell)
    case 'day':
      return typeof cell === 'string' ? isoOf(cell) : cell
    case 'number':
    case 'whole':
      return typeof cell === 'string' && NUMBER.test(cell.trim()) ? Number(cell) : cell
    case 'flag':
      return typeof cell === 'string' && /^(?:true|false)$/i.test(cell.trim()) ? /true/i.test(cell) : cell
    case 'list':
      return cell === 'all' ? cell : (listOf(String(cell)) ?? cell)
    case 'json':
      return (typeof cell === 'string' ? parsedJson(cell) : undefined) ?? cell
  }
}

/** A spreadsheet likes to turn 2020-02-03 into 2020/2/3. */
function isoOf(text: string): string {
  const parts = LOOSE_DAY.exec(text.trim())
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : text
}
