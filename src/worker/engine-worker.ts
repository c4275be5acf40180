import { doJob, type JobInput, type JobKind, type JobOutput } from '../analysis/jobs.ts'
import { joined, type Piece } from './in-pieces.ts'
import { numberOfMade, type FromWorker, type PartName, type Parts, type ToWorker } from './messages.ts'

/** Least time between two progress messages, ms. */
const PROGRESS_EVERY = 50

interface Kept {
  readonly number: number
  /** Its long lists are empty until the pieces are joined. */
  readonly rest: unknown
  pieces: Piece[]
}

/** The only things kept between jobs. */
const kept: Partial<Record<PartName, Kept>> = {}

const post = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  switch (data.kind) {
    case 'part':
      kept[data.part] = { number: data.number, rest: data.rest, pieces: [] }
      return
    case 'piece':
      kept[data.part]!.pieces.push(data.piece)
      return
    case 'job':
      runJob(data)
  }
}

function runJob({ run, job, input, parts }: ToWorker & { kind: 'job' }): void {
  try {
    const whole = { ...input, ...partsOf(parts) } as JobInput<JobKind>
    const output = doJob(job, whole, { now: () => performance.now(), progress: throttled(run) })
    if (job === 'index')
      kept.index = { number: numberOfMade(run), rest: (output as JobOutput<'index'>).index, pieces: [] }
    const keptBuffers = buffersOf(kept.index?.rest)
    const transfer = [...buffersOf(output)].filter((buffer) => !keptBuffers.has(buffer))
    post({ kind: 'done', run, output }, transfer)
  } catch (error) {
    post({ kind: 'failed', run, message: error instanceof Error ? error.message : String(error) })
  }
}

function partsOf(parts: (ToWorker & { kind: 'job' })['parts']): Partial<Parts> {
  const found = Object.entries(parts).map(([part, number]) => {
    const one = kept[part as PartName]
    if (one?.number !== number) throw new Error(`expected ${part} ${number}, got ${one?.number}`)
    joined(one)
    one.pieces = []
    return [part, one.rest] as const
  })
  return Object.fromEntries(found)
}

function throttled(run: number): (done: number, total: number) => void {
  let last = -Infinity
  return (done, total) => {
    const now = performance.now()
    if (now - last < PROGRESS_EVERY) return
    last = now
    post({ kind: 'progress', run, progress: { done, total } })
  }
}

/** Buffers of the typed arrays in a result, at any depth of plain objects and arrays. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (Array.isArray(value)) {
    if (typeof value[0] === 'object') for (const member of value) buffersOf(member, found)
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) buffersOf(member, found)
  }
  return found
}
