/** Why an enterprise is where it is on a day: RUNNING, DEMAND, CAPACITY, or INPUT_BASE + group row. */
export const WHY = { running: 0, demand: 1, capacity: 2, inputBase: 3 } as const

/** What a link did on a day, as bits in `RunResult.linkFlags`. */
export const LINK_FLAG = {
  /** The supplier delivered less than the contract order r_e. */
  short: 1,
  /** A block on the link held the contract order down. */
  held: 2,
  /** The customer ordered less than its contract w_e. */
  orderedLess: 4,
} as const

/** The day before day 0: where settling ended, or the baseline. */
export interface Eve {
  /** [enterprises] */
  readonly level: Float64Array
  /** [enterprises] see WHY. */
  readonly why: Int32Array
  /** [links] see LINK_FLAG; empty when the run was asked for levels only. */
  readonly linkFlags: Uint8Array
}

/**
 * A played scenario. Row-major arrays; rows are those of the IndexedChain. The receiver owns the arrays (they are transferred).
 */
export interface RunResult {
  readonly days: number
  readonly enterpriseCount: number
  /** [days * enterprises] y, share of the baseline output; may pass 1 with spare capacity. */
  readonly level: Float64Array
  /** [days * enterprises] see WHY. */
  readonly why: Int32Array
  /** [groups] stock at the end, value. */
  readonly stockLast: Float64Array
  /** [days * links] see LINK_FLAG; empty when the run was asked for levels only. */
  readonly linkFlags: Uint8Array
  /** [days * links] goods sent over the link that day, value; empty when the run was asked for levels only. */
  readonly sent: Float32Array
  /** [days * groups] stock after the day, in days of need; empty when the run was asked for levels only. */
  readonly stockDays: Float32Array
  /** Days played before day 0 to settle; 0 when the scenario starts from the baseline. */
  readonly settlingDays: number
  readonly eve: Eve
}
