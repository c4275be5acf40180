import type { Separator, TableEncoding, TextLayout } from '../../model/bring.ts'
import type { Problem } from '../../model/problem.ts'
import { EXCEL_XML, foreignKindOf } from '../file-kind.ts'
import { areOwnSheets, type CellSheet } from '../formats/read-sheets.ts'
import { LIMITS, shownSize } from '../limits.ts'
import { problemList, type ProblemList } from '../problem-list.ts'
import { partOf, type Tell } from '../progress.ts'
import { scanJson } from '../scan-json.ts'
import { buildTable } from './build-table.ts'
import { decodeTable } from './decode-table.ts'
import { isOldBinary, isZip, oldBinaryProblem } from './binary-kinds.ts'
import { readCsv } from './read-csv.ts'
import { gridOfSheet, isHiddenSheet, openTableZip, type OpenedWorkbook } from './read-xlsx.ts'
import type { Table } from './table.ts'

export interface ReadTables {
  /** Those that can be read; none when the file is refused, or written by this program. */
  readonly tables: readonly Table[]
  /** Every cell as it stands, of sheets that this program has written. */
  readonly own: readonly CellSheet[] | null
  readonly problems: readonly Problem[]
  /** How a text was read; null for a workbook. */
  readonly layout: { readonly encoding: TableEncoding; readonly separator: Separator } | null
}

/**
 * Reads the tables of a CSV or XLSX file. Bad input never throws: each thing that is wrong becomes a problem.
 * @param layout encoding and separator that a person chose instead of what was found
 */
export async function readTables(
  bytes: Uint8Array,
  file: string,
  layout: TextLayout = {},
  tell?: Tell,
): Promise<ReadTables> {
  const problems = problemList(file)
  const refusal = refusalOf(bytes, file)
  if (refusal) problems.add({ severity: 'error', ...refusal })
  else if (isZip(bytes)) return readZip(bytes, { file, problems, tell })
  else {
    const decoded = decodedText(bytes, layout.encoding, problems)
    if (decoded) return readText(decoded, { file, problems, tell, separator: layout.separator })
  }
  return { ...NOTHING, problems: problems.all() }
}

const NOTHING = { tables: [], own: null, layout: null } as const

function refusalOf(bytes: Uint8Array, file: string): Omit<Problem, 'file' | 'severity'> | null {
  if (bytes.length === 0) return { code: 'EMPTY' }
  if (bytes.length > LIMITS.fileBytes) {
    return { code: 'TOO_LARGE', found: shownSize(bytes.length), expected: `<= ${LIMITS.fileBytes / 1024 / 1024} MB` }
  }
  if (isZip(bytes)) return null
  if (isOldBinary(bytes)) return oldBinaryProblem(bytes)
  const kind = foreignKindOf(bytes) ?? jsonKindOf(bytes)
  if (/\.xl(?:s[xmb]|t[xm])$/i.test(file)) return { code: 'NOT_XLSX', found: kind ?? 'plainText', expected: 'xlsx' }
  if (kind === EXCEL_XML) return { code: 'LEGACY_XLS', found: kind, expected: 'xlsx' }
  return kind === null ? null : { code: 'TYPE_MISMATCH', found: kind, expected: 'tableFile' }
}

/** Long texts are tables: to parse them only for a better word would cost time. */
const LONGEST_JSON = 1 << 20

function jsonKindOf(bytes: Uint8Array): 'JSON' | null {
  if (bytes.length > LONGEST_JSON || !/^(?:\xef\xbb\xbf)?\s*[[{]/.test(String.fromCharCode(...bytes.subarray(0, 64))))
    return null
  const { fault } = scanJson(new TextDecoder().decode(bytes), LIMITS.depth)
  return fault === null ? 'JSON' : null
}

interface DecodedText {
  readonly text: string
  readonly encoding: TableEncoding
  readonly isDamaged: boolean
}

function decodedText(bytes: Uint8Array, wish: TableEncoding | undefined, problems: ProblemList): DecodedText | null {
  const decoded = decodeTable(bytes, wish)
  if ('problem' in decoded) problems.add(decoded.problem)
  else if (decoded.text.includes('\0')) {
    problems.add({ code: 'TYPE_MISMATCH', severity: 'error', found: 'binary', expected: 'tableFile' })
  } else if (decoded.text.trim() === '') problems.add({ code: 'EMPTY', severity: 'error' })
  else return decoded
  return null
}

interface FileOf {
  readonly file: string
  readonly problems: ProblemList
  readonly tell: Tell | undefined
}

interface TextOf extends FileOf {
  readonly separator: Separator | undefined
}

/** Shares of the time in which a text is decoded, and cut into cells; the rest is to look at them. */
const DECODED = 0.1
const CUT = 0.45

function readText({ text, encoding, isDamaged }: DecodedText, of: TextOf): ReadTables {
  const { file, problems } = of
  const { tell } = of
  tell?.(DECODED, CUT)
  const read = readCsv(text, of.separator, problems)
  if (read === null) return { ...NOTHING, problems: problems.all() }
  const { separator } = read
  const layout = { encoding, separator }
  const sheet: CellSheet = { name: file, rows: read.raw }
  if (areOwnSheets([sheet])) return { tables: [], own: [sheet], problems: problems.all(), layout }
  const table = buildTable({ ...read.grid, isDamaged }, { file, isHidden: false, separator, isAlone: true }, problems, partOf(tell, CUT, 1)) // prettier-ignore
  return { tables: table ? [table] : [], own: null, problems: problems.all(), layout }
}

/** Share of the time after which a workbook is open, and its cells are still to be looked at. */
const OPENED = 0.83

async function readZip(bytes: Uint8Array, { file, problems, tell }: FileOf): Promise<ReadTables> {
  const opened = await openTableZip(bytes, problems, partOf(tell, 0, OPENED))
  if (opened?.kind === 'workbook') return readSheets(opened, { file, problems, tell: partOf(tell, OPENED, 1) })
  if (opened === null) return { ...NOTHING, problems: problems.all() }
  const each = await Promise.all(Array.from(opened.files, ([name, part]) => readTables(part, `${file}/${name}`)))
  const own = each.flatMap((read) => read.own ?? [])
  return {
    tables: each.flatMap(({ tables }) => tables),
    own: own.length > 0 ? own : null,
    problems: [...problems.all(), ...each.flatMap((read) => read.problems)],
    layout: each[0]?.layout ?? null,
  }
}

/** Share of a sheet after which its cells are texts. */
const GRID = 0.25

function readSheets({ sheets, shown }: OpenedWorkbook, { file, problems, tell }: FileOf): ReadTables {
  if (areOwnSheets(sheets)) return { ...NOTHING, own: sheets, problems: problems.all() }
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  if (filled.length === 0) problems.add({ code: 'NO_ROWS', severity: 'error' })
  const tables = filled.flatMap((sheet, at) => {
    const of = { file, isHidden: isHiddenSheet(sheet), separator: null, isAlone: filled.length === 1 }
    const ofSheet = partOf(tell, at / filled.length, (at + 1) / filled.length)
    ofSheet(0, GRID)
    return buildTable(gridOfSheet(sheet, shown, problems), of, problems, partOf(ofSheet, GRID, 1)) ?? []
  })
  if (filled.length > 1 && tables.every(({ rows }) => rows.length === 0) && !problems.hasErrors())
    problems.add({ code: 'NO_ROWS', severity: 'error' })
  return { tables, own: null, problems: problems.all(), layout: null }
}
