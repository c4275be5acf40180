import type { LocalText } from '../../model/local-text.ts'
import { writeChain } from '../../io/write-chain.ts'
import { database, rangeOf, type Database } from './database.ts'
import { fromFirstLayout } from './first-layout.ts'
import { parsed } from './operation.ts'
import { looksLikeChain, readKept, type IntactState, type KeptDocument } from './read-kept.ts'
import { FIRST_KEY, FIRST_STORE, LAYOUT, type DocumentRecord } from './records.ts'
import { forget } from './write-kept.ts'

/** A chain in the list of those that are kept. */
export interface KeptChain {
  readonly id: string
  readonly name: LocalText
  readonly savedAt: number
  /** Bytes, about. */
  readonly size: number
  readonly enterprises: number
}

/** Chains that were deleted stay so long, so that deleting can be undone. Milliseconds. */
const DELETED_FOR = 24 * 60 * 60 * 1000

/** The chains that are kept, the last saved first. Those that were deleted long ago go for good. */
export async function keptChains(): Promise<readonly KeptChain[]> {
  const db = await database()
  const records = (await db.getAll('documents')) as readonly Partial<DocumentRecord>[]
  for (const { id, deletedAt } of records) {
    if (typeof deletedAt === 'number' && Date.now() - deletedAt > DELETED_FOR) await forgetAll(db, id!)
  }
  return records
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id, name, savedAt, size, logSize, enterprises }) => ({
      id: id!,
      name: typeof name === 'string' || typeof name === 'object' ? name : '',
      savedAt: Number(savedAt) || 0,
      size: (Number(size) || 0) + (Number(logSize) || 0),
      enterprises: Number(enterprises) || 0,
    }))
    .toSorted((a, b) => b.savedAt - a.savedAt)
}

/** With the file that it was last written to. */
async function forgetAll(db: Database, id: string): Promise<void> {
  await forget(db, id)
  await db.delete('handles', id)
}

/** Takes a chain off the list; it can be brought back. */
export const deleteKept = (id: string): Promise<void> => markDeleted(id, true)
export const restoreKept = (id: string): Promise<void> => markDeleted(id, false)

async function markDeleted(id: string, isDeleted: boolean): Promise<void> {
  const transaction = (await database()).transaction('documents', 'readwrite', { durability: 'strict' })
  const record = await transaction.store.get(id)
  if (record && record.layout <= LAYOUT) {
    const { deletedAt: _, ...kept } = record
    await transaction.store.put(isDeleted ? { ...kept, deletedAt: Date.now() } : kept)
  }
  await transaction.done
}

/** Everything that can be found of every chain, also where its record is lost. */
export async function recoverable(): Promise<readonly KeptDocument[]> {
  const db = await database()
  const [records, snapshots, operations] = await Promise.all([
    db.getAllKeys('documents'),
    db.getAllKeys('snapshots'),
    db.getAllKeys('log'),
  ])
  const ids = new Set([...records, ...snapshots.map(([id]) => id), ...operations.map(([id]) => id)])
  const found: KeptDocument[] = []
  for (const id of ids) found.push(await readKept(db, id, 'all'))
  return [...found, ...(await firstLayout(db))]
}

async function firstLayout(db: Database): Promise<readonly KeptDocument[]> {
  const record: unknown = await db.get(FIRST_STORE, FIRST_KEY)
  return record === undefined ? [] : [fromFirstLayout(record)]
}

/** What lies on this computer of one chain, as it lies there; for somebody who can mend it. */
export async function recordsText(id: string): Promise<string> {
  const transaction = (await database()).transaction(['documents', 'log', 'snapshots'])
  const [record, operations, snapshots] = await Promise.all([
    transaction.objectStore('documents').get(id) as Promise<unknown>,
    transaction.objectStore('log').getAll(rangeOf(id)),
    transaction.objectStore('snapshots').getAll(rangeOf(id)),
  ])
  return JSON.stringify({ record, snapshots, operations }, null, 1)
}

/** The newest chain that can be read although its hash does not vouch for it, as the text of a file; null without one. */
export async function unvouchedFile(id: string): Promise<string | null> {
  const snapshots = await (await database()).getAll('snapshots', rangeOf(id))
  for (const { chain: text } of snapshots.toReversed() as readonly { readonly chain?: unknown }[]) {
    const chain = typeof text === 'string' ? parsed(text) : null
    if (looksLikeChain(chain)) return writeChain(chain)
  }
  return null
}

/** The chain of a state as the text of a file. */
export const fileOf = ({ state }: IntactState): string => writeChain(state.chain)

export interface StorageUse {
  /** Bytes; null where the browser does not say. */
  readonly used: number | null
  readonly quota: number | null
  readonly isPersisted: boolean | null
}

export async function storageUse(): Promise<StorageUse> {
  const { storage } = navigator as Partial<Navigator>
  try {
    const estimate = await storage?.estimate()
    const isPersisted = (await storage?.persisted()) ?? null
    return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, isPersisted }
  } catch {
    return { used: null, quota: null, isPersisted: null }
  }
}
