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
import { emptyFigures, type CriticalityFigures } from './criticality-figures.ts'
import { reset, sumLosses } from './criticality-losses.ts'
import { close, criticalityState, type CriticalityState } from './criticality-state.ts'
import { sweepUp } from './criticality-up.ts'
import type { IndexedChain } from './indexed-chain.ts'

/** Shares of each enterprise that are closed, 0..1. */
export interface Closure {
  /** [enterprises] as its customers feel it. */
  readonly down: Float64Array
  /** [enterprises] as its suppliers feel it; the same array where both are the same. */
  readonly up: Float64Array
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
  const closeAt = (row: number, psi: number): void => close(coefficients, state, row, { psiDown: psi, psiUp: psi })
  return (row, place) => {
    for (const other of closed) if (other !== row) closeAt(other, already![other]!)
    closeAt(row, 1)
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
      const [psiDown, psiUp] = [down[row]!, up[row]!]
      if (psiDown !== 0 || psiUp !== 0) close(coefficients, state, row, { psiDown, psiUp })
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
