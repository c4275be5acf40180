import type { CellValue, Sheet } from 'hucre/xlsx'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { isRounded } from './check-cells.ts'
import { rowAndColumn, type CellsShown } from './percent-cells.ts'
import type { Grid } from './table.ts'

/** Whole numbers from here on have lost digits in a spreadsheet, which keeps fifteen. */
const MOST_EXACT = 1e15

/**
 * The filled rows of a sheet as texts; formulas by their last result, merged cells by the value that they show, hidden ones said.
 * @param sheet its cells with formats of their own are overwritten
 */
export function sheetGrid(sheet: Sheet, look: 'checked' | 'bare', problems: ProblemList): Grid {
  showAsWritten(sheet)
  const filled = filledRows(sheet)
  const rows = filled.map((at) => sheet.rows[at]!.map(cellText))
  const lines = filled.map((at) => at + 1)
  const grid: Grid = { sheet: sheet.name, rows, lines, mayBeRagged: false, isDamaged: false }
  if (look === 'bare') return grid
  reportHidden(sheet, problems)
  reportFormulas(sheet, problems)
  reportPrecision(sheet, filled, problems)
  fillMerges(sheet, { rows, filled }, problems)
  return grid
}

/** A sheet may have its last cell a million rows below the others. */
function filledRows({ rows }: Sheet): readonly number[] {
  const filled: number[] = []
  for (let at = 0; at < rows.length; at++) if (rows[at]!.some((cell) => cell !== null && cell !== '')) filled.push(at)
  return filled
}

/** A format of zeros alone, under which `7` is shown as `000007`. */
const PADDED = /^0{2,}$/

/** Codes with the zeros that their format shows, and formulas that were never computed as their text, so that nobody takes them for empty. */
function showAsWritten({ cells, rows }: Sheet): void {
  for (const [key, { formula, formulaResult, value, style }] of cells ?? []) {
    const [row, column] = key.split(',').map(Number) as [number, number]
    const shown = cellText(rows[row]?.[column] ?? null)
    if (formula !== undefined && (formulaResult ?? value ?? null) === null) put(rows[row], column, `=${formula}`)
    else if (PADDED.test(style?.numFmt ?? '') && /^\d+$/.test(shown))
      put(rows[row], column, shown.padStart(style!.numFmt!.length, '0'))
  }
}

/**
 * Numbers under a format of percentages as they are shown: who reads `1.2` beside `0.8` cannot know that it is 120 %. And the day
 * that spreadsheets show for 60, which the reader makes the one before it: no calendar has it, so whoever reads it says so.
 */
export function showCells({ rows }: Sheet, { percents, sixties }: CellsShown): void {
  for (const place of sixties) {
    const [row, column] = rowAndColumn(place)
    const value = rows[row - 1]?.[column - 1]
    // In workbooks that count from 1904, and where no day is meant, 60 is something else.
    if (value instanceof Date && value.toISOString().startsWith('1900-02-28'))
      put(rows[row - 1], column - 1, '1900-02-29')
  }
  for (const place of percents) {
    const [row, column] = rowAndColumn(place)
    const value = rows[row - 1]?.[column - 1]
    if (typeof value === 'number') put(rows[row - 1], column - 1, `${plainNumber(value * 100)}%`)
  }
}

function put(cells: (CellValue | string)[] | undefined, column: number, text: string): void {
  if (!cells) return
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function cellText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return plainNumber(value)
  return dateText(value)
}

/** Spreadsheets count days from here, or from 1904; what lies before it is no day that anybody wrote. */
const FIRST_YEAR = 1900
const FIRST_YEAR_OF_OTHERS = 1904
const FIRST_DAY_SHOWN = '1900-01-00'
const DAY_BEFORE_FIRST = '1899-12-31'
/** What spreadsheets show for a number that is no day of theirs: one below zero, or behind the year 9999. */
const NO_DAY_SHOWN = '########'
const LAST_YEAR = 9999

/** A time without a day stands on the first day of the count, and an empty cell that a formula has fetched is shown as the day before it. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime()) || value.getUTCFullYear() > LAST_YEAR) return NO_DAY_SHOWN
  const text = value.toISOString()
  const hasTime = !text.endsWith('T00:00:00.000Z')
  if (hasTime && value.getUTCFullYear() <= FIRST_YEAR_OF_OTHERS) return text.slice(11, 19)
  if (value.getUTCFullYear() < FIRST_YEAR) return text.startsWith(DAY_BEFORE_FIRST) ? FIRST_DAY_SHOWN : NO_DAY_SHOWN
  return hasTime ? text.slice(0, 19) : text.slice(0, 10)
}

/** Without the exponent that JavaScript would write from 1e21 on, and without the last digit's noise of binary fractions. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

function reportHidden({ name, columns, rowDefs, rows }: Sheet, problems: ProblemList): void {
  columns?.forEach((column, at) => {
    if (column.hidden !== true || !rows.some((row) => (row[at] ?? null) !== null)) return
    problems.add({ code: 'HIDDEN', severity: 'warning', sheet: name, column: at + 1, found: 'column' })
  })
  for (const [at, row] of rowDefs ?? []) {
    if (row.hidden !== true || !rows[at]?.some((cell) => cell !== null)) continue
    problems.add({ code: 'HIDDEN', severity: 'warning', sheet: name, row: at + 1, found: 'row' })
  }
}

function reportFormulas({ name, cells }: Sheet, problems: ProblemList): void {
  for (const [key, { formula, formulaResult, value }] of cells ?? []) {
    const result = formulaResult ?? value ?? null
    // One without a result stands in its cell as a text, and is said with its heading.
    if (formula === undefined || result === null) continue
    const [row, column] = key.split(',').map(Number)
    const found = excerpt(`=${formula}`)
    const expected = excerpt(cellText(result))
    problems.add({
      code: 'FORMULA',
      severity: 'warning',
      sheet: name,
      row: row! + 1,
      column: column! + 1,
      found,
      expected,
    })
  }
}

function reportPrecision({ name, rows }: Sheet, filled: readonly number[], problems: ProblemList): void {
  for (const at of filled) {
    rows[at]!.forEach((value, column) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) < MOST_EXACT) return
      const text = cellText(value)
      if (isRounded(text)) return // said with its heading
      const place = { sheet: name, row: at + 1, column: column + 1 }
      problems.add({ code: 'ID_PRECISION', severity: 'warning', ...place, found: excerpt(text), expected: 'text' })
    })
  }
}

/** Cells that merges may cover in all: a merge over the whole sheet is no list. */
const MOST_MERGED = 1_000_000

interface FilledRows {
  /** [filled] */
  readonly rows: string[][]
  /** [filled] row of the sheet, from 0 */
  readonly filled: readonly number[]
}

/** A merged cell shows its value for all of its rows, where nothing else stands in them; to the right of it, cells stay empty. */
function fillMerges({ name, merges }: Sheet, { rows, filled }: FilledRows, problems: ProblemList): void {
  const placeOf = new Map(filled.map((row, at) => [row, at]))
  let covered = 0
  for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
    const first = placeOf.get(startRow)
    const value = first === undefined ? '' : (rows[first]![startCol] ?? '')
    if (first === undefined || value === '') continue
    const found = `${endRow - startRow + 1} × ${endCol - startCol + 1}: ${value.slice(0, 40)}`
    problems.add({ code: 'MERGED', severity: 'warning', sheet: name, row: startRow + 1, column: startCol + 1, found })
    for (let at = first + 1; at < filled.length && filled[at]! <= endRow && covered < MOST_MERGED; at++, covered++) {
      if ((rows[at]![startCol] ?? '') === '') put(rows[at], startCol, value)
    }
  }
}
