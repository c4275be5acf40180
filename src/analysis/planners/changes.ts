export interface Change {
  readonly row: number
  /** Output won (+) or lost (-), in days of the enterprise's full output. */
  readonly days: number
}

/** Gains that differ by less (days of full output) are shown as ties. */
export const TIE = 1e-9

/** Changes as arrays, which cross from a worker without a copy: of a large chain there are a million. */
export interface Changes {
  /** [changes] rows of enterprises. */
  readonly rows: Int32Array
  /** [changes] output won (+) or lost (-), in days of the enterprise's full output. */
  readonly days: Float64Array
}

/** The first `most` of the changes. */
export const changesIn = ({ rows, days }: Changes, most = rows.length): Change[] =>
  Array.from(rows.subarray(0, most), (row, at) => ({ row, days: days[at]! }))

export const asArrays = (changes: readonly Change[]): Changes => ({
  rows: Int32Array.from(changes, ({ row }) => row),
  days: Float64Array.from(changes, ({ days }) => days),
})
