/**
 * Sums that do not depend on the order of their terms, to the bit, and from which a term can be taken out again without a trace.
 *
 * A term in [0, 1] is cut into a coarse part, a multiple of 2^-51, and a fine part, a multiple of 2^-85. Both parts are added up
 * apart; every partial sum of up to a million terms with a total of at most 4 is then a whole number of such units below 2^53, so
 * that no addition rounds. Only the cut itself does, by at most 2^-86 a term. Adding a large number and taking it away again rounds
 * to a multiple (T. J. Dekker, Numerische Mathematik 18:224, 1971; J. Demmel and H. D. Nguyen, ARITH 21, 2013).
 */

// The constants stand in the functions: read from a module's scope they would be loaded and checked at every term.

/** The term rounded to a multiple of 2^-51: from 2 to 4 doubles lie 2^-51 apart. */
export const coarsePart = (term: number): number => term + 3 - 3

/** What the coarse part left, rounded to a multiple of 2^-85: doubles lie 2^-85 apart from 1.5 * 2^-33 up to 2^-32. */
export const finePart = (term: number, coarse: number): number =>
  term - coarse + 1.746_229_827_404_022_2e-10 - 1.746_229_827_404_022_2e-10

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
