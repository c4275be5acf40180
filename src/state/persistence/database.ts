import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import {
  FIRST_STORE,
  type DocumentRecord,
  type KeptFile,
  type OperationRecord,
  type SnapshotRecord,
} from './records.ts'

export interface Schema extends DBSchema {
  documents: { key: string; value: DocumentRecord }
  log: { key: [string, number]; value: OperationRecord }
  snapshots: { key: [string, number]; value: SnapshotRecord }
  /** Older programs kept the bare handle. */
  handles: { key: string; value: KeptFile | FileSystemFileHandle }
  meta: { key: string; value: string }
  [FIRST_STORE]: { key: string; value: unknown }
}

export type Database = IDBPDatabase<Schema>

export const DATABASE = 'changlian'
const DATABASE_VERSION = 2
/** Milliseconds after which a database that another tab holds counts as busy. */
const HELD_FOR = 2_500
/** The same where nobody is known to hold it: a slow disk takes seconds, and to begin without what was kept would frighten. */
const OPEN_WITHIN = 15_000

/** Why nothing can be kept; each has its sentence in the words `storage.reason`. */
export type FailureReason = 'blocked' | 'full' | 'newer' | 'busy' | 'erased' | 'slow' | 'other'

export interface StorageFailure {
  readonly reason: FailureReason
  /** As the browser put it. */
  readonly message: string
}

/** Stops what waits for storage with a reason that the page can say. */
export class StorageError extends Error {
  readonly reason: FailureReason
  constructor(reason: FailureReason, message: string) {
    super(message)
    this.reason = reason
  }
}

export function failureOf(error: unknown): StorageFailure {
  const message = error instanceof Error ? error.message || error.name : String(error)
  if (error instanceof StorageError) return { reason: error.reason, message }
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return { reason: 'full', message }
  if (name === 'VersionError') return { reason: 'newer', message }
  if (name === 'SecurityError' || name === 'ReferenceError' || name === 'TypeError')
    return { reason: 'blocked', message }
  return { reason: 'other', message }
}

let opened: Promise<Database> | null = null
/** The same once it is open, so that nobody has to wait for a promise before a write begins. */
let ready: Database | null = null
const lostListeners = new Set<() => void>()

/** Calls back when the browser has closed the database: its data were cleared, or the disk failed. */
export function onDatabaseLost(listener: () => void): () => void {
  lostListeners.add(listener)
  return () => lostListeners.delete(listener)
}

/** @throws StorageError or what the browser threw; the next call tries again */
export function database(): Promise<Database> {
  if (!opened) {
    const attempt = openWithin()
    opened = attempt
    attempt.then(
      (db) => (opened === attempt ? (ready = db) : null),
      () => (opened === attempt ? (opened = null) : null),
    )
  }
  return opened
}

/** The database, where it is open already. */
export const openDatabase = (): Database | null => ready

/** Forgets the connection, so that the next call opens another one. */
export function closeDatabase(): void {
  const closing = opened
  opened = null
  ready = null
  closing?.then(
    (db) => db.close(),
    () => {},
  )
}

async function openWithin(): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new StorageError('blocked', 'no IndexedDB')
  const timers: ReturnType<typeof setTimeout>[] = []
  let endAfter: (milliseconds: number) => void = () => {}
  const tooLong = new Promise<never>((_, reject) => {
    endAfter = (milliseconds) =>
      timers.push(setTimeout(() => reject(new StorageError('busy', 'the database did not open')), milliseconds))
  })
  endAfter(OPEN_WITHIN)
  try {
    return await Promise.race([openNow(() => endAfter(HELD_FOR)), tooLong])
  } finally {
    timers.forEach(clearTimeout)
  }
}

const openNow = (isHeld: () => void): Promise<Database> =>
  openDB<Schema>(DATABASE, DATABASE_VERSION, {
    upgrade(db) {
      const has = (name: string): boolean => (db.objectStoreNames as DOMStringList).contains(name)
      if (!has(FIRST_STORE)) db.createObjectStore(FIRST_STORE)
      if (!has('documents')) db.createObjectStore('documents', { keyPath: 'id' })
      if (!has('log')) db.createObjectStore('log', { keyPath: ['id', 'seq'] })
      if (!has('snapshots')) db.createObjectStore('snapshots', { keyPath: ['id', 'seq'] })
      if (!has('handles')) db.createObjectStore('handles')
      if (!has('meta')) db.createObjectStore('meta')
    },
    blocked: isHeld,
    // A newer program wants to change the layout, or everything is being deleted: this tab must not hold that up.
    blocking: () => lost(),
    terminated: () => lost(),
  })

function lost(): void {
  closeDatabase()
  for (const listener of lostListeners) listener()
}

/** All numbers of one chain. */
export const rangeOf = (id: string, from = 0): IDBKeyRange => IDBKeyRange.bound([id, from], [id, Infinity])
