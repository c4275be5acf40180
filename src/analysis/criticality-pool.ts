import type { CriticalityRange, RangeQuestion } from '../engine/criticality.ts'
import type { CriticalityFigures } from '../engine/criticality-figures.ts'
import { mergeCriticality } from './criticality.ts'
import { Cancelled, type JobProgress, type Runner, type RunningJob } from './runner.ts'

/** Enterprises closed by one job at least, so that setting up costs little beside it. */
const SMALLEST_CHUNK = 250
/** Jobs for each runner: enough that none waits long for the last. */
const CHUNKS_PER_RUNNER = 8

type Question = Omit<RangeQuestion, 'from' | 'to'>

interface Pool {
  readonly runners: readonly Runner[]
  readonly question: Question
  readonly chunk: number
  readonly report: (progress: JobProgress) => void
  readonly parts: CriticalityRange[]
  readonly running: Map<Runner, RunningJob<CriticalityRange>>
  /** Enterprises done by the job that each runner has at hand. */
  readonly underWay: Map<Runner, number>
  next: number
  finished: number
  isCancelled: boolean
}

/**
 * Every enterprise closed alone, spread over runners. The result has the same bits for one runner or many.
 * Cancelling stops all of them and rejects the result with a `Cancelled`.
 * @param runners at least one; they stay usable
 */
export function criticalityOfAll(
  runners: readonly Runner[],
  question: Question,
  onProgress: (progress: JobProgress) => void,
): RunningJob<CriticalityFigures> {
  const { enterpriseCount } = question.index
  const pool: Pool = {
    runners,
    question,
    chunk: Math.max(SMALLEST_CHUNK, Math.ceil(enterpriseCount / (runners.length * CHUNKS_PER_RUNNER))),
    report: onProgress,
    parts: [],
    running: new Map(),
    underWay: new Map(),
    next: 0,
    finished: 0,
    isCancelled: false,
  }
  const result = Promise.all(runners.map((runner) => work(pool, runner))).then(
    () => mergeCriticality(pool.parts, enterpriseCount),
    (error: unknown) => {
      cancelAll(pool)
      throw error
    },
  )
  return { result, cancel: () => cancelAll(pool) }
}

/** One runner takes the next stretch of rows until none is left. */
async function work(pool: Pool, runner: Runner): Promise<void> {
  const { enterpriseCount } = pool.question.index
  while (pool.next < enterpriseCount) {
    if (pool.isCancelled) throw new Cancelled()
    const from = pool.next
    const to = Math.min(enterpriseCount, from + pool.chunk)
    pool.next = to
    const job = runner.start('criticalityRange', { ...pool.question, from, to }, ({ done }) => {
      pool.underWay.set(runner, done)
      tell(pool)
    })
    pool.running.set(runner, job)
    pool.parts.push(await job.result)
    pool.running.delete(runner)
    pool.underWay.delete(runner)
    pool.finished += to - from
    tell(pool)
  }
  if (pool.isCancelled) throw new Cancelled()
}

function tell({ isCancelled, underWay, finished, question, report }: Pool): void {
  if (isCancelled) return
  let done = finished
  for (const some of underWay.values()) done += some
  report({ done, total: question.index.enterpriseCount })
}

function cancelAll(pool: Pool): void {
  pool.isCancelled = true
  for (const job of pool.running.values()) job.cancel()
  pool.running.clear()
}
