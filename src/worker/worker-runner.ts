import type { JobInput, JobKind, JobOutput } from '../analysis/jobs.ts'
import { Cancelled, type JobProgress, type Runner, type RunningJob } from '../analysis/runner.ts'
import { inPieces } from './in-pieces.ts'
import { numberOfMade, type FromWorker, type PartName, type Parts, type ToWorker } from './messages.ts'
import { Outbox } from './outbox.ts'

interface Waiting {
  readonly job: JobKind
  readonly input: Partial<Parts>
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
  private nextPart = 1
  /** What the worker keeps. */
  private sent: Partial<Record<PartName, { readonly whole: object | null; readonly number: number }>> = {}
  private readonly waiting = new Map<number, Waiting>()
  private readonly outbox = new Outbox(() => this.opened())
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
      this.waiting.set(run, { resolve, reject, onProgress, job: kind, input })
    })
    this.send(run)
    return { result, cancel: () => this.cancel(run) }
  }

  dispose(): void {
    this.outbox.clear()
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
    const { chain, index, ...rest } = input
    const parts = {
      ...(chain && { chain: this.sendPart('chain', chain) }),
      ...(index && { index: this.sendPart('index', index) }),
    }
    this.outbox.post({ kind: 'job', run, job, input: rest, parts })
    // From here on the worker has no other index, and this one is known to nobody yet.
    if (job === 'index') this.sent.index = { whole: null, number: numberOfMade(run) }
  }

  private sendPart<P extends PartName>(part: P, whole: Parts[P]): number {
    const known = this.sent[part]
    if (known?.whole === whole) return known.number
    const number = this.nextPart++
    this.sent[part] = { whole, number }
    const { rest, pieces } = isLong(whole) ? inPieces(whole) : { rest: whole, pieces: [] }
    this.outbox.post(
      { kind: 'part', part, number, rest },
      ...pieces.map((piece): ToWorker => ({ kind: 'piece', part, piece })),
    )
    return number
  }

  private hear(message: FromWorker): void {
    const waiting = this.waiting.get(message.run)
    if (!waiting) return
    if (message.kind === 'progress') return waiting.onProgress?.(message.progress)
    this.waiting.delete(message.run)
    if (message.kind === 'failed') return waiting.reject(new Error(message.message))
    // To send the index back to the worker that has made it would stop the page; another may have been sent there since.
    const number = numberOfMade(message.run)
    if (this.sent.index?.number === number)
      this.sent.index = { whole: (message.output as JobOutput<'index'>).index, number }
    waiting.resolve(message.output as never)
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
    this.sent = {}
    this.outbox.clear()
    for (const behind of this.waiting.keys()) this.send(behind)
  }
}

/** From so many links on a part crosses in pieces; below that it takes less than a frame. */
const LONG = 5_000

const isLong = (whole: Parts[PartName]): boolean => ('linkIds' in whole ? whole.linkIds : whole.supplies).length > LONG
