import type { Database } from './database.ts'
import { snapshotTextInSlices } from './in-slices.ts'
import type { KeptState } from './operation.ts'
import { durably, mayWrite, sizeOf, snapshotOf, type Place } from './write-kept.ts'

/**
 * Keeps the state as a snapshot. In the same transaction goes what is older than the last snapshot, which stays with its operations,
 * so that damage to the new one loses nothing.
 */
export async function keepSnapshot(db: Database, place: Place, state: KeptState): Promise<void> {
  const text = await snapshotTextInSlices(place.head, state)
  return durably(db, async (transaction, todo) => {
    const documents = transaction.objectStore('documents')
    const record = await documents.get(place.id)
    if (!record) return
    mayWrite(record, place)
    const snapshot = snapshotOf(place, text)
    const { id, seq } = place
    todo.push(transaction.objectStore('snapshots').put(snapshot))
    todo.push(documents.put({ ...record, snapshotSeq: seq, size: sizeOf(snapshot), logSize: 0 }))
    if (record.snapshotSeq < seq) {
      todo.push(
        transaction.objectStore('snapshots').delete(IDBKeyRange.bound([id, -1], [id, record.snapshotSeq], false, true)),
      )
      todo.push(transaction.objectStore('log').delete(IDBKeyRange.bound([id, -1], [id, record.snapshotSeq])))
    }
  })
}
