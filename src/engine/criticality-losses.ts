/** The end of a closure: what was lost, and everything put back as it was before. */
import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import type { Lanes } from './criticality-lanes.ts'
import { LANES } from './criticality-lane-rows.ts'
import { clearSums } from './criticality-sums.ts'
import type { CriticalityState } from './criticality-state.ts'
import type { CriticalityFigures } from './criticality-figures.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/** Shares lost, added up so exactly that neither the order of rows nor a row without loss changes a bit. */
export function sumLosses(
  { weight, weightSum }: CriticalityCoefficients,
  { down, up, dirtyDown, saleSums }: CriticalityState,
  figures: CriticalityFigures,
  place: number,
): void {
  if (weightSum === 0) return
  let both = 0
  let bothFine = 0
  let fromDown = 0
  let fromDownFine = 0
  let fromUp = 0
  let fromUpFine = 0
  const { dirty } = saleSums
  for (let at = 0; at < dirty.count; at++) {
    const row = dirty.of[at]!
    const lost = weight[row]! * (1 - up[row]!)
    const coarse = coarsePart(lost)
    fromUp += coarse
    fromUpFine += finePart(lost, coarse)
  }
  both = fromUp
  bothFine = fromUpFine
  for (let at = 0; at < dirtyDown.count; at++) {
    const row = dirtyDown.of[at]!
    const lost = weight[row]! * (1 - down[row]!)
    const coarse = coarsePart(lost)
    const fine = finePart(lost, coarse)
    fromDown += coarse
    fromDownFine += fine
    const counted = weight[row]! * (1 - up[row]!)
    if (lost <= counted) continue
    const countedCoarse = coarsePart(counted)
    both += coarse - countedCoarse
    bothFine += fine - finePart(counted, countedCoarse)
  }
  figures.index[place] = (both + bothFine) / weightSum
  figures.down[place] = (fromDown + fromDownFine) / weightSum
  figures.up[place] = (fromUp + fromUpFine) / weightSum
}

/** The same for a closure in a lane, which is free afterwards. */
export function endLane(
  { weight, weightSum }: CriticalityCoefficients,
  { rows: { down, up }, closed }: Lanes,
  lane: number,
  figures: CriticalityFigures,
  place: number,
): void {
  let both = 0
  let bothFine = 0
  let fromDown = 0
  let fromDownFine = 0
  let fromUp = 0
  let fromUpFine = 0
  for (let row = 0; row < weight.length; row++) {
    const at = LANES * row + lane
    const lostDown = weight[row]! * down[at]!
    const lostUp = weight[row]! * up[at]!
    down[at] = 0
    up[at] = 0
    const downCoarse = coarsePart(lostDown)
    const downFine = finePart(lostDown, downCoarse)
    const upCoarse = coarsePart(lostUp)
    const upFine = finePart(lostUp, upCoarse)
    fromDown += downCoarse
    fromDownFine += downFine
    fromUp += upCoarse
    fromUpFine += upFine
    both += lostDown > lostUp ? downCoarse : upCoarse
    bothFine += lostDown > lostUp ? downFine : upFine
  }
  closed[lane] = null
  if (weightSum === 0) return
  figures.index[place] = (both + bothFine) / weightSum
  figures.down[place] = (fromDown + fromDownFine) / weightSum
  figures.up[place] = (fromUp + fromUpFine) / weightSum
}

/** Puts everything back that was touched. */
export function reset(state: CriticalityState, coefficients: CriticalityCoefficients): void {
  const { up, saleSums, slotSums } = state
  for (let at = 0; at < saleSums.dirty.count; at++) up[saleSums.dirty.of[at]!] = 1
  clearSums(saleSums)
  clearSums(slotSums)
  resetDown(state, coefficients)
  resetMarkets(state, coefficients)
  state.closed = []
  state.changedDown.count = 0
  state.changedUp.count = 0
  state.outgoing.pushes.count = 0
  state.hasRisen = false
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
