import { doJob, type JobInput, type JobKind } from '../analysis/jobs.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** Least time between two progress messages, ms. */
const PROGRESS_EVERY = 50

/** The only thing kept between jobs. */
let kept: { readonly number: number; readonly index: IndexedChain } | null = null

const post = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  switch (data.kind) {
    case 'index':
      kept = { number: data.number, index: data.index }
      return
    case 'job':
      runJob(data)
  }
}

function runJob({ run, job, input, index }: ToWorker & { kind: 'job' }): void {
  try {
    if (index !== null && kept?.number !== index) throw new Error(`expected index ${index}, got ${kept?.number}`)
    const whole = index === null ? input : { ...(input as object), index: kept!.index }
    const context = { now: () => performance.now(), progress: throttled(run) }
    const output = doJob(job, whole as JobInput<JobKind>, context)
    const keptBuffers = kept ? buffersOf(kept.index) : new Set<ArrayBuffer>()
    const transfer = [...buffersOf(output)].filter((buffer) => !keptBuffers.has(buffer))
    post({ kind: 'done', run, output }, transfer)
  } catch (error) {
    post({ kind: 'failed', run, message: error instanceof Error ? error.message : String(error) })
  }
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
