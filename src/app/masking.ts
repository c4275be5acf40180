import maskWorkerUrl from '../worker/mask-worker.ts?worker&url'
import type { MaskSummary } from '../model/masking.ts'
import type { Stores } from '../state/stores.ts'
import type { MaskWish, Unmasked } from '../view/app-context.ts'
import type { FromMaskWorker, MaskOrder } from '../worker/mask-worker.ts'
import { download } from './download.ts'
import { showChain } from '../state/actions/show-chain.ts'
import { ownWorker } from './trusted-types.ts'

function ask(order: MaskOrder): Promise<FromMaskWorker> {
  const worker = new Worker(ownWorker(maskWorkerUrl), { type: 'module' })
  return new Promise<FromMaskWorker>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromMaskWorker>) => {
      if (data.kind === 'failed') reject(new Error(data.message))
      else resolve(data)
    }
    worker.onerror = (event) => reject(new Error(event.message || 'the names could not be masked'))
    worker.postMessage(order)
  }).finally(() => worker.terminate())
}

/**
 * Copy and key are two files whose names say nothing of the chain. An opened copy is a document of its own: the original stays kept
 * on this computer under its own name.
 */
export async function maskNames(stores: Stores, { key: format, opens, ...options }: MaskWish): Promise<MaskSummary> {
  const { chain } = stores.document.getState()
  const made = await ask({ kind: 'mask', chain, options, format })
  if (made.kind !== 'masked') throw new Error(`expected a masked copy, got ${made.kind}`)
  const name = `masked-${made.mask.slice(0, 6)}`
  download(made.key, `${name}-key.${format}`, format === 'csv' ? 'text/csv' : 'application/json')
  if (opens) showChain(stores, made.chain, { kind: 'file', name: `${name}.chain.json` })
  else download(made.text, `${name}.chain.json`, 'application/json')
  return made.summary
}

/** Opens the returned copy with its names again. */
export async function unmask(stores: Stores, copy: File, key: File): Promise<Unmasked> {
  const bytesOf = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  const answer = await ask({ kind: 'unmask', copy: await bytesOf(copy), key: await bytesOf(key) })
  if (answer.kind !== 'unmasked') throw new Error(`expected a chain, got ${answer.kind}`)
  const { chain, isChanged, problems } = answer.made
  if (chain) showChain(stores, chain, { kind: 'file', name: copy.name })
  return { isOpened: chain !== null, isChanged, problems }
}
