import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { RunResult } from '../../engine/run-result.ts'
import type { Chain, Observation } from '../../model/chain.ts'
import { dayNumber } from '../../model/dates.ts'

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
  /** [enterprises] days of full output lost over the days that both have. */
  readonly lostA: Float64Array
  readonly lostB: Float64Array
}

export function compareRuns(a: Levels, b: Levels, wantedDay: number): Comparison {
  const count = a.enterpriseCount
  const days = Math.min(a.days, b.days)
  const day = Math.min(wantedDay, days - 1)
  const on = ({ level }: Levels): Float64Array => level.slice(day * count, (day + 1) * count)
  const [levelA, levelB] = [on(a), on(b)]
  const lost = ({ level }: Levels): Float64Array => {
    const sums = new Float64Array(count)
    for (let at = 0; at < days * count; at++) if (!Number.isNaN(level[at]!)) sums[at % count]! += 1 - level[at]!
    return sums
  }
  return {
    days,
    a: levelA,
    b: levelB,
    difference: levelB.map((level, row) => level - levelA[row]!),
    lostA: lost(a),
    lostB: lost(b),
  }
}

/** What an observation says of the output, most telling first; NaN where it says nothing. */
const observedLevel = ({ outputRecovery, operatingRate }: Observation): number =>
  outputRecovery ?? operatingRate ?? Number.NaN

/** Observed days as levels on a calendar; gaps stay NaN, never filled. */
export function observedLevels(
  chain: Chain,
  index: IndexedChain,
  { start, days }: { readonly start: string; readonly days: number },
): Levels {
  const rows = new Map(index.enterpriseIds.map((id, row) => [id, row]))
  const level = new Float64Array(days * index.enterpriseCount).fill(Number.NaN)
  for (const observation of chain.observations ?? []) {
    const day = dayNumber(observation.date) - dayNumber(start)
    const row = rows.get(observation.enterprise)
    if (row === undefined || day < 0 || day >= days) continue
    level[day * index.enterpriseCount + row] = observedLevel(observation)
  }
  return { days, enterpriseCount: index.enterpriseCount, level }
}
