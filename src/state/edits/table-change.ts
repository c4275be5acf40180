/** Changes of tables as pure functions: what the chain becomes. Checked as a file is, before anything enters the document. */
import type { Block, Chain } from '../../model/chain.ts'
import type { Language, LocalText } from '../../model/local-text.ts'
import { notesOf } from '../../model/notes.ts'
import type { Problem } from '../../model/problem.ts'
import { problemList } from '../../io/problem-list.ts'
import { checkedChain } from '../../io/read-chain.ts'
import type { TableId } from '../sheets.ts'

export type Row = Readonly<Record<string, unknown>>

export interface CellEdit {
  /** Position in its table. */
  readonly row: number
  readonly field: string
  /** `undefined` takes the field away. */
  readonly value: unknown
}

/** Cells of rows that are there, and rows to add. */
export interface TableChange {
  readonly table: TableId
  readonly cells: readonly CellEdit[]
  readonly rows: readonly Row[]
}

export const rowsOf = (chain: Chain, table: TableId): readonly Row[] =>
  (chain[table] ?? NO_ROWS) as unknown as readonly Row[]

/** Always the same one: a page that reads it of a chain without this table must not take it for another each time. */
const NO_ROWS: readonly Row[] = []

/** Ids of rows; a file may hold notes that are no records. */
export const idsOf = (rows: readonly (Row | null)[]): readonly unknown[] => rows.map((row) => row?.id)

/** Places of the rows that can be edited: all, but for notes that are not of our shape. */
export function editablePositions(chain: Chain, table: TableId): readonly number[] {
  const positions = [...rowsOf(chain, table).keys()]
  if (table !== 'notes') return positions
  const ours = new Set<unknown>(notesOf(chain))
  return positions.filter((position) => ours.has(chain.notes![position]))
}

/** A row with one field changed; a figure that somebody gives is no longer assumed. */
export function changedRow(row: Row, field: string, value: unknown): Row {
  const { [field]: _, ...rest } = row
  const next: Record<string, unknown> = value === undefined ? rest : { ...row, [field]: value }
  if (!Array.isArray(row.assumed) || !row.assumed.includes(field)) return next
  const assumed = row.assumed.filter((name) => name !== field)
  if (assumed.length > 0) next.assumed = assumed
  else delete next.assumed
  return next
}

/** Rows of the table after the change, by position; those that are not named are the same objects. */
export function changedRows(chain: Chain, { table, cells, rows }: TableChange): readonly Row[] {
  const next = [...rowsOf(chain, table)]
  for (const { row, field, value } of cells) {
    const before = next[row]
    if (!before) throw new Error(`expected a row of ${table}, got ${row} of ${next.length}`)
    next[row] = changedRow(before, field, value)
  }
  return [...next, ...rows]
}

/** Blocks, as the change leaves them, that it makes cleared; those that are new stand at the end. */
export function clearedBy(chain: Chain, change: TableChange): readonly Block[] {
  if (change.table !== 'blocks') return []
  const before = rowsOf(chain, 'blocks')
  const after = changedRows(chain, change) as unknown as readonly Block[]
  return after.filter(({ state }, at) => state === 'cleared' && before[at]?.state !== 'cleared')
}

/** What shows that blocks are cleared, in the language in which it was typed; '' = nothing does. */
export interface TypedEvidence {
  readonly text: string
  readonly language: Language
}

/** The change, with the evidence of the blocks of these ids; what one says in the other language stays. */
export function withEvidence(
  chain: Chain,
  change: TableChange,
  ids: ReadonlySet<string>,
  { text, language }: TypedEvidence,
): TableChange {
  const after = changedRows(chain, change) as unknown as readonly Block[]
  const valueOf = ({ evidence }: Block): LocalText | undefined => {
    if (text.trim() === '') return undefined
    return typeof evidence === 'object' ? { ...evidence, [language]: text.trim() } : text.trim()
  }
  const there = rowsOf(chain, 'blocks').length
  const cells = after.slice(0, there).flatMap((block, row) => (ids.has(block.id) ? [{ row, field: 'evidence', value: valueOf(block) }] : [])) // prettier-ignore
  const rows = after
    .slice(there)
    .map((block, at) =>
      ids.has(block.id) ? changedRow(change.rows[at]!, 'evidence', valueOf(block)) : change.rows[at]!,
    )
  return { ...change, cells: [...change.cells, ...cells], rows }
}

/** All errors that a file with this chain would be refused for. */
export function errorsOf(chain: Chain): readonly Problem[] {
  const problems = problemList('')
  checkedChain(chain as unknown as Row, problems)
  return problems.all().filter(({ severity }) => severity === 'error')
}

/** What a change would be refused for; empty = it may enter. */
export const errorsAfter = (chain: Chain, change: TableChange): readonly Problem[] =>
  errorsOf({ ...chain, [change.table]: changedRows(chain, change) })

/** Ids that are free in a table: `base`, `base-2` …, one after the other. */
export function freeIds(chain: Chain, table: TableId, base: string): () => string {
  const taken = new Set(idsOf(rowsOf(chain, table)))
  let number = 1
  return () => {
    let id: string
    do id = number === 1 ? base : `${base}-${number}`
    while ((number++, taken.has(id)))
    return id
  }
}
