import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { RunResult } from '../../engine/run-result.ts'
import type { Chain } from '../../model/chain.ts'
import { observedDaysOf, observedOn } from '../observed/observed-days.ts'

/** Levels by day, of a run or of what was observed. */
export type Levels = Pick<RunResult, 'days' | 'enterpriseCount' | 'level'>

/** Two futures of the same enterprises; a level that nobody observed is NaN, and so is its difference. */
export interface Comparison {
  /** Days that both have. */
  readonly days: number
  /** [enterprises] level on the day. */
  readonly a: Float64Array
  readonly b: Float64Array
  /** [enterprises] b - a */
  readonly difference: Float64Array
  /** [enterprises] days of full output lost over the days on which both have a level; NaN where there is no such day. */
  readonly lostA: Float64Array
  readonly lostB: Float64Array
}

export function compareRuns(a: Levels, b: Levels, wantedDay: number): Comparison {
  const count = a.enterpriseCount
  const days = Math.min(a.days, b.days)
  const day = Math.min(wantedDay, days - 1)
  const on = ({ level }: Levels): Float64Array => level.slice(day * count, (day + 1) * count)
  const [levelA, levelB] = [on(a), on(b)]
  const lost = ({ level }: Levels, other: Levels): Float64Array => {
    const sums = new Float64Array(count).fill(Number.NaN)
    for (let at = 0; at < days * count; at++) {
      if (Number.isNaN(level[at]! + other.level[at]!)) continue
      const row = at % count
      sums[row] = (Number.isNaN(sums[row]!) ? 0 : sums[row]!) + 1 - level[at]!
    }
    return sums
  }
  return {
    days,
    a: levelA,
    b: levelB,
    difference: levelB.map((level, row) => level - levelA[row]!),
    lostA: lost(a, b),
    lostB: lost(b, a),
  }
}

/** Observed days as levels on a calendar; gaps stay NaN, never filled. */
export function observedLevels(
  chain: Chain,
  index: IndexedChain,
  calendar: { readonly start: string; readonly days: number },
): Levels {
  const observed = observedDaysOf(chain, index, calendar)
  const count = index.enterpriseCount
  const level = new Float64Array(calendar.days * count)
  for (let day = 0; day < calendar.days; day++) level.set(observedOn(observed, day, 'level'), day * count)
  return { days: calendar.days, enterpriseCount: count, level }
}
