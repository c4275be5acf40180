import { openDB, type IDBPDatabase } from 'idb'
import type { DocumentState } from './document.ts'
import { PASSING, type SessionState } from './session.ts'
import type { Stores } from './stores.ts'

const DATABASE = 'changlian'
const STORE = 'open'
const DOCUMENT_KEY = 'document'
const SESSION_KEY = 'changlian.session'
/** Layout of what is kept; a store written by another one is not read. */
const FORMAT = 1

export interface KeptDocument extends Pick<DocumentState, 'chain' | 'origin' | 'past' | 'future'> {
  readonly format: typeof FORMAT
}

/** What the last save came to; shown beside the name of the chain. */
export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly message: string }

export interface Persistence {
  readonly dispose: () => void
}

let database: Promise<IDBPDatabase> | null = null

const open = (): Promise<IDBPDatabase> =>
  (database ??= openDB(DATABASE, 1, { upgrade: (db) => void db.createObjectStore(STORE) }))

/** The document of the last visit with its undo steps, or null when there is none, or storage is not to be had. */
export async function keptDocument(): Promise<KeptDocument | null> {
  try {
    const kept = (await (await open()).get(STORE, DOCUMENT_KEY)) as KeptDocument | undefined
    return kept?.format === FORMAT ? kept : null
  } catch {
    return null
  }
}

export function keptSession(): Partial<SessionState> {
  try {
    const text = localStorage.getItem(SESSION_KEY)
    return text === null ? {} : (JSON.parse(text) as Partial<SessionState>)
  } catch {
    return {}
  }
}

/** Saves each change of the document in one durable transaction, and the session as it changes; tells how each save ended. */
export function startPersistence(stores: Stores, onSave: (state: SaveState) => void): Persistence {
  let last = stores.document.getState().version
  let queue = Promise.resolve()
  const stops = [
    stores.document.subscribe((state) => {
      if (state.version === last) return
      last = state.version
      onSave({ kind: 'saving' })
      queue = queue.then(() => save(state)).then(onSave)
    }),
    stores.session.subscribe((state) => saveSession(state)),
  ]
  return {
    dispose() {
      for (const stop of stops) stop()
    },
  }
}

async function save({ chain, origin, past, future }: DocumentState): Promise<SaveState> {
  try {
    const db = await open()
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' })
    const kept: KeptDocument = { format: FORMAT, chain: chain, origin, past, future }
    void transaction.store.put(kept, DOCUMENT_KEY)
    await transaction.done
    return { kind: 'saved' }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function saveSession(state: SessionState): void {
  try {
    localStorage.setItem(SESSION_KEY, JSON.stringify({ ...state, ...PASSING }))
  } catch {
    // Storage is blocked or full: the view is then not remembered; the document's own save says so.
  }
}
