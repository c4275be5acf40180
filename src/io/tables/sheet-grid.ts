import type { CellValue, Sheet } from 'hucre/xlsx'
import { excerpt, type ProblemList } from '../problem-list.ts'
import type { Grid } from './table.ts'

/** Whole numbers from here on have lost digits in a spreadsheet, which keeps fifteen. */
const MOST_EXACT = 1e15

/** The cells of a sheet as texts; formulas by their last result, merged cells by the value that they show, hidden ones said. */
export function sheetGrid(sheet: Sheet, look: 'checked' | 'bare', problems: ProblemList): Grid {
  const rows = sheet.rows.map((row) => row.map(cellText))
  const grid: Grid = {
    sheet: sheet.name,
    rows,
    lines: rows.map((_, at) => at + 1),
    mayBeRagged: false,
    isDamaged: false,
  }
  if (look === 'bare') return grid
  reportHidden(sheet, problems)
  reportFormulas(sheet, problems)
  reportPrecision(sheet, problems)
  fillMerges(sheet, rows, problems)
  return grid
}

function cellText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return plainNumber(value)
  if (Number.isNaN(value.getTime())) return ''
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
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
    if (formula === undefined) continue
    const [row, column] = key.split(',').map(Number)
    const result = formulaResult ?? value
    const found = excerpt(`=${formula}`)
    const expected = result === null || result === undefined ? {} : { expected: excerpt(cellText(result)) }
    problems.add({
      code: 'FORMULA',
      severity: 'warning',
      sheet: name,
      row: row! + 1,
      column: column! + 1,
      found,
      ...expected,
    })
  }
}

function reportPrecision({ name, rows }: Sheet, problems: ProblemList): void {
  rows.forEach((row, at) =>
    row.forEach((value, column) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) < MOST_EXACT) return
      const place = { sheet: name, row: at + 1, column: column + 1 }
      problems.add({ code: 'ID_PRECISION', severity: 'warning', ...place, found: cellText(value), expected: 'text' })
    }),
  )
}

/** Cells that a merge may cover in all: a merge over the whole sheet is no list. */
const MOST_MERGED = 1_000_000

/** A merged cell shows its value for all of its rows; to the right of it, cells stay empty. */
function fillMerges({ name, merges }: Sheet, rows: string[][], problems: ProblemList): void {
  let covered = 0
  for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? ''
    const last = Math.min(endRow, rows.length - 1)
    covered += Math.max(0, last - startRow)
    if (value === '' || covered > MOST_MERGED) continue
    const found = `${endRow - startRow + 1} × ${endCol - startCol + 1}: ${value.slice(0, 40)}`
    problems.add({ code: 'MERGED', severity: 'warning', sheet: name, row: startRow + 1, column: startCol + 1, found })
    for (let at = startRow + 1; at <= last; at++) rows[at]![startCol] = value
  }
}
