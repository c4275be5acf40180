import { zipSync, type Zippable } from 'fflate'
import type { FlatValue } from './flat-fields.ts'
import { guarded } from './formula-guard.ts'
import type { WrittenSheet } from './sheet-types.ts'

/** Byte order mark: without it a spreadsheet takes UTF-8 for the local encoding. */
const MARK = '\ufeff'
/** The first day that a ZIP can name, in local time as the format has it: the same bytes whenever and wherever it is written. */
const NO_DATE = new Date(1980, 0, 1)

/** One CSV a sheet (RFC 4180: CRLF, quotes where needed), in a ZIP whose bytes depend on the sheets alone. */
export function writeCsvSet(sheets: readonly WrittenSheet[]): Uint8Array {
  const files: Zippable = Object.fromEntries(
    csvFiles(sheets).map(({ id, bytes }) => [`${id}.csv`, [bytes, { mtime: NO_DATE }]]),
  )
  return zipSync(files, { level: 6 })
}

/** The same, each as a file of its own. */
export const csvFiles = (
  sheets: readonly WrittenSheet[],
): readonly { readonly id: string; readonly bytes: Uint8Array }[] =>
  sheets.map((sheet) => ({ id: sheet.id, bytes: new TextEncoder().encode(MARK + csvText(sheet)) }))

function csvText({ columns, rows }: WrittenSheet): string {
  const fields = columns.map(({ field }) => field)
  const heads = [columns.map(({ heading }) => heading), ...(fields.some((field) => field !== '') ? [fields] : [])]
  return [...heads, ...rows].map(csvLine).join('')
}

/** A row as it stands in a CSV file (RFC 4180), with its end of line; texts like formulas are guarded. */
export const csvLine = (row: readonly (FlatValue | null)[]): string => `${row.map(cellText).join(',')}\r\n`

function cellText(value: FlatValue | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = guarded(value)
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
