import { NEED_KIND, type IndexedChain } from '../../engine/indexed-chain.ts'

/**
 * The given enterprises and all that they cannot do without: suppliers of essential inputs, of those again, and so on. A block reaches
 * them within the run through these alone, so every block that matters stands on one of them or on a link between two.
 */
export function essentialAncestors(index: IndexedChain, rows: readonly number[]): Set<number> {
  const found = new Set(rows)
  for (const row of found) {
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      if (index.needKind[group] !== NEED_KIND.essential) continue
      for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
        if (index.flow[link]! > 0) found.add(index.linkFrom[link]!)
      }
    }
  }
  return found
}
