/**
 * The Economic Systemic Risk Index: what share of all output is lost when an enterprise closes (docs/model.md 2).
 * Source: C. Diem, A. Borsos, T. Reisch, J. Kertesz, S. Thurner, Scientific Reports 12:7719 (2022).
 */
import {
  criticalityCoefficients,
  type CriticalityCoefficients,
  type CriticalitySettings,
} from './criticality-coefficients.ts'
import { sweepDown } from './criticality-down.ts'
import { close, criticalityState, reset, UP_LEVEL, UP_STRIDE, type CriticalityState } from './criticality-state.ts'
import { sweepUp } from './criticality-up.ts'
import { coarsePart, finePart } from './exact-sum.ts'
import type { IndexedChain } from './indexed-chain.ts'

/** Shares of each enterprise that are closed, 0..1. */
export interface Closure {
  /** [enterprises] as its customers feel it. */
  readonly down: Float64Array
  /** [enterprises] as its suppliers feel it; the same array where both are the same. */
  readonly up: Float64Array
}

/** Results of closures, one place each. All shares of the weight, 0..1. */
export interface CriticalityFigures {
  readonly index: Float64Array
  /** Lost through missing supply alone. */
  readonly down: Float64Array
  /** Lost through missing demand alone. */
  readonly up: Float64Array
  readonly sweeps: Int32Array
}

export interface CriticalityRange extends CriticalityFigures {
  /** First enterprise of the range. */
  readonly from: number
}

export interface RangeQuestion {
  readonly index: IndexedChain
  readonly settings: CriticalitySettings
  /** Rows from..to - 1, each closed alone. */
  readonly from: number
  readonly to: number
  /** [enterprises] share that is closed already, 0..1: each enterprise is then closed on top of it. */
  readonly already?: Float64Array
}

/** Figures for so many closures, all 0. */
export const emptyFigures = (count: number): CriticalityFigures => ({
  index: new Float64Array(count),
  down: new Float64Array(count),
  up: new Float64Array(count),
  sweeps: new Int32Array(count),
})

/** Each enterprise of a range closed alone. Ranges put together give the bits of the whole. */
export function criticalityRange(
  question: RangeQuestion,
  onProgress: (done: number, total: number) => void,
): CriticalityRange {
  const { from, to } = question
  const figures = emptyFigures(to - from)
  const closeAlone = lonelyCloser(question, figures)
  for (let row = from; row < to; row++) {
    closeAlone(row, row - from)
    onProgress(row - from + 1, to - from)
  }
  return { from, ...figures }
}

/** Closes one enterprise after the other on the same working arrays and writes its figures to a place. */
export function lonelyCloser(
  { index, settings, already }: Pick<RangeQuestion, 'index' | 'settings' | 'already'>,
  figures: CriticalityFigures,
): (row: number, place: number) => void {
  const coefficients = criticalityCoefficients(index, settings)
  const state = criticalityState(coefficients)
  const closed = already ? closedRows(already) : []
  return (row, place) => {
    for (const other of closed) if (other !== row) close(state, other, already![other]!, already![other]!)
    close(state, row, 1, 1)
    sweepAndSum(coefficients, state, figures, place)
  }
}

/** One place for each closure. */
export function criticalityOf(
  index: IndexedChain,
  settings: CriticalitySettings,
  closures: readonly Closure[],
  onProgress?: (done: number, total: number) => void,
): CriticalityFigures {
  const coefficients = criticalityCoefficients(index, settings)
  const state = criticalityState(coefficients)
  const figures = emptyFigures(closures.length)
  closures.forEach(({ down, up }, place) => {
    for (let row = 0; row < index.enterpriseCount; row++) {
      if (down[row] !== 0 || up[row] !== 0) close(state, row, down[row]!, up[row]!)
    }
    sweepAndSum(coefficients, state, figures, place)
    onProgress?.(place + 1, closures.length)
  })
  return figures
}

const closedRows = (already: Float64Array): readonly number[] => [...already.keys()].filter((row) => already[row] !== 0)

/**
 * Levels fall from sweep to sweep, along a path at least one enterprise further each time; only where the last supplier of a market
 * stops can one rise again (a market that is gone counts as size 1), and such a network could swing for ever.
 */
const mostSweeps = (enterprises: number): number => 100_000 + 10 * enterprises

/** Sweeps until no level falls by more than the tolerance, writes the figures, and puts the state back. */
function sweepAndSum(
  coefficients: CriticalityCoefficients,
  state: CriticalityState,
  figures: CriticalityFigures,
  place: number,
): void {
  const { tolerance } = coefficients.settings
  const most = mostSweeps(coefficients.index.enterpriseCount)
  let sweeps = 0
  for (let goesOn = true; goesOn && sweeps < most; sweeps++) {
    const fallDown = sweepDown(coefficients, state)
    const fallUp = sweepUp(coefficients, state)
    goesOn = fallDown > tolerance || fallUp > tolerance
  }
  figures.sweeps[place] = sweeps
  sumLosses(coefficients, state, figures, place)
  reset(state, coefficients)
}

/** Shares lost, added up as exactly as the sums of the sweeps. */
function sumLosses(
  { weight, weightSum }: CriticalityCoefficients,
  { dirty, down, upRows }: CriticalityState,
  figures: CriticalityFigures,
  place: number,
): void {
  if (weightSum === 0) return
  let [both, bothFine, fromDown, fromDownFine, fromUp, fromUpFine] = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < dirty.count; at++) {
    const row = dirty.of[at]!
    const share = weight[row]!
    const lostDown = share * (1 - down[row]!)
    const lostUp = share * (1 - upRows[UP_STRIDE * row + UP_LEVEL]!)
    const lost = lostDown > lostUp ? lostDown : lostUp
    const partDown = coarsePart(lostDown)
    const partUp = coarsePart(lostUp)
    const part = coarsePart(lost)
    fromDown += partDown
    fromDownFine += finePart(lostDown, partDown)
    fromUp += partUp
    fromUpFine += finePart(lostUp, partUp)
    both += part
    bothFine += finePart(lost, part)
  }
  figures.index[place] = (both + bothFine) / weightSum
  figures.down[place] = (fromDown + fromDownFine) / weightSum
  figures.up[place] = (fromUp + fromUpFine) / weightSum
}
