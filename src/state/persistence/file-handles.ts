import { database } from './database.ts'

/** Of this visit, so that without storage too a file is asked for once. */
const ofThisVisit = new Map<string, FileSystemFileHandle>()

/** The file that a kept chain was opened from or last written to, where the browser lets a page write files. */
export async function keptHandle(id: string): Promise<FileSystemFileHandle | null> {
  const known = ofThisVisit.get(id)
  if (known) return known
  try {
    return (await (await database()).get('handles', id)) ?? null
  } catch {
    return null
  }
}

/** Remembers the file; without storage it is asked for again in the next visit. */
export async function keepHandle(id: string, handle: FileSystemFileHandle): Promise<void> {
  ofThisVisit.set(id, handle)
  try {
    await (await database()).put('handles', handle, id)
  } catch {
    // Asked for again in the next visit.
  }
}
