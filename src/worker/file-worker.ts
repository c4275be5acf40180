import type { BringSource } from '../io/bring/bring.ts'
import { readWhole } from '../io/bring/read-whole.ts'
import { partOf, type Tell } from '../io/progress.ts'
import { CHANGES_SHOWN, type Brought, type BroughtSummary, type RowChange } from '../model/bring.ts'
import type { Chain } from '../model/chain.ts'
import type { FromFileWorker, ToFileWorker } from './file-messages.ts'
import { inPieces } from './in-pieces.ts'

/** What was read last, for the questions that follow. */
let kept: { readonly source: BringSource; readonly file: string } | null = null
/** Into which it is brought. */
let open: Chain | null = null
/** What it came to. */
let brought: Chain | null = null

const post = (message: FromFileWorker): void => self.postMessage(message)

/** Shares between two messages: more would keep the page busy. */
const TOLD_EVERY = 0.005

function teller(run: number): Tell {
  let last = -1
  return (done, next) => {
    if (next === undefined && done < last + TOLD_EVERY) return
    last = done
    post({ kind: 'progress', run, done, ...(next !== undefined && { next }) })
  }
}

/** The readers of tables and graphs are many; a chain opens without them. */
async function tableReaders() {
  const [{ bring }, { previewFiles }, { readFiles }] = await Promise.all([
    import('../io/bring/bring.ts'),
    import('../io/bring/preview-files.ts'),
    import('../io/bring/read-files.ts'),
  ])
  return { bring, previewFiles, readFiles }
}

/** Work with files away from the page. One job at a time; cancelling is ending the worker. */
self.onmessage = ({ data }: MessageEvent<ToFileWorker>): void => {
  answer(data).then(post, (error: unknown) => {
    post({ kind: 'failed', run: data.run, message: error instanceof Error ? error.message : String(error) })
  })
}

async function answer(job: ToFileWorker): Promise<FromFileWorker> {
  switch (job.kind) {
    case 'open':
      return inParts('opened', job.run, await readWhole(job.bytes, job.name, teller(job.run)))
    case 'read': {
      const { run, files, layout, chain } = job
      const tell = teller(run)
      const { previewFiles, readFiles } = await tableReaders()
      open = chain
      brought = null
      const read = await readFiles(files, layout, partOf(tell, 0, READ))
      tell(READ, 1)
      const file = files.map(({ name }) => name).join(' + ')
      kept = read.source && { source: read.source, file }
      return { kind: 'read', run, read: previewFiles(read, chain, file) }
    }
    case 'bring': {
      open = job.chain ?? open
      if (!kept || !open) throw new Error('expected files to have been read, got none')
      const { bring } = await tableReaders()
      const result = bring(kept.source, { ...job.request, chain: open, file: kept.file }, teller(job.run))
      brought = result.chain
      return { kind: 'brought', run: job.run, brought: summaryOf(result) }
    }
    case 'take': {
      if (!brought || !open) throw new Error('expected something to take, got nothing')
      const { chainChange } = await import('../io/bring/chain-change.ts')
      return inParts('taken', job.run, chainChange(open, brought))
    }
  }
}

/** Sends the pieces of something large. @returns what is left of it to send */
function inParts(kind: 'opened' | 'taken', run: number, whole: unknown): FromFileWorker {
  const { rest, pieces } = inPieces(whole)
  for (const piece of pieces) post({ kind: 'piece', run, piece })
  return { kind, run, rest }
}

/** Share of the time in which the files are read; the rest is to propose what their columns hold. */
const READ = 0.75

function summaryOf({ chain, changes, ...rest }: Brought): BroughtSummary {
  const counts: Record<RowChange['kind'], number> = { added: 0, changed: 0, removed: 0, kept: 0 }
  const shown = changes.filter(({ kind }, at) => ++counts[kind] <= CHANGES_SHOWN || at < CHANGES_SHOWN)
  return { ...rest, isSound: chain !== null, counts, shown }
}
