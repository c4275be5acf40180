import type { Chain } from '../../model/chain.ts'
import type { Edit } from '../document.ts'
import { rangeOf, type Database } from './database.ts'
import { applyOperation, isEdit, operationHash, parsed, readOperation, type KeptState } from './operation.ts'
import { LAYOUT, type DocumentRecord, type OperationRecord, type SnapshotRecord } from './records.ts'
import { textHash } from './text-hash.ts'

/** A record that cannot be used: which one, and what is wrong with it. */
export interface Damage {
  readonly record: 'document' | 'snapshot' | 'operation' | 'history'
  readonly seq: number
  readonly fault: 'missing' | 'hash' | 'shape'
}

/** A state that can be shown: the chain as it was after operation `seq`. */
export interface IntactState {
  readonly state: KeptState
  readonly seq: number
  readonly head: string
  /** When it was written, milliseconds since 1970. */
  readonly at: number
}

export interface KeptDocument {
  readonly id: string
  readonly record: DocumentRecord | null
  /** Newest first: one for each snapshot that is whole, with the operations that follow it without a gap. */
  readonly intact: readonly IntactState[]
  readonly damage: readonly Damage[]
  /** Operations known to have been saved that the newest intact state does not hold. */
  readonly lostOperations: number
  /** Written by a newer program. */
  readonly isNewer: boolean
}

interface Found {
  readonly snapshots: readonly SnapshotRecord[]
  readonly operations: readonly OperationRecord[]
  readonly record: unknown
}

/** Reads a kept chain. Damage is reported and stepped over; only storage itself failing throws. */
export async function readKept(db: Database, id: string, wanted: 'newest' | 'all' = 'newest'): Promise<KeptDocument> {
  const transaction = db.transaction(['documents', 'log', 'snapshots'])
  const [record, operations, snapshots] = await Promise.all([
    transaction.objectStore('documents').get(id) as Promise<unknown>,
    transaction.objectStore('log').getAll(rangeOf(id)),
    transaction.objectStore('snapshots').getAll(rangeOf(id)),
  ])
  return checkedDocument(id, { record, operations, snapshots }, wanted)
}

/** @param found records of one chain in the order of their numbers, in any state of repair */
export function checkedDocument(id: string, found: Found, wanted: 'newest' | 'all' = 'newest'): KeptDocument {
  const record = isDocumentRecord(found.record) ? found.record : null
  const isNewer = ((found.record as Partial<DocumentRecord> | undefined)?.layout ?? 0) > LAYOUT
  if (isNewer) return { id, record, intact: [], damage: [], lostOperations: 0, isNewer }
  const damage: Damage[] = []
  if (!record) damage.push({ record: 'document', seq: 0, fault: found.record === undefined ? 'missing' : 'shape' })
  const origin = record?.origin ?? ({ kind: 'file', name: `${id}.chain.json` } as const)
  const log = new Map(found.operations.map((operation) => [operation.seq, operation]))
  const intact: IntactState[] = []
  // From the newest back; the first whole one is enough to go on, the others are read only where it is not the end of the log.
  for (const snapshot of found.snapshots.toReversed()) {
    const start = readSnapshot(snapshot, origin, damage)
    if (start) intact.push(followed(start, log, damage))
    if (wanted === 'newest' && intact[0] && intact[0].seq === record?.seq) break
  }
  const end = found.operations.reduce(
    (most, { seq }) => (Number.isFinite(seq) && seq > most ? seq : most),
    record?.seq ?? 0,
  )
  intact.sort((a, b) => b.seq - a.seq)
  if (found.snapshots.length === 0) damage.push({ record: 'snapshot', seq: 0, fault: 'missing' })
  const newest = intact[0]?.seq ?? 0
  const missing = damage.some(({ record: of, seq }) => of === 'operation' && seq === newest + 1)
  if (intact[0] && newest < end && !missing) damage.push({ record: 'operation', seq: newest + 1, fault: 'missing' })
  return { id, record, intact, damage, lostOperations: Math.max(0, end - newest), isNewer }
}

function readSnapshot(snapshot: SnapshotRecord, origin: KeptState['origin'], damage: Damage[]): IntactState | null {
  const { seq, chain: text, chainHash, history: historyText, historyHash, head, at } = snapshot
  const refuse = (record: Damage['record'], fault: Damage['fault']): null => {
    damage.push({ record, seq, fault })
    return null
  }
  if (typeof text !== 'string' || typeof head !== 'string') return refuse('snapshot', 'shape')
  if (textHash(`${head}\n${text}`) !== chainHash) return refuse('snapshot', 'hash')
  const chain = parsed(text)
  if (!looksLikeChain(chain)) return refuse('snapshot', 'shape')
  const isWhole = typeof historyText === 'string' && textHash(historyText) === historyHash
  const history = isWhole ? readHistory(parsed(historyText)) : null
  if (!history) refuse('history', isWhole ? 'shape' : 'hash')
  return { state: { chain, origin, past: [], future: [], ...history }, seq, head, at: typeof at === 'number' ? at : 0 }
}

function readHistory(value: unknown): Pick<KeptState, 'past' | 'future'> | null {
  const history = value as { past?: unknown; future?: unknown } | null
  const isWhole = (edits: unknown): edits is readonly Edit[] => Array.isArray(edits) && edits.every(isEdit)
  return isWhole(history?.past) && isWhole(history.future) ? { past: history.past, future: history.future } : null
}

/** The state after all operations that follow a snapshot without a gap. */
function followed(start: IntactState, log: ReadonlyMap<number, OperationRecord>, damage: Damage[]): IntactState {
  let { state, seq, head, at } = start
  for (let next = log.get(seq + 1); next; next = log.get(seq + 1)) {
    const isWhole =
      typeof next.body === 'string' && next.previous === head && next.hash === operationHash(head, seq + 1, next.body)
    const operation = isWhole ? readOperation(next.body) : null
    const after = operation && appliedOrNull(state, operation)
    if (!after) {
      const fault = isWhole ? 'shape' : 'hash'
      if (!damage.some((known) => known.record === 'operation' && known.seq === seq + 1))
        damage.push({ record: 'operation', seq: seq + 1, fault })
      break
    }
    state = after
    head = next.hash
    at = next.at
    seq += 1
  }
  return { state, seq, head, at }
}

function appliedOrNull(state: KeptState, operation: Parameters<typeof applyOperation>[1]): KeptState | null {
  try {
    return applyOperation(state, operation)
  } catch {
    return null
  }
}

/** Cheap on purpose: the hash has vouched for the text, which this program wrote. */
export function looksLikeChain(value: unknown): value is Chain {
  const chain = value as Partial<Chain> | null
  return (
    chain?.format === 'industrial-chain' &&
    Array.isArray(chain.stages) &&
    Array.isArray(chain.enterprises) &&
    Array.isArray(chain.supplies)
  )
}

function isDocumentRecord(value: unknown): value is DocumentRecord {
  const record = value as Partial<DocumentRecord> | null | undefined
  return (
    typeof record?.id === 'string' &&
    Number.isInteger(record.seq) &&
    Number.isInteger(record.epoch) &&
    typeof record.head === 'string' &&
    (record.origin?.kind === 'file' ? typeof record.origin.name === 'string' : typeof record.origin?.id === 'string')
  )
}
