import type { IndexedChain } from '../engine/indexed-chain.ts'

/** Suppliers of an enterprise, each once, in row order. */
export function suppliersOf(index: IndexedChain, row: number): number[] {
  const rows = new Set<number>()
  const end = index.linkStart[index.groupStart[row + 1]!]!
  for (let link = index.linkStart[index.groupStart[row]!]!; link < end; link++) rows.add(index.linkFrom[link]!)
  rows.delete(row)
  return [...rows].toSorted((a, b) => a - b)
}

/** Customers of an enterprise, each once, in row order. */
export function customersOf(index: IndexedChain, row: number): number[] {
  const rows = new Set<number>()
  for (let at = index.outStart[row]!; at < index.outStart[row + 1]!; at++) {
    rows.add(index.groupEnterprise[index.linkGroup[index.outLinks[at]!]!]!)
  }
  rows.delete(row)
  return [...rows].toSorted((a, b) => a - b)
}

/** The enterprise and all that lie upstream, downstream, or both, found breadth first. */
export function traceRows(
  index: IndexedChain,
  row: number,
  direction: 'upstream' | 'downstream' | 'both',
): Set<number> {
  const found = new Set([row])
  const sweep = (next: (index: IndexedChain, row: number) => number[]) => {
    const seen = new Set([row])
    const queue = [row]
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const other of next(index, at)) {
        if (seen.has(other)) continue
        seen.add(other)
        found.add(other)
        queue.push(other)
      }
    }
  }
  if (direction !== 'downstream') sweep(suppliersOf)
  if (direction !== 'upstream') sweep(customersOf)
  return found
}
