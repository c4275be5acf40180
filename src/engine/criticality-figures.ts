/** Results of closures, one place each. All shares of the weight, 0..1. */
export interface CriticalityFigures {
  readonly index: Float64Array
  /** Lost through missing supply alone. */
  readonly down: Float64Array
  /** Lost through missing demand alone. */
  readonly up: Float64Array
  readonly sweeps: Int32Array
}

/** Figures for so many closures, all 0. */
export const emptyFigures = (count: number): CriticalityFigures => ({
  index: new Float64Array(count),
  down: new Float64Array(count),
  up: new Float64Array(count),
  sweeps: new Int32Array(count),
})
