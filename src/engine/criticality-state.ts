import type { CriticalityCoefficients } from './criticality-coefficients.ts'

/** Marks of an enterprise during one closure. */
export const TOUCHED_DOWN = 1
export const TOUCHED_UP = 2
/** What its row holds must be put back before the next closure. */
export const DIRTY_DOWN = 4
export const DIRTY_UP = 8
/** Either, as a mask. */
export const DIRTY = DIRTY_DOWN | DIRTY_UP
/** Its offers stand in the lists of damaged offers. */
export const LISTED = 16
/** A share of it is closed: its limits are not 1. */
export const CLOSED = 32

/** Places of an enterprise in `upRows`: what one step of demand reads and writes lies in one line of the cache. */
export const UP_STRIDE = 4
export const UP_FINE = 1
export const UP_LEVEL = 2
export const UP_OUTPUT = 3

/** A list of rows in an array that is long enough for all of them. */
export interface Rows {
  readonly of: Int32Array
  count: number
}

/**
 * Working arrays of one sweeper, owned by it and used for one closure after the other. Sums come in pairs: coarse and fine part.
 * Between closures every level is 1, every sum of damage 0, every list empty.
 */
export interface CriticalityState {
  /** [enterprises] level as supply reaches it, 0..1. */
  readonly down: Float64Array
  /** [4 enterprises] sales lost, coarse and fine; level as demand reaches it, 0..1; output times unit. */
  readonly upRows: Float64Array
  /** [enterprises] 1 - psi. */
  readonly downLimit: Float64Array
  readonly upLimit: Float64Array
  /** [enterprises] the level that `marketLeft` rests on. */
  readonly downCounted: Float64Array
  /** [enterprises] (1 - level) times unit that the sales lost rest on. */
  readonly upDamage: Float64Array
  /** [offers] sigma (1 - level) times unit, and what it was before it last changed. */
  readonly damage: Float64Array
  readonly damageBefore: Float64Array
  /** [2 slots] supply that is missing. */
  readonly slotSum: Float64Array
  /** [enterprises] scratch of dense sweeps. */
  readonly worst: Float64Array
  /** [2 markets] size of the offers that are left. */
  readonly marketLeft: Float64Array

  /** [enterprises] */
  readonly marks: Uint8Array
  /** Rows whose level changed in the sweep before. */
  readonly changedDown: Rows
  readonly changedUp: Rows
  /** Rows whose sums changed in this sweep. */
  readonly touchedDown: Rows
  readonly touchedUp: Rows
  readonly dirty: Rows
  /** Offers whose damage changed in this sweep. */
  readonly changedOffers: Rows
  /** [offers] damaged offers, market by market from `marketStart`; `damagedCount` of each. */
  readonly damagedOffers: Int32Array
  readonly damagedCount: Int32Array
  /** [markets] 1 = stands in `touchedMarkets`. */
  readonly marketMarks: Uint8Array
  readonly touchedMarkets: Rows
}

/** One place more than rows: a loop without branches writes first and counts then. */
const rows = (length: number): Rows => ({ of: new Int32Array(length + 1), count: 0 })
const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

export function criticalityState(coefficients: CriticalityCoefficients): CriticalityState {
  const { index, offerCount, slotCount, marketFull } = coefficients
  const { enterpriseCount, productCount } = index
  return {
    down: ones(enterpriseCount),
    upRows: emptyUpRows(coefficients),
    downLimit: ones(enterpriseCount),
    upLimit: ones(enterpriseCount),
    downCounted: ones(enterpriseCount),
    upDamage: new Float64Array(enterpriseCount),
    damage: new Float64Array(offerCount),
    damageBefore: new Float64Array(offerCount),
    slotSum: new Float64Array(2 * slotCount),
    worst: new Float64Array(enterpriseCount),
    marketLeft: marketFull.slice(),
    marks: new Uint8Array(enterpriseCount),
    changedDown: rows(enterpriseCount),
    changedUp: rows(enterpriseCount),
    touchedDown: rows(enterpriseCount),
    touchedUp: rows(enterpriseCount),
    dirty: rows(enterpriseCount),
    changedOffers: rows(offerCount),
    damagedOffers: new Int32Array(offerCount),
    damagedCount: new Int32Array(productCount),
    marketMarks: new Uint8Array(productCount),
    touchedMarkets: rows(productCount),
  }
}

function emptyUpRows({ output }: CriticalityCoefficients): Float64Array {
  const upRows = new Float64Array(UP_STRIDE * output.length)
  for (let row = 0; row < output.length; row++) {
    upRows[UP_STRIDE * row + UP_LEVEL] = 1
    // Who sells nothing inside a closed chain loses nothing; 1 keeps the division defined.
    upRows[UP_STRIDE * row + UP_OUTPUT] = output[row]! > 0 ? output[row]! : 1
  }
  return upRows
}

/** Closes shares of one enterprise; call it for each that is closed, then sweep. */
export function close(state: CriticalityState, row: number, psiDown: number, psiUp: number): void {
  soil(state, row, DIRTY)
  state.marks[row]! |= CLOSED
  state.downLimit[row] = 1 - psiDown
  state.upLimit[row] = 1 - psiUp
  state.down[row] = 1 - psiDown
  state.upRows[UP_STRIDE * row + UP_LEVEL] = 1 - psiUp
  if (state.down[row] !== 1) state.changedDown.of[state.changedDown.count++] = row
  if (1 - psiUp !== 1) state.changedUp.of[state.changedUp.count++] = row
}

/** 1 when none of the marks of a mask is set, else 0; without a branch, which here would be taken at random and wait for memory. */
export const isUnmarked = (mark: number, mask: number): number => ((mark & mask) - 1) >>> 31

/** @param direction DIRTY_DOWN, DIRTY_UP or both */
function soil({ marks, dirty }: CriticalityState, row: number, direction: number): void {
  if ((marks[row]! & DIRTY) === 0) dirty.of[dirty.count++] = row
  marks[row]! |= direction
}

/** Makes every row dirty; a dense sweep may have written anywhere. */
export function soilAll(state: CriticalityState, direction: number): void {
  for (let row = 0; row < state.marks.length; row++) soil(state, row, direction)
}

/** Puts everything back that was touched. */
export function reset(state: CriticalityState, coefficients: CriticalityCoefficients): void {
  resetRows(state, coefficients)
  const { marketFull } = coefficients
  const { marketLeft, damagedCount } = state
  for (let market = 0; market < damagedCount.length; market++) {
    if (damagedCount[market] === 0) continue
    damagedCount[market] = 0
    marketLeft[2 * market] = marketFull[2 * market]!
    marketLeft[2 * market + 1] = marketFull[2 * market + 1]!
  }
  state.dirty.count = 0
  state.changedDown.count = 0
  state.changedUp.count = 0
}

function resetRows(state: CriticalityState, coefficients: CriticalityCoefficients): void {
  const { dirty, upRows, upDamage, upLimit, downLimit, marks } = state
  for (let at = 0; at < dirty.count; at++) {
    const row = dirty.of[at]!
    const mark = marks[row]!
    marks[row] = 0
    if ((mark & CLOSED) !== 0) {
      upLimit[row] = 1
      downLimit[row] = 1
    }
    if ((mark & DIRTY_UP) !== 0) {
      const place = UP_STRIDE * row
      upRows[place] = 0
      upRows[place + UP_FINE] = 0
      upRows[place + UP_LEVEL] = 1
      upDamage[row] = 0
    }
    if ((mark & DIRTY_DOWN) !== 0) resetDown(state, coefficients, row)
  }
}

function resetDown(state: CriticalityState, coefficients: CriticalityCoefficients, row: number): void {
  const { offerStart, slotStart } = coefficients
  const { down, downCounted, damage, slotSum } = state
  const slots = 2 * slotStart[row + 1]!
  for (let slot = 2 * slotStart[row]!; slot < slots; slot++) slotSum[slot] = 0
  if (down[row] === 1) return
  down[row] = 1
  downCounted[row] = 1
  const offers = offerStart[row + 1]!
  for (let offer = offerStart[row]!; offer < offers; offer++) damage[offer] = 0
}
