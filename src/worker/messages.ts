import type { JobKind } from '../analysis/jobs.ts'
import type { JobProgress } from '../analysis/runner.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Chain } from '../model/chain.ts'
import type { Piece } from './in-pieces.ts'

/** What many jobs are about: the worker is sent each once, and keeps the last one. */
export interface Parts {
  readonly chain: Chain
  readonly index: IndexedChain
}

export type PartName = keyof Parts

/** To the worker. A part comes with its long lists empty, then its pieces, then the jobs that name it by its number. */
export type ToWorker =
  | { readonly kind: 'part'; readonly part: PartName; readonly number: number; readonly rest: unknown }
  | { readonly kind: 'piece'; readonly part: PartName; readonly piece: Piece }
  | {
      readonly kind: 'job'
      readonly run: number
      readonly job: JobKind
      /** Without its parts. */
      readonly input: object
      readonly parts: Readonly<Partial<Record<PartName, number>>>
    }

/** The index that a job makes is kept by the worker, under a number that no part sent to it has. */
export const numberOfMade = (run: number): number => -run

/** From the worker; `run` says which job it speaks of. Arrays of a result are transferred: the page owns them. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly progress: JobProgress }
  | { readonly kind: 'done'; readonly run: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }
