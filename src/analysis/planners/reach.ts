import type { Clearings, WhatIf } from './what-if.ts'

export interface ReachAnswer {
  /** First day on which the level is reached; -1 = not within the run. */
  readonly first: number
  /** First day from which it holds to the end of the run; -1 = never. */
  readonly holdsFrom: number
  /** [days] level of the enterprise. */
  readonly level: Float64Array
}

/** Rounding that a level may fall short of what was asked. */
const ROUNDING = 1e-9

/** "If these blocks are cleared on these days, when does the enterprise reach the level?": one run. */
export function whenReached(search: WhatIf, clearings: Clearings, row: number, level: number): ReachAnswer {
  const levels = new Float64Array(search.timeline.days)
  search.play(clearings, (day, now) => {
    levels[day] = now[row]!
  })
  const reached = (day: number): boolean => levels[day]! >= level - ROUNDING
  let first = 0
  while (first < levels.length && !reached(first)) first++
  let holdsFrom = levels.length
  while (holdsFrom > 0 && reached(holdsFrom - 1)) holdsFrom--
  return {
    first: first < levels.length ? first : -1,
    holdsFrom: holdsFrom < levels.length ? holdsFrom : -1,
    level: levels,
  }
}
