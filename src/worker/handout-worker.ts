import { makeHandout, type HandoutOptions } from '../handout/handouts.ts'
import { verifyReport, type Verdict } from '../handout/report/verify-report.ts'
import type { HandoutFormatId } from '../model/handout-formats.ts'

/** To the worker: make a hand-out, or compute a report again. One order per worker. */
export type HandoutOrder =
  | { readonly kind: 'make'; readonly format: HandoutFormatId; readonly options: HandoutOptions }
  | { readonly kind: 'verify'; readonly page: string }

export type FromHandoutWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'verified'; readonly verdict: Verdict }
  | { readonly kind: 'failed'; readonly message: string }

/** Least time between two progress messages, ms. */
const PROGRESS_EVERY = 50
let last = -Infinity

const post = (message: FromHandoutWorker, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer })

function progress(done: number, total: number): void {
  if (performance.now() - last < PROGRESS_EVERY) return
  last = performance.now()
  post({ kind: 'progress', done, total })
}

self.onmessage = ({ data }: MessageEvent<HandoutOrder>): void => {
  work(data).catch((error: unknown) => {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
}

async function work(order: HandoutOrder): Promise<void> {
  if (order.kind === 'verify') return post({ kind: 'verified', verdict: await verifyReport(order.page, progress) })
  const bytes = (await makeHandout(order.format, order.options, progress)) as Uint8Array<ArrayBuffer>
  post({ kind: 'made', bytes }, [bytes.buffer])
}
