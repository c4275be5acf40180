import type { StoreApi } from 'zustand/vanilla'
import type { FailureReason, StorageFailure } from './database.ts'
import type { KeptDocument } from './read-kept.ts'

/** What the last save came to. */
export type SaveState =
  /** `at` is null until something had to be saved in this visit. */
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: StorageFailure }

export interface KeeperState {
  readonly save: SaveState
  /** Whether this tab writes, or follows another one that does. */
  readonly role: 'writes' | 'reads'
  /** Id of the open chain among those that are kept. */
  readonly id: string
  /** Damage that the visit began with, until it is put aside. */
  readonly report: KeptDocument | null
}

export const FIRST_STATE: KeeperState = { save: { kind: 'saved', at: null }, role: 'writes', id: '', report: null }

/** What the page may ask of the keeper of the open chain. */
export interface ChainKeeper {
  readonly state: StoreApi<KeeperState>
  /** Makes this tab the one that writes. The other learns it from the browser, or at its next write at the latest. */
  readonly takeOver: () => Promise<void>
  /** Opens a chain that is kept in place of the open one; false when nothing of it can be shown. */
  readonly openKept: (id: string) => Promise<boolean>
  readonly putReportAside: () => void
  /** Writes no more in this visit. */
  readonly stop: (reason: FailureReason) => void
  /** Says it to the other tabs, so that none of them writes again what was deleted. */
  readonly tellErased: () => void
  /** Resolves when no write is under way; true when all is on the disk. */
  readonly settled: () => Promise<boolean>
}
