import type { IndexedChain } from '../engine/indexed-chain.ts'

/** Share of the need below which what is bought outside the listed chain counts as nothing. */
const NOTHING = 1e-9

/** @returns [links] 1 = the only source of its group: no other listed supplier, nothing from outside */
export function soleSources(index: IndexedChain): Uint8Array {
  const sole = new Uint8Array(index.linkCount)
  for (let group = 0; group < index.groupCount; group++) {
    const first = index.linkStart[group]!
    const isAlone = index.linkStart[group + 1]! - first === 1
    if (isAlone && index.outside[group]! <= NOTHING * index.need[group]!) sole[first] = 1
  }
  return sole
}
