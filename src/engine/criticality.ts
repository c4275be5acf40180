/**
 * The Economic Systemic Risk Index: what share of all output is lost when an enterprise closes (docs/model.md 2).
 * Source: C. Diem, A. Borsos, T. Reisch, J. Kertesz, S. Thurner, Scientific Reports 12:7719 (2022).
 */
import { criticalityCoefficients, DENSE_SHARE_ALONE, type CriticalitySettings } from './criticality-coefficients.ts'
import { LANES } from './criticality-lane-rows.ts'
import { emptyFigures, type CriticalityFigures } from './criticality-figures.ts'
import { close } from './criticality-state.ts'
import { criticalitySweeper } from './criticality-sweeper.ts'
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
  const { closeAlone, finish } = lonelyCloser(question, figures)
  for (let row = from; row < to; row++) {
    closeAlone(row, row - from)
    onProgress(row - from + 1, to - from)
  }
  finish()
  return { from, ...figures }
}

export interface LonelyCloser {
  /** Closes one enterprise; its figures stand at the place after `finish` at the latest. */
  readonly closeAlone: (row: number, place: number) => void
  readonly finish: () => void
}

/**
 * Closes one enterprise after the other on the same working arrays.
 * @param denseShare DENSE_SHARE_ALONE where each answer is waited for
 */
export function lonelyCloser(
  { index, settings, already }: Pick<RangeQuestion, 'index' | 'settings' | 'already'>,
  figures: CriticalityFigures,
  denseShare?: number,
): LonelyCloser {
  const usual = criticalityCoefficients(index, settings)
  const coefficients = denseShare === undefined ? usual : { ...usual, denseShare }
  const sweeper = criticalitySweeper(coefficients, figures)
  const closed = already ? closedRows(already) : []
  const closeAt = (row: number, psi: number): void =>
    close(coefficients, sweeper.state, { row, psiDown: psi, psiUp: psi })
  const closeAlone = (row: number, place: number): void => {
    for (const other of closed) if (other !== row) closeAt(other, already![other]!)
    closeAt(row, 1)
    sweeper.sweep(place)
  }
  return { closeAlone, finish: sweeper.finish }
}

/** One place for each closure. */
export function criticalityOf(
  index: IndexedChain,
  settings: CriticalitySettings,
  closures: readonly Closure[],
  onProgress?: (done: number, total: number) => void,
): CriticalityFigures {
  const usual = criticalityCoefficients(index, settings)
  const coefficients = closures.length < LANES ? { ...usual, denseShare: DENSE_SHARE_ALONE } : usual
  const figures = emptyFigures(closures.length)
  const { state, sweep, finish } = criticalitySweeper(coefficients, figures)
  closures.forEach(({ down, up }, place) => {
    for (let row = 0; row < index.enterpriseCount; row++) {
      const [psiDown, psiUp] = [down[row]!, up[row]!]
      if (psiDown !== 0 || psiUp !== 0) close(coefficients, state, { row, psiDown, psiUp })
    }
    sweep(place)
    onProgress?.(place + 1, closures.length)
  })
  finish()
  return figures
}

const closedRows = (already: Float64Array): readonly number[] => [...already.keys()].filter((row) => already[row] !== 0)
