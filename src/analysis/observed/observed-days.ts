import { rowsById } from '../../engine/rows-by-id.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Chain, Observation, Scenario } from '../../model/chain.ts'
import { dayNumber } from '../../model/dates.ts'

/** The three rates that are observed; they are different things and are never mixed up in silence. */
export const OBSERVED_RATES = [
  'outputRecovery',
  'operatingRate',
  'staffReturn',
] as const satisfies readonly (keyof Observation)[]
export type ObservedRate = (typeof OBSERVED_RATES)[number]
/** `level`: what an observation says of the output: the output recovery, else the operating rate. */
export type ObservedField = ObservedRate | 'level'

/**
 * What was observed on the days of a scenario, one entry per enterprise and day on which anything was. Entries stand by day, then by
 * row. A rate that nobody observed is NaN and is never filled in.
 */
export interface ObservedDays extends Readonly<Record<ObservedField, Float64Array>> {
  readonly days: number
  readonly enterpriseCount: number
  /** [days + 1] first entry of each day. */
  readonly dayStart: Int32Array
  /** [entries] enterprise. */
  readonly row: Int32Array
  /** Observations of the chain that lie on other days. */
  readonly outside: number
}

type Calendar = Pick<Scenario, 'start' | 'days'>
type Rates = Partial<Record<ObservedRate, number>>

/** Observations on the days of a calendar. Of two for one enterprise and day the later in the list counts, rate by rate. */
export function observedDaysOf(chain: Chain, index: IndexedChain, { start, days }: Calendar): ObservedDays {
  const first = dayNumber(start)
  const rows = rowsById(index.enterpriseIds)
  const found = new Map<number, Rates>()
  let outside = 0
  for (const observation of chain.observations ?? []) {
    const day = dayNumber(observation.date) - first
    const row = rows.get(observation.enterprise)
    if (row === undefined || day < 0 || day >= days) {
      outside++
      continue
    }
    const at = day * index.enterpriseCount + row
    found.set(at, { ...found.get(at), ...ratesOf(observation) })
  }
  return inOrder(found, { days, enterpriseCount: index.enterpriseCount, outside })
}

function ratesOf(observation: Observation): Rates {
  const given = OBSERVED_RATES.filter((rate) => observation[rate] !== undefined)
  return Object.fromEntries(given.map((rate) => [rate, observation[rate]]))
}

/** @param found rates by day * enterpriseCount + row */
function inOrder(
  found: ReadonlyMap<number, Rates>,
  size: Pick<ObservedDays, 'days' | 'enterpriseCount' | 'outside'>,
): ObservedDays {
  const places = [...found.keys()].toSorted((one, other) => one - other)
  const rate = (name: ObservedRate) => Float64Array.from(places, (at) => found.get(at)![name] ?? Number.NaN)
  const dayStart = new Int32Array(size.days + 1)
  for (const at of places) dayStart[Math.floor(at / size.enterpriseCount) + 1]!++
  for (let day = 0; day < size.days; day++) dayStart[day + 1]! += dayStart[day]!
  return {
    ...size,
    dayStart,
    row: Int32Array.from(places, (at) => at % size.enterpriseCount),
    outputRecovery: rate('outputRecovery'),
    operatingRate: rate('operatingRate'),
    staffReturn: rate('staffReturn'),
    level: Float64Array.from(
      places,
      (at) => found.get(at)!.outputRecovery ?? found.get(at)!.operatingRate ?? Number.NaN,
    ),
  }
}

/** @returns [enterprises] one field on one day; NaN = not observed */
export function observedOn(observed: ObservedDays, day: number, field: ObservedField): Float64Array {
  const values = new Float64Array(observed.enterpriseCount).fill(Number.NaN)
  if (day < 0 || day >= observed.days) return values
  for (let at = observed.dayStart[day]!; at < observed.dayStart[day + 1]!; at++) {
    values[observed.row[at]!] = observed[field][at]!
  }
  return values
}

/** @returns [days] one field of one enterprise; NaN = not observed */
export function observedSeries(observed: ObservedDays, row: number, field: ObservedField): Float64Array {
  const values = new Float64Array(observed.days).fill(Number.NaN)
  for (let day = 0; day < observed.days; day++) {
    for (let at = observed.dayStart[day]!; at < observed.dayStart[day + 1]!; at++) {
      if (observed.row[at] === row) values[day] = observed[field][at]!
    }
  }
  return values
}

/** @returns [days] enterprises of which a field was observed */
export function coverageOf(observed: ObservedDays, field: ObservedField): Int32Array {
  const counts = new Int32Array(observed.days)
  for (let day = 0; day < observed.days; day++) {
    for (let at = observed.dayStart[day]!; at < observed.dayStart[day + 1]!; at++) {
      if (!Number.isNaN(observed[field][at]!)) counts[day]!++
    }
  }
  return counts
}
