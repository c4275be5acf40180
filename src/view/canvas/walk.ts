import type { TierLayout } from '../../analysis/layout/tier-layout.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'

export type WalkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

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

/** Where an arrow key leads: right to a customer, left to a supplier (the nearest in height), up and down within the band; or null. */
export function walk(index: IndexedChain, layout: TierLayout, row: number, key: WalkKey): number | null {
  if (key === 'ArrowRight') return nearestInHeight(customersOf(index, row), layout, row)
  if (key === 'ArrowLeft') return nearestInHeight(suppliersOf(index, row), layout, row)
  const down = key === 'ArrowDown'
  const band = layout.bands.find(({ x, width }) => layout.x[row]! >= x && layout.x[row]! <= x + width)
  let best: number | null = null
  for (let other = 0; other < index.enterpriseCount; other++) {
    if (other === row || !band || layout.x[other]! < band.x || layout.x[other]! > band.x + band.width) continue
    if (!isBeyond(layout, row, other, down)) continue
    if (best === null || isBeyond(layout, other, best, down)) best = other
  }
  return best
}

/** Whether `b` comes after `a` (down), lane by lane from the top, or before it (up). */
function isBeyond({ x, y }: TierLayout, a: number, b: number, down: boolean): boolean {
  const step = x[b]! - x[a]! || y[b]! - y[a]! || b - a
  return down ? step > 0 : step < 0
}

function nearestInHeight(rows: readonly number[], { y }: TierLayout, row: number): number | null {
  return rows.length === 0
    ? null
    : rows.reduce((best, other) => (Math.abs(y[other]! - y[row]!) < Math.abs(y[best]! - y[row]!) ? other : best))
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
