import { closeDatabase, database, failureOf, StorageError, type Database, type StorageFailure } from './database.ts'
import type { KeptState } from './operation.ts'
import { readKept, type KeptDocument } from './read-kept.ts'
import { CURRENT, FIRST_KEY, FIRST_STORE } from './records.ts'
import { newPlace, type Place } from './write-kept.ts'

/** What a visit begins with. */
export interface Boot {
  /** Null = nothing is kept, or nothing of it can be shown. */
  readonly state: KeptState | null
  readonly place: Place
  /** Whether `place` is on the disk already; otherwise the first write keeps the whole. */
  readonly isStored: boolean
  /** What was damaged, when anything was. */
  readonly report: KeptDocument | null
  readonly failure: StorageFailure | null
}

const ATTEMPTS = 3
const TAB_KEY = 'changlian.document'

/** The chain that this tab has open, so that a reload opens it again beside other tabs with other chains. */
export function rememberTab(id: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, id)
  } catch {
    // The next visit opens the chain that was opened last.
  }
}

function ofThisTab(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY)
  } catch {
    return null
  }
}

const nothing = (): Boot => ({ state: null, place: newPlace(), isStored: false, report: null, failure: null })

/** Reads what the last visit left. Never throws: where storage is not to be had, the failure stands in the answer. */
export async function bootDocument(): Promise<Boot> {
  let failure: StorageFailure | null = null
  // A call that fails once must not hide what is kept.
  for (let attempt = 0; attempt < ATTEMPTS && failure?.reason !== 'newer' && failure?.reason !== 'busy'; attempt++) {
    try {
      const db = await database()
      const id = await chosenId(db)
      return id === null ? await firstLayout(db) : opened(await readKept(db, id))
    } catch (error) {
      failure = failureOf(error)
      closeDatabase()
    }
  }
  return { ...nothing(), failure }
}

/** @returns what a kept chain begins a visit with. Damage makes it a chain of its own, and the damaged records stay as they are. */
export function opened(kept: KeptDocument): Boot {
  if (kept.isNewer) return { ...nothing(), failure: failureOf(new StorageError('newer', 'layout of the records')) }
  const [newest] = kept.intact
  const report = kept.damage.length > 0 ? kept : null
  if (!newest || !kept.record || report) return { ...nothing(), state: newest?.state ?? null, report }
  const { seq, head } = newest
  const { id, epoch } = kept.record
  return { state: newest.state, place: { id, epoch, seq, head }, isStored: true, report: null, failure: null }
}

async function chosenId(db: Database): Promise<string | null> {
  const transaction = db.transaction(['documents', 'meta', 'snapshots'])
  const [current, records, snapshots] = await Promise.all([
    transaction.objectStore('meta').get(CURRENT) as Promise<unknown>,
    transaction.objectStore('documents').getAll(),
    transaction.objectStore('snapshots').getAllKeys(),
  ])
  const deleted = new Set(records.filter(({ deletedAt }) => deletedAt !== undefined).map(({ id }) => id))
  const known = new Set([...snapshots.map(([id]) => id), ...records.map(({ id }) => id)])
  const latest = records
    .filter(({ id }) => !deleted.has(id))
    .toSorted((a, b) => (b.savedAt || 0) - (a.savedAt || 0))
    .map(({ id }) => id)
  const wished = [ofThisTab(), current, ...latest, ...known]
  return (
    (wished.find((id) => typeof id === 'string' && known.has(id) && !deleted.has(id)) as string | undefined) ?? null
  )
}

/** A store that only the first layout has written is brought over; its record stays as a copy. */
async function firstLayout(db: Database): Promise<Boot> {
  const record: unknown = await db.get(FIRST_STORE, FIRST_KEY)
  if (record === undefined) return nothing()
  const { fromFirstLayout } = await import('./first-layout.ts')
  return opened(fromFirstLayout(record))
}
