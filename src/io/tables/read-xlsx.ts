import { zipSync } from 'fflate'
import { readXlsx as readWorkbook, type Sheet } from 'hucre/xlsx'
import { LIMITS } from '../limits.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { sheetGrid } from './sheet-grid.ts'
import type { Grid } from './table.ts'
import { openZip } from './zip-guard.ts'

/** What a ZIP turned out to be. */
export type OpenedZip =
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'texts'; readonly files: ReadonlyMap<string, Uint8Array> }

/** Parts of a workbook that are read; pictures, macros and links to elsewhere never reach the reader. */
const isRead = (name: string): boolean => /\.(?:xml|rels)$/i.test(name) && !LEFT_OUT.test(name)
const LEFT_OUT =
  /(?:^|\/)(?:docprops|customxml|drawings|charts|media|embeddings|externallinks|pivottables|pivotcache|comments\d*\.xml|threadedcomments|persons|printersettings|tables|slicers|slicercaches|timelines|querytables|connections\.xml|metadata\.xml|richdata|worksheets\/_rels|chartsheets|dialogsheets|ctrlprops|activex|webextensions)/i
const CONTENT_TYPES = '[content_types].xml'
/** What the list of parts calls the workbook, with or without macros. */
const WORKBOOK_TYPE =
  /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/i

/** The sheets of an XLSX file, or the texts of a set of CSV files in a ZIP; null when refused, with the reason in `problems`. */
export async function openTableZip(bytes: Uint8Array, problems: ProblemList): Promise<OpenedZip | null> {
  const names = new Set<string>()
  const isWanted = (name: string): boolean => Boolean(names.add(name)) && (isRead(name) || isCsv(name))
  const parts = openZip(bytes, isWanted, problems)
  if (parts === null) return null
  if (!isWorkbook(parts)) {
    if (parts.size > 0 && [...names].every(isCsv)) return { kind: 'texts', files: parts }
    problems.add({ code: 'NOT_XLSX', severity: 'error', found: kindOf(names), expected: 'xlsx' })
    return null
  }
  const plain = Object.create(null) as Record<string, Uint8Array>
  for (const [name, part] of parts) {
    if (isCsv(name)) continue
    if (!isSoundPart(name, part, problems)) return null
    plain[plainName(name)] = part
  }
  const sheets = await sheetsOf(zipSync(plain, { level: 0 }), problems)
  return sheets && { kind: 'workbook', sheets }
}

/** Some programs write the separator of their own system. */
const plainName = (name: string): string => name.replaceAll('\\', '/')

function isWorkbook(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const types = [...parts].find(([name]) => name.toLowerCase() === CONTENT_TYPES)?.[1]
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

/** Bytes at the start in which a document type would stand. */
const HEAD = 4096

function isSoundPart(name: string, part: Uint8Array, problems: ProblemList): boolean {
  // A part in UTF-16 shows its letters with zeros between them.
  const head = asciiOf(part.subarray(0, HEAD)).replaceAll('\0', '')
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) {
    problems.add({ code: 'XML_DTD', severity: 'error', path: name })
    return false
  }
  const root = /<(?![?!])([^\s/>]+)/.exec(head)?.[1]
  const tail = asciiOf(part.subarray(-HEAD)).replaceAll('\0', '').trimEnd()
  if (root !== undefined && (tail.endsWith(`</${root}>`) || tail.endsWith('/>'))) return true
  problems.add({ code: 'XML', severity: 'error', path: name, found: 'endOfFile', expected: root ? `</${root}>` : '<' })
  return false
}

function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

async function sheetsOf(bytes: Uint8Array, problems: ProblemList): Promise<readonly Sheet[] | null> {
  try {
    return (await readWorkbook(bytes)).sheets
  } catch (error) {
    // Whatever the reader of workbooks trips over lies in the file.
    const message = error instanceof Error ? error.message : String(error)
    const isLimit = /limit|bounds/i.test(message)
    problems.add({ code: isLimit ? 'LIMIT' : 'XML', severity: 'error', found: excerpt(message) })
    return null
  }
}

/** The cells of one sheet as texts, with what is odd about it said. */
export function gridOfSheet(sheet: Sheet, problems: ProblemList): Grid {
  if (isHiddenSheet(sheet)) problems.add({ code: 'HIDDEN', severity: 'warning', sheet: sheet.name, found: 'sheet' })
  const isTooWide = sheet.rows.some((row) => row.length > LIMITS.columns)
  return sheetGrid(sheet, isTooWide ? 'bare' : 'checked', problems)
}

export const isHiddenSheet = (sheet: Sheet): boolean => sheet.hidden === true || sheet.veryHidden === true
