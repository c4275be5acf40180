import type { Problem } from '../../model/problem.ts'
import { foreignKindOf } from '../file-kind.ts'
import { LIMITS } from '../limits.ts'
import { problemList, type ProblemList } from '../problem-list.ts'
import { buildTable } from './build-table.ts'
import { decodeTable } from './decode-table.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Table, TableEncoding, Separator, TextLayout } from './table.ts'

export interface ReadTables {
  /** Those that can be read; none when the file is refused. */
  readonly tables: readonly Table[]
  readonly problems: readonly Problem[]
  /** How a text was read; null for a workbook. */
  readonly layout: { readonly encoding: TableEncoding; readonly separator: Separator } | null
}

/**
 * Reads the tables of a CSV or XLSX file. Bad input never throws: each thing that is wrong becomes a problem.
 * @param layout encoding and separator that a person chose instead of what was found
 */
export async function readTables(bytes: Uint8Array, file: string, layout: TextLayout = {}): Promise<ReadTables> {
  const problems = problemList(file)
  const refuse = (problem: Omit<Problem, 'file' | 'severity'>): ReadTables => {
    problems.add({ severity: 'error', ...problem })
    return { tables: [], problems: problems.all(), layout: null }
  }
  if (bytes.length === 0) return refuse({ code: 'EMPTY' })
  if (bytes.length > LIMITS.fileBytes) {
    const found = `${(bytes.length / 1024 / 1024).toFixed(1)} MB`
    return refuse({ code: 'TOO_LARGE', found, expected: `<= ${LIMITS.fileBytes / 1024 / 1024} MB` })
  }
  const kind = foreignKindOf(bytes)
  if (isZip(bytes)) return readSheets(bytes, file, problems)
  if (isOldBinary(bytes)) return refuse(oldBinary(bytes))
  if (/\.xl(?:s[xmb]|t[xm])$/i.test(file)) return refuse({ code: 'NOT_XLSX', found: kind ?? 'text', expected: 'xlsx' })
  if (kind !== null) return refuse({ code: 'TYPE_MISMATCH', found: kind, expected: 'tableFile' })
  const decoded = decodeTable(bytes, layout.encoding)
  if ('problem' in decoded) return refuse(decoded.problem)
  if (decoded.text.includes('\0')) return refuse({ code: 'TYPE_MISMATCH', found: 'binary', expected: 'tableFile' })
  if (decoded.text.trim() === '') return refuse({ code: 'EMPTY' })
  return readTextTable(decoded, { file, problems, separator: layout.separator })
}

/** Cells that were pasted from a spreadsheet. */
export function readPastedTable(text: string, file: string, separator?: Separator): ReadTables {
  const problems = problemList(file)
  if (text.trim() === '') problems.add({ code: 'EMPTY', severity: 'error' })
  if (problems.hasErrors()) return { tables: [], problems: problems.all(), layout: null }
  return readTextTable({ text, encoding: 'utf-8', isDamaged: false }, { file, problems, separator })
}

interface TextTable {
  readonly text: string
  readonly encoding: TableEncoding
  readonly isDamaged: boolean
}

function readTextTable(
  { text, encoding, isDamaged }: TextTable,
  of: { readonly file: string; readonly problems: ProblemList; readonly separator: Separator | undefined },
): ReadTables {
  const { file, problems } = of
  const read = readCsv(text, of.separator, problems)
  if (read === null) return { tables: [], problems: problems.all(), layout: null }
  const { separator } = read
  const table = buildTable({ ...read.grid, isDamaged }, { file, isHidden: false, separator }, problems)
  return { tables: table ? [table] : [], problems: problems.all(), layout: { encoding, separator } }
}

async function readSheets(bytes: Uint8Array, file: string, problems: ProblemList): Promise<ReadTables> {
  const sheets = await readXlsx(bytes, problems)
  if (sheets === null) return { tables: [], problems: problems.all(), layout: null }
  const filled = sheets.filter(({ grid }) => grid.rows.some((row) => row.some((cell) => cell.trim() !== '')))
  if (filled.length === 0) problems.add({ code: 'NO_ROWS', severity: 'error' })
  const tables = filled.flatMap(({ grid, isHidden }) => {
    const table = buildTable(grid, { file, isHidden, separator: null }, problems)
    return table ? [table] : []
  })
  return { tables, problems: problems.all(), layout: null }
}

const isZip = ([first, second, third]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && (third === 3 || third === 5 || third === 7)

/** The container of Office until 2003, and of encrypted files since. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** First records of an XLS file without a container: BIFF 2 to 8. */
const BIFF = [0x0009, 0x0209, 0x0409, 0x0809]

function isOldBinary(bytes: Uint8Array): boolean {
  return (
    OLE.every((byte, at) => bytes[at] === byte) || (BIFF.includes(bytes[0]! | (bytes[1]! << 8)) && bytes.includes(0))
  )
}

function oldBinary(bytes: Uint8Array): Omit<Problem, 'file' | 'severity'> {
  // Names in the container's directory are in UTF-16.
  let names = ''
  for (const byte of bytes.subarray(0, 1 << 20)) if (byte !== 0) names += String.fromCharCode(byte)
  if (/EncryptedPackage|EncryptionInfo/.test(names)) return { code: 'ENCRYPTED', expected: 'xlsx' }
  if (names.includes('WordDocument')) return { code: 'TYPE_MISMATCH', found: 'DOC', expected: 'tableFile' }
  return { code: 'LEGACY_XLS', found: 'XLS', expected: 'xlsx' }
}
