/** Which rows of two chains are the same thing, and which only happen to have the same id. */
import type { Block, Chain, Enterprise, Supply } from '../../model/chain.ts'
import type { IdTable } from '../chain-fields.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { renamed, type NewIds } from './rename-ids.ts'

export const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

interface Row {
  readonly id: string
}

type IdsOfTable = Map<string, string>

/**
 * The ids under which the rows of the second chain stand in the merged one. Enterprises are the same by id unless their codes say
 * otherwise, else by code; links by their ends and product; blocks by what they stand on and their cause; sources by their title;
 * scenarios when they are equal. A row that is another thing under the same id gets a new one, which is said.
 */
export function newIds(first: Chain, second: Chain, problems: ProblemList): NewIds {
  const ids = new Map<IdTable, IdsOfTable>()
  ids.set('enterprises', enterpriseIds(first, second, problems))
  ids.set('stages', new Map())
  ids.set('sources', parted('sources', first, second, { problems, isSame: (a, b) => sameText(a.title, b.title) }))
  // Links, blocks and scenarios are compared under the new names of what they stand on.
  ids.set('supplies', supplyIds(first, renamed(second, ids), problems))
  const isSameBlock = (a: Block, b: Block): boolean => a.cause === b.cause && sameText(a.at, b.at)
  ids.set('blocks', parted('blocks', first, renamed(second, ids), { problems, isSame: isSameBlock }))
  ids.set('scenarios', parted('scenarios', first, renamed(second, ids), { problems, isSame: sameText }))
  return ids
}

function enterpriseIds(first: Chain, second: Chain, problems: ProblemList): IdsOfTable {
  const byId = new Map(first.enterprises.map((row) => [row.id, row]))
  const byCode = new Map<string, Enterprise>()
  for (const row of first.enterprises) if (row.code && !byCode.has(row.code)) byCode.set(row.code, row)
  const taken = new Set([...first.enterprises, ...second.enterprises].map(({ id }) => id))
  const matched = new Set<string>()
  const ids: IdsOfTable = new Map()
  second.enterprises.forEach((row, at) => {
    const path = `enterprises[${at}].id`
    const sameId = byId.get(row.id)
    if (sameId && !areDifferent(sameId, row)) {
      matched.add(row.id)
      return
    }
    const sameCode = row.code ? byCode.get(row.code) : undefined
    if (sameCode && !matched.has(sameCode.id)) {
      matched.add(sameCode.id)
      ids.set(row.id, sameCode.id)
      const problem = { found: excerpt(row.id), expected: excerpt(sameCode.id) }
      problems.add({ code: 'CONFLICT', severity: 'warning', path, ...problem })
    } else if (sameId) ids.set(row.id, freeId(row.id, taken, { path, problems }))
  })
  return ids
}

const areDifferent = (one: Enterprise, other: Enterprise): boolean =>
  Boolean(one.code) && Boolean(other.code) && one.code !== other.code

/** A new id for a row that is another thing under a taken one; said. */
function freeId(
  id: string,
  taken: Set<string>,
  { path, problems }: { readonly path: string; readonly problems: ProblemList },
): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`
  taken.add(free)
  problems.add({ code: 'DUP_ID', severity: 'warning', path, found: excerpt(id), expected: excerpt(free) })
  return free
}

function supplyIds(first: Chain, second: Chain, problems: ProblemList): IdsOfTable {
  const linkOf = ({ from, to, product }: Supply): string => JSON.stringify([from, to, product])
  const byId = new Map(first.supplies.map((row) => [row.id, row]))
  const byLink = new Map<string, Supply[]>()
  for (const row of first.supplies) byLink.set(linkOf(row), (byLink.get(linkOf(row)) ?? []).concat(row))
  const taken = new Set([...first.supplies, ...second.supplies].map(({ id }) => id))
  const ids: IdsOfTable = new Map()
  const used = new Set<string>()
  const secondIds = new Set(second.supplies.map(({ id }) => id))
  second.supplies.forEach((row, at) => {
    const sameId = byId.get(row.id)
    if (sameId && linkOf(sameId) === linkOf(row)) return
    // Of several parallel links, the first that the second chain does not name itself.
    const same = byLink.get(linkOf(row))?.find(({ id }) => !secondIds.has(id) && !used.has(id))
    if (same) {
      used.add(same.id)
      ids.set(row.id, same.id)
    } else if (sameId) ids.set(row.id, freeId(row.id, taken, { path: `supplies[${at}].id`, problems }))
  })
  return ids
}

type PartedTable = 'sources' | 'blocks' | 'scenarios'
type RowOf<Table extends PartedTable> = NonNullable<Chain[Table]>[number]

/** Rows with the same id that are not the same get a new one. */
function parted<Table extends PartedTable>(
  table: Table,
  first: Chain,
  second: Chain,
  { problems, isSame }: { problems: ProblemList; isSame: (one: RowOf<Table>, other: RowOf<Table>) => boolean },
): IdsOfTable {
  const ofFirst: readonly (RowOf<Table> & Row)[] = first[table] ?? []
  const ofSecond: readonly (RowOf<Table> & Row)[] = second[table] ?? []
  const byId = new Map(ofFirst.map((row) => [row.id, row]))
  const taken = new Set([...ofFirst, ...ofSecond].map(({ id }) => id))
  const ids: IdsOfTable = new Map()
  ofSecond.forEach((row, at) => {
    const same = byId.get(row.id)
    if (same && !isSame(same, row)) ids.set(row.id, freeId(row.id, taken, { path: `${table}[${at}].id`, problems }))
  })
  return ids
}
