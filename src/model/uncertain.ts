import type { Uncertain } from './chain.ts'

/** The middle of a range, or the number itself: what a single run uses. */
export function centralOf(value: Uncertain): number {
  return typeof value === 'number' ? value : (value.low + value.high) / 2
}
