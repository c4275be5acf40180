import { deleteDB } from 'idb'
import { closeDatabase, DATABASE } from './database.ts'
import type { ChainKeeper } from './keeper-state.ts'
import { stopRemembering } from './session-memory.ts'

/** Milliseconds that other tabs get to let go. */
const LET_GO = 150
/** What is ours among what a host may hold for several pages. */
const PREFIX = 'changlian'

/**
 * Deletes all that this page has kept in this browser, in all its tabs; none of them writes again in this visit.
 * @throws what the browser threw, when something could not be deleted
 */
export async function eraseEverything(keeper: ChainKeeper): Promise<void> {
  keeper.tellErased()
  keeper.stop('erased')
  stopRemembering()
  await new Promise((resolve) => setTimeout(resolve, LET_GO))
  closeDatabase()
  clear(localStorage)
  clear(sessionStorage)
  if (typeof caches !== 'undefined') {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name)
  }
  await deleteDB(DATABASE)
}

function clear(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key)
}
