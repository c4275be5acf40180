import { scaledNeeds, scaledOutput, type CriticalityCoefficients } from './criticality-coefficients.ts'

/** Marks of an enterprise during one closure. */
export const CHANGED_DOWN = 1
export const TOUCHED_UP = 2
/** It stands in the list of rows that must be put back before the next closure, and its offers among the damaged ones. */
export const DIRTY_DOWN = 4
export const DIRTY_UP = 8
/** A share of it is closed: its limits are not 1. */
export const CLOSED = 16
/** Marks of a slot. */
export const TOUCHED = 1
export const DIRTY = 2

/** Places of an enterprise in `upRows`: what one step of demand reads and writes lies in one line of the cache. */
export const UP_STRIDE = 4
export const UP_FINE = 1
export const UP_LEVEL = 2
export const UP_OUTPUT = 3

/** Places of a slot in `slotRows`. */
export const SLOT_STRIDE = 3
export const SLOT_FINE = 1
export const SLOT_NEED = 2

/** A list of rows in an array that is long enough for all of them. */
export interface Rows {
  readonly of: Int32Array
  count: number
}

/** A list of rows and the level that each had in the sweep before. */
export interface ChangedRows extends Rows {
  readonly before: Float64Array
}

/** Damage that goes out in a sweep: from an offer to its customers or from a customer to its suppliers. */
export interface Pushes {
  /** (1 - level) times unit, and what it was in the sweep before. */
  readonly now: Float64Array
  readonly before: Float64Array
  /** Sales or links that it goes along. */
  readonly start: Int32Array
  readonly end: Int32Array
  count: number
}

/** What a few pushes add to sums that lie here and there, made before it is added: the additions then wait for memory together. */
export interface Terms {
  /** Slot or row whose sum it goes to. */
  readonly to: Int32Array
  readonly coarse: Float64Array
  readonly fine: Float64Array
}

/** Terms made ahead; they stay in the nearest cache. */
export const AHEAD = 1024

/**
 * Working arrays of one sweeper, owned by it and used for one closure after the other. Sums come in pairs: coarse and fine part.
 * Between closures every level is 1, every sum of damage 0, every list empty.
 */
export interface CriticalityState {
  /** [enterprises] level as supply reaches it, 0..1. */
  readonly down: Float64Array
  /** [4 enterprises] sales lost, coarse and fine; level as demand reaches it, 0..1; output times unit. */
  readonly upRows: Float64Array
  /** [3 (slots + 1)] supply that is missing, coarse and fine; need times unit. */
  readonly slotRows: Float64Array
  /** [enterprises] 1 - psi. */
  readonly downLimit: Float64Array
  readonly upLimit: Float64Array
  /** [offers] sigma (1 - level) times unit. */
  readonly damage: Float64Array
  /** [enterprises or more] scratch of dense sweeps, which push nothing: the memory of `pushes.now`. */
  readonly scratch: Float64Array
  /** [2 markets] size of the offers that are left. */
  readonly marketLeft: Float64Array

  /** [enterprises] */
  readonly marks: Uint8Array
  /** [slots + 1] */
  readonly slotMarks: Uint8Array
  readonly changedDown: ChangedRows
  readonly changedUp: ChangedRows
  readonly pushes: Pushes
  readonly terms: Terms
  /** The damage of some offer fell in this sweep. */
  hasRisen: boolean
  /** Rows and slots whose sums changed in this sweep. */
  readonly touchedUp: Rows
  readonly touchedSlots: Rows
  readonly closed: Rows
  readonly dirtyDown: Rows
  readonly dirtyUp: Rows
  readonly dirtySlots: Rows
  /** A dense sweep wrote to every slot, to every row of `upRows`. */
  areSlotsSoiled: boolean
  areUpRowsSoiled: boolean
  /** [offers] damaged offers, market by market from `marketStart`; `damagedCount` of each. */
  readonly damagedOffers: Int32Array
  readonly damagedCount: Int32Array
  /** [markets] 1 = stands in `touchedMarkets`. */
  readonly marketMarks: Uint8Array
  readonly touchedMarkets: Rows
  readonly dirtyMarkets: Rows
}

/** One place more than rows: a loop without branches writes first and counts then. */
const rows = (length: number): Rows => ({ of: new Int32Array(length + 1), count: 0 })
const changedRows = (length: number): ChangedRows => ({ ...rows(length), before: new Float64Array(length) })
const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

const pushes = (length: number): Pushes => ({
  now: new Float64Array(length),
  before: new Float64Array(length),
  start: new Int32Array(length),
  end: new Int32Array(length),
  count: 0,
})

export function criticalityState(coefficients: CriticalityCoefficients): CriticalityState {
  const { index, offerCount, slotCount, marketFull } = coefficients
  const { enterpriseCount, productCount } = index
  const pushed = pushes(Math.max(offerCount, enterpriseCount))
  return {
    down: ones(enterpriseCount),
    upRows: emptyUpRows(coefficients),
    slotRows: emptySlotRows(coefficients),
    downLimit: ones(enterpriseCount),
    upLimit: ones(enterpriseCount),
    damage: new Float64Array(offerCount),
    scratch: pushed.now,
    marketLeft: marketFull.slice(),
    marks: new Uint8Array(enterpriseCount),
    slotMarks: new Uint8Array(slotCount + 1),
    changedDown: changedRows(enterpriseCount),
    changedUp: changedRows(enterpriseCount),
    pushes: pushed,
    terms: { to: new Int32Array(AHEAD), coarse: new Float64Array(AHEAD), fine: new Float64Array(AHEAD) },
    hasRisen: false,
    touchedUp: rows(enterpriseCount),
    touchedSlots: rows(slotCount + 1),
    closed: rows(enterpriseCount),
    dirtyDown: rows(enterpriseCount),
    dirtyUp: rows(enterpriseCount),
    dirtySlots: rows(slotCount + 1),
    areSlotsSoiled: false,
    areUpRowsSoiled: false,
    damagedOffers: new Int32Array(offerCount),
    damagedCount: new Int32Array(productCount),
    marketMarks: new Uint8Array(productCount),
    touchedMarkets: rows(productCount),
    dirtyMarkets: rows(productCount),
  }
}

function emptyUpRows(coefficients: CriticalityCoefficients): Float64Array {
  const output = scaledOutput(coefficients)
  const upRows = new Float64Array(UP_STRIDE * output.length)
  for (let row = 0; row < output.length; row++) {
    upRows[UP_STRIDE * row + UP_LEVEL] = 1
    // Who sells nothing inside a closed chain loses nothing; 1 keeps the division defined.
    upRows[UP_STRIDE * row + UP_OUTPUT] = output[row]! > 0 ? output[row]! : 1
  }
  return upRows
}

/** The last slot is the one that nobody feels: of an endless need nothing is ever missing. */
function emptySlotRows(coefficients: CriticalityCoefficients): Float64Array {
  const needs = scaledNeeds(coefficients)
  const slotRows = new Float64Array(SLOT_STRIDE * (needs.length + 1))
  // A group that nobody supplies is never short; 1 keeps the division defined.
  needs.forEach((need, slot) => (slotRows[SLOT_STRIDE * slot + SLOT_NEED] = need > 0 ? need : 1))
  slotRows[SLOT_STRIDE * needs.length + SLOT_NEED] = Infinity
  return slotRows
}

/** Closes shares of one enterprise; call it once for each that is closed, then sweep. */
export function close(
  coefficients: CriticalityCoefficients,
  state: CriticalityState,
  row: number,
  { psiDown, psiUp }: { readonly psiDown: number; readonly psiUp: number },
): void {
  const { down, upRows, downLimit, upLimit, marks, closed, dirtyUp, changedDown, changedUp } = state
  marks[row]! |= CLOSED | DIRTY_UP
  closed.of[closed.count++] = row
  dirtyUp.of[dirtyUp.count++] = row
  downLimit[row] = 1 - psiDown
  upLimit[row] = 1 - psiUp
  upRows[UP_STRIDE * row + UP_LEVEL] = 1 - psiUp
  if (1 - psiUp !== 1) addChanged(changedUp, row, 1)
  if (1 - psiDown === 1) return
  down[row] = 1 - psiDown
  addChanged(changedDown, row, 1)
  soilDown(coefficients, state, row)
}

/** Notes that a level has left 1: the row must be put back, and its offers count as damaged from the next sweep on. */
export function soilDown(coefficients: CriticalityCoefficients, state: CriticalityState, row: number): void {
  const { offerStart, ownOffers, offerMarket, marketStart, settings } = coefficients
  const { marks, dirtyDown, damagedOffers, damagedCount, dirtyMarkets } = state
  if ((marks[row]! & DIRTY_DOWN) !== 0) return
  marks[row]! |= DIRTY_DOWN
  dirtyDown.of[dirtyDown.count++] = row
  if (!settings.replaceability) return
  for (let at = offerStart[row]!; at < offerStart[row + 1]!; at++) {
    const offer = ownOffers[at]!
    const market = offerMarket[offer]!
    if (damagedCount[market] === 0) dirtyMarkets.of[dirtyMarkets.count++] = market
    damagedOffers[marketStart[market]! + damagedCount[market]!++] = offer
  }
}

export function addChanged(changed: ChangedRows, row: number, before: number): void {
  changed.of[changed.count] = row
  changed.before[changed.count++] = before
}

/** 1 when none of the marks of a mask is set, else 0; without a branch, which here would be taken at random and wait for memory. */
export const isUnmarked = (mark: number, mask: number): number => ((mark & mask) - 1) >>> 31
