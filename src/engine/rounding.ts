/** Share of an order, an output or a flow under which a rest is rounding and counts as nothing. */
export const NEGLIGIBLE = 1e-12

/** Relative slack under which a level counts as full. */
export const FULL = 1e-9

// In the inner loops a comparison is several times faster than Math.min and Math.max, which must also order NaN and -0.
export const smaller = (a: number, b: number): number => (a < b ? a : b)

// A processor guesses which way a branch goes, and a wrong guess costs as much as twenty additions. Where the figures of a day decide,
// every other guess is wrong; the forms below compute both ways and choose without a branch, and give the same bits.

/** max(0, a), of finite figures. */
export const positive = (a: number): number => (a + Math.abs(a)) * 0.5

/** `a` where `flag` is 1, `b` where it is 0, both finite. A flag is made by `(x < y ? 1 : 0)`, written `+(x < y)`. */
export const pick = (flag: number, a: number, b: number): number => a * flag + b * (1 - flag)

/** min(a, b) of finite figures, where nobody can tell which is smaller. */
export const lesser = (a: number, b: number): number => pick(+(a < b), a, b)

/** min(1, a / b) of finite figures >= 0; 1 where both are 0. */
export const cappedRatio = (a: number, b: number): number => {
  const isLess = +(a < b)
  return pick(isLess, a, 1) / pick(isLess, b, 1)
}
