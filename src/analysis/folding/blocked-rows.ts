import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Timeline } from '../../engine/timeline.ts'

/** Enterprises with a block of their own in the run, and both ends of a blocked link, largest output first. */
export function blockedRows(index: IndexedChain, timeline: Timeline): number[] {
  const rows = timeline.blocks.flatMap(({ kind, row }) =>
    kind === 'link' ? [index.linkFrom[row]!, index.groupEnterprise[index.linkGroup[row]!]!] : [row],
  )
  return [...new Set(rows)].toSorted((a, b) => index.output[b]! - index.output[a]! || a - b)
}
