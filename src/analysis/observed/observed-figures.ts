/** The figures of the strip over what was observed alone, beside the model's over the same enterprises. */
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { leadingRows } from '../figures.ts'
import { SAME_LEVEL, type Played } from '../played.ts'
import { modelOn } from './model-error.ts'
import { observedOn, type ObservedDays } from './observed-days.ts'

/** A figure over the observed enterprises of a day; NaN where there is none. */
export interface ObservedFigure {
  /** Enterprises that were observed. */
  readonly count: number
  /** Enterprises that might have been. */
  readonly of: number
  readonly observed: number
  /** The model's figure over the same enterprises. */
  readonly model: number
}

export interface ObservedFigures {
  /** Share of the observed enterprises whose level is at or above the threshold. */
  readonly operatingRate: ObservedFigure
  /** Weighted by baseline output. */
  readonly staffReturn: ObservedFigure
  readonly outputRecovery: ObservedFigure
  readonly leadingOutput: ObservedFigure
}

/** @param threshold level from which an enterprise counts as operating, 0..1, for both */
export function observedFigures(
  played: Played,
  observed: ObservedDays,
  day: number,
  threshold: number,
): ObservedFigures {
  const { index } = played
  const level = { observed: observedOn(observed, day, 'level'), model: modelOn(played, day, 'level') }
  const staff = { observed: observedOn(observed, day, 'staffReturn'), model: modelOn(played, day, 'staffReturn') }
  const all = Int32Array.from(index.enterpriseIds.keys())
  const operates = (value: number): number => (value >= threshold - SAME_LEVEL ? 1 : 0)
  const same = (value: number): number => value
  const byOutput = (row: number): number => index.output[row]!
  return {
    operatingRate: figure(all, level, () => 1, operates),
    staffReturn: figure(all, staff, byOutput, same),
    outputRecovery: figure(all, level, byOutput, same),
    leadingOutput: figure(leadingRows(index), level, byOutput, same),
  }
}

interface Both {
  readonly observed: Float64Array
  readonly model: Float64Array
}

function figure(
  rows: ArrayLike<number>,
  { observed, model }: Both,
  weightOf: (row: number) => number,
  read: (value: number) => number,
): ObservedFigure {
  let [count, weight, seen, said] = [0, 0, 0, 0]
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    if (Number.isNaN(observed[row]!)) continue
    count++
    weight += weightOf(row)
    seen += read(observed[row]!) * weightOf(row)
    said += read(model[row]!) * weightOf(row)
  }
  const mean = (sum: number) => (weight > 0 ? sum / weight : Number.NaN)
  return { count, of: rows.length, observed: mean(seen), model: mean(said) }
}

/** Observed output of some enterprises by day, over those that were observed. */
export interface ObservedCurve {
  /** [days] share of their normal output; NaN = none was observed. */
  readonly share: Float64Array
  /** [days] how many were observed. */
  readonly count: Int32Array
}

/** @param rows enterprises to sum over, weight X */
export function observedCurve(index: IndexedChain, observed: ObservedDays, rows: readonly number[]): ObservedCurve {
  const share = new Float64Array(observed.days).fill(Number.NaN)
  const count = new Int32Array(observed.days)
  for (let day = 0; day < observed.days; day++) {
    if (observed.dayStart[day] === observed.dayStart[day + 1]) continue
    const level = observedOn(observed, day, 'level')
    const found = figure(
      rows,
      { observed: level, model: level },
      (row) => index.output[row]!,
      (value) => value,
    )
    share[day] = found.observed
    count[day] = found.count
  }
  return { share, count }
}
