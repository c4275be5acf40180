import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import { soil, soilAll, TOUCHED_UP, type CriticalityState } from './criticality-state.ts'
import { coarsePart, finePart } from './exact-sum.ts'
import { levelOf } from './level-of.ts'

/** Share of the links above which a sweep goes through all of them. */
const DENSE = 0.3

/**
 * One sweep of missing demand, as `sweepDown` for supply.
 * @returns the largest fall of a level, 0 when none fell
 */
export function sweepUp(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  return isDense(coefficients, state) ? settleAll(coefficients, state) : settleChanges(coefficients, state)
}

function isDense({ index, saleFlow }: CriticalityCoefficients, { changedUp }: CriticalityState): boolean {
  const { groupStart, linkStart } = index
  let links = 0
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    links += linkStart[groupStart[row + 1]!]! - linkStart[groupStart[row]!]!
  }
  return links > saleFlow.length * DENSE
}

function settleChanges(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  addChanges(coefficients, state)
  const { output } = coefficients
  const { touchedUp, marks, lostSales, up, upLimit, changedUp } = state
  let fall = 0
  for (let at = 0; at < touchedUp.count; at++) {
    const row = touchedUp.of[at]!
    marks[row]! &= ~TOUCHED_UP
    const before = up[row]!
    const level = levelOf((lostSales[2 * row]! + lostSales[2 * row + 1]!) / output[row]!, upLimit[row]!)
    if (level === before) continue
    if (before - level > fall) fall = before - level
    up[row] = level
    changedUp.of[changedUp.count++] = row
  }
  touchedUp.count = 0
  return fall
}

/** Takes the old losses of changed customers out of the sums of their suppliers and puts the new ones in. */
function addChanges({ index, unit }: CriticalityCoefficients, state: CriticalityState): void {
  const { groupStart, linkStart, linkFrom, flow } = index
  const { changedUp, up, upDamage, lostSales, marks, touchedUp } = state
  for (let changed = 0; changed < changedUp.count; changed++) {
    const customer = changedUp.of[changed]!
    const now = (1 - up[customer]!) * unit
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
      lostSales[2 * row]! += addedCoarse - removedCoarse
      lostSales[2 * row + 1]! += finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      if ((marks[row]! & TOUCHED_UP) !== 0) continue
      marks[row]! |= TOUCHED_UP
      touchedUp.of[touchedUp.count++] = row
      soil(state, row)
    }
  }
  changedUp.count = 0
}

/** The sums and levels of all suppliers anew. Flat loops: short inner ones cost twice the time. */
function settleAll(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  soilAll(state)
  countChanges(coefficients, state)
  addAll(coefficients, state)
  const { output } = coefficients
  const { up, upLimit, lostSales, changedUp } = state
  const changed = changedUp.of
  let count = 0
  let fall = 0
  for (let row = 0; row < up.length; row++) {
    const lost = lostSales[2 * row]! + lostSales[2 * row + 1]!
    const before = up[row]!
    // Who sells nothing inside a closed chain has an output of 0 and loses nothing.
    const level = levelOf(lost === 0 ? 0 : lost / output[row]!, upLimit[row]!)
    if (before - level > fall) fall = before - level
    up[row] = level
    changed[count] = row
    count += level === before ? 0 : 1
  }
  changedUp.count = count
  return fall
}

/** In the order of the suppliers: writing here and there would take twice the time. */
function addAll(coefficients: CriticalityCoefficients, { upDamage, lostSales }: CriticalityState): void {
  const { saleSupplier, saleCustomer, saleFlow } = coefficients
  lostSales.fill(0)
  for (let sale = 0; sale < saleFlow.length; sale++) {
    const row = saleSupplier[sale]!
    const lost = saleFlow[sale]! * upDamage[saleCustomer[sale]!]!
    const coarse = coarsePart(lost)
    lostSales[2 * row]! += coarse
    lostSales[2 * row + 1]! += finePart(lost, coarse)
  }
}

function countChanges({ unit }: CriticalityCoefficients, { changedUp, up, upDamage }: CriticalityState): void {
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    upDamage[row] = (1 - up[row]!) * unit
  }
  changedUp.count = 0
}
