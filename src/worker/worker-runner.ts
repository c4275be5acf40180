import type { JobInput, JobKind, JobOutput } from '../analysis/jobs.ts'
import { Cancelled, type JobProgress, type Runner, type RunningJob } from '../analysis/runner.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { FromWorker, ToWorker } from './messages.ts'

interface Waiting {
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
  readonly onProgress: ((progress: JobProgress) => void) | undefined
}

/**
 * The jobs in a worker of their own, one after the other. A busy worker hears no message, so cancelling the job at hand ends the
 * worker and starts a new one; jobs that wait behind it are sent again.
 * @param spawn makes the worker; called for the first job, and for the first after each cancellation
 */
export function workerRunner(spawn: () => Worker): Runner {
  return new WorkerRunner(spawn)
}

class WorkerRunner implements Runner {
  private worker: Worker | null = null
  private nextRun = 1
  private nextIndex = 1
  private sent: { readonly index: IndexedChain; readonly number: number } | null = null
  private readonly waiting = new Map<
    number,
    Waiting & { readonly job: JobKind; readonly input: { index?: IndexedChain } }
  >()
  private readonly spawn: () => Worker

  constructor(spawn: () => Worker) {
    this.spawn = spawn
  }

  start<K extends JobKind>(
    kind: K,
    input: JobInput<K>,
    onProgress?: (progress: JobProgress) => void,
  ): RunningJob<JobOutput<K>> {
    const run = this.nextRun++
    const result = new Promise<JobOutput<K>>((resolve, reject) => {
      this.waiting.set(run, {
        resolve: resolve,
        reject,
        onProgress,
        job: kind,
        input: input as { index?: IndexedChain },
      })
    })
    this.send(run)
    return { result, cancel: () => this.cancel(run) }
  }

  dispose(): void {
    this.worker?.terminate()
    for (const { reject } of this.waiting.values()) reject(new Cancelled())
    this.waiting.clear()
  }

  /** The worker is made when there is something to do: a page that asks no planner starts none. */
  private opened(): Worker {
    if (this.worker) return this.worker
    const worker = this.spawn()
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data)
    worker.onerror = (event) => this.failAll(new Error(event.message || 'the worker did not start'))
    this.worker = worker
    return worker
  }

  private send(run: number): void {
    const { job, input } = this.waiting.get(run)!
    const { index, ...rest } = input
    const message: ToWorker = {
      kind: 'job',
      run,
      job,
      input: index ? rest : input,
      index: index ? this.sendIndex(index) : null,
    }
    this.opened().postMessage(message)
  }

  private sendIndex(index: IndexedChain): number {
    if (this.sent?.index !== index) {
      this.sent = { index, number: this.nextIndex++ }
      this.opened().postMessage({ kind: 'index', ...this.sent } satisfies ToWorker)
    }
    return this.sent.number
  }

  private hear(message: FromWorker): void {
    const waiting = this.waiting.get(message.run)
    if (!waiting) return
    if (message.kind === 'progress') return waiting.onProgress?.(message.progress)
    this.waiting.delete(message.run)
    if (message.kind === 'done') waiting.resolve(message.output as never)
    else waiting.reject(new Error(message.message))
  }

  private failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }

  private cancel(run: number): void {
    const cancelled = this.waiting.get(run)
    if (!cancelled) return
    this.waiting.delete(run)
    cancelled.reject(new Cancelled())
    this.worker?.terminate()
    this.worker = null
    this.sent = null
    for (const behind of this.waiting.keys()) this.send(behind)
  }
}
