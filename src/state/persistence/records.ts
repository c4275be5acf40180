/** What lies in the database, by store. Everything that came back from it is unchecked until `read-kept.ts` has looked at it. */
import type { LocalText } from '../../model/local-text.ts'
import type { Origin } from '../document.ts'

/** Layout of the records; one that is larger was written by a newer program, and is left alone. */
export const LAYOUT = 2

/** One for each chain that is kept: where its log ends, and who may write. */
export interface DocumentRecord {
  readonly id: string
  readonly layout: number
  /** Grows whenever another tab becomes the writer; a writer whose number is smaller has lost its right. */
  readonly epoch: number
  /** Number of the last operation, and its hash. */
  readonly seq: number
  readonly head: string
  readonly name: LocalText
  readonly origin: Origin
  readonly savedAt: number
  readonly enterprises: number
  /** Characters of the last snapshot and of the log since. */
  readonly size: number
  readonly logSize: number
  /** Number of the last snapshot. */
  readonly snapshotSeq: number
  /** Of a chain that was deleted and may still be brought back. */
  readonly deletedAt?: number
}

/** One edit, undo or redo; `hash` covers the previous hash, the number and the body. */
export interface OperationRecord {
  readonly id: string
  readonly seq: number
  readonly body: string
  readonly previous: string
  readonly hash: string
  readonly at: number
}

/** The whole chain with its history after operation `seq`, whose hash is `head`. Both texts carry a hash of their own. */
export interface SnapshotRecord {
  readonly id: string
  readonly seq: number
  readonly head: string
  readonly chain: string
  readonly chainHash: string
  readonly history: string
  readonly historyHash: string
  readonly at: number
}

/** The single record of the first layout, kept as it was found. */
export const FIRST_STORE = 'open'
export const FIRST_KEY = 'document'
/** Id that the record of the first layout gets among the kept chains. */
export const FIRST_ID = 'first-layout'
/** Key in `meta` of the id of the chain that the next visit opens. */
export const CURRENT = 'current'

/** The file that a kept chain was opened from or last written to. */
export interface KeptFile {
  readonly handle: FileSystemFileHandle
  /** Of its state as read or written here, milliseconds since 1970; null where an older program kept the file without it. */
  readonly lastModified: number | null
}
