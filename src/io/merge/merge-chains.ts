import type { Chain } from '../../model/chain.ts'
import { CHAIN_SHAPE, type RecordShape } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { excerpt, problemList, type ProblemList } from '../problem-list.ts'
import { checkedChain, type ReadChain } from '../read-chain.ts'
import { inFileOrder } from '../write-chain.ts'
import { newIds, sameText } from './new-ids.ts'
import { renamed } from './rename-ids.ts'

/** What makes two rows of a table the same; tables with an id have it in common. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  inputs: ['enterprise', 'product'],
  observations: ['enterprise', 'date'],
  lists: ['date'],
}

/** Lists in which both chains are right. */
const UNITED: ReadonlySet<string> = new Set(['sources', 'aliases'])

/**
 * One chain out of two: rows that are the same thing become one (new-ids.ts), with the fields of both. Where the two say different
 * things the first is kept, and a problem says both. Merging a chain with itself, or with a part of itself, gives it back.
 * @param secondFile as shown in the problems; places are those of the second file
 * @returns a null chain when the merged one would not be sound, such as shares above 1
 */
export function mergeChains(first: Chain, second: Chain, secondFile: string): ReadChain {
  const problems = problemList(secondFile)
  const one = inFileOrder(first) as unknown as JsonObject
  const ids = newIds(inFileOrder(first), inFileOrder(second), problems)
  const other = inFileOrder(renamed(inFileOrder(second), ids)) as unknown as JsonObject
  const merged = mergedRecord(one, other, { shape: CHAIN_SHAPE, path: '', problems })
  const hadErrors = problemList(secondFile)
  const chain = checkedChain(merged, {
    ...hadErrors,
    add(problem) {
      hadErrors.add(problem)
      if (problem.severity === 'error') problems.add(problem)
    },
  })
  return { chain, problems: problems.all() }
}

interface Place {
  readonly shape: RecordShape | undefined
  readonly path: string
  readonly problems: ProblemList
}

function mergedRecord(one: JsonObject, other: JsonObject, { shape, path, problems }: Place): JsonObject {
  const fields = new Map<string, unknown>(Object.entries(one))
  for (const [name, value] of Object.entries(other)) {
    const place = path === '' ? name : `${path}.${name}`
    const kept = fields.get(name)
    if (!fields.has(name)) fields.set(name, value)
    else if (!sameText(kept, value)) fields.set(name, mergedField(kept, value, { name, place, shape, problems }))
  }
  return Object.fromEntries(fields)
}

interface FieldPlace {
  readonly name: string
  readonly place: string
  readonly shape: RecordShape | undefined
  readonly problems: ProblemList
}

/** Two different values of one field. */
function mergedField(one: unknown, other: unknown, { name, place, shape, problems }: FieldPlace): unknown {
  const field = shape?.fields.get(name)
  const isTop = shape === CHAIN_SHAPE
  if (Array.isArray(one) && Array.isArray(other)) {
    if (isTop && field?.kind === 'rows') return mergedRows(one, other, { table: name, shape: field.of, problems })
    if (isTop && field?.kind === 'anyRows')
      return [...one, ...other.filter((row) => !one.some((each) => sameText(each, row)))]
    if (!isTop && UNITED.has(name)) return [...new Set<unknown>([...one, ...other])]
  }
  if (isTop && name === 'updated') return String(one) > String(other) ? one : other
  if (isObject(one) && isObject(other) && (field?.kind === 'record' || field?.kind === 'localText')) {
    return mergedRecord(one, other, { shape: undefined, path: place, problems })
  }
  problems.add({ code: 'CONFLICT', severity: 'warning', path: place, found: shown(other), expected: shown(one) })
  return one
}

const shown = (value: unknown): string => excerpt(typeof value === 'object' ? JSON.stringify(value) : value)

interface Table {
  readonly table: string
  readonly shape: RecordShape
  readonly problems: ProblemList
}

function mergedRows(one: readonly unknown[], other: readonly unknown[], { table, shape, problems }: Table): unknown[] {
  const keyOf = (row: unknown): string =>
    JSON.stringify((KEYS[table] ?? ['id']).map((name) => (row as JsonObject)[name]))
  const rows = [...one]
  const placeOf = new Map(one.map((row, at) => [keyOf(row), at]))
  const known = new Set(one.map((row) => JSON.stringify(row)))
  other.forEach((row, at) => {
    if (known.has(JSON.stringify(row))) return
    const same = placeOf.get(keyOf(row))
    if (same === undefined) {
      placeOf.set(keyOf(row), rows.push(row) - 1)
      return
    }
    const place = { shape, path: `${table}[${at}]`, problems }
    rows[same] = mergedRecord(rows[same] as JsonObject, row as JsonObject, place)
  })
  return rows
}
