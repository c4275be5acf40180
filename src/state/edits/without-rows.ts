import type { Block, Chain, ChainList, Scenario } from '../../model/chain.ts'
import { notesOf, type NotePlace } from '../../model/notes.ts'
import type { TableId } from '../sheets.ts'
import { idsOf, rowsOf, type Row } from './table-change.ts'

interface Gone {
  readonly enterprises: ReadonlySet<unknown>
  readonly supplies: ReadonlySet<unknown>
  readonly blocks: ReadonlySet<unknown>
}

const groupKey = (enterprise: string, product: string): string => JSON.stringify([enterprise, product])

/** The chain without some rows of a table, and without what hangs on them: links, blocks, clearings, days, notes, members of lists. */
export function withoutRows(chain: Chain, table: TableId, positions: ReadonlySet<number>): Chain {
  const kept = rowsOf(chain, table).filter((_, position) => !positions.has(position))
  const ids = new Set(idsOf(rowsOf(chain, table).filter((_, position) => positions.has(position))))
  const next: Chain = { ...chain, [table]: kept }
  if (table === 'sources') return withoutSources(next, ids)
  const enterprises = new Set(table === 'enterprises' ? ids : [])
  const supplies = new Set(table === 'supplies' ? ids : [])
  for (const { id, from, to } of chain.supplies) if (enterprises.has(from) || enterprises.has(to)) supplies.add(id)
  const blocks = new Set(table === 'blocks' ? ids : [])
  for (const block of chain.blocks ?? []) if (isOn(block, enterprises, supplies)) blocks.add(block.id)
  return withoutHangers(next, { enterprises, supplies, blocks })
}

/** Only these enterprises, with the links between them and what hangs on them. */
export function partOf(chain: Chain, ids: readonly string[]): Chain {
  const wanted = new Set(ids)
  const others = [...chain.enterprises.keys()].filter((at) => !wanted.has(chain.enterprises[at]!.id))
  return withoutRows(chain, 'enterprises', new Set(others))
}

function isOn({ at }: Block, enterprises: ReadonlySet<unknown>, supplies: ReadonlySet<unknown>): boolean {
  if ('supply' in at) return supplies.has(at.supply)
  return enterprises.has('market' in at ? at.market : at.enterprise)
}

/** The same array where nothing goes, so that a step holds only what changed. */
function kept<T>(rows: readonly T[], stays: (row: T) => boolean): readonly T[] {
  return rows.every(stays) ? rows : rows.filter(stays)
}

function withoutHangers(chain: Chain, gone: Gone): Chain {
  const stays = ({ enterprise }: { readonly enterprise: string }) => !gone.enterprises.has(enterprise)
  const supplies = kept(chain.supplies, ({ id }) => !gone.supplies.has(id))
  const inputs = chain.inputs && kept(chain.inputs, stays)
  const bought = new Set(supplies.map(({ to, product }) => groupKey(to, product)))
  for (const { enterprise, product } of inputs ?? []) bought.add(groupKey(enterprise, product))
  const next: Chain = { ...chain, supplies }
  const parts: Partial<Record<keyof Chain, unknown>> = {
    inputs,
    blocks: chain.blocks && kept(chain.blocks, ({ id }) => !gone.blocks.has(id)),
    scenarios: chain.scenarios && mapped(chain.scenarios, (scenario) => scenarioWithout(scenario, gone, bought)),
    observations: chain.observations && kept(chain.observations, stays),
    lists: chain.lists && mapped(chain.lists, (list) => listWithout(list, gone.enterprises)),
    notes: chain.notes && notesWithout(chain, gone),
  }
  for (const [name, rows] of Object.entries(parts)) if (rows !== undefined) Object.assign(next, { [name]: rows })
  return next
}

function mapped<T>(rows: readonly T[], change: (row: T) => T): readonly T[] {
  const next = rows.map(change)
  return next.every((row, position) => row === rows[position]) ? rows : next
}

/** The row with some fields replaced; the row itself where all are the same. */
function patched<T extends object>(row: T, fields: Partial<T>): T {
  const changed = Object.entries(fields).filter(([name, value]) => value !== row[name as keyof T])
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) }
}

function scenarioWithout(scenario: Scenario, gone: Gone, bought: ReadonlySet<string>): Scenario {
  const { blocks, clear, deliveries, stimulus } = scenario
  const fields: Partial<Record<keyof Scenario, unknown>> = {
    blocks: blocks === 'all' ? blocks : kept(blocks, (id) => !gone.blocks.has(id)),
    ...(clear && { clear: kept(clear, ({ block }) => !gone.blocks.has(block)) }),
    ...(deliveries && {
      deliveries: kept(deliveries, ({ enterprise, product }) => bought.has(groupKey(enterprise, product))),
    }),
    ...(stimulus && { stimulus: kept(stimulus, ({ enterprise }) => !gone.enterprises.has(enterprise)) }),
  }
  return patched(scenario, fields as Partial<Scenario>)
}

function listWithout(list: ChainList, enterprises: ReadonlySet<unknown>): ChainList {
  const stays = (id: string) => !enterprises.has(id)
  return patched(list, {
    leading: kept(list.leading, stays),
    core: kept(list.core, stays),
    ...(list.changes && { changes: kept(list.changes, ({ enterprise }) => stays(enterprise)) }),
  })
}

function notesWithout(chain: Chain, gone: Gone): readonly unknown[] {
  const ours = new Set<unknown>(notesOf(chain).filter(({ at }) => isPinnedTo(at, gone)))
  return kept(chain.notes!, (note) => !ours.has(note))
}

function isPinnedTo(at: NotePlace, gone: Gone): boolean {
  if ('enterprise' in at) return gone.enterprises.has(at.enterprise)
  if ('supply' in at) return gone.supplies.has(at.supply)
  return 'block' in at && gone.blocks.has(at.block)
}

const SOURCED = ['enterprises', 'supplies', 'blocks', 'observations'] as const

function withoutSources(chain: Chain, ids: ReadonlySet<unknown>): Chain {
  const next: Record<string, unknown> = { ...chain }
  for (const table of SOURCED) {
    const rows = chain[table] as unknown as readonly Row[] | undefined
    if (rows) next[table] = mapped(rows, (row) => rowWithout(row, ids))
  }
  return next as unknown as Chain
}

function rowWithout(row: Row, ids: ReadonlySet<unknown>): Row {
  const { sources } = row as { sources?: readonly string[] }
  return sources ? patched<Row>(row, { sources: kept(sources, (id) => !ids.has(id)) }) : row
}
