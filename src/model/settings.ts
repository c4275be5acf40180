/** Defaults of the chain file (docs/format.md); each shown figure that rests on one is marked `assumed`. */
export const DEFAULTS = {
  /** Share of a stock gap that is ordered per day, 1/day. */
  restock: 0.25,
  /** Purchases per unit of output where no flow is known. */
  purchasesRatio: 0.6,
  /** Share of a derived group's purchases that comes from suppliers who are not listed. */
  unlistedShare: 0.3,
  leadDays: 1,
  coverDays: 0,
  outsideFlow: 0,
  spareCapacity: 0,
  effort: 1,
  rampDays: 0,
  need: 'essential',
  /** Level at or above which an enterprise counts as operating. */
  operatingThreshold: 0.3,
} as const
