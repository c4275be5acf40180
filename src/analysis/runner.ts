import type { JobInput, JobKind, JobOutput } from './jobs.ts'

export interface JobProgress {
  readonly done: number
  readonly total: number
}

/** A job under way. Cancelling rejects `result` with a `Cancelled`. */
export interface RunningJob<Output> {
  readonly result: Promise<Output>
  readonly cancel: () => void
}

/** Does jobs of the engine, here or in a worker: one interface, the same results to the bit. */
export interface Runner {
  readonly start: <K extends JobKind>(
    kind: K,
    input: JobInput<K>,
    onProgress?: (progress: JobProgress) => void,
  ) => RunningJob<JobOutput<K>>
  readonly dispose: () => void
}

/** Thrown into the result of a job that was cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}
