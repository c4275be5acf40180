/** What a field of a chain file may hold at most (docs/format.md): readers, forms and commands refuse the same. */

/** Characters of a text. */
export const MOST_CHARACTERS = 10_000
/** Longest calendar that a scenario, a lead time or a ramp may span: ten years, so that a slip of the pen fills no memory. */
export const MOST_DAYS = 3660
/** Largest value of a flow: sums over a million links stay far from what float64 cannot hold. */
export const MOST_VALUE = 1e15
