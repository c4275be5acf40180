import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { LISTED, soil, soilAll, TOUCHED_DOWN, type CriticalityState } from './criticality-state.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/** A market with no more than this left (value per day) counts as one of size 1, as published. */
const MARKET_GONE = 1e-10

/**
 * One sweep of missing supply: every level from the levels of the sweep before. Only what hangs on a changed level is computed;
 * where that is much, everything is, with the same bits.
 * @returns the largest fall of a level, 0 when none fell
 */
export function sweepDown(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  if (coefficients.settings.replaceability) {
    countMarkets(coefficients, state)
    shareDamage(coefficients, state)
  } else plainDamage(coefficients, state)
  state.changedDown.count = 0
  const { changedOffers, touchedDown, marks, all } = state
  if (linksOf(coefficients, state) * 10 > coefficients.downSlot.length * 3) {
    addAll(coefficients, state)
    soilAll(state)
    return settle(coefficients, state, all)
  }
  addChanges(coefficients, state)
  changedOffers.count = 0
  const fall = settle(coefficients, state, touchedDown)
  for (let at = 0; at < touchedDown.count; at++) marks[touchedDown.of[at]!]! &= ~TOUCHED_DOWN
  touchedDown.count = 0
  return fall
}

/** Takes changed levels over into what is left of each market, and lists newly damaged offers. */
function countMarkets(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerStart, offerMarket, offerSize } = coefficients
  const { changedDown, down, downCounted, marketLeft, marketMarks, touchedMarkets } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    const before = downCounted[row]!
    const now = down[row]!
    downCounted[row] = now
    if ((state.marks[row]! & LISTED) === 0) list(coefficients, state, row)
    for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) {
      const market = offerMarket[offer]!
      const size = offerSize[offer]!
      const left = size * now
      const had = size * before
      const leftCoarse = coarsePart(left)
      const hadCoarse = coarsePart(had)
      marketLeft[2 * market]! += leftCoarse - hadCoarse
      marketLeft[2 * market + 1]! += finePart(left, leftCoarse) - finePart(had, hadCoarse)
      if (marketMarks[market] === 1) continue
      marketMarks[market] = 1
      touchedMarkets.of[touchedMarkets.count++] = market
    }
  }
}

function list(coefficients: CriticalityCoefficients, state: CriticalityState, row: number): void {
  const { offerStart, offerMarket, marketStart, downStart } = coefficients
  state.marks[row]! |= LISTED
  for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) {
    const market = offerMarket[offer]!
    state.damagedOffers[marketStart[market]! + state.damagedCount[market]!++] = offer
    state.damagedLinks += downStart[offer + 1]! - downStart[offer]!
  }
}

/** sigma (1 - level) of every damaged offer in the markets that changed. */
function shareDamage(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerEnterprise, offerSize, marketStart, marketUnit } = coefficients
  const { down, damage, damageBefore, damagedOffers, damagedCount, marketLeft, touchedMarkets, changedOffers } = state
  for (let touched = 0; touched < touchedMarkets.count; touched++) {
    const market = touchedMarkets.of[touched]!
    state.marketMarks[market] = 0
    const left = marketLeft[2 * market]! + marketLeft[2 * market + 1]!
    const unit = marketUnit[market]!
    const size = left <= MARKET_GONE * unit ? unit : left
    const first = marketStart[market]!
    for (let at = first; at < first + damagedCount[market]!; at++) {
      const offer = damagedOffers[at]!
      const now = Math.min(1, offerSize[offer]! / size) * (1 - down[offerEnterprise[offer]!]!)
      if (now === damage[offer]) continue
      damageBefore[offer] = damage[offer]!
      damage[offer] = now
      changedOffers.of[changedOffers.count++] = offer
    }
  }
  touchedMarkets.count = 0
}

/** 1 - level of every offer of a changed enterprise: nobody takes over. */
function plainDamage(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerStart } = coefficients
  const { down, damage, damageBefore, changedDown, changedOffers } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    if ((state.marks[row]! & LISTED) === 0) {
      state.marks[row]! |= LISTED
      state.damagedLinks += coefficients.downStart[offerStart[row + 1]!]! - coefficients.downStart[offerStart[row]!]!
    }
    for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) {
      damageBefore[offer] = damage[offer]!
      damage[offer] = 1 - down[row]!
      changedOffers.of[changedOffers.count++] = offer
    }
  }
}

/** Links out of the offers that changed. */
function linksOf({ downStart }: CriticalityCoefficients, { changedOffers }: CriticalityState): number {
  let links = 0
  for (let at = 0; at < changedOffers.count; at++) {
    const offer = changedOffers.of[at]!
    links += downStart[offer + 1]! - downStart[offer]!
  }
  return links
}

/** Takes the old damage of changed offers out of the sums of their customers and puts the new one in. */
function addChanges(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { downStart, downSlot, downShare, slotEnterprise } = coefficients
  const { changedOffers, damage, damageBefore, slotSum, marks, touchedDown } = state
  for (let changed = 0; changed < changedOffers.count; changed++) {
    const offer = changedOffers.of[changed]!
    const now = damage[offer]!
    const before = damageBefore[offer]!
    for (let link = downStart[offer]!; link < downStart[offer + 1]!; link++) {
      const slot = downSlot[link]!
      const added = downShare[link]! * now
      const removed = downShare[link]! * before
      const addedCoarse = coarsePart(added)
      const removedCoarse = coarsePart(removed)
      slotSum[2 * slot]! += addedCoarse - removedCoarse
      slotSum[2 * slot + 1]! += finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      const row = slotEnterprise[slot]!
      if ((marks[row]! & TOUCHED_DOWN) !== 0) continue
      marks[row]! |= TOUCHED_DOWN
      touchedDown.of[touchedDown.count++] = row
      soil(state, row)
    }
  }
}

/** The sums of all customers anew. */
function addAll(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { downStart, downSlot, downShare, offerCount } = coefficients
  const { damage, slotSum } = state
  state.changedOffers.count = 0
  slotSum.fill(0)
  for (let offer = 0; offer < offerCount; offer++) {
    const now = damage[offer]!
    if (now === 0) continue
    for (let link = downStart[offer]!; link < downStart[offer + 1]!; link++) {
      const slot = downSlot[link]!
      const added = downShare[link]! * now
      const coarse = coarsePart(added)
      slotSum[2 * slot]! += coarse
      slotSum[2 * slot + 1]! += finePart(added, coarse)
    }
  }
}

/** Levels from the sums; rows whose level changed are noted for the next sweep. */
function settle(
  { slotStart }: CriticalityCoefficients,
  { down, downLimit, slotSum, changedDown }: CriticalityState,
  rows: CriticalityState['all'],
): number {
  let fall = 0
  for (let at = 0; at < rows.count; at++) {
    const row = rows.of[at]!
    let worst = 0
    for (let slot = slotStart[row]!; slot < slotStart[row + 1]!; slot++) {
      worst = Math.max(worst, slotSum[2 * slot]! + slotSum[2 * slot + 1]!)
    }
    const before = down[row]!
    const level = Math.max(0, Math.min(downLimit[row]!, 1 - worst))
    if (level === before) continue
    fall = Math.max(fall, before - level)
    down[row] = level
    changedDown.of[changedDown.count++] = row
  }
  return fall
}
