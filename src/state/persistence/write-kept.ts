import type { IDBPTransaction } from 'idb'
import { rangeOf, type Database, type Schema } from './database.ts'
import { operationHash, type KeptState } from './operation.ts'
import { CURRENT, LAYOUT, type DocumentRecord, type SnapshotRecord } from './records.ts'
import { snapshotTextNow, type SnapshotText } from './snapshot-text.ts'

/** Where a tab stands in a kept chain: what it may write next. */
export interface Place {
  readonly id: string
  readonly epoch: number
  readonly seq: number
  readonly head: string
}

/** Another tab has become the writer, or has written what this one does not know. */
export class Fenced extends Error {}

const STORES = ['documents', 'log', 'snapshots', 'meta'] as const
type Transaction = IDBPTransaction<Schema, ('documents' | 'log' | 'snapshots' | 'meta')[], 'readwrite'>

export const newPlace = (): Place => ({ id: newId(), epoch: 1, seq: 0, head: '' })

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-')

/** Runs `write` in one durable transaction: all of it is kept, or nothing. Resolves once it is on the disk. */
export async function durably<T>(
  db: Database,
  write: (transaction: Transaction, todo: Promise<unknown>[]) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction([...STORES], 'readwrite', { durability: 'strict' })
  const ended = transaction.done
  ended.catch(() => {})
  const todo: Promise<unknown>[] = []
  try {
    const result = await write(transaction, todo)
    await Promise.all([...todo, ended])
    return result
  } catch (error) {
    for (const each of todo) each.catch(() => {})
    try {
      transaction.abort()
    } catch {
      // It has ended by itself.
    }
    throw transaction.error ?? error
  }
}

export interface Change {
  /** Operations that lead from the place to `state`. */
  readonly bodies: readonly string[]
  /** Of the first bodies, where they were worked out beforehand. */
  readonly hashes: readonly string[]
  readonly state: KeptState
  /** No operations lead there: the state itself is to be kept. */
  readonly isWhole: boolean
}

interface Appended {
  readonly place: Place
  readonly isSnapshotDue: boolean
  /** What is kept of the chain now, for the next `append`. */
  readonly record: DocumentRecord | null
}

/** What is kept of a chain is not what the tab left there. */
class Surprised extends Error {}

/**
 * Appends operations to the log of a chain, or keeps the whole state where nothing is kept of it.
 * @param known what the tab left there: then all is asked of the disk at once, before anything else on the page takes its turn, and
 *   taken back when something else is found
 * @returns where the tab stands now, and whether a snapshot is due
 * @throws Fenced when the tab may no longer write
 */
export async function append(db: Database, place: Place, change: Change, known: DocumentRecord | null = null) {
  if (known && !change.isWhole && known.id === place.id) {
    try {
      return await appendTo(db, place, change, known)
    } catch (error) {
      if (!(error instanceof Surprised)) throw error
    }
  }
  return appendOrKeep(db, place, change)
}

const appendTo = (db: Database, place: Place, change: Change, known: DocumentRecord): Promise<Appended> =>
  durably(db, async (transaction, todo) => {
    const found = transaction.objectStore('documents').get(place.id)
    todo.push(found)
    const appended = putOperations({ transaction, todo, place, change, record: known })
    const record = await found
    // The transaction is taken back by what is thrown, so nothing of this tab is kept.
    if (!record || !isSameRecord(record, known)) throw new Surprised()
    mayWrite(record, place)
    transaction.commit()
    return appended
  })

const isSameRecord = (one: DocumentRecord, other: DocumentRecord): boolean =>
  one.epoch === other.epoch && one.seq === other.seq && one.head === other.head && one.snapshotSeq === other.snapshotSeq

async function appendOrKeep(db: Database, place: Place, change: Change): Promise<Appended> {
  const { bodies, state, isWhole } = change
  // A transaction ends while one waits for anything else, so what takes long is done before it.
  const text = isWhole ? await snapshotText(place.head, state) : null
  return durably(db, async (transaction, todo): Promise<Appended> => {
    const record = await transaction.objectStore('documents').get(place.id)
    if (record) mayWrite(record, place)
    if (!record || isWhole) {
      const seq = record ? place.seq + bodies.length + 1 : place.seq + bodies.length
      const written = { state, text: text ?? snapshotTextNow(place.head, state) }
      return { place: whole(transaction, todo, { ...place, seq }, written), isSnapshotDue: false, record: null }
    }
    return putOperations({ transaction, todo, place, change, record })
  })
}

interface Operations {
  readonly transaction: Transaction
  readonly todo: Promise<unknown>[]
  readonly place: Place
  readonly change: Change
  /** What is kept of the chain. */
  readonly record: DocumentRecord
}

function putOperations({ transaction, todo, place, change, record }: Operations): Appended {
  const log = transaction.objectStore('log')
  let { seq, head } = place
  let added = 0
  const at = Date.now()
  for (const body of change.bodies) {
    const hash = change.hashes[seq++ - place.seq] ?? operationHash(head, seq, body)
    todo.push(log.put({ id: place.id, seq, body, previous: head, hash, at }))
    head = hash
    added += body.length
  }
  const { name, enterprises } = change.state.chain
  const logSize = record.logSize + added
  const next = { ...record, seq, head, savedAt: at, logSize, name, enterprises: enterprises.length }
  todo.push(transaction.objectStore('documents').put(next))
  return { place: { ...place, seq, head }, isSnapshotDue: isDue(next), record: next }
}

/** Operations and characters of log after which the next visit would open slowly. */
const DUE_AFTER = { operations: 100, characters: 400_000 }

const isDue = ({ seq, snapshotSeq, logSize }: DocumentRecord): boolean =>
  seq - snapshotSeq >= DUE_AFTER.operations || logSize >= DUE_AFTER.characters

export function mayWrite(record: DocumentRecord, { epoch, seq }: Place): void {
  if (record.layout > LAYOUT) throw new Fenced('a newer program has written here')
  if (record.epoch !== epoch) throw new Fenced(`expected epoch ${epoch}, got ${record.epoch}`)
  if (record.seq !== seq) throw new Fenced(`expected operation ${seq} to be the last, got ${record.seq}`)
}

interface Written {
  readonly state: KeptState
  readonly text: SnapshotText
}

/** Keeps a state as the first of its chain, which becomes the one that the next visit opens. */
function whole(transaction: Transaction, todo: Promise<unknown>[], place: Place, { state, text }: Written): Place {
  const snapshot = snapshotOf(place, text)
  todo.push(transaction.objectStore('snapshots').put(snapshot))
  todo.push(transaction.objectStore('documents').put(recordOf(place, state, snapshot)))
  todo.push(transaction.objectStore('meta').put(place.id, CURRENT))
  return place
}

export const sizeOf = ({ chain, history }: SnapshotRecord): number => chain.length + history.length

function recordOf(place: Place, { chain, origin }: KeptState, snapshot: SnapshotRecord): DocumentRecord {
  const { id, epoch, seq, head } = place
  return {
    id,
    layout: LAYOUT,
    epoch,
    seq,
    head,
    name: chain.name,
    origin,
    savedAt: snapshot.at,
    enterprises: chain.enterprises.length,
    size: sizeOf(snapshot),
    logSize: 0,
    snapshotSeq: seq,
  }
}

/** What writes large texts in slices; null where that part of the program cannot be fetched, and they are written at once. */
export const slices = () => import('./in-slices.ts').catch(() => null)

const snapshotText = async (head: string, state: KeptState): Promise<SnapshotText> =>
  (await slices())?.snapshotTextInSlices(head, state) ?? snapshotTextNow(head, state)

export const snapshotOf = ({ id, seq, head }: Place, text: SnapshotText): SnapshotRecord => ({
  id,
  seq,
  head,
  ...text,
  at: Date.now(),
})

/** Becomes the writer of a kept chain: whoever was it before is fenced off. Null when nothing is kept under this id. */
export const claim = (db: Database, id: string): Promise<Place | null> =>
  durably(db, async (transaction, todo) => {
    const record = await transaction.objectStore('documents').get(id)
    if (!record) return null
    if (record.layout > LAYOUT) throw new Fenced('a newer program has written here')
    const next = { ...record, epoch: record.epoch + 1 }
    todo.push(transaction.objectStore('documents').put(next))
    todo.push(transaction.objectStore('meta').put(id, CURRENT))
    return { id, epoch: next.epoch, seq: next.seq, head: next.head }
  })

/** Takes a chain with all its records away, also where they are damaged. */
export const forget = (db: Database, id: string): Promise<void> =>
  durably(db, async (transaction, todo) => {
    todo.push(transaction.objectStore('documents').delete(id))
    todo.push(transaction.objectStore('log').delete(rangeOf(id)))
    todo.push(transaction.objectStore('snapshots').delete(rangeOf(id)))
  })
