import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import {
  addChanged,
  AHEAD,
  CHANGED_DOWN,
  DIRTY,
  isUnmarked,
  SLOT_FINE,
  SLOT_NEED,
  SLOT_STRIDE,
  soilDown,
  TOUCHED,
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
  if (isDense(coefficients, state)) {
    damageAll(coefficients, state)
    return settleAll(coefficients, state)
  }
  const { pushes, changedDown } = state
  pushes.count = 0
  state.hasRisen = false
  if (coefficients.settings.replaceability) {
    countMarkets(coefficients, state)
    shareDamage(coefficients, state)
  } else plainDamage(coefficients, state)
  changedDown.count = 0
  // Following changes takes levels to fall only. They rise where a market is gone, which is rare.
  if (state.hasRisen) return settleAll(coefficients, state)
  addChanges(coefficients, state)
  lowerTouched(coefficients, state)
  return largestFall(state)
}

function isDense(
  { index, saleCount, denseShare }: CriticalityCoefficients,
  { changedDown }: CriticalityState,
): boolean {
  let links = 0
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    links += index.outStart[row + 1]! - index.outStart[row]!
  }
  return links > saleCount * denseShare
}

/** Takes changed levels over into what is left of each market. */
function countMarkets(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerStart, ownOffers, offerMarket, offerSize } = coefficients
  const { changedDown, down, marketLeft, marketMarks, touchedMarkets } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    const before = changedDown.before[at]!
    const now = down[row]!
    for (let own = offerStart[row]!; own < offerStart[row + 1]!; own++) {
      const offer = ownOffers[own]!
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

/** What is left of every market, and the damage of every offer. */
function damageAll(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerCount, offerEnterprise, offerMarket, offerSize, unit, settings } = coefficients
  const { down, damage, marketLeft } = state
  state.changedDown.count = 0
  if (!settings.replaceability) {
    for (let offer = 0; offer < offerCount; offer++) damage[offer] = (1 - down[offerEnterprise[offer]!]!) * unit
    return
  }
  marketLeft.fill(0)
  for (let offer = 0; offer < offerCount; offer++) {
    const left = offerSize[offer]! * down[offerEnterprise[offer]!]!
    const coarse = coarsePart(left)
    marketLeft[2 * offerMarket[offer]!]! += coarse
    marketLeft[2 * offerMarket[offer]! + 1]! += finePart(left, coarse)
  }
  for (let offer = 0; offer < offerCount; offer++) {
    const market = offerMarket[offer]!
    const left = marketLeft[2 * market]! + marketLeft[2 * market + 1]!
    const share = offerSize[offer]! / (left <= MARKET_GONE * unit ? unit : left)
    damage[offer] = (share > 1 ? 1 : share) * (1 - down[offerEnterprise[offer]!]!) * unit
  }
}

/** sigma (1 - level) of every damaged offer in the markets that changed. */
function shareDamage(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerEnterprise, offerSize, marketStart, unit } = coefficients
  const { down, damage, damagedOffers, damagedCount, marketLeft, touchedMarkets } = state
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
      if (now !== damage[offer]) push(coefficients, state, offer, now)
    }
  }
  touchedMarkets.count = 0
}

/** 1 - level of every offer of a changed enterprise: nobody takes over. */
function plainDamage(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { offerStart, ownOffers, unit } = coefficients
  const { down, changedDown } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    const now = (1 - down[row]!) * unit
    for (let own = offerStart[row]!; own < offerStart[row + 1]!; own++) push(coefficients, state, ownOffers[own]!, now)
  }
}

function push({ saleStart }: CriticalityCoefficients, state: CriticalityState, offer: number, now: number): void {
  const { damage, pushes } = state
  const at = pushes.count++
  const before = damage[offer]!
  damage[offer] = now
  pushes.now[at] = now
  pushes.before[at] = before
  pushes.start[at] = saleStart[offer]!
  pushes.end[at] = saleStart[offer + 1]!
  if (now < before) state.hasRisen = true
}

/** Takes the old damage out of the sums of the customers and puts the new one in. */
function addChanges({ saleFlow, saleSlot }: CriticalityCoefficients, state: CriticalityState): void {
  const { pushes, terms } = state
  const { to, coarse, fine } = terms
  let count = 0
  for (let at = 0; at < pushes.count; at++) {
    const now = pushes.now[at]!
    const before = pushes.before[at]!
    const end = pushes.end[at]!
    for (let sale = pushes.start[at]!; sale < end; sale++) {
      const flow = saleFlow[sale]!
      const added = flow * now
      const removed = flow * before
      const addedCoarse = coarsePart(added)
      const removedCoarse = coarsePart(removed)
      to[count] = saleSlot[sale]!
      coarse[count] = addedCoarse - removedCoarse
      fine[count] = finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      if (++count < AHEAD) continue
      addTerms(state, count)
      count = 0
    }
  }
  addTerms(state, count)
}

function addTerms({ terms, slotRows, slotMarks, touchedSlots, dirtySlots }: CriticalityState, count: number): void {
  const { to, coarse, fine } = terms
  const touched = touchedSlots.of
  const dirtied = dirtySlots.of
  let touchedCount = touchedSlots.count
  let dirtyCount = dirtySlots.count
  for (let at = 0; at < count; at++) {
    const slot = to[at]!
    const place = SLOT_STRIDE * slot
    slotRows[place]! += coarse[at]!
    slotRows[place + SLOT_FINE]! += fine[at]!
    const mark = slotMarks[slot]!
    slotMarks[slot] = TOUCHED | DIRTY
    touched[touchedCount] = slot
    touchedCount += isUnmarked(mark, TOUCHED)
    dirtied[dirtyCount] = slot
    dirtyCount += isUnmarked(mark, DIRTY)
  }
  touchedSlots.count = touchedCount
  dirtySlots.count = dirtyCount
}

/** As sums only grew, a level is the lowest of what it was and what its touched slots leave. */
function lowerTouched(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { slotEnterprise, slotCount } = coefficients
  const { touchedSlots, slotRows, slotMarks, down, marks, changedDown } = state
  for (let at = 0; at < touchedSlots.count; at++) {
    const slot = touchedSlots.of[at]!
    slotMarks[slot] = DIRTY
    if (slot === slotCount) continue
    const place = SLOT_STRIDE * slot
    const row = slotEnterprise[slot]!
    const before = down[row]!
    const level = 1 - (slotRows[place]! + slotRows[place + SLOT_FINE]!) / slotRows[place + SLOT_NEED]!
    if (!(level < before) || before === 0) continue
    if ((marks[row]! & CHANGED_DOWN) === 0) {
      addChanged(changedDown, row, before)
      soilDown(coefficients, state, row)
      marks[row]! |= CHANGED_DOWN
    }
    down[row] = level > 0 ? level : 0
  }
  touchedSlots.count = 0
}

function largestFall({ changedDown, marks, down }: CriticalityState): number {
  let fall = 0
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    marks[row]! &= ~CHANGED_DOWN
    const fell = changedDown.before[at]! - down[row]!
    if (fell > fall) fall = fell
  }
  return fall
}

/** The sums and levels of all customers anew. Flat loops: short inner ones cost twice the time. */
function settleAll(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  addAll(coefficients, state)
  findWorst(coefficients, state)
  const { down, downLimit, scratch: worst, changedDown } = state
  let fall = 0
  for (let row = 0; row < down.length; row++) {
    const before = down[row]!
    const level = levelOf(worst[row]!, downLimit[row]!)
    if (level === before) continue
    if (before - level > fall) fall = before - level
    down[row] = level
    addChanged(changedDown, row, before)
    soilDown(coefficients, state, row)
  }
  return fall
}

/** In the order of the slots: writing here and there would take twice the time. */
function addAll({ linkOffer, linkSlot, index }: CriticalityCoefficients, state: CriticalityState): void {
  const { damage, slotRows } = state
  const { flow } = index
  state.areSlotsSoiled = true
  clearSlots(slotRows)
  for (let link = 0; link < flow.length; link++) {
    const place = SLOT_STRIDE * linkSlot[link]!
    const missing = flow[link]! * damage[linkOffer[link]!]!
    const coarse = coarsePart(missing)
    slotRows[place]! += coarse
    slotRows[place + SLOT_FINE]! += finePart(missing, coarse)
  }
}

export function clearSlots(slotRows: Float64Array): void {
  for (let place = 0; place < slotRows.length; place += SLOT_STRIDE) {
    slotRows[place] = 0
    slotRows[place + SLOT_FINE] = 0
  }
}

function findWorst({ slotEnterprise }: CriticalityCoefficients, { slotRows, scratch: worst }: CriticalityState): void {
  worst.fill(0)
  for (let slot = 0; slot < slotEnterprise.length; slot++) {
    const place = SLOT_STRIDE * slot
    const row = slotEnterprise[slot]!
    const missing = (slotRows[place]! + slotRows[place + SLOT_FINE]!) / slotRows[place + SLOT_NEED]!
    if (missing > worst[row]!) worst[row] = missing
  }
}
