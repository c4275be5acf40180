/** Which rows of a grid are its heading: above it stand titles and notes, and it may have two rows. */
import { fieldsOfHeading, isExactHeading } from './headings.ts'
import { plainCell } from './plain-rows.ts'
import type { Grid } from './table.ts'

/** Rows at the start in which the heading is looked for. */
const ROWS_OF_TITLE = 12
/** Headings that must be known for a row below the first to be the heading. */
const KNOWN_HEADINGS = 2
const LONGEST_HEADING = 40

/**
 * The first row whose cells are known headings; without one the first filled row. One that stands right under it, knows as many
 * and holds nothing else is more exact: above it stand the words for several columns.
 * @param filled rows that are not empty
 */
export function headRow(grid: Grid, filled: readonly number[]): number | undefined {
  let best = filled[0]
  let most = KNOWN_HEADINGS - 1
  for (const at of filled.slice(0, ROWS_OF_TITLE)) {
    const known = grid.rows[at]!.filter(isKnown).length
    if (known > most || (known === most && isUnderHeading(grid, best, at))) {
      most = known
      best = at
    }
  }
  return best
}

function isUnderHeading({ rows, lines }: Grid, upper: number | undefined, lower: number): boolean {
  if (upper === undefined || lines[lower] !== lines[upper]! + 1) return false
  const cells = rows[lower]!.map(plainCell)
  const named = cells.filter((cell, column) => cell !== '' && !isUnitOf(cell, rows[upper]![column]))
  const [above, below] = [new Set(rows[upper]!.filter(isKnown)), new Set(named)]
  return below.size > above.size && [...below].every(isExactHeading)
}

/** What a row of units alone says below its headings: `万元`, `（%）`, `天`, `10k CNY`. */
const UNIT =
  /^[(（]?(?:单位[:：])?(?:(?:百|千|百万|千万|万|亿)?(?:元|美元|欧元|日元|港元|cny|rmb|usd|eur|jpy|hkd)|(?:1?0?[km]|mn|million|bn|thousand) ?(?:cny|rmb|usd|eur|jpy|hkd)|百?万|亿|[%％‰]|天|日|days?|人|家)(?: ?[/每]? ?(?:年|天|日|year|day))?[)）]?$/i

const isUnitOf = (cell: string, above: string | undefined): boolean =>
  UNIT.test(cell) && above !== undefined && isKnown(above.trim())

const isKnown = (cell: string): boolean => cell.length < LONGEST_HEADING && fieldsOfHeading(cell).length > 0

export interface WholeHeading {
  readonly cells: readonly string[]
  /** Its last row. */
  readonly last: number
}

/** A heading of two rows as one: what stands below is more exact than what stands above it over several columns. */
export function wholeHeading(grid: Grid, filled: readonly number[], head: number): WholeHeading {
  const position = filled.indexOf(head)
  const [above, below] = [filled[position - 1], filled[position + 1]]
  const isUpper = above !== undefined && (areTwoRows(grid, above, head) || isCompleted(grid, above, head))
  const isLower = !isUpper && below !== undefined && areTwoRows(grid, head, below)
  if (!isUpper && !isLower) return { cells: trimmedEnd(grid.rows[head]!).map(plainCell), last: head }
  const [upper, lower] = isUpper ? [above, head] : [head, below!]
  const cells = joined(grid.rows[upper]!, grid.rows[lower]!)
  const next = filled[filled.indexOf(lower) + 1]
  if (next === undefined || !areUnitsUnder(grid, { cells, last: lower }, next)) return { cells, last: lower }
  return { cells: joined(cells, grid.rows[next]!), last: next }
}

/** Words over several columns may complete the headings under them: `困难` over `类型`. */
function isCompleted({ rows, lines }: Grid, upper: number, lower: number): boolean {
  if (lines[lower] !== lines[upper]! + 1) return false
  let over = ''
  return rows[lower]!.some((cell, column) => {
    over = plainCell(rows[upper]![column] ?? '') || over
    return over !== '' && plainCell(cell) !== '' && isExactHeading(over + plainCell(cell))
  })
}

/** A third row may hold the units of the headings; merged cells of the rows above it show their heading once more. */
function areUnitsUnder({ rows, lines }: Grid, { cells, last }: WholeHeading, row: number): boolean {
  if (lines[row] !== lines[last]! + 1) return false
  const below = rows[row]!.map(plainCell)
  const others = below.filter((cell, column) => cell !== '' && cell !== cells[column])
  return others.length > 0 && below.every((cell, at) => cell === '' || cell === cells[at] || isUnitOf(cell, cells[at]))
}

/** Every cell of the lower row is a known heading or the unit of the one above, and some of the upper one stand alone. */
function areTwoRows({ rows, lines }: Grid, upper: number, lower: number): boolean {
  if (lines[lower] !== lines[upper]! + 1) return false
  const below = rows[lower]!.map(plainCell)
  const isUnit = (cell: string, column: number): boolean => isUnitOf(cell, rows[upper]![column])
  const named = below.filter((cell, column) => cell !== '' && !isUnit(cell, column))
  const units = below.filter(isUnit)
  const onlyAbove = rows[upper]!.filter(
    (cell, column) => isKnown(cell) && ((below[column] ?? '') === '' || isUnit(below[column]!, column)),
  )
  if (onlyAbove.length === 0) return false
  return named.length === 0 ? units.length > 0 : named.length >= KNOWN_HEADINGS && named.every(isKnown)
}

/** A heading over several columns stands in the first of them: `困难` over `类型` is the kind of difficulty. */
function joined(upper: readonly string[], lower: readonly string[]): readonly string[] {
  const width = Math.max(trimmedEnd(upper).length, trimmedEnd(lower).length)
  let over = ''
  return Array.from({ length: width }, (_, at) => {
    const [above, below] = [plainCell(upper[at] ?? ''), plainCell(lower[at] ?? '')]
    if (above !== '') over = above
    if (isUnitOf(below, above)) return `${above}（${below.replace(/^[(（]|[)）]$/g, '')}）`
    return below !== '' && isExactHeading(over + below) ? over + below : below || above
  })
}

export function trimmedEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1]!.trim() === '') end--
  return cells.slice(0, end)
}
