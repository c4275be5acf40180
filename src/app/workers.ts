import engineWorkerUrl from '../worker/engine-worker.ts?worker&url'
import fileWorkerUrl from '../worker/file-worker.ts?worker&url'
import type { ReadChain } from '../io/read-chain.ts'
import { ownWorker } from './trusted-types.ts'

export const engineWorker = (): Worker => new Worker(ownWorker(engineWorkerUrl), { type: 'module' })

/** Reads a file in a worker made for it, so that a large one never freezes the page. */
export function readInWorker(bytes: Uint8Array, name: string): Promise<ReadChain> {
  const worker = new Worker(ownWorker(fileWorkerUrl), { type: 'module' })
  return new Promise<ReadChain>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadChain>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'the file could not be read'))
    worker.postMessage({ bytes, name }, [bytes.buffer as ArrayBuffer])
  }).finally(() => worker.terminate())
}
