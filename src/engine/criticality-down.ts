import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import {
  DIRTY,
  DIRTY_DOWN,
  isUnmarked,
  LISTED,
  soilAll,
  TOUCHED_DOWN,
  type CriticalityState,
} from './criticality-state.ts'
import { coarsePart, finePart } from './exact-sum.ts'
import { levelOf } from './level-of.ts'

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
  const fall = isDense(coefficients, state) ? settleAll(coefficients, state) : settleChanges(coefficients, state)
  state.changedOffers.count = 0
  return fall
}

/** Takes changed levels over into what is left of each market, and lists newly damaged offers. */
function countMarkets(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerStart, offerMarket, offerSize } = coefficients
  const { changedDown, down, downCounted, marks, marketLeft, marketMarks, touchedMarkets } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    const before = downCounted[row]!
    const now = down[row]!
    downCounted[row] = now
    if ((marks[row]! & LISTED) === 0) list(coefficients, state, row)
    for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) {
      const market = offerMarket[offer]!
      const left = offerSize[offer]! * now
      const had = offerSize[offer]! * before
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
  const { offerStart, offerMarket, marketStart } = coefficients
  const { marks, damagedOffers, damagedCount } = state
  marks[row]! |= LISTED
  for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) {
    const market = offerMarket[offer]!
    damagedOffers[marketStart[market]! + damagedCount[market]!++] = offer
  }
}

/** sigma (1 - level) of every damaged offer in the markets that changed. */
function shareDamage(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerEnterprise, offerSize, marketStart, unit } = coefficients
  const { down, damage, damageBefore, damagedOffers, damagedCount, marketLeft, touchedMarkets, changedOffers } = state
  for (let touched = 0; touched < touchedMarkets.count; touched++) {
    const market = touchedMarkets.of[touched]!
    state.marketMarks[market] = 0
    const left = marketLeft[2 * market]! + marketLeft[2 * market + 1]!
    const size = left <= MARKET_GONE * unit ? unit : left
    const first = marketStart[market]!
    const end = first + damagedCount[market]!
    for (let at = first; at < end; at++) {
      const offer = damagedOffers[at]!
      const share = offerSize[offer]! / size
      const now = (share > 1 ? 1 : share) * (1 - down[offerEnterprise[offer]!]!) * unit
      if (now === damage[offer]) continue
      damageBefore[offer] = damage[offer]!
      damage[offer] = now
      changedOffers.of[changedOffers.count++] = offer
    }
  }
  touchedMarkets.count = 0
}

/** 1 - level of every offer of a changed enterprise: nobody takes over. */
function plainDamage({ offerStart, unit }: CriticalityCoefficients, state: CriticalityState): void {
  const { down, damage, damageBefore, changedDown, changedOffers } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    for (let offer = offerStart[row]!; offer < offerStart[row + 1]!; offer++) {
      damageBefore[offer] = damage[offer]!
      damage[offer] = (1 - down[row]!) * unit
      changedOffers.of[changedOffers.count++] = offer
    }
  }
}

function isDense(
  { saleStart, saleFlow, denseShare }: CriticalityCoefficients,
  { changedOffers }: CriticalityState,
): boolean {
  let links = 0
  for (let at = 0; at < changedOffers.count; at++) {
    const offer = changedOffers.of[at]!
    links += saleStart[offer + 1]! - saleStart[offer]!
  }
  return links > saleFlow.length * denseShare
}

function settleChanges(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  addChanges(coefficients, state)
  const { slotStart, slotNeed } = coefficients
  const { slotSum, touchedDown, marks, down, downLimit, changedDown } = state
  let fall = 0
  for (let at = 0; at < touchedDown.count; at++) {
    const row = touchedDown.of[at]!
    marks[row]! &= ~TOUCHED_DOWN
    let worst = 0
    for (let slot = slotStart[row]!; slot < slotStart[row + 1]!; slot++) {
      const missing = (slotSum[2 * slot]! + slotSum[2 * slot + 1]!) / slotNeed[slot]!
      if (missing > worst) worst = missing
    }
    const before = down[row]!
    const level = levelOf(worst, downLimit[row]!)
    if (level === before) continue
    if (before - level > fall) fall = before - level
    down[row] = level
    changedDown.of[changedDown.count++] = row
  }
  touchedDown.count = 0
  return fall
}

/** Takes the old damage of changed offers out of the sums of their customers and puts the new one in. */
function addChanges(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { saleStart, saleSlot, saleCustomer, saleFlow } = coefficients
  const { changedOffers, damage, damageBefore, slotSum, marks, touchedDown, dirty } = state
  const touched = touchedDown.of
  const dirtied = dirty.of
  let touchedCount = touchedDown.count
  let dirtyCount = dirty.count
  for (let changed = 0; changed < changedOffers.count; changed++) {
    const offer = changedOffers.of[changed]!
    const now = damage[offer]!
    const before = damageBefore[offer]!
    for (let sale = saleStart[offer]!; sale < saleStart[offer + 1]!; sale++) {
      const slot = saleSlot[sale]!
      if (slot < 0) continue
      const added = saleFlow[sale]! * now
      const removed = saleFlow[sale]! * before
      const addedCoarse = coarsePart(added)
      const removedCoarse = coarsePart(removed)
      slotSum[2 * slot]! += addedCoarse - removedCoarse
      slotSum[2 * slot + 1]! += finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      const row = saleCustomer[sale]!
      const mark = marks[row]!
      marks[row] = mark | TOUCHED_DOWN | DIRTY_DOWN
      touched[touchedCount] = row
      touchedCount += isUnmarked(mark, TOUCHED_DOWN)
      dirtied[dirtyCount] = row
      dirtyCount += isUnmarked(mark, DIRTY)
    }
  }
  touchedDown.count = touchedCount
  dirty.count = dirtyCount
}

/** The sums and levels of all customers anew. Flat loops: short inner ones cost twice the time. */
function settleAll(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  soilAll(state, DIRTY_DOWN)
  addAll(coefficients, state)
  findWorst(coefficients, state)
  const { down, downLimit, worst, changedDown } = state
  const changed = changedDown.of
  let count = 0
  let fall = 0
  for (let row = 0; row < down.length; row++) {
    const before = down[row]!
    const level = levelOf(worst[row]!, downLimit[row]!)
    if (before - level > fall) fall = before - level
    down[row] = level
    changed[count] = row
    count += level === before ? 0 : 1
  }
  changedDown.count = count
  return fall
}

/** In the order of the slots: writing here and there would take twice the time. */
function addAll({ linkOffer, linkSlot, index }: CriticalityCoefficients, { damage, slotSum }: CriticalityState): void {
  const { flow } = index
  slotSum.fill(0)
  for (let link = 0; link < flow.length; link++) {
    const slot = linkSlot[link]!
    if (slot < 0) continue
    const missing = flow[link]! * damage[linkOffer[link]!]!
    const coarse = coarsePart(missing)
    slotSum[2 * slot]! += coarse
    slotSum[2 * slot + 1]! += finePart(missing, coarse)
  }
}

function findWorst({ slotNeed, slotEnterprise }: CriticalityCoefficients, { slotSum, worst }: CriticalityState): void {
  worst.fill(0)
  for (let slot = 0; slot < slotNeed.length; slot++) {
    const row = slotEnterprise[slot]!
    const missing = (slotSum[2 * slot]! + slotSum[2 * slot + 1]!) / slotNeed[slot]!
    if (missing > worst[row]!) worst[row] = missing
  }
}
