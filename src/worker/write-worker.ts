import { FORMATS } from '../io/formats/formats.ts'
import type { SheetOptions } from '../io/formats/sheet-types.ts'
import type { Chain } from '../model/chain.ts'
import type { FileFormatId } from '../model/file-formats.ts'

/** A file to be written away from the page, so that a large chain never freezes it. */
export interface WriteOrder {
  readonly format: FileFormatId
  readonly chain: Chain
  readonly options: SheetOptions
}

/** The bytes are the receiver's. */
export type Written = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: string }

self.onmessage = ({ data }: MessageEvent<WriteOrder>): void => {
  void written(data).then((answer) => {
    self.postMessage(answer, { transfer: 'bytes' in answer ? [answer.bytes.buffer] : [] })
  })
}

async function written({ format, chain, options }: WriteOrder): Promise<Written> {
  try {
    const bytes = await FORMATS[format](chain, options)
    return { bytes: new Uint8Array(bytes) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
