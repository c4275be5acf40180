/** Share of an order, an output or a flow under which a rest is rounding and counts as nothing. */
export const NEGLIGIBLE = 1e-12

// In the inner loops a comparison is several times faster than Math.min and Math.max, which must also order NaN and -0.
export const smaller = (a: number, b: number): number => (a < b ? a : b)
export const positive = (a: number): number => (a > 0 ? a : 0)
