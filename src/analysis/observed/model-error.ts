/** How far the model is from what was observed; definitions in docs/model.md 7. */
import { staffOn } from '../figures.ts'
import type { Played } from '../played.ts'
import { observedOn, type ObservedDays, type ObservedField } from './observed-days.ts'

/** One enterprise on one day, as observed and as the model has it. */
export interface ErrorPair {
  readonly row: number
  readonly day: number
  /** Shares, 0..1; output may pass 1. */
  readonly observed: number
  readonly model: number
}

/** Over pairs of enterprise and day that were observed, and no others. */
export interface ModelError {
  readonly pairs: number
  /** Mean of |model - observed|, share; NaN without a pair. */
  readonly meanAbsolute: number
  /** Mean of model - observed, share: above 0 = the model is too high. NaN without a pair. */
  readonly bias: number
  /** The pair that is furthest off, the earliest of several. */
  readonly largest: ErrorPair | null
}

export interface EnterpriseError extends ModelError {
  readonly row: number
}

/** What the model says of a field on a day; an operating rate is held against the level, as it is on the map. @returns [enterprises] */
export function modelOn(played: Played, day: number, field: ObservedField): Float64Array {
  const { run } = played
  if (field === 'staffReturn') return staffOn(played, day)
  return run.level.subarray(day * run.enterpriseCount, (day + 1) * run.enterpriseCount)
}

/** Every pair that was observed, by day, then by row. */
export function errorPairs(played: Played, observed: ObservedDays, field: ObservedField): ErrorPair[] {
  const pairs: ErrorPair[] = []
  for (let day = 0; day < Math.min(observed.days, played.run.days); day++) {
    if (observed.dayStart[day] === observed.dayStart[day + 1]) continue
    const model = modelOn(played, day, field)
    observedOn(observed, day, field).forEach((value, row) => {
      if (!Number.isNaN(value)) pairs.push({ row, day, observed: value, model: model[row]! })
    })
  }
  return pairs
}

export function errorOf(pairs: readonly ErrorPair[]): ModelError {
  let [off, apart] = [0, 0]
  let largest: ErrorPair | null = null
  for (const pair of pairs) {
    const difference = pair.model - pair.observed
    off += Math.abs(difference)
    apart += difference
    if (!largest || Math.abs(difference) > Math.abs(largest.model - largest.observed)) largest = pair
  }
  const mean = (sum: number) => (pairs.length > 0 ? sum / pairs.length : Number.NaN)
  return { pairs: pairs.length, meanAbsolute: mean(off), bias: mean(apart), largest }
}

/** The same for each enterprise that was observed at all, the largest mean absolute error first. */
export function errorsByEnterprise(pairs: readonly ErrorPair[]): EnterpriseError[] {
  const byRow = new Map<number, ErrorPair[]>()
  for (const pair of pairs) {
    const own = byRow.get(pair.row)
    if (own) own.push(pair)
    else byRow.set(pair.row, [pair])
  }
  return [...byRow]
    .map(([row, own]) => ({ row, ...errorOf(own) }))
    .toSorted((one, other) => other.meanAbsolute - one.meanAbsolute || one.row - other.row)
}
