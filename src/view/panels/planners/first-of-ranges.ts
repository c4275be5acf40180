import type { Ranges } from '../../../analysis/planners/ranges.ts'

/** What is worth saying of who stands first: names that would be said twice are left out, and nobody is sent to ask what changes nothing. */
export interface FirstOfRanges {
  readonly certainly: readonly string[]
  /** Empty where the same are first in every case. */
  readonly may: readonly string[]
  readonly next: 'ask' | 'settled' | 'nothingToAsk'
}

export function firstOfRanges({ certainlyFirst, mayBeFirst, askFirst }: Ranges): FirstOfRanges {
  const isSettled = certainlyFirst.length > 0 && mayBeFirst.every((block) => certainlyFirst.includes(block))
  return {
    certainly: certainlyFirst,
    may: isSettled ? [] : mayBeFirst,
    next: askFirst !== null ? 'ask' : isSettled ? 'settled' : 'nothingToAsk',
  }
}
