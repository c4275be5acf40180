import type { KeptState } from './operation.ts'
import { textHash } from './text-hash.ts'

/** What a snapshot says, and the hashes that vouch for it. */
export interface SnapshotText {
  readonly chain: string
  readonly chainHash: string
  readonly history: string
  readonly historyHash: string
}

/** Writes a state down at once. */
export function snapshotTextNow(head: string, state: KeptState): SnapshotText {
  const chain = JSON.stringify(state.chain)
  const history = JSON.stringify({ past: state.past, future: state.future })
  return { chain, chainHash: textHash(`${head}\n${chain}`), history, historyHash: textHash(history) }
}
