import type { Separator } from '../../model/bring.ts'
import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { checkCells } from './check-cells.ts'
import { fieldsOfHeading, headingKey } from './headings.ts'
import type { Grid, Table } from './table.ts'

/** Rows at the start in which the heading is looked for: above it stand titles and notes. */
const ROWS_OF_TITLE = 12
/** Headings that must be known for a row below the first to be the heading. */
const KNOWN_HEADINGS = 2

export interface TableOf {
  readonly file: string
  readonly isHidden: boolean
  readonly separator: Separator | null
}

/** The grid with its heading found and its rows checked; null when there is nothing to read in it. */
export function buildTable(grid: Grid, of: TableOf, problems: ProblemList): Table | null {
  const place = grid.sheet === null ? {} : { sheet: grid.sheet }
  const filled = grid.rows.map((_, at) => at).filter((at) => grid.rows[at]!.some((cell) => cell.trim() !== ''))
  const head = headRow(grid, filled)
  if (head === undefined) {
    problems.add({ code: 'NO_ROWS', severity: 'error', ...place })
    return null
  }
  const headings = trimmedEnd(grid.rows[head]!).map((cell) => cell.trim())
  if (isTooWide(grid, filled, { ...place, row: grid.lines[head]! }, problems)) return null
  checkHeadings(headings, { ...place, row: grid.lines[head]! }, problems)
  const body = filled.filter((at) => at > head)
  if (body.length === 0) problems.add({ code: 'NO_ROWS', severity: 'error', ...place })
  if (body.length > LIMITS.supplies) {
    problems.add({
      code: 'LIMIT',
      severity: 'error',
      ...place,
      found: String(body.length),
      expected: `<= ${LIMITS.supplies}`,
    })
    return null
  }
  const kept = body.filter((at) => isSoundRow({ grid, at, headings, place }, problems))
  return {
    ...of,
    sheet: grid.sheet,
    headings,
    rows: kept.map((at) => headings.map((_, column) => (grid.rows[at]![column] ?? '').trim())),
    lines: kept.map((at) => grid.lines[at]!),
  }
}

interface GridPlace {
  readonly sheet?: string
  readonly row: number
}

function isTooWide(grid: Grid, filled: readonly number[], place: GridPlace, problems: ProblemList): boolean {
  const widest = filled.reduce((most, at) => Math.max(most, trimmedEnd(grid.rows[at]!).length), 0)
  if (widest <= LIMITS.columns) return false
  const expected = `<= ${LIMITS.columns}`
  problems.add({ code: 'TOO_WIDE', severity: 'error', ...place, found: String(widest), expected })
  return true
}

/** The first row whose cells are known headings; without one the first filled row. */
function headRow(grid: Grid, filled: readonly number[]): number | undefined {
  let best = filled[0]
  let most = KNOWN_HEADINGS - 1
  for (const at of filled.slice(0, ROWS_OF_TITLE)) {
    const known = grid.rows[at]!.filter((cell) => cell.length < 40 && fieldsOfHeading(cell).length > 0).length
    if (known > most) {
      most = known
      best = at
    }
  }
  return best
}

function trimmedEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1]!.trim() === '') end--
  return cells.slice(0, end)
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

function isSoundRow({ grid, at, headings, place }: CheckedRow, problems: ProblemList): boolean {
  const cells = trimmedEnd(grid.rows[at]!)
  const row = grid.lines[at]!
  const width = headings.length
  if (cells.length > width || (grid.mayBeRagged && grid.rows[at]!.length < width)) {
    const severity = cells.length > width ? 'error' : 'warning'
    const count = { found: String(Math.max(cells.length, grid.rows[at]!.length)), expected: String(width) }
    problems.add({ code: 'RAGGED', severity, ...place, row, ...count })
    if (severity === 'error') return false
  }
  return checkCells(cells, { headings, isDamaged: grid.isDamaged, place: { ...place, row } }, problems)
}
