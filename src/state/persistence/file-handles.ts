import { database } from './database.ts'
import type { KeptFile } from './records.ts'

/** Of this visit, so that without storage too a file is asked for once. */
const ofThisVisit = new Map<string, KeptFile>()

/** @returns null where there is none, or the browser lets no page write files */
export async function keptFile(id: string): Promise<KeptFile | null> {
  const known = ofThisVisit.get(id)
  if (known) return known
  try {
    const kept = await (await database()).get('handles', id)
    if (!kept) return null
    return 'handle' in kept ? kept : { handle: kept, lastModified: null }
  } catch {
    return null
  }
}

/** Remembers the file; without storage it is asked for again in the next visit. */
export async function keepFile(id: string, kept: KeptFile): Promise<void> {
  ofThisVisit.set(id, kept)
  try {
    await (await database()).put('handles', kept, id)
  } catch {
    // Asked for again in the next visit.
  }
}
