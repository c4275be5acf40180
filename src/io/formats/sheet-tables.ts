/** The tables of a chain as sheets of a workbook: which there are, and how their rows lie in cells. */
import { CHAIN_SHAPE, type RecordShape } from '../chain-fields.ts'
import { EXTRA, flatShape, type FlatShape } from './flat-fields.ts'

/** Tables of rows, in the order of the sheets. */
export const ROW_TABLES = [
  'enterprises', 'supplies', 'inputs', 'blocks', 'scenarios', 'observations', 'lists', 'stages', 'sources',
] as const // prettier-ignore
export type RowTable = (typeof ROW_TABLES)[number]

/** `chain`: what the chain says of itself, in one row. */
export type SheetTable = RowTable | 'chain'

/** Longest text in one cell: a spreadsheet takes 32,767 characters, one of which may be a guard. */
const LONGEST_CELL = 30_000

function tableShape(table: RowTable): RecordShape {
  const field = CHAIN_SHAPE.fields.get(table)
  if (field?.kind !== 'rows') throw new Error(`expected ${table} to be a table, got ${field?.kind}`)
  return field.of
}

const rowShapes = ROW_TABLES.map((table) => [table, flatShape(tableShape(table), { longest: LONGEST_CELL })] as const)

export const SHEET_SHAPES: ReadonlyMap<SheetTable, FlatShape> = new Map<SheetTable, FlatShape>([
  ...rowShapes,
  ['chain', flatShape(CHAIN_SHAPE, { leave: ROW_TABLES, longest: LONGEST_CELL })],
])

/** Tables that stand in the chain without a row: a chain may have none, or an empty one. */
export const EMPTY_TABLES = 'emptyTables'

/** Names of the columns that hold `extra`, which is cut into as many pieces as it needs. */
export const extraColumn = (piece: number): string => (piece === 0 ? EXTRA : `${EXTRA}.${piece + 1}`)

/** The pieces of `extra`; a character of two code units is never cut. */
export function cutExtra(text: string): readonly (readonly [column: string, piece: string])[] {
  const pieces: [string, string][] = []
  let at = 0
  while (at < text.length) {
    let end = Math.min(at + LONGEST_CELL, text.length)
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--
    pieces.push([extraColumn(pieces.length), text.slice(at, end)])
    at = end
  }
  return pieces
}

/** Inverse of `cutExtra`; null where there is none. @param cell the text of a column, null where it is empty */
export function joinExtra(cell: (column: string) => string | null): string | null {
  let text = ''
  for (let piece = 0; ; piece++) {
    const part = cell(extraColumn(piece))
    if (part === null) return text === '' ? null : text
    text += part
  }
}
