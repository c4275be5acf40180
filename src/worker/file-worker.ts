import { readChain } from '../io/read-chain.ts'

/** Reads one file away from the page: in { bytes, name }, out { chain, problems }. */
self.onmessage = ({ data }: MessageEvent<{ readonly bytes: Uint8Array; readonly name: string }>): void => {
  self.postMessage(readChain(data.bytes, data.name))
}
