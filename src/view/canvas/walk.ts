import type { TierLayout } from '../../analysis/layout/tier-layout.ts'
import { customersOf, suppliersOf } from '../../analysis/trace-rows.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'

export type WalkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export interface Walked {
  readonly index: IndexedChain
  readonly layout: TierLayout
  /** Rows that are in sight: the others are passed over. */
  readonly isSeen: (row: number) => boolean
}

/** Where an arrow key leads: right to a customer, left to a supplier (the nearest in height), up and down within the band; or null. */
export function walk({ index, layout, isSeen }: Walked, row: number, key: WalkKey): number | null {
  if (key === 'ArrowRight') return nearestInHeight(customersOf(index, row).filter(isSeen), layout, row)
  if (key === 'ArrowLeft') return nearestInHeight(suppliersOf(index, row).filter(isSeen), layout, row)
  const down = key === 'ArrowDown'
  const band = layout.bands.find(({ x, width }) => layout.x[row]! >= x && layout.x[row]! <= x + width)
  let best: number | null = null
  for (let other = 0; other < index.enterpriseCount; other++) {
    if (other === row || !isSeen(other) || !band || layout.x[other]! < band.x || layout.x[other]! > band.x + band.width)
      continue
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
