import type { CriticalityCoefficients } from './criticality-coefficients.ts'

/** Marks of an enterprise during one closure. */
export const TOUCHED_DOWN = 1
export const TOUCHED_UP = 2
/** Its row must be put back before the next closure. */
const DIRTY = 4
/** Its offers stand in the lists of damaged offers. */
export const LISTED = 8

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
  /** [enterprises] level as demand reaches it, 0..1. */
  readonly up: Float64Array
  /** [enterprises] 1 - psi. */
  readonly downLimit: Float64Array
  readonly upLimit: Float64Array
  /** [enterprises] the level that `marketLeft` rests on. */
  readonly downCounted: Float64Array
  /** [enterprises] (1 - level) times unit that `lostSales` rests on. */
  readonly upDamage: Float64Array
  /** [offers] sigma (1 - level) times unit, and what it was before it last changed. */
  readonly damage: Float64Array
  readonly damageBefore: Float64Array
  /** [2 slots] supply that is missing. */
  readonly slotSum: Float64Array
  /** [enterprises] scratch of dense sweeps. */
  readonly worst: Float64Array
  /** [2 enterprises] sales lost. */
  readonly lostSales: Float64Array
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

const rows = (length: number): Rows => ({ of: new Int32Array(length), count: 0 })
const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

export function criticalityState(coefficients: CriticalityCoefficients): CriticalityState {
  const { index, offerCount, slotCount, marketFull } = coefficients
  const { enterpriseCount, productCount } = index
  return {
    down: ones(enterpriseCount),
    up: ones(enterpriseCount),
    downLimit: ones(enterpriseCount),
    upLimit: ones(enterpriseCount),
    downCounted: ones(enterpriseCount),
    upDamage: new Float64Array(enterpriseCount),
    damage: new Float64Array(offerCount),
    damageBefore: new Float64Array(offerCount),
    slotSum: new Float64Array(2 * slotCount),
    worst: new Float64Array(enterpriseCount),
    lostSales: new Float64Array(2 * enterpriseCount),
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

/** Closes shares of one enterprise; call it for each that is closed, then sweep. */
export function close(state: CriticalityState, row: number, psiDown: number, psiUp: number): void {
  soil(state, row)
  state.downLimit[row] = 1 - psiDown
  state.upLimit[row] = 1 - psiUp
  state.down[row] = 1 - psiDown
  state.up[row] = 1 - psiUp
  if (state.down[row] !== 1) state.changedDown.of[state.changedDown.count++] = row
  if (state.up[row] !== 1) state.changedUp.of[state.changedUp.count++] = row
}

export function soil(state: CriticalityState, row: number): void {
  if ((state.marks[row]! & DIRTY) !== 0) return
  state.marks[row]! |= DIRTY
  state.dirty.of[state.dirty.count++] = row
}

/** Makes every row dirty; a dense sweep may have written anywhere. */
export function soilAll(state: CriticalityState): void {
  const { dirty, marks } = state
  if (dirty.count === marks.length) return
  dirty.count = 0
  for (let row = 0; row < marks.length; row++) {
    marks[row]! |= DIRTY
    dirty.of[dirty.count++] = row
  }
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
  const { offerStart, slotStart } = coefficients
  const { dirty, down, up, downLimit, upLimit, downCounted, upDamage, marks, damage, slotSum, lostSales } = state
  if (dirty.count === marks.length) {
    for (const levels of [down, up, downLimit, upLimit, downCounted]) levels.fill(1)
    for (const sums of [upDamage, damage, slotSum, lostSales]) sums.fill(0)
    marks.fill(0)
    return
  }
  for (let at = 0; at < dirty.count; at++) {
    const row = dirty.of[at]!
    down[row] = 1
    up[row] = 1
    downLimit[row] = 1
    upLimit[row] = 1
    downCounted[row] = 1
    upDamage[row] = 0
    marks[row] = 0
    lostSales[2 * row] = 0
    lostSales[2 * row + 1] = 0
    for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) damage[offer] = 0
    for (let slot = 2 * slotStart[row]!; slot < 2 * slotStart[row + 1]!; slot++) slotSum[slot] = 0
  }
}
