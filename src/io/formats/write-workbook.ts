import {
  colToLetter, writeXlsx, type CellStyle, type CellValue, type ColumnDef, type DataValidation, type WriteSheet,
} from 'hucre/xlsx' // prettier-ignore
import type { FlatValue } from './flat-fields.ts'
import { guarded } from './formula-guard.ts'
import type { SheetColumn, WrittenSheet } from './sheet-types.ts'

const HEADING: CellStyle = { font: { bold: true } }
const MACHINE: CellStyle = { font: { italic: true, color: { rgb: '808080' } } }
/** Text stays text when somebody types into the cell: 01, 1E5, 18 digits. */
const FORMATS: Record<SheetColumn['kind'], string> = {
  text: '@',
  day: '@',
  list: '@',
  json: '@',
  flag: 'General',
  number: 'General',
  whole: '0',
  share: '0%',
}
const NO_DATE = new Date(Date.UTC(1980, 0, 1))
/** Widths in characters; a Chinese one takes two. */
const NARROWEST = 8
const WIDEST = 48
/** Rows that are looked at for a width. */
const ROWS_LOOKED_AT = 200
/** Rows behind the last in which the closed sets are still offered. */
const ROWS_TO_FILL = 1000

/** An XLSX workbook: headings in the first row, names of fields in the second, both frozen; its bytes depend on the sheets alone. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { creator: 'Changlian', created: NO_DATE, modified: NO_DATE },
  })
}

function sheetOf({ title, columns, rows }: WrittenSheet): WriteSheet {
  const hasFields = columns.some(({ field }) => field !== '')
  const heads = hasFields ? [headings(columns), fieldNames(columns)] : [headings(columns)]
  const cells = new Map<string, { style: CellStyle }>()
  columns.forEach((_, column) => {
    cells.set(`0,${column}`, { style: HEADING })
    if (hasFields) cells.set(`1,${column}`, { style: MACHINE })
  })
  return {
    name: title,
    columns: columns.map(({ kind }, at): ColumnDef => ({ numFmt: FORMATS[kind], width: widthOf(columns, rows, at) })),
    dataValidations: choicesOf(columns, heads.length, rows.length),
    rows: [...heads, ...rows.map((row) => row.map(cellOf))],
    cells,
    freezePane: { rows: heads.length, columns: 1 },
  }
}

function widthOf(columns: readonly SheetColumn[], rows: WrittenSheet['rows'], at: number): number {
  let widest = widthOfText(columns[at]!.heading)
  if (columns[at]!.kind === 'json') return Math.max(NARROWEST, widest)
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) widest = Math.max(widest, widthOfText(String(row[at] ?? '')))
  return Math.min(WIDEST, Math.max(NARROWEST, widest)) + 1
}

const widthOfText = (text: string): number => text.length + (text.match(/[\u1100-\uffff]/g)?.length ?? 0)

/** A list to choose from in every column whose values are a closed set. */
function choicesOf(columns: readonly SheetColumn[], heads: number, rows: number): DataValidation[] {
  return columns.flatMap(({ choices }, at) => {
    if (!choices) return []
    const letter = colToLetter(at)
    const range = `${letter}${heads + 1}:${letter}${heads + rows + ROWS_TO_FILL}`
    return [
      { type: 'list', values: [...choices], allowBlank: true, range, showErrorMessage: true, errorStyle: 'warning' },
    ]
  })
}

const headings = (columns: readonly SheetColumn[]): CellValue[] => columns.map(({ heading }) => guarded(heading))
const fieldNames = (columns: readonly SheetColumn[]): CellValue[] => columns.map(({ field }) => field)
const cellOf = (value: FlatValue | null): CellValue => (typeof value === 'string' ? guarded(value) : value)
