import type { Chain } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import type { IdTable } from './chain-fields.ts'
import { checkRules } from './check-rules.ts'
import { checkShape, isObject, type Ids, type JsonObject } from './check-shape.ts'
import { decodeText } from './decode-text.ts'
import { foreignKindOf } from './file-kind.ts'
import { LIMITS } from './limits.ts'
import { excerpt, problemList, type ProblemList } from './problem-list.ts'
import { placeOf, scanJson } from './scan-json.ts'

export interface ReadChain {
  /** Null when there is an error: a file with a hole is refused whole. */
  readonly chain: Chain | null
  readonly problems: Problem[]
}

/**
 * Reads a `*.chain.json` file (docs/format.md). Bad input never throws: each thing that is wrong becomes a problem.
 * @param bytes the file as it is on the disk
 * @param fileName as shown in the problems
 */
export function readChain(bytes: Uint8Array, fileName: string): ReadChain {
  const problems = problemList(fileName)
  const text = readText(bytes, problems)
  const document = text === null ? undefined : parse(text, problems)
  if (document !== undefined && isChainFile(document, problems)) check(document, problems)
  return { chain: problems.hasErrors() ? null : (document as unknown as Chain), problems: problems.all() }
}

function readText(bytes: Uint8Array, problems: ProblemList): string | null {
  const refuse = (problem: Omit<Problem, 'file' | 'severity'>): null => {
    problems.add({ severity: 'error', ...problem })
    return null
  }
  if (bytes.length === 0) return refuse({ code: 'EMPTY' })
  if (bytes.length > LIMITS.fileBytes) {
    const megabytes = `${(bytes.length / 1024 / 1024).toFixed(1)} MB`
    return refuse({ code: 'TOO_LARGE', found: megabytes, expected: `<= ${LIMITS.fileBytes / 1024 / 1024} MB` })
  }
  const foreign = foreignKindOf(bytes)
  if (foreign !== null) return refuse({ code: 'TYPE_MISMATCH', found: foreign, expected: 'chainFile' })
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return refuse(decoded.problem)
  return decoded.text.trim() === '' ? refuse({ code: 'EMPTY' }) : decoded.text
}

/** The parsed document, or undefined when it is not one JSON object. */
function parse(text: string, problems: ProblemList): JsonObject | undefined {
  const { depth, fault, repeated } = scanJson(text, LIMITS.depth)
  if (depth > LIMITS.depth) {
    problems.add({ code: 'TOO_DEEP', severity: 'error', found: `> ${LIMITS.depth}`, expected: `<= ${LIMITS.depth}` })
    return undefined
  }
  if (fault) {
    const found = fault.at < text.length ? characterAt(text, fault.at) : 'endOfFile'
    problems.add({ code: 'JSON', severity: 'error', ...placeOf(text, fault.at), found, expected: fault.expected })
    return undefined
  }
  for (const { at, field } of repeated) {
    problems.add({ code: 'DUP_FIELD', severity: 'error', ...placeOf(text, at), found: excerpt(field) })
  }
  const document: unknown = JSON.parse(text)
  if (isObject(document)) return document
  problems.add({ code: 'SCHEMA', severity: 'error', path: '', found: excerpt(document), expected: 'object' })
  return undefined
}

/** As it stands, but a control character as its escape. */
function characterAt(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return character < ' ' ? excerpt(character) : character
}

/** Says once that this is no chain file, or a newer one, instead of a thousand times what is missing in it. */
function isChainFile(document: JsonObject, problems: ProblemList): boolean {
  const { format, version } = document
  if (format !== 'industrial-chain') {
    const expected = '"industrial-chain"'
    problems.add({ code: 'SCHEMA', severity: 'error', path: 'format', found: excerpt(format), expected })
    return false
  }
  if (typeof version !== 'number' || !(version >= 1)) {
    problems.add({ code: 'SCHEMA', severity: 'error', path: 'version', found: excerpt(version), expected: '1' })
    return false
  }
  if (version < 2) return true
  problems.add({ code: 'VERSION_NEWER', severity: 'error', path: 'version', found: String(version), expected: '1' })
  return false
}

function check(document: JsonObject, problems: ProblemList): void {
  if (!isWithinLimits(document, problems)) return
  const ids = idsOf(document, problems)
  const unsound = checkShape(document, ids, problems)
  checkRules(document as unknown as Chain, unsound, problems)
  if (Array.isArray(document.enterprises) && document.enterprises.length === 0) {
    problems.add({ code: 'NO_ROWS', severity: 'warning', path: 'enterprises' })
  }
}

function isWithinLimits(document: JsonObject, problems: ProblemList): boolean {
  const tooLong = (['enterprises', 'supplies'] as const).filter((table) => {
    const rows = document[table]
    return Array.isArray(rows) && rows.length > LIMITS[table]
  })
  for (const table of tooLong) {
    const found = String((document[table] as readonly unknown[]).length)
    problems.add({ code: 'LIMIT', severity: 'error', path: table, found, expected: `<= ${LIMITS[table]}` })
  }
  return tooLong.length === 0
}

const ID_TABLES: readonly IdTable[] = ['sources', 'stages', 'enterprises', 'supplies', 'blocks', 'scenarios']

/** Ids by table; one that stands twice is reported. */
function idsOf(document: JsonObject, problems: ProblemList): Ids {
  const ids = new Map<IdTable, Set<string>>()
  for (const table of ID_TABLES) {
    const ofTable = new Set<string>()
    ids.set(table, ofTable)
    const rows = document[table]
    if (!Array.isArray(rows)) continue
    rows.forEach((row: unknown, position) => {
      const id = isObject(row) ? row.id : undefined
      if (typeof id !== 'string') return
      const place = { path: `${table}[${position}].id`, found: excerpt(id) }
      if (ofTable.has(id)) problems.add({ code: 'DUP_ID', severity: 'error', ...place })
      ofTable.add(id)
    })
  }
  return ids
}
