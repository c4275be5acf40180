import { Cancelled } from '../analysis/runner.ts'
import type { ReadChain } from '../io/read-chain.ts'
import type { ChainChange, FileJobs } from '../model/bring.ts'
import type { Chain } from '../model/chain.ts'
import type { FromFileWorker, ToFileWorker } from './file-messages.ts'
import { joined, type Piece } from './in-pieces.ts'

type Each<Message> = Message extends ToFileWorker ? Omit<Message, 'run'> : never
/** A job without its number. */
type Job = Each<ToFileWorker>
type Answer<Kind extends FromFileWorker['kind']> = FromFileWorker & { readonly kind: Kind }

interface Waiting {
  readonly resolve: (answer: FromFileWorker) => void
  readonly reject: (error: Error) => void
}

/** @param spawn makes the worker; called for the first job, and for the first after a cancellation */
export function fileJobs(spawn: () => Worker): FileJobs {
  return new FileWorkerJobs(spawn)
}

/** What opening tells while it goes on. */
interface OpeningEvents {
  /** @param cancel ends the worker; the promise is then rejected as `Cancelled` */
  readonly begun: (cancel: () => void) => void
  /** @param done share that is done, 0..1 */
  readonly progress: (done: number, next?: number) => void
}

/** Reads a chain file in a worker made for it. */
export function openInWorker(
  spawn: () => Worker,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  events?: OpeningEvents,
): Promise<ReadChain> {
  const jobs = new FileWorkerJobs(spawn)
  jobs.onProgress = events?.progress ?? null
  events?.begun(jobs.cancel)
  return jobs.whole<ReadChain>({ kind: 'open', bytes, name }).finally(() => jobs.cancel())
}

class FileWorkerJobs implements FileJobs {
  onProgress: FileJobs['onProgress'] = null
  /** The chain that the worker knows: a large one takes long to cross. */
  private known: Chain | null = null
  /** Of what is coming. */
  private pieces: Piece[] = []
  private worker: Worker | null = null
  private nextRun = 1
  private readonly waiting = new Map<number, Waiting>()
  private readonly spawn: () => Worker

  constructor(spawn: () => Worker) {
    this.spawn = spawn
  }

  read: FileJobs['read'] = async (files, layout, chain) => {
    const asked = this.ask<'read'>({ kind: 'read', files, layout, chain })
    this.known = chain
    return (await asked).read
  }

  bring: FileJobs['bring'] = async ({ chain, ...request }) => {
    const asked = this.ask<'brought'>({ kind: 'bring', request, chain: chain === this.known ? null : chain })
    this.known = chain
    return (await asked).brought
  }

  take: FileJobs['take'] = () => this.whole<ChainChange>({ kind: 'take' })

  /** What comes in pieces. */
  async whole<Whole>(job: Job & { readonly kind: 'open' | 'take' }): Promise<Whole> {
    this.pieces = []
    const { rest } = await this.ask<'opened' | 'taken'>(job)
    return joined({ rest, pieces: this.pieces }) as Whole
  }

  cancel = (): void => {
    this.end(new Cancelled())
  }

  ask<Kind extends FromFileWorker['kind']>(job: Job): Promise<Answer<Kind>> {
    const run = this.nextRun++
    return new Promise<FromFileWorker>((resolve, reject) => {
      this.waiting.set(run, { resolve, reject })
      this.opened().postMessage({ ...job, run })
    }) as Promise<Answer<Kind>>
  }

  private opened(): Worker {
    if (this.worker) return this.worker
    const worker = this.spawn()
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => this.hear(data)
    worker.onerror = (event) => this.end(new Error(event.message || 'the file could not be read'))
    worker.onmessageerror = () => this.end(new Error('the answer could not be read'))
    this.worker = worker
    return worker
  }

  private hear(message: FromFileWorker): void {
    if (message.kind === 'progress') return this.onProgress?.(message.done, message.next)
    if (message.kind === 'piece') return void this.pieces.push(message.piece)
    const waiting = this.waiting.get(message.run)
    this.waiting.delete(message.run)
    if (message.kind === 'failed') waiting?.reject(new Error(message.message))
    else waiting?.resolve(message)
  }

  /** Nothing more is to be heard of the worker. */
  private end(error: Error): void {
    this.worker?.terminate()
    this.worker = null
    this.known = null
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
