import Papa from 'papaparse'
import type { Separator } from '../../model/bring.ts'
import { LIMITS } from '../limits.ts'
import type { ProblemList } from '../problem-list.ts'
import { excerpt } from '../problem-list.ts'
import { declaredSeparator, likelySeparator } from './separator.ts'
import type { Grid } from './table.ts'

interface ReadGrid {
  /** Every row as it stands, for tables that this program has written. */
  readonly raw: readonly (readonly string[])[]
  readonly grid: Grid
  readonly separator: Separator
}

/** Rows of cells out of a text; null after a quote that never closes, because nobody knows where its rows end. */
export function readCsv(source: string, wish: Separator | undefined, problems: ProblemList): ReadGrid | null {
  const text = source.replace(/\r\n?/g, '\n')
  const declared = declaredSeparator(text)
  const separator = wish ?? declared?.separator ?? likelySeparator(text)
  const body = withoutEmptyEnd(declared ? text.slice(declared.length) : text)
  if (isTooLong(body, problems)) return null
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n' })
  const lines = linesOf(data, declared ? 2 : 1)
  const broken = new Set<number>()
  for (const { type, code, row } of errors) {
    if (type !== 'Quotes') continue
    const at = row ?? 0
    const found = excerpt(data[at]?.find((cell) => cell.includes('"')) ?? '"')
    if (!broken.has(at)) problems.add({ code: 'QUOTE', severity: 'error', row: lines[at] ?? 1, found, expected: '"' })
    broken.add(at)
    if (code === 'MissingQuotes') return null
  }
  const kept = data.map((_, at) => at).filter((at) => !broken.has(at))
  const rows = kept.map((at) => data[at]!)
  return {
    raw: data,
    grid: { sheet: null, rows, lines: kept.map((at) => lines[at]!), mayBeRagged: true, isDamaged: false },
    separator,
  }
}

/** Without the empty lines behind the last row, of which some programs write any number. */
function withoutEmptyEnd(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) end--
  return text.slice(0, end)
}

/** Lines of a text, blank ones and those inside cells among them: more cannot be rows that are taken. */
const MOST_LINES = 2 * LIMITS.supplies

function isTooLong(text: string, problems: ProblemList): boolean {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  if (lines <= MOST_LINES) return false
  problems.add({ code: 'LIMIT', severity: 'error', found: String(lines), expected: `<= ${LIMITS.supplies}` })
  return true
}

/** The line on which each row begins; cells in quotes may hold line ends of their own. */
function linesOf(rows: readonly (readonly string[])[], first: number): readonly number[] {
  let line = first
  return rows.map((row) => {
    const begins = line++
    for (const cell of row) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line++
    return begins
  })
}
