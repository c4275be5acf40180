import { outputOf, slotNeeds, type CriticalityCoefficients } from './criticality-coefficients.ts'
import type { LaneRows } from './criticality-lane-rows.ts'
import { DIRTY, emptyOutgoing, emptySums, rows, type Outgoing, type Rows, type Sums } from './criticality-sums.ts'

/** Marks of an enterprise during one closure. */
export const CHANGED = 1
/** It stands in the list of rows that must be put back before the next closure, and its offers among the damaged ones. */
export const DIRTY_DOWN = 2

/** A list of rows and the level that each had in the sweep before. */
export interface ChangedRows extends Rows {
  readonly before: Float64Array
}

/** A share of an enterprise that is closed, 0..1, as its customers and as its suppliers feel it. */
export interface ClosedRow {
  readonly row: number
  readonly psiDown: number
  readonly psiUp: number
}

/**
 * Working arrays of one sweeper, owned by it and used for one closure after the other.
 * Between closures every level is 1, every sum of damage 0, every list empty.
 */
export interface CriticalityState {
  /** [enterprises] level as supply, as demand reaches it, 0..1. */
  readonly down: Float64Array
  readonly up: Float64Array
  /** [slots] supply that is missing, of needs. */
  readonly slotSums: Sums
  /** [enterprises] sales that are lost, of output. */
  readonly saleSums: Sums & { readonly dirty: Rows }
  /** [offers] sigma (1 - level). */
  readonly damage: Float64Array
  /** [2 markets] size of the offers that are left, coarse and fine. */
  readonly marketLeft: Float64Array

  /** [enterprises] CHANGED, DIRTY_DOWN. */
  readonly marks: Uint8Array
  readonly changedDown: ChangedRows
  readonly changedUp: ChangedRows
  readonly outgoing: Outgoing
  /** The damage of some offer fell in this sweep. */
  hasRisen: boolean
  closed: ClosedRow[]
  readonly dirtyDown: Rows
  /** [offers] damaged offers, market by market from `marketStart`; `damagedCount` of each. */
  readonly damagedOffers: Int32Array
  readonly damagedCount: Int32Array
  /** [markets] 1 = stands in `touchedMarkets`. */
  readonly marketMarks: Uint8Array
  readonly touchedMarkets: Rows
  readonly dirtyMarkets: Rows
}

/** Takes one array after the other out of a scratch; those of doubles first. */
function carved(scratch: Float64Array) {
  const { buffer } = scratch
  let at = scratch.byteOffset
  const next = (bytes: number): number => (at += bytes) - bytes
  return {
    levels: (length: number) => new Float64Array(buffer, next(length * Float64Array.BYTES_PER_ELEMENT), length),
    rows: (length: number): Rows => {
      const places = length + 1
      return { of: new Int32Array(buffer, next(places * Int32Array.BYTES_PER_ELEMENT), places), count: 0 }
    },
  }
}

const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

/** What a state shares with the lanes (criticality-lane-rows.ts). */
type SharedRows = Pick<LaneRows, 'scratch' | 'slotSums' | 'saleSums' | 'damagedOffers'>

/** @param shared its `scratch` is needed by nobody else while a closure is swept here */
export function criticalityState(coefficients: CriticalityCoefficients, shared: SharedRows): CriticalityState {
  const { index, offerCount, slotCount, marketFull } = coefficients
  const { enterpriseCount, productCount } = index
  const touched = rows(Math.max(slotCount, enterpriseCount))
  const carve = carved(shared.scratch)
  const [beforeDown, beforeUp] = [carve.levels(enterpriseCount), carve.levels(enterpriseCount)]
  return {
    down: ones(enterpriseCount),
    up: ones(enterpriseCount),
    slotSums: emptySums(shared.slotSums, slotNeeds(coefficients), touched, null),
    saleSums: emptySums(shared.saleSums, outputOf(coefficients), touched, carve.rows(enterpriseCount)),
    damage: new Float64Array(offerCount),
    marketLeft: marketFull.slice(),
    marks: new Uint8Array(enterpriseCount),
    changedDown: { ...carve.rows(enterpriseCount), before: beforeDown },
    changedUp: { ...carve.rows(enterpriseCount), before: beforeUp },
    outgoing: emptyOutgoing(),
    hasRisen: false,
    closed: [],
    dirtyDown: carve.rows(enterpriseCount),
    damagedOffers: shared.damagedOffers,
    damagedCount: new Int32Array(productCount),
    marketMarks: new Uint8Array(productCount),
    touchedMarkets: rows(productCount),
    dirtyMarkets: rows(productCount),
  }
}

/** Closes shares of one enterprise; call it once for each that is closed, then sweep. */
export function close(coefficients: CriticalityCoefficients, state: CriticalityState, closed: ClosedRow): void {
  const { row, psiDown, psiUp } = closed
  const { down, up, saleSums, changedDown, changedUp } = state
  state.closed.push(closed)
  if (1 - psiUp !== 1) {
    up[row] = 1 - psiUp
    addChanged(changedUp, row, 1)
    saleSums.marks[row] = DIRTY
    saleSums.dirty.of[saleSums.dirty.count++] = row
  }
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
