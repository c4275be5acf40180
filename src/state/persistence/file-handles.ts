import { database } from './database.ts'

/** The file that a kept chain was last written to, where the browser lets a page write files. */
export async function keptHandle(id: string): Promise<FileSystemFileHandle | null> {
  try {
    return (await (await database()).get('handles', id)) ?? null
  } catch {
    return null
  }
}

/** Remembers the file; without storage the next save asks again. */
export async function keepHandle(id: string, handle: FileSystemFileHandle): Promise<void> {
  try {
    await (await database()).put('handles', handle, id)
  } catch {
    // Asked for again.
  }
}
