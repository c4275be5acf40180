import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { soil, soilAll, TOUCHED_UP, type CriticalityState } from './criticality-state.ts'
import { coarsePart, finePart } from './exact-sum.ts'

/**
 * One sweep of missing demand, as `sweepDown` for supply.
 * @returns the largest fall of a level, 0 when none fell
 */
export function sweepUp(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  const { changedUp, touchedUp, marks, all } = state
  if (linksOf(coefficients, state) * 10 > coefficients.upTo.length * 3) {
    addAll(coefficients, state)
    changedUp.count = 0
    soilAll(state)
    return settle(state, all)
  }
  addChanges(coefficients, state)
  changedUp.count = 0
  const fall = settle(state, touchedUp)
  for (let at = 0; at < touchedUp.count; at++) marks[touchedUp.of[at]!]! &= ~TOUCHED_UP
  touchedUp.count = 0
  return fall
}

function linksOf({ upStart }: CriticalityCoefficients, { changedUp }: CriticalityState): number {
  let links = 0
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    links += upStart[row + 1]! - upStart[row]!
  }
  return links
}

/** Takes the old losses of changed customers out of the sums of their suppliers and puts the new ones in. */
function addChanges(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { upStart, upTo, upShare } = coefficients
  const { changedUp, up, upCounted, lostSales, marks, touchedUp } = state
  for (let changed = 0; changed < changedUp.count; changed++) {
    const customer = changedUp.of[changed]!
    const now = 1 - up[customer]!
    const before = 1 - upCounted[customer]!
    upCounted[customer] = up[customer]!
    for (let link = upStart[customer]!; link < upStart[customer + 1]!; link++) {
      const row = upTo[link]!
      const added = upShare[link]! * now
      const removed = upShare[link]! * before
      const addedCoarse = coarsePart(added)
      const removedCoarse = coarsePart(removed)
      lostSales[2 * row]! += addedCoarse - removedCoarse
      lostSales[2 * row + 1]! += finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      if ((marks[row]! & TOUCHED_UP) !== 0) continue
      marks[row]! |= TOUCHED_UP
      touchedUp.of[touchedUp.count++] = row
      soil(state, row)
    }
  }
}

/** The sums of all suppliers anew. */
function addAll(coefficients: CriticalityCoefficients, state: CriticalityState): void {
  const { upStart, upTo, upShare, enterpriseCount } = coefficients
  const { up, upCounted, lostSales } = state
  lostSales.fill(0)
  upCounted.set(up)
  for (let customer = 0; customer < enterpriseCount; customer++) {
    const now = 1 - up[customer]!
    if (now === 0) continue
    for (let link = upStart[customer]!; link < upStart[customer + 1]!; link++) {
      const row = upTo[link]!
      const added = upShare[link]! * now
      const coarse = coarsePart(added)
      lostSales[2 * row]! += coarse
      lostSales[2 * row + 1]! += finePart(added, coarse)
    }
  }
}

/** Levels from the sums; rows whose level changed are noted for the next sweep. */
function settle({ up, upLimit, lostSales, changedUp }: CriticalityState, rows: CriticalityState['all']): number {
  let fall = 0
  for (let at = 0; at < rows.count; at++) {
    const row = rows.of[at]!
    const before = up[row]!
    const level = Math.max(0, Math.min(upLimit[row]!, 1 - (lostSales[2 * row]! + lostSales[2 * row + 1]!)))
    if (level === before) continue
    fall = Math.max(fall, before - level)
    up[row] = level
    changedUp.of[changedUp.count++] = row
  }
  return fall
}
