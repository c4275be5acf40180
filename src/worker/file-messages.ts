import type { ReadChain } from '../io/read-chain.ts'
import type { BringRequest, Brought, FilesRead, NamedBytes, TextLayout } from '../model/bring.ts'
import type { Chain } from '../model/chain.ts'

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
  | { readonly kind: 'bring'; readonly run: number; readonly request: BringRequest }

export type FromFileWorker =
  /** Share that is done, 0..1. */
  | { readonly kind: 'progress'; readonly run: number; readonly done: number }
  | { readonly kind: 'opened'; readonly run: number; readonly read: ReadChain }
  | { readonly kind: 'read'; readonly run: number; readonly read: FilesRead }
  | { readonly kind: 'brought'; readonly run: number; readonly brought: Brought }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }
