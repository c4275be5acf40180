import type { Separator } from '../../model/bring.ts'
import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { eachTold, type Tell } from '../progress.ts'
import { checkCells } from './check-cells.ts'
import { headRow, trimmedEnd, wholeHeading } from './heading-rows.ts'
import { headingKey } from './headings.ts'
import { isNoData, plainCell } from './plain-rows.ts'
import type { Grid, Table } from './table.ts'

export interface TableOf {
  readonly file: string
  readonly isHidden: boolean
  readonly separator: Separator | null
  /** Nothing else of the file can be read: without rows it is then refused. */
  readonly isAlone: boolean
}

/** The grid with its heading found and its rows checked; null when there is nothing to read in it. */
export function buildTable(grid: Grid, of: TableOf, problems: ProblemList, tell?: Tell): Table | null {
  const place = grid.sheet === null ? {} : { sheet: grid.sheet }
  const filled = grid.rows.map((_, at) => at).filter((at) => grid.rows[at]!.some((cell) => cell.trim() !== ''))
  // First of all: a hundred thousand headings take seconds to be looked up.
  if (isTooWide(grid, filled, place, problems)) return null
  const head = headRow(grid, filled)
  const noRows = { code: 'NO_ROWS', severity: of.isAlone ? 'error' : 'warning', ...place } as const
  if (head === undefined) {
    problems.add(noRows)
    return null
  }
  const heading = wholeHeading(grid, filled, head)
  const headings = heading.cells
  checkHeadings(headings, { ...place, row: grid.lines[head]! }, problems)
  const body = filled.filter((at) => at > heading.last)
  if (isTooLong(body.length, place, problems)) return null
  const data = body.filter((at) => isData({ grid, at, headings, place }, problems))
  if (data.length === 0) problems.add(noRows)
  const room = grid.mayBeRagged ? grid.rows[heading.last]!.length : Infinity
  const kept: number[] = []
  eachTold(data.length, tell, (row) => {
    const at = data[row]!
    if (isSoundRow({ grid, at, headings, place }, room, problems)) kept.push(at)
  })
  const { file, isHidden, separator } = of
  return {
    file,
    isHidden,
    separator,
    sheet: grid.sheet,
    headings,
    titles: titlesAbove(grid, filled, head),
    rows: kept.map((at) => headings.map((_, column) => plainCell(grid.rows[at]![column] ?? ''))),
    lines: kept.map((at) => grid.lines[at]!),
  }
}

/** A heading of two rows may begin one row above `head`; what is no title says nothing there. */
const titlesAbove = ({ rows }: Grid, filled: readonly number[], head: number): readonly string[] =>
  filled.filter((at) => at < head).flatMap((at) => rows[at]!.filter((cell) => cell.trim() !== ''))

interface GridPlace {
  readonly sheet?: string
  readonly row: number
}

function isTooLong(rows: number, place: Omit<GridPlace, 'row'>, problems: ProblemList): boolean {
  if (rows <= LIMITS.supplies) return false
  const expected = `<= ${LIMITS.supplies}`
  problems.add({ code: 'LIMIT', severity: 'error', ...place, found: String(rows), expected })
  return true
}

/** Says it of the first row that is too wide: mostly the heading, else a row in which something strayed far to the right. */
function isTooWide(
  { rows, lines }: Grid,
  filled: readonly number[],
  place: Omit<GridPlace, 'row'>,
  problems: ProblemList,
): boolean {
  const at = filled.find((row) => rows[row]!.length > LIMITS.columns && trimmedEnd(rows[row]!).length > LIMITS.columns)
  if (at === undefined) return false
  const found = String(trimmedEnd(rows[at]!).length)
  problems.add({
    code: 'TOO_WIDE',
    severity: 'error',
    ...place,
    row: lines[at]!,
    found,
    expected: `<= ${LIMITS.columns}`,
  })
  return true
}

function checkHeadings(headings: readonly string[], place: GridPlace, problems: ProblemList): void {
  const seen = new Set<string>()
  headings.forEach((heading, column) => {
    const key = headingKey(heading) || heading
    if (key === '') return
    if (seen.has(key)) {
      const found = excerpt(heading)
      problems.add({
        code: 'DUP_HEADER',
        severity: 'warning',
        ...place,
        column: column + 1,
        found,
        expected: 'otherName',
      })
    }
    seen.add(key)
  })
}

interface CheckedRow {
  readonly grid: Grid
  readonly at: number
  readonly headings: readonly string[]
  readonly place: { readonly sheet?: string }
}

/** Neither totals, nor a note, nor the heading once more. */
function isData({ grid, at, headings, place }: CheckedRow, problems: ProblemList): boolean {
  const cells = trimmedEnd(grid.rows[at]!)
  if (!isNoData(cells, headings)) return true
  const found = excerpt(cells.filter((cell) => cell.trim() !== '').join(' '))
  problems.add({ code: 'NOT_DATA', severity: 'warning', ...place, row: grid.lines[at]!, found })
  return false
}

/**
 * A row with more cells than there is room for has a separator too many, and nobody knows which; what stands under no heading, or
 * beside a sheet's table, is left out and said.
 * @param room cells of the heading's own row, empty ones among them
 */
function isSoundRow({ grid, at, headings, place }: CheckedRow, room: number, problems: ProblemList): boolean {
  const cells = trimmedEnd(grid.rows[at]!)
  const row = grid.lines[at]!
  const width = headings.length
  if (cells.length > width || (grid.mayBeRagged && grid.rows[at]!.length < width)) {
    const severity = cells.length > Math.max(width, room) ? 'error' : 'warning'
    const count = { found: String(Math.max(cells.length, grid.rows[at]!.length)), expected: String(width) }
    problems.add({ code: 'RAGGED', severity, ...place, row, ...count })
    if (severity === 'error') return false
  }
  return checkCells(cells.slice(0, width), { headings, isDamaged: grid.isDamaged, place: { ...place, row } }, problems)
}
