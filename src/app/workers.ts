import engineWorkerUrl from '../worker/engine-worker.ts?worker&url'
import fileWorkerUrl from '../worker/file-worker.ts?worker&url'
import type { ReadChain } from '../io/read-chain.ts'

/** The page's policy allows scripts from nowhere but its own files; only our own worker URLs pass. */
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown }
}
const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('changlian-workers', {
  createScriptURL: (url: string) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new Error(`expected a worker of this page, got ${url}`)
    return url
  },
})

const own = (url: string): string => (policy ? (policy.createScriptURL(url) as string) : url)

export const engineWorker = (): Worker => new Worker(own(engineWorkerUrl), { type: 'module' })

/** Reads a file in a worker made for it, so that a large one never freezes the page. */
export function readInWorker(bytes: Uint8Array, name: string): Promise<ReadChain> {
  const worker = new Worker(own(fileWorkerUrl), { type: 'module' })
  return new Promise<ReadChain>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadChain>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'the file could not be read'))
    worker.postMessage({ bytes, name }, [bytes.buffer as ArrayBuffer])
  }).finally(() => worker.terminate())
}
