import { listSheet, listSheets, type ListSheetOptions } from '../io/formats/list-sheet.ts'
import { csvFiles } from '../io/formats/write-csv-set.ts'
import { writeWorkbook } from '../io/formats/write-workbook.ts'
import { FORMATS } from '../io/formats/formats.ts'
import type { SheetOptions } from '../io/formats/sheet-types.ts'
import type { Chain } from '../model/chain.ts'
import type { FileFormatId } from '../model/file-formats.ts'

/** A file to be written away from the page, so that a large chain never freezes it. */
export type WriteOrder =
  | { readonly format: FileFormatId; readonly chain: Chain; readonly options: SheetOptions }
  /** The version of the lists of a date, as a table. */
  | { readonly list: 'workbook' | 'csv'; readonly chain: Chain; readonly options: ListSheetOptions }

/** The bytes are the receiver's. */
export type Written = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: string }

self.onmessage = ({ data }: MessageEvent<WriteOrder>): void => {
  void written(data).then((answer) => {
    self.postMessage(answer, { transfer: 'bytes' in answer ? [answer.bytes.buffer] : [] })
  })
}

async function written(order: WriteOrder): Promise<Written> {
  try {
    return { bytes: new Uint8Array(await bytesOf(order)) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

async function bytesOf(order: WriteOrder): Promise<Uint8Array> {
  if ('format' in order) return FORMATS[order.format](order.chain, order.options)
  if (order.list === 'workbook') return writeWorkbook(listSheets(order.chain, order.options))
  return csvFiles([listSheet(order.chain, order.options)])[0]!.bytes
}
