/** Reads the sheets that this program has written, in whatever language and order, by the names of fields in their second row. */
import type { Problem } from '../../model/problem.ts'
import type { JsonObject } from '../check-shape.ts'
import { excerpt, problemList, type ProblemList } from '../problem-list.ts'
import { checkedChain, type ReadChain } from '../read-chain.ts'
import { EXTRA, rowOf, type FlatValue } from './flat-fields.ts'
import { unguarded } from './formula-guard.ts'
import { EMPTY_TABLES, joinExtra, ROW_TABLES, SHEET_SHAPES, type SheetTable } from './sheet-tables.ts'

/** A cell as a reader of tables gives it; a day that a spreadsheet made a date of may come as one. */
export type SheetCell = string | number | boolean | Date | null | undefined

export interface CellSheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** [rows] where they stand, from 1; absent = every row of the sheet is there. */
  readonly lines?: readonly number[]
}

/** Rows 1 and 2 hold headings and names of fields. */
const FIRST_ROW = 2

interface TableSheet {
  readonly table: SheetTable
  readonly sheet: CellSheet
  /** Columns by the name of their field, without the table. */
  readonly columns: ReadonlyMap<string, number>
}

/** Where a row of the chain document stands. */
interface RowPlace {
  readonly sheet: TableSheet
  /** Counted from 1. */
  readonly row: number
}

/** Whether sheets come from this program: one of them names fields of the chain in its second row. */
export const areOwnSheets = (sheets: readonly CellSheet[]): boolean => sheets.some((sheet) => tableOf(sheet) !== null)

/** The chain of sheets for which `areOwnSheets` holds; null with an error. */
export function readOwnSheets(sheets: readonly CellSheet[], fileName: string): ReadChain {
  const problems = problemList(fileName)
  const tables = sheets.flatMap((sheet) => tableOf(sheet) ?? [])
  const places = new Map<SheetTable, RowPlace[]>()
  const fields = new Map<string, unknown>([['format', 'industrial-chain'], ['version', 1]]) // prettier-ignore
  for (const table of ROW_TABLES) {
    const rows = tables.filter((each) => each.table === table).flatMap((each) => rowsOf(each, problems))
    places.set(table, rows.map(({ place }) => place)) // prettier-ignore
    if (rows.length > 0 || table === 'enterprises' || table === 'supplies' || table === 'stages') {
      fields.set(table, rows.map(({ row }) => row)) // prettier-ignore
    }
  }
  for (const sheet of tables.filter(({ table }) => table === 'chain')) addChainFields(sheet, fields, problems)
  if (!fields.has('name')) fields.set('name', fileName.replace(/\.[^.]*$/, ''))
  const chain = checkedChain(Object.fromEntries(fields), relocating(problems, places))
  return { chain, problems: problems.all() }
}

function tableOf(sheet: CellSheet): TableSheet | null {
  const names = (sheet.rows[1] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
  for (const table of SHEET_SHAPES.keys()) {
    const columns = new Map<string, number>()
    names.forEach((name, column) => {
      if (name.startsWith(`${table}.`)) columns.set(name.slice(table.length + 1), column)
    })
    if (columns.size > 0) return { table, sheet, columns }
  }
  return null
}

function rowsOf(sheet: TableSheet, problems: ProblemList): { row: JsonObject; place: RowPlace }[] {
  sayUnknownColumns(sheet, problems)
  return sheet.sheet.rows.flatMap((cells, at) => {
    if (at < FIRST_ROW) return []
    const flat = flatCells(sheet, cells)
    if (flat.size === 0) return []
    return [
      { row: rowOf(flat, SHEET_SHAPES.get(sheet.table)!), place: { sheet, row: sheet.sheet.lines?.[at] ?? at + 1 } },
    ]
  })
}

function flatCells({ columns }: TableSheet, cells: readonly SheetCell[]): Map<string, FlatValue> {
  const flat = new Map<string, FlatValue>()
  for (const [name, column] of columns) {
    const value = valueOf(cells[column])
    if (value !== null) flat.set(name, value)
  }
  const extra = joinExtra((name) => (flat.has(name) ? String(flat.get(name)) : null))
  if (extra !== null) flat.set(EXTRA, extra)
  return flat
}

function valueOf(cell: SheetCell): FlatValue | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? unguarded(cell) : cell
}

/** A column that somebody added is passed over, and said. */
function sayUnknownColumns({ table, sheet, columns }: TableSheet, problems: ProblemList): void {
  const known = new Set([...SHEET_SHAPES.get(table)!.columns.map(({ name }) => name), EMPTY_TABLES])
  for (const [name, column] of columns) {
    if (known.has(name) || name === EXTRA || /^extra\.\d+$/.test(name)) continue
    const place = { sheet: sheet.name, row: 2, column: column + 1 }
    problems.add({ code: 'UNKNOWN_FIELDS', severity: 'warning', ...place, found: excerpt(name) })
  }
}

function addChainFields(sheet: TableSheet, fields: Map<string, unknown>, problems: ProblemList): void {
  for (const { row } of rowsOf(sheet, problems))
    for (const [field, value] of Object.entries(row)) fields.set(field, value)
  const column = sheet.columns.get(EMPTY_TABLES)
  const empty = column === undefined ? '' : String(sheet.sheet.rows[FIRST_ROW]?.[column] ?? '')
  for (const table of empty.split(';').map((name) => name.trim())) {
    if ((ROW_TABLES as readonly string[]).includes(table) && !fields.has(table)) fields.set(table, [])
  }
}

/** Says sheet, row and column instead of the place in the chain document. */
function relocating(problems: ProblemList, places: ReadonlyMap<SheetTable, readonly RowPlace[]>): ProblemList {
  return {
    ...problems,
    add(problem: Omit<Problem, 'file'>): void {
      const parts = /^(\w+)\[(\d+)\](?:\.(\w+))?/.exec(problem.path ?? '')
      const place = parts ? places.get(parts[1] as SheetTable)?.[Number(parts[2])] : undefined
      if (!parts || !place) return problems.add(problem)
      const { columns, sheet } = place.sheet
      const field = parts[3] ?? ''
      const name = [field, ...columns.keys()].find((each) => columns.has(each) && each.split('.')[0] === field)
      const column = name === undefined ? {} : { column: String(sheet.rows[0]?.[columns.get(name)!] ?? name) }
      problems.add({ ...problem, sheet: sheet.name, row: place.row, ...column })
    },
  }
}
