/** How an enterprise is shown on a day; every value has its own sign on the map (product.md). */
export const ENTERPRISE_STATES = ['running', 'reduced', 'stopped', 'blocked', 'recovering', 'noData'] as const
export type EnterpriseState = (typeof ENTERPRISE_STATES)[number]

/**
 * All enterprises on one day, one row per enterprise of the IndexedChain.
 * `blocked` wins over the others: the enterprise has its own block in force that day. `stopped` and `reduced` are indirect.
 */
export interface DayView {
  readonly day: number
  /** [enterprises] y, share of the baseline output, 0..1+spare. */
  readonly level: Float64Array
  /** [enterprises] index into ENTERPRISE_STATES. */
  readonly state: Uint8Array
  /** [enterprises] 1 - labour loss, 0..1. */
  readonly staffReturn: Float64Array
  /** [enterprises] row into `Timeline.blocks` of the worst own block (or of a market block) in force, else -1. */
  readonly block: Int32Array
  /** [enterprises] severity today of that block, 0..1. */
  readonly severity: Float64Array
  /** [enterprises] links to the nearest root block when held indirectly, else -1. */
  readonly hops: Int32Array
  /** [enterprises] days of stock left of the scarcest essential input when running but its supply has stopped, else -1. */
  readonly daysLeft: Int32Array
  /** [links] what passes today over the link, value per day. */
  readonly linkSent: Float64Array
  /** [links] 0 flowing, 1 throttled, 2 stopped. */
  readonly linkState: Uint8Array
  /** [links] 1 where a block on the link itself is in force. */
  readonly linkBlocked: Uint8Array
}

/** Days on which a release is felt; -1 = never within the run. */
export interface Wave {
  /** [enterprises] first day on which the level is above the one without the clearings. */
  readonly feels: Int32Array
  /** [enterprises] first day from which it is at full output to the end of the run (and was not without). */
  readonly full: Int32Array
}
