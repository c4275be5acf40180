import type { StageGroup } from './pack-column.ts'

/** Stages from the top, each with its enterprises from the top. */
export type Column = readonly StageGroup[]

/** Suppliers and customers of each enterprise. */
export interface Neighbours {
  /** [enterprises + 1] into `rows`. */
  readonly start: Int32Array
  readonly rows: Int32Array
}

export interface SweepTools {
  readonly neighbours: Neighbours
  readonly tier: Int32Array
  /** [enterprises] present heights. */
  readonly y: Float64Array
  /** [enterprises] scratch. */
  readonly wish: Float64Array
}
