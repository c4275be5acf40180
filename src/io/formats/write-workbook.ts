import { writeXlsx, type CellStyle, type CellValue, type ColumnDef, type WriteSheet } from 'hucre/xlsx'
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
const NARROW = 12
const WIDE = 28

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
    columns: columns.map(({ kind }): ColumnDef => ({ numFmt: FORMATS[kind], width: kind === 'text' ? WIDE : NARROW })),
    rows: [...heads, ...rows.map((row) => row.map(cellOf))],
    cells,
    freezePane: { rows: heads.length, columns: 1 },
  }
}

const headings = (columns: readonly SheetColumn[]): CellValue[] => columns.map(({ heading }) => guarded(heading))
const fieldNames = (columns: readonly SheetColumn[]): CellValue[] => columns.map(({ field }) => field)
const cellOf = (value: FlatValue | null): CellValue => (typeof value === 'string' ? guarded(value) : value)
