import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import {
  addChanged,
  AHEAD,
  CLOSED,
  DIRTY_UP,
  isUnmarked,
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
  if (isDense(coefficients, state)) return settleAll(coefficients, state)
  gather(coefficients, state)
  addChanges(coefficients, state)
  return settleTouched(state)
}

function isDense(
  { buyStart, saleCount, denseShare }: CriticalityCoefficients,
  { changedUp }: CriticalityState,
): boolean {
  let links = 0
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    links += buyStart[row + 1]! - buyStart[row]!
  }
  return links > saleCount * denseShare
}

/** Lists what goes out, so that the loop over links need not wait for rows that lie here and there. */
function gather({ buyStart, unit }: CriticalityCoefficients, { changedUp, upRows, pushes }: CriticalityState): void {
  const { now, before, start, end } = pushes
  for (let at = 0; at < changedUp.count; at++) {
    const row = changedUp.of[at]!
    now[at] = (1 - upRows[UP_STRIDE * row + UP_LEVEL]!) * unit
    before[at] = (1 - changedUp.before[at]!) * unit
    start[at] = buyStart[row]!
    end[at] = buyStart[row + 1]!
  }
  pushes.count = changedUp.count
  changedUp.count = 0
}

/** Takes the old losses of changed customers out of the sums of their suppliers and puts the new ones in. */
function addChanges({ index }: CriticalityCoefficients, state: CriticalityState): void {
  const { linkFrom, flow } = index
  const { pushes, terms } = state
  const { to, coarse, fine } = terms
  let count = 0
  for (let at = 0; at < pushes.count; at++) {
    const now = pushes.now[at]!
    const before = pushes.before[at]!
    const end = pushes.end[at]!
    for (let link = pushes.start[at]!; link < end; link++) {
      const added = flow[link]! * now
      const removed = flow[link]! * before
      const addedCoarse = coarsePart(added)
      const removedCoarse = coarsePart(removed)
      to[count] = linkFrom[link]!
      coarse[count] = addedCoarse - removedCoarse
      fine[count] = finePart(added, addedCoarse) - finePart(removed, removedCoarse)
      if (++count < AHEAD) continue
      addTerms(state, count)
      count = 0
    }
  }
  addTerms(state, count)
}

function addTerms({ terms, upRows, marks, touchedUp, dirtyUp }: CriticalityState, count: number): void {
  const { to, coarse, fine } = terms
  const touched = touchedUp.of
  const dirtied = dirtyUp.of
  let touchedCount = touchedUp.count
  let dirtyCount = dirtyUp.count
  for (let at = 0; at < count; at++) {
    const row = to[at]!
    const place = UP_STRIDE * row
    upRows[place]! += coarse[at]!
    upRows[place + UP_FINE]! += fine[at]!
    const mark = marks[row]!
    marks[row] = mark | TOUCHED_UP | DIRTY_UP
    touched[touchedCount] = row
    touchedCount += isUnmarked(mark, TOUCHED_UP)
    dirtied[dirtyCount] = row
    dirtyCount += isUnmarked(mark, DIRTY_UP)
  }
  touchedUp.count = touchedCount
  dirtyUp.count = dirtyCount
}

function settleTouched(state: CriticalityState): number {
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
    addChanged(changedUp, row, before)
  }
  touchedUp.count = 0
  return fall
}

/** The sums and levels of all suppliers anew. Flat loops: short inner ones cost twice the time. */
function settleAll(coefficients: CriticalityCoefficients, state: CriticalityState): number {
  state.changedUp.count = 0
  addAll(coefficients, state)
  const { upRows, upLimit, changedUp } = state
  let fall = 0
  for (let row = 0; row < upLimit.length; row++) {
    const place = UP_STRIDE * row
    const lost = (upRows[place]! + upRows[place + UP_FINE]!) / upRows[place + UP_OUTPUT]!
    const before = upRows[place + UP_LEVEL]!
    const level = levelOf(lost, upLimit[row]!)
    if (level === before) continue
    if (before - level > fall) fall = before - level
    upRows[place + UP_LEVEL] = level
    addChanged(changedUp, row, before)
  }
  return fall
}

/** Writing here and there costs no more than reading here and there in the order of the suppliers. */
function addAll({ index, unit }: CriticalityCoefficients, state: CriticalityState): void {
  const { linkFrom, linkGroup, groupEnterprise, flow } = index
  const { scratch: damage, upRows } = state
  state.areUpRowsSoiled = true
  for (let row = 0; row < index.enterpriseCount; row++) {
    const place = UP_STRIDE * row
    damage[row] = (1 - upRows[place + UP_LEVEL]!) * unit
    upRows[place] = 0
    upRows[place + UP_FINE] = 0
  }
  for (let link = 0; link < flow.length; link++) {
    const place = UP_STRIDE * linkFrom[link]!
    const lost = flow[link]! * damage[groupEnterprise[linkGroup[link]!]!]!
    const coarse = coarsePart(lost)
    upRows[place]! += coarse
    upRows[place + UP_FINE]! += finePart(lost, coarse)
  }
}
