import type { BringSource } from '../io/bring/bring.ts'
import { readWhole } from '../io/bring/read-whole.ts'
import type { FromFileWorker, ToFileWorker } from './file-messages.ts'

/** What was read last, for the questions that follow. */
let kept: { readonly source: BringSource; readonly file: string } | null = null

const post = (message: FromFileWorker): void => self.postMessage(message)

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
    case 'open': {
      const tell = (done: number): void => post({ kind: 'progress', run: job.run, done })
      return { kind: 'opened', run: job.run, read: await readWhole(job.bytes, job.name, tell) }
    }
    case 'read': {
      const { run, files, layout, chain } = job
      const onRead = (done: number): void => post({ kind: 'progress', run, done: done / files.length / 2 })
      const { previewFiles, readFiles } = await tableReaders()
      const read = await readFiles(files, layout, onRead)
      const file = files.map(({ name }) => name).join(' + ')
      kept = read.source && { source: read.source, file }
      return { kind: 'read', run, read: previewFiles(read, chain, file) }
    }
    case 'bring': {
      if (!kept) throw new Error('expected files to have been read, got none')
      const { bring } = await tableReaders()
      const tell = (done: number): void => post({ kind: 'progress', run: job.run, done })
      return { kind: 'brought', run: job.run, brought: bring(kept.source, { ...job.request, file: kept.file }, tell) }
    }
  }
}
