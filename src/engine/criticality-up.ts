import type { CriticalityCoefficients } from './criticality-coefficients.ts'
import type { IndexedChain } from './indexed-chain.ts'
import { addChanged, type CriticalityState } from './criticality-state.ts'
import { AHEAD, DIRTY, PER_WHOLE, sendOut, SUM_STRIDE, type Ways } from './criticality-sums.ts'

/** First link into an enterprise. */
export const firstPurchase = ({ linkStart, groupStart }: IndexedChain, row: number): number =>
  linkStart[groupStart[row]!]!

/**
 * One sweep of missing demand that computes only what hangs on a changed level.
 * @returns the largest fall of a level, 0 when none fell
 */
export function sweepUp({ index }: CriticalityCoefficients, state: CriticalityState): number {
  const ways: Ways = { flow: index.flow, to: index.linkFrom }
  const { up, changedUp, saleSums, outgoing } = state
  const { pushes } = outgoing
  for (let at = 0; at < changedUp.count; at++) {
    if (pushes.count === AHEAD) sendOut(outgoing, ways, saleSums)
    const row = changedUp.of[at]!
    const next = pushes.count++
    pushes.now[next] = 1 - up[row]!
    pushes.before[next] = 1 - changedUp.before[at]!
    pushes.start[next] = firstPurchase(index, row)
    pushes.end[next] = firstPurchase(index, row + 1)
  }
  changedUp.count = 0
  sendOut(outgoing, ways, saleSums)
  return lowerTouched(state)
}

/** As sums only grew, a level is the lower of what it was and what the sum leaves. */
function lowerTouched({ up, saleSums, changedUp }: CriticalityState): number {
  const { touched, marks, of } = saleSums
  let fall = 0
  for (let at = 0; at < touched.count; at++) {
    const row = touched.of[at]!
    marks[row] = DIRTY
    const before = up[row]!
    const left = 1 - of[SUM_STRIDE * row]! * of[SUM_STRIDE * row + PER_WHOLE]!
    if (!(left < before) || before === 0) continue
    const level = left > 0 ? left : 0
    if (before - level > fall) fall = before - level
    up[row] = level
    addChanged(changedUp, row, before)
  }
  touched.count = 0
  return fall
}
