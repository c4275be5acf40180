import { zipSync } from 'fflate'
import { readXlsx as readWorkbook, type Sheet } from 'hucre/xlsx'
import type { Problem } from '../../model/problem.ts'
import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { partOf, type Tell } from '../progress.ts'
import type { CellsShown } from './percent-cells.ts'
import { checkCells } from './sheet-cells.ts'
import { sheetGrid, showCells } from './sheet-grid.ts'
import { xmlFault } from './sheet-xml.ts'
import type { Grid } from './table.ts'
import { plainEntryName } from './zip-directory.ts'
import { openZip } from './zip-guard.ts'

/** By name of the sheet. */
export type ShownOf = ReadonlyMap<string, CellsShown>

export interface OpenedWorkbook {
  readonly kind: 'workbook'
  readonly sheets: readonly Sheet[]
  readonly shown: ShownOf
}

/** What a ZIP turned out to be. */
export type OpenedZip = OpenedWorkbook | { readonly kind: 'texts'; readonly files: ReadonlyMap<string, Uint8Array> }

/** Parts of a workbook that are read; pictures, macros and links to elsewhere never reach the reader. */
const isRead = (name: string): boolean => /\.(?:xml|rels)$/i.test(name) && !LEFT_OUT.test(name)
const LEFT_OUT =
  /(?:^|\/)(?:docprops|customxml|drawings|charts|media|embeddings|externallinks|pivottables|pivotcache|comments\d*\.xml|threadedcomments|persons|printersettings|tables|slicers|slicercaches|timelines|querytables|connections\.xml|metadata\.xml|richdata|worksheets\/_rels|chartsheets|dialogsheets|ctrlprops|activex|webextensions)/i
/** Folders, and what systems leave in a ZIP beside the files. */
const LEFT_BEHIND = /\/$|^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i
const CONTENT_TYPES = '[content_types].xml'
/** What the list of parts calls the workbook, with or without macros. */
const WORKBOOK_TYPE =
  /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/i

/** Shares of the time in which a workbook is inflated, looked through, and packed again for the reader, who takes the rest. */
const INFLATED = 0.21
const LOOKED_THROUGH = 0.29
const PACKED = 0.34

/** The sheets of an XLSX file, or the texts of a set of CSV files in a ZIP; null when refused, with the reason in `problems`. */
export async function openTableZip(bytes: Uint8Array, problems: ProblemList, tell?: Tell): Promise<OpenedZip | null> {
  const names = new Set<string>()
  const isWanted = (name: string): boolean =>
    !LEFT_BEHIND.test(name) && Boolean(names.add(name)) && (isRead(name) || isCsv(name))
  const parts = openZip(bytes, isWanted, problems, partOf(tell, 0, INFLATED))
  if (parts === null) return null
  if (!isWorkbook(parts)) {
    if (parts.size > 0 && [...names].every(isCsv)) return { kind: 'texts', files: parts }
    problems.add({ code: 'NOT_XLSX', severity: 'error', found: kindOf(names), expected: 'xlsx' })
    return null
  }
  const plain = Object.create(null) as Record<string, Uint8Array>
  let looked = 0
  for (const [name, packed] of parts) {
    if (isCsv(name)) continue
    partOf(tell, INFLATED, LOOKED_THROUGH)(looked++ / parts.size)
    const part = inUtf8(packed)
    if (!isSoundPart(name, part, problems)) return null
    plain[nameForReader(name)] = part
  }
  if (!areTextsThere(plain, problems)) return null
  const shown = checkCells(plain, problems)
  if (problems.hasErrors()) return null
  const styles = plain['xl/styles.xml']
  const hasPadded = styles !== undefined && PADDED_FORMAT.test(asciiOf(styles))
  tell?.(LOOKED_THROUGH)
  const packed = zipSync(plain, { level: 0 })
  tell?.(PACKED, 1)
  const sheets = await sheetsOf(packed, hasPadded, problems)
  return sheets && { kind: 'workbook', sheets, shown }
}

/** The reader looks for this part by its exact name. */
function nameForReader(name: string): string {
  const plain = plainEntryName(name)
  return plain.toLowerCase() === CONTENT_TYPES ? '[Content_Types].xml' : plain
}

/** Cells that point to shared texts need the part that holds these; without it they would be empty in silence. */
function areTextsThere(parts: Readonly<Record<string, Uint8Array>>, problems: ProblemList): boolean {
  if (Object.keys(parts).some((name) => /sharedstrings\.xml$/i.test(name))) return true
  const pointing = Object.keys(parts).find(
    (name) => /worksheets\//.test(name) && POINTS_TO_TEXT.test(asciiOf(parts[name]!)),
  )
  if (pointing === undefined) return true
  problems.add({ code: 'ZIP_TRUNCATED', severity: 'error', path: 'xl/sharedStrings.xml', found: 'missingPart' })
  return false
}

/** Styles cost time, and tell something only where there is such a format. */
const PADDED_FORMAT = /formatCode="0{2,}"/
const POINTS_TO_TEXT = /<(?:\w+:)?c [^>]*\bt="s"/

function isWorkbook(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const types = [...parts].find(([name]) => plainEntryName(name).toLowerCase() === CONTENT_TYPES)?.[1]
  return types !== undefined && WORKBOOK_TYPE.test(asciiOf(types).replaceAll('\0', ''))
}

const isCsv = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name)

/** What the ZIP holds instead of a workbook. */
function kindOf(names: ReadonlySet<string>): string {
  const all = [...names]
  const has = (start: string): boolean => all.some((name) => name.startsWith(start))
  if (has('word/')) return 'DOCX'
  if (has('ppt/')) return 'PPTX'
  if (all.some((name) => name.endsWith('.bin') && name.startsWith('xl/workbook'))) return 'XLSB'
  if (names.has('mimetype') || names.has('content.xml')) return 'ODS'
  return 'ZIP'
}

function isSoundPart(name: string, part: Uint8Array, problems: ProblemList): boolean {
  const fault = xmlFault(part)
  if (fault !== null) problems.add({ severity: 'error', path: name, ...fault })
  return fault === null
}

/** A part in UTF-16 as UTF-8, which the reader takes alone. */
function inUtf8(part: Uint8Array): Uint8Array {
  const isLittle = part[0] === 0xff && part[1] === 0xfe
  if (!isLittle && !(part[0] === 0xfe && part[1] === 0xff)) return part
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(part)
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding=["'])utf-16["']/i, '$1UTF-8"'))
}

const asciiOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

async function sheetsOf(
  bytes: Uint8Array,
  hasPaddedFormat: boolean,
  problems: ProblemList,
): Promise<readonly Sheet[] | null> {
  try {
    return (await readWorkbook(bytes, { readStyles: hasPaddedFormat })).sheets
  } catch (error) {
    // Whatever the reader of workbooks trips over lies in the file.
    const message = error instanceof Error ? error.message : String(error)
    problems.add({ severity: 'error', ...faultOf(message) })
    return null
  }
}

/** Cells up to the last row and column that a sheet may span, empty ones among them; the reader's own limit. */
const MOST_CELLS = 20_000_000

/** One cell that strayed far away makes a sheet large: what is said is how far. */
function tooMuch(sheet: string, rows: number, columns: number): Omit<Problem, 'file' | 'severity'> {
  if (columns > LIMITS.columns) {
    return { code: 'TOO_WIDE', sheet, found: String(columns), expected: `<= ${LIMITS.columns}` }
  }
  if (rows > LIMITS.supplies) return { code: 'LIMIT', sheet, found: String(rows), expected: `<= ${LIMITS.supplies}` }
  const found = `${rows} × ${columns} = ${rows * columns}`
  return { code: 'LIMIT', sheet, found, expected: `<= ${MOST_CELLS}` }
}

/** What the reader says, in words of the table `problems.kinds`. */
function faultOf(message: string): Omit<Problem, 'file' | 'severity'> {
  const spans = /Sheet "(.*)" spans (\d+) rows x (\d+) columns/s.exec(message)
  if (spans) return tooMuch(spans[1]!, Number(spans[2]), Number(spans[3]))
  const reference = /reference "([^"]*)" is outside/.exec(message)
  if (reference) return { code: 'LIMIT', found: excerpt(reference[1]), expected: 'A1 … XFD1048576' }
  if (/limit|bounds/i.test(message)) return { code: 'LIMIT', found: 'sheet' }
  const sheet = /missing worksheet file for sheet "(.*)"/.exec(message)?.[1]
  if (sheet !== undefined) return { code: 'ZIP_TRUNCATED', sheet, found: 'missingPart' }
  if (/missing workbook/.test(message)) return { code: 'ZIP_TRUNCATED', path: 'xl/workbook.xml', found: 'missingPart' }
  return { code: 'XML', found: 'xmlOther' }
}

/** The cells of one sheet as texts, with what is odd about it said. */
export function gridOfSheet(sheet: Sheet, shown: ShownOf, problems: ProblemList): Grid {
  if (isHiddenSheet(sheet)) problems.add({ code: 'HIDDEN', severity: 'warning', sheet: sheet.name, found: 'sheet' })
  const isTooWide = sheet.rows.some((row) => row.length > LIMITS.columns)
  const cells = shown.get(sheet.name)
  if (cells !== undefined) showCells(sheet, cells)
  return sheetGrid(sheet, isTooWide ? 'bare' : 'checked', problems)
}

export const isHiddenSheet = (sheet: Sheet): boolean => sheet.hidden === true || sheet.veryHidden === true
