/**
 * Sums of what is missing at many places, that do not depend on the order of their terms, to the bit, and from which a term can be
 * taken out again without a trace.
 *
 * Each place compares with a whole, and its terms are at most that whole together. Every term is rounded to a multiple of the last
 * bit of twice the whole; sums of such multiples up to twice the whole are exact. What is lost, sum times 1 over whole, is a share of 0..1 from
 * which 1 is taken next, so that the rounding (at most 2^-51 a term) is as small as that of any plain sum (exact-sum.ts is for sums
 * that must stay good to many digits when they are small).
 */

/** Places of a sum in `Sums.of`: what one step reads and writes lies in one line of the cache. */
export const SUM_STRIDE = 2
export const PER_WHOLE = 1

/** Marks of a place. */
export const TOUCHED = 1
export const DIRTY = 2

/** A list of rows in an array that is long enough for all of them. */
export interface Rows {
  readonly of: Int32Array
  count: number
}

/** Working arrays, owned by the sweeper. */
export interface Sums {
  /** [2 places] what is missing; 1 over the whole that it is compared with, > 0. */
  readonly of: Float64Array
  /** [places, rounded up to 4] TOUCHED, DIRTY. */
  readonly marks: Uint8Array
  /** Places whose sums changed in this sweep. */
  readonly touched: Rows
  /** Places that must be put back before the next closure; null where they are found again by their marks, which takes no memory. */
  readonly dirty: Rows | null
}

/** Links along which damage goes out: flow (value per day) and the place whose sum it goes to. */
export interface Ways {
  readonly flow: Float64Array
  readonly to: Int32Array
}

/** Damage that goes out, made ahead so that the loop over links need not wait for rows that lie here and there. */
export interface Pushes {
  /** Share that is missing, and what it was in the sweep before, 0..1. */
  readonly now: Float64Array
  readonly before: Float64Array
  /** Links that it goes along. */
  readonly start: Int32Array
  readonly end: Int32Array
  count: number
}

/** What pushes add to sums that lie here and there, made before it is added: the additions then wait for memory together. */
export interface Terms {
  readonly to: Int32Array
  readonly now: Float64Array
  readonly before: Float64Array
}

export interface Outgoing {
  readonly pushes: Pushes
  readonly terms: Terms
}

/** Pushes and terms made ahead; they stay in the nearest cache. */
export const AHEAD = 256

/** One place more than rows: a loop without branches writes first and counts then. */
export const rows = (length: number): Rows => ({ of: new Int32Array(length + 1), count: 0 })

export const emptyOutgoing = (): Outgoing => ({
  pushes: {
    now: new Float64Array(AHEAD),
    before: new Float64Array(AHEAD),
    start: new Int32Array(AHEAD),
    end: new Int32Array(AHEAD),
    count: 0,
  },
  terms: { to: new Int32Array(AHEAD), now: new Float64Array(AHEAD), before: new Float64Array(AHEAD) },
})

/**
 * @param of [2 places] overwritten
 * @param touched a list that others may use between sweeps
 */
export function emptySums<Dirty extends Rows | null>(
  of: Float64Array,
  wholes: Float64Array,
  touched: Rows,
  dirty: Dirty,
): Sums & { readonly dirty: Dirty } {
  wholes.forEach((whole, place) => (of[SUM_STRIDE * place + PER_WHOLE] = perWhole(whole)))
  return { of, marks: new Uint8Array(4 * Math.ceil(wholes.length / 4)), touched, dirty }
}

/** 1 over a whole, rounded up where need be, so that the whole times it is not less than 1: all that is missing is all. */
function perWhole(whole: number): number {
  // Where nothing is ever missing the whole may be 0; 1 keeps the division defined.
  if (!(whole > 0)) return 1
  const inverse = 1 / whole
  return whole * inverse < 1 ? inverse * (1 + Number.EPSILON) : inverse
}

/** Takes the old damage of the waiting pushes out of the sums and puts the new one in. */
export function sendOut({ pushes, terms }: Outgoing, ways: Ways, sums: Sums): void {
  const { flow, to } = ways
  let count = 0
  for (let at = 0; at < pushes.count; at++) {
    const now = pushes.now[at]!
    const before = pushes.before[at]!
    const end = pushes.end[at]!
    for (let link = pushes.start[at]!; link < end; link++) {
      terms.to[count] = to[link]!
      terms.now[count] = flow[link]! * now
      terms.before[count] = flow[link]! * before
      if (++count < AHEAD) continue
      addTerms(terms, sums, count)
      count = 0
    }
  }
  addTerms(terms, sums, count)
  pushes.count = 0
}

/** Written to and never read. */
const NO_ROWS = rows(0)

function addTerms({ to, now, before }: Terms, { of, marks, touched, dirty }: Sums, count: number): void {
  const touchedPlaces = touched.of
  const { of: dirtyPlaces, count: dirtyBefore } = dirty ?? NO_ROWS
  const listed = dirty === null ? 0 : 1
  let touchedCount = touched.count
  let dirtyCount = dirtyBefore
  for (let at = 0; at < count; at++) {
    const place = to[at]!
    const sum = SUM_STRIDE * place
    const far = 2 / of[sum + PER_WHOLE]!
    of[sum]! += now[at]! + far - far - (before[at]! + far - far)
    const mark = marks[place]!
    marks[place] = TOUCHED | DIRTY
    touchedPlaces[touchedCount] = place
    touchedCount += isUnmarked(mark, TOUCHED)
    dirtyPlaces[dirtyCount] = place
    dirtyCount += listed & isUnmarked(mark, DIRTY)
  }
  touched.count = touchedCount
  if (dirty !== null) dirty.count = dirtyCount
}

/** 1 when none of the marks of a mask is set, else 0; without a branch, which here would be taken at random and wait for memory. */
const isUnmarked = (mark: number, mask: number): number => ((mark & mask) - 1) >>> 31

/** Every sum that was touched is 0 again. */
export function clearSums({ of, marks, touched, dirty }: Sums): void {
  if (dirty === null) clearMarked(of, marks)
  else {
    for (let at = 0; at < dirty.count; at++) {
      const place = dirty.of[at]!
      of[SUM_STRIDE * place] = 0
      marks[place] = 0
    }
    dirty.count = 0
  }
  touched.count = 0
}

function clearMarked(of: Float64Array, marks: Uint8Array): void {
  const fourMarks = new Int32Array(marks.buffer)
  for (let four = 0; four < fourMarks.length; four++) {
    if (fourMarks[four] === 0) continue
    for (let place = 4 * four; place < 4 * four + 4; place++) if (marks[place] !== 0) of[SUM_STRIDE * place] = 0
    fourMarks[four] = 0
  }
}
