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

/** Waits for a step of a job that is made of several. */
export type Step = <T>(job: RunningJob<T>) => Promise<T>

/** A job made of several, one after the other; cancelling ends the one under way and begins none after it. */
export function inSteps<Output>(run: (step: Step) => Promise<Output>): RunningJob<Output> {
  let isCancelled = false
  let cancelStep = () => {}
  const step: Step = (job) => {
    cancelStep = job.cancel
    if (isCancelled) {
      job.cancel()
      throw new Cancelled()
    }
    return job.result
  }
  return {
    result: run(step),
    cancel() {
      isCancelled = true
      cancelStep()
    },
  }
}
