import type { BringRequest, BroughtSummary, FilesRead, NamedBytes, TextLayout } from '../model/bring.ts'
import type { Chain } from '../model/chain.ts'
import type { Piece } from './in-pieces.ts'

/** To the worker for files; `run` comes back with the answer. */
export type ToFileWorker =
  | { readonly kind: 'open'; readonly run: number; readonly bytes: Uint8Array; readonly name: string }
  | {
      readonly kind: 'read'
      readonly run: number
      readonly files: readonly NamedBytes[]
      readonly layout: TextLayout
      readonly chain: Chain
    }
  /** `chain` is null where it is the one that was sent last. */
  | {
      readonly kind: 'bring'
      readonly run: number
      readonly request: Omit<BringRequest, 'chain'>
      readonly chain: Chain | null
    }
  | { readonly kind: 'take'; readonly run: number }

export type FromFileWorker =
  /** Share that is done, 0..1, and the one at which the step ends that begins. */
  | { readonly kind: 'progress'; readonly run: number; readonly done: number; readonly next?: number }
  | { readonly kind: 'read'; readonly run: number; readonly read: FilesRead }
  | { readonly kind: 'brought'; readonly run: number; readonly brought: BroughtSummary }
  /** Whole chains cross in pieces; `rest` comes last. */
  | { readonly kind: 'piece'; readonly run: number; readonly piece: Piece }
  | { readonly kind: 'opened' | 'taken'; readonly run: number; readonly rest: unknown }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }
