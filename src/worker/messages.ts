import type { JobKind } from '../analysis/jobs.ts'
import type { JobProgress } from '../analysis/runner.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'

/** To the worker. The index is sent once; later jobs on the same chain name it by its number. */
export type ToWorker =
  | { readonly kind: 'index'; readonly number: number; readonly index: IndexedChain }
  | {
      readonly kind: 'job'
      readonly run: number
      readonly job: JobKind
      readonly input: unknown
      readonly index: number | null
    }

/** From the worker; `run` says which job it speaks of. Arrays of a result are transferred: the page owns them. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly progress: JobProgress }
  | { readonly kind: 'done'; readonly run: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }
