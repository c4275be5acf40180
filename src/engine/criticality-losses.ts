/** The end of a closure: what was lost, and everything put back as it was before. */
import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { clearSlots } from './criticality-down.ts'
import { SLOT_FINE, SLOT_STRIDE, UP_FINE, UP_LEVEL, UP_STRIDE, type CriticalityState } from './criticality-state.ts'
import type { CriticalityFigures } from './criticality-figures.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/** Shares lost, added up as exactly as the sums of the sweeps. */
export function sumLosses(
  coefficients: CriticalityCoefficients,
  state: CriticalityState,
  figures: CriticalityFigures,
  place: number,
): void {
  const { weight, weightSum } = coefficients
  if (weightSum === 0) return
  const { down, upRows, dirtyDown } = state
  const up = lostUp(coefficients, state)
  let both = up.coarse
  let bothFine = up.fine
  let fromDown = 0
  let fromDownFine = 0
  for (let at = 0; at < dirtyDown.count; at++) {
    const row = dirtyDown.of[at]!
    const lost = weight[row]! * (1 - down[row]!)
    const coarse = coarsePart(lost)
    const fine = finePart(lost, coarse)
    fromDown += coarse
    fromDownFine += fine
    const counted = weight[row]! * (1 - upRows[UP_STRIDE * row + UP_LEVEL]!)
    if (lost <= counted) continue
    const countedCoarse = coarsePart(counted)
    both += coarse - countedCoarse
    bothFine += fine - finePart(counted, countedCoarse)
  }
  figures.index[place] = (both + bothFine) / weightSum
  figures.down[place] = (fromDown + fromDownFine) / weightSum
  figures.up[place] = (up.coarse + up.fine) / weightSum
}

/** Coarse and fine sum of what is lost through missing demand. */
function lostUp(
  { weight }: CriticalityCoefficients,
  state: CriticalityState,
): { readonly coarse: number; readonly fine: number } {
  const { upRows, dirtyUp, areUpRowsSoiled } = state
  const count = areUpRowsSoiled ? weight.length : dirtyUp.count
  let sum = 0
  let sumFine = 0
  for (let at = 0; at < count; at++) {
    const row = areUpRowsSoiled ? at : dirtyUp.of[at]!
    const lost = weight[row]! * (1 - upRows[UP_STRIDE * row + UP_LEVEL]!)
    const coarse = coarsePart(lost)
    sum += coarse
    sumFine += finePart(lost, coarse)
  }
  return { coarse: sum, fine: sumFine }
}

/** Puts everything back that was touched. */
export function reset(state: CriticalityState, coefficients: CriticalityCoefficients): void {
  resetUp(state)
  resetDown(state, coefficients)
  resetSlots(state)
  resetMarkets(state, coefficients)
  const { closed, downLimit, upLimit } = state
  for (let at = 0; at < closed.count; at++) {
    downLimit[closed.of[at]!] = 1
    upLimit[closed.of[at]!] = 1
  }
  closed.count = 0
  state.changedDown.count = 0
  state.changedUp.count = 0
}

function resetUp(state: CriticalityState): void {
  const { upRows, marks, dirtyUp, areUpRowsSoiled } = state
  const count = areUpRowsSoiled ? marks.length : dirtyUp.count
  for (let at = 0; at < count; at++) {
    const row = areUpRowsSoiled ? at : dirtyUp.of[at]!
    const place = UP_STRIDE * row
    upRows[place] = 0
    upRows[place + UP_FINE] = 0
    upRows[place + UP_LEVEL] = 1
    marks[row] = 0
  }
  dirtyUp.count = 0
  state.areUpRowsSoiled = false
}

function resetDown(state: CriticalityState, { offerStart, ownOffers }: CriticalityCoefficients): void {
  const { down, damage, marks, dirtyDown } = state
  for (let at = 0; at < dirtyDown.count; at++) {
    const row = dirtyDown.of[at]!
    down[row] = 1
    marks[row] = 0
    const end = offerStart[row + 1]!
    for (let own = offerStart[row]!; own < end; own++) damage[ownOffers[own]!] = 0
  }
  dirtyDown.count = 0
}

function resetSlots(state: CriticalityState): void {
  const { slotRows, slotMarks, dirtySlots, areSlotsSoiled } = state
  if (areSlotsSoiled) clearSlots(slotRows)
  for (let at = 0; at < dirtySlots.count; at++) {
    const slot = dirtySlots.of[at]!
    slotRows[SLOT_STRIDE * slot] = 0
    slotRows[SLOT_STRIDE * slot + SLOT_FINE] = 0
    slotMarks[slot] = 0
  }
  dirtySlots.count = 0
  state.areSlotsSoiled = false
}

function resetMarkets(state: CriticalityState, { marketFull }: CriticalityCoefficients): void {
  const { marketLeft, damagedCount, dirtyMarkets } = state
  for (let at = 0; at < dirtyMarkets.count; at++) {
    const market = dirtyMarkets.of[at]!
    damagedCount[market] = 0
    marketLeft[2 * market] = marketFull[2 * market]!
    marketLeft[2 * market + 1] = marketFull[2 * market + 1]!
  }
  dirtyMarkets.count = 0
}
