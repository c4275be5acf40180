import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { addChanged, CHANGED, soilDown, type CriticalityState } from './criticality-state.ts'
import { AHEAD, DIRTY, PER_WHOLE, sendOut, SUM_STRIDE, type Ways } from './criticality-sums.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/** A market with no more than this left (value per day) counts as one of size 1, as published. */
export const MARKET_GONE = 1e-10

/**
 * One sweep of missing supply that computes only what hangs on a changed level.
 * Following changes takes levels to fall only. They can rise where a market is gone, which is rare: then no level is touched,
 * `hasRisen` is set, and the sweep must be made through all links (criticality-lanes.ts).
 * @returns the largest fall of a level, 0 when none fell
 */
export function sweepDown(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  const ways: Ways = { flow: coefficients.saleFlow, to: coefficients.saleSlot }
  state.hasRisen = false
  if (coefficients.settings.replaceability) {
    countMarkets(coefficients, state)
    shareDamage(coefficients, state, ways)
  } else plainDamage(coefficients, state, ways)
  if (state.hasRisen) return 0
  state.changedDown.count = 0
  sendOut(state.outgoing, ways, state.slotSums)
  lowerTouched(coefficients, state)
  return largestFall(state)
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

/** sigma (1 - level) of every damaged offer in the markets that changed. */
function shareDamage(coefficients: CriticalityCoefficients, state: CriticalityState, ways: Ways): void {
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
      const now = (share > 1 ? 1 : share) * (1 - down[offerEnterprise[offer]!]!)
      if (now === damage[offer]) continue
      if (state.outgoing.pushes.count === AHEAD) sendOut(state.outgoing, ways, state.slotSums)
      push(coefficients, state, offer, now)
    }
  }
  touchedMarkets.count = 0
}

/** 1 - level of every offer of a changed enterprise: nobody takes over. */
function plainDamage(coefficients: CriticalityCoefficients, state: CriticalityState, ways: Ways): void {
  const { offerStart, ownOffers } = coefficients
  const { down, changedDown } = state
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    for (let own = offerStart[row]!; own < offerStart[row + 1]!; own++) {
      if (state.outgoing.pushes.count === AHEAD) sendOut(state.outgoing, ways, state.slotSums)
      push(coefficients, state, ownOffers[own]!, 1 - down[row]!)
    }
  }
}

function push(
  { saleStart, saleEnd }: CriticalityCoefficients,
  state: CriticalityState,
  offer: number,
  now: number,
): void {
  const { damage } = state
  const { pushes } = state.outgoing
  const at = pushes.count++
  const before = damage[offer]!
  damage[offer] = now
  pushes.now[at] = now
  pushes.before[at] = before
  pushes.start[at] = saleStart[offer]!
  pushes.end[at] = saleEnd[offer]!
  if (now < before) state.hasRisen = true
}

/** As sums only grew, a level is the lowest of what it was and what its touched slots leave. */
function lowerTouched(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { slotEnterprise } = coefficients
  const { slotSums, down, marks, changedDown } = state
  const { touched, of } = slotSums
  for (let at = 0; at < touched.count; at++) {
    const slot = touched.of[at]!
    slotSums.marks[slot] = DIRTY
    const row = slotEnterprise[slot]!
    const before = down[row]!
    const level = 1 - of[SUM_STRIDE * slot]! * of[SUM_STRIDE * slot + PER_WHOLE]!
    if (!(level < before) || before === 0) continue
    if ((marks[row]! & CHANGED) === 0) {
      addChanged(changedDown, row, before)
      soilDown(coefficients, state, row)
      marks[row]! |= CHANGED
    }
    down[row] = level > 0 ? level : 0
  }
  touched.count = 0
}

function largestFall({ changedDown, marks, down }: CriticalityState): number {
  let fall = 0
  for (let at = 0; at < changedDown.count; at++) {
    const row = changedDown.of[at]!
    marks[row]! &= ~CHANGED
    const fell = changedDown.before[at]! - down[row]!
    if (fell > fall) fall = fell
  }
  return fall
}
