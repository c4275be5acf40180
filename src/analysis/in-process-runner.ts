import { doJob, type JobContext, type JobInput, type JobKind, type JobOutput } from './jobs.ts'
import { Cancelled, type JobProgress, type Runner, type RunningJob } from './runner.ts'

/** The jobs in this thread: for tests and the command line. A job that has begun runs to its end. */
export function inProcessRunner(now: () => number): Runner {
  return {
    start<K extends JobKind>(
      kind: K,
      input: JobInput<K>,
      onProgress?: (progress: JobProgress) => void,
    ): RunningJob<JobOutput<K>> {
      let isCancelled = false
      const context: JobContext = { now, progress: (done, total) => onProgress?.({ done, total }) }
      const result = Promise.resolve().then(() => {
        if (isCancelled) throw new Cancelled()
        return doJob(kind, input, context)
      })
      return { result, cancel: () => (isCancelled = true) }
    },
    dispose: () => {},
  }
}
