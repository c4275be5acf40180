import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import {
  CLOSED,
  DIRTY,
  DIRTY_UP,
  isUnmarked,
  soilAll,
  TOUCHED_UP,
  UP_FINE,
  UP_LEVEL,
  UP_OUTPUT,
  UP_STRIDE,
  type CriticalityState,
} from './criticality-state.ts'
import { coarsePart, finePart } from './exact-sum.ts'
import { levelOf } from './level-of.ts'

/**
 * One sweep of missing demand, as `sweepDown` for supply.
 * @returns the largest fall of a level, 0 when none fell
 */
export function sweepUp(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  return isDense(coefficients, state) ? settleAll(coefficients, state) : settleChanges(coefficients, state)
}

function isDense({ index, saleFlow, denseShare }: CriticalityCoefficients, { changedUp }: CriticalityState): boolean {
  const { groupStart, linkStart } = index
  let links = 0
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    links += linkStart[groupStart[row + 1]!]! - linkStart[groupStart[row]!]!
  }
  return links > saleFlow.length * denseShare
}

function settleChanges(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  addChanges(coefficients, state)
  const { touchedUp, marks, upRows, upLimit, changedUp } = state
  let fall = 0
  for (let at = 0; at < touchedUp.count; at++) {
    const row = touchedUp.of[at]!
    const mark = marks[row]!
    marks[row] = mark & ~TOUCHED_UP
    const place = UP_STRIDE * row
    const lost = (upRows[place]! + upRows[place + UP_FINE]!) / upRows[place + UP_OUTPUT]!
    const before = upRows[place + UP_LEVEL]!
    const level = levelOf(lost, (mark & CLOSED) === 0 ? 1 : upLimit[row]!)
    if (level === before) continue
    if (before - level > fall) fall = before - level
    upRows[place + UP_LEVEL] = level
    changedUp.of[changedUp.count++] = row
  }
  touchedUp.count = 0
  return fall
}

/** Takes the old losses of changed customers out of the sums of their suppliers and puts the new ones in. */
function addChanges({ index, unit }: CriticalityCoefficients, state: CriticalityState): void {
  const { groupStart, linkStart, linkFrom, flow } = index
  const { changedUp, upRows, upDamage, marks, touchedUp, dirty } = state
  const touched = touchedUp.of
  const dirtied = dirty.of
  let touchedCount = touchedUp.count
  let dirtyCount = dirty.count
  for (let changed = 0; changed < changedUp.count; changed++) {
    const customer = changedUp.of[changed]!
    const now = (1 - upRows[UP_STRIDE * customer + UP_LEVEL]!) * unit
    const before = upDamage[customer]!
    upDamage[customer] = now
    const end = linkStart[groupStart[customer + 1]!]!
    for (let link = linkStart[groupStart[customer]!]!; link < end; link++) {
      if (flow[link] === 0) continue
      const row = linkFrom[link]!
      const added = flow[link]! * now
      const removed = flow[link]! * before
      const addedCoarse = coarsePart(added)
      const removedCoarse = coarsePart(removed)
      upRows[UP_STRIDE * row]! += addedCoarse - removedCoarse
      upRows[UP_STRIDE * row + UP_FINE]! += finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      const mark = marks[row]!
      marks[row] = mark | TOUCHED_UP | DIRTY_UP
      touched[touchedCount] = row
      touchedCount += isUnmarked(mark, TOUCHED_UP)
      dirtied[dirtyCount] = row
      dirtyCount += isUnmarked(mark, DIRTY)
    }
  }
  changedUp.count = 0
  touchedUp.count = touchedCount
  dirty.count = dirtyCount
}

/** The sums and levels of all suppliers anew. Flat loops: short inner ones cost twice the time. */
function settleAll(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  soilAll(state, DIRTY_UP)
  countChanges(coefficients, state)
  addAll(coefficients, state)
  const { upRows, upLimit, changedUp } = state
  const changed = changedUp.of
  let count = 0
  let fall = 0
  for (let row = 0; row < upLimit.length; row++) {
    const place = UP_STRIDE * row
    const lost = (upRows[place]! + upRows[place + UP_FINE]!) / upRows[place + UP_OUTPUT]!
    const before = upRows[place + UP_LEVEL]!
    const level = levelOf(lost, upLimit[row]!)
    if (before - level > fall) fall = before - level
    upRows[place + UP_LEVEL] = level
    changed[count] = row
    count += level === before ? 0 : 1
  }
  changedUp.count = count
  return fall
}

/** In the order of the suppliers: writing here and there would take twice the time. */
function addAll(coefficients: CriticalityCoefficients, { upDamage, upRows }: CriticalityState): void {
  const { saleSupplier, saleCustomer, saleFlow } = coefficients
  for (let place = 0; place < upRows.length; place += UP_STRIDE) {
    upRows[place] = 0
    upRows[place + UP_FINE] = 0
  }
  for (let sale = 0; sale < saleFlow.length; sale++) {
    const place = UP_STRIDE * saleSupplier[sale]!
    const lost = saleFlow[sale]! * upDamage[saleCustomer[sale]!]!
    const coarse = coarsePart(lost)
    upRows[place]! += coarse
    upRows[place + UP_FINE]! += finePart(lost, coarse)
  }
}

function countChanges({ unit }: CriticalityCoefficients, { changedUp, upRows, upDamage }: CriticalityState): void {
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    upDamage[row] = (1 - upRows[UP_STRIDE * row + UP_LEVEL]!) * unit
  }
  changedUp.count = 0
}
