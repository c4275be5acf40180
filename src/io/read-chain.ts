import type { Chain } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import type { IdTable } from './chain-fields.ts'
import { checkRules } from './check-rules.ts'
import { checkShape, isObject, type Ids, type JsonObject } from './check-shape.ts'
import { LIMITS } from './limits.ts'
import { FILE_VERSION, migrated } from './migrations.ts'
import { excerpt, problemList, type ProblemList } from './problem-list.ts'
import { partOf, type Tell } from './progress.ts'
import { parseObject, readText } from './read-text.ts'

export interface ReadChain {
  /** Null when there is an error: a file with a hole is refused whole. */
  readonly chain: Chain | null
  readonly problems: Problem[]
}

/**
 * Reads a `*.chain.json` file (docs/format.md). Bad input never throws: each thing that is wrong becomes a problem.
 * @param bytes the file as it is on the disk
 * @param fileName as shown in the problems
 * @param tell hears what share is done, 0..1, by what each part takes of a large file
 */
export function readChain(bytes: Uint8Array, fileName: string, tell?: Tell): ReadChain {
  const problems = problemList(fileName)
  const text = readText(bytes, { kinds: [], words: 'chainFile' }, problems)
  tell?.(0.1)
  const parsed = text === null ? undefined : parseObject(text, problems, partOf(tell, 0.1, 0.42))
  const document = parsed && migrated(parsed)
  tell?.(0.42)
  if (document === undefined) return { chain: null, problems: problems.all() }
  const chain = checkedChain(document, problems, partOf(tell, 0.42, 1))
  tell?.(1)
  return { chain, problems: problems.all() }
}

/**
 * The document as a chain once all that is wrong with it is reported; for readers that put a document together from elsewhere.
 * @returns null when `problems` holds an error
 */
export function checkedChain(document: JsonObject, problems: ProblemList, tell?: Tell): Chain | null {
  if (isChainFile(document, problems)) check(document, problems, tell)
  return problems.hasErrors() ? null : (document as unknown as Chain)
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
  if (version < FILE_VERSION + 1) return true
  const expected = String(FILE_VERSION)
  problems.add({ code: 'VERSION_NEWER', severity: 'error', path: 'version', found: String(version), expected })
  return false
}

/** Shares of the time in which ids are gathered and fields are checked; the rest is for the rules. */
const GATHERED = 0.14
const FIELDS_CHECKED = 0.58

function check(document: JsonObject, problems: ProblemList, tell?: Tell): void {
  if (!isWithinLimits(document, problems)) return
  const ids = idsOf(document, problems)
  tell?.(GATHERED)
  const unsound = checkShape(document, ids, { problems, tell: partOf(tell, GATHERED, FIELDS_CHECKED) })
  checkRules(document as unknown as Chain, unsound, { problems, tell: partOf(tell, FIELDS_CHECKED, 1) })
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
    const rows = document[table]
    // A table that is none is said as such, not once more for each name in it.
    if (rows !== undefined && !Array.isArray(rows)) continue
    ids.set(table, ofTable)
    if (rows === undefined) continue
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
