import { writeKey } from '../io/mask/key-file.ts'
import { maskedFile, unmaskedFile, type UnmaskedFile } from '../io/mask/masked-file.ts'
import type { Chain } from '../model/chain.ts'
import type { KeyFormat, MaskOptions, MaskSummary } from '../model/masking.ts'

interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Work with masks, away from the page. */
export type MaskOrder =
  | { readonly kind: 'mask'; readonly chain: Chain; readonly options: MaskOptions; readonly format: KeyFormat }
  | { readonly kind: 'unmask'; readonly copy: NamedBytes; readonly key: NamedBytes }

export interface MaskMade {
  readonly kind: 'masked'
  readonly chain: Chain
  readonly text: string
  /** Text of the key's file. */
  readonly key: string
  readonly mask: string
  readonly summary: MaskSummary
}

export type FromMaskWorker =
  | MaskMade
  | { readonly kind: 'unmasked'; readonly made: UnmaskedFile }
  | { readonly kind: 'failed'; readonly message: string }

self.onmessage = ({ data }: MessageEvent<MaskOrder>): void => {
  answer(data).then(
    (message) => self.postMessage(message),
    (error: unknown) =>
      self.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
}

async function answer(order: MaskOrder): Promise<FromMaskWorker> {
  if (order.kind === 'unmask') return { kind: 'unmasked', made: await unmaskedFile(order.copy, order.key) }
  const { chain, text, key, summary } = await maskedFile(order.chain, order.options)
  return { kind: 'masked', chain, text, key: writeKey(key, order.format), mask: key.mask, summary }
}
