/**
 * Sums that do not depend on the order of their terms, to the bit, and from which a term can be taken out again without a trace.
 *
 * A term in [0, 2] is cut into a coarse part, a multiple of 2^-48, and a fine part, a multiple of 2^-80. Both parts are added up
 * apart; every partial sum of up to four million terms with a total of at most 16 is then a whole number of such units below 2^53, so
 * that no addition rounds. Only the cut itself does, by at most 2^-81 a term. Adding a large number and taking it away again rounds
 * to a multiple (T. J. Dekker, Numerische Mathematik 18:224, 1971; J. Demmel and H. D. Nguyen, ARITH 21, 2013).
 */

/** 1.5 * 2^4: the distance of doubles from here up is 2^-48. */
const COARSE = 24
/** 1.5 * 2^-28: the distance of doubles from here up is 2^-80. */
const FINE = 1.5 / 268_435_456

/** The term rounded to a multiple of 2^-48. */
export const coarsePart = (term: number): number => term + COARSE - COARSE

/** What the coarse part left, rounded to a multiple of 2^-80. */
export const finePart = (term: number, coarse: number): number => term - coarse + FINE - FINE

/**
 * The power of two that brings a total into (0.5, 1]; multiplying by it changes no digit.
 * @param total > 0, finite
 */
export function scaleTo1(total: number): number {
  if (!(total > 0) || total === Infinity) throw new Error(`expected a finite total > 0, got ${total}`)
  let scale = 1
  while (total * scale > 1) scale /= 2
  while (total * scale <= 0.5) scale *= 2
  return scale
}
