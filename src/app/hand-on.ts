import writeWorkerUrl from '../worker/write-worker.ts?worker&url'
import type { WriteOrder, Written } from '../worker/write-worker.ts'
import type { IsoDate } from '../model/chain.ts'
import { FILE_FORMATS, type FileFormatId } from '../model/file-formats.ts'
import type { Language } from '../model/local-text.ts'
import { partOf } from '../state/edits/without-rows.ts'
import { shownScenario } from '../state/selectors.ts'
import type { Stores } from '../state/stores.ts'
import { baseName, download } from './download.ts'
import { ownWorker } from './trusted-types.ts'

/** Writes the open chain, or only some of its enterprises with what joins them, in a format, with the results of the shown scenario, and hands it to the browser as a file. */
export async function handOn(
  { document, session }: Stores,
  format: FileFormatId,
  only?: readonly string[],
): Promise<void> {
  const { chain: whole, origin } = document.getState()
  const chain = only ? partOf(whole, only) : whole
  const { language, scenarioId } = session.getState()
  const options = {
    language,
    words: await workbookWords(language),
    scenarioId: shownScenario(chain, scenarioId)?.id ?? null,
  }
  const bytes = await writeInWorker({ format, chain, options })
  download(bytes, baseName(origin) + FILE_FORMATS[format].endings[0])
}

/** Writes one version of the lists as a table that can be brought in again, and hands it over. */
export async function handOnList(
  { document, session }: Stores,
  date: IsoDate,
  format: 'csv' | 'workbook',
): Promise<void> {
  const { chain, origin } = document.getState()
  const { language } = session.getState()
  const options = { language, words: await workbookWords(language), date }
  const isCsv = format === 'csv'
  const bytes = await writeInWorker({ list: format, chain, options })
  download(bytes, `${baseName(origin)}-${date}${isCsv ? '.csv' : '.xlsx'}`)
}

const workbookWords = async (language: Language) =>
  language === 'zh'
    ? (await import('../i18n/zh/workbook.ts')).workbook
    : (await import('../i18n/en/workbook.ts')).workbook

function writeInWorker(order: WriteOrder): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(ownWorker(writeWorkerUrl), { type: 'module' })
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Written>) => {
      if ('bytes' in data) resolve(data.bytes)
      else reject(new Error(data.failure))
    }
    worker.onerror = (event) => reject(new Error(event.message || 'the file could not be written'))
    worker.postMessage(order)
  }).finally(() => worker.terminate())
}
