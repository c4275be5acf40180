/** Two rows side by side in one vector: what the compiled steps of a day share (daily-group-kernels.ts, daily-enterprise-kernels.ts). */
import { NEGLIGIBLE } from './rounding.ts'
import { doubleAt, i32, numberAt, numberOf, pair, type Code, type Local } from './wasm-code.ts'

export const ONE = pair.constant(1)
export const ZERO = pair.constant(0)
export const SMALL = pair.constant(NEGLIGIBLE)

/** Both rows from `row` on. */
export const at = (base: Code, row: Local): Code => pair.load(doubleAt(base, row.get))
export const put = (base: Code, row: Local, value: Code): Code => pair.store(doubleAt(base, row.get), value)
/** What stands for the enterprises of two groups. */
export const ofCustomers = (base: Code, groupEnterprise: Code, group: Local): Code =>
  pair.gather(
    doubleAt(base, numberOf(groupEnterprise, group.get)),
    doubleAt(base, numberOf(groupEnterprise, group.get, 4)),
  )
export const positive = (value: Code): Code => pair.larger(ZERO, value)
/** min(1, a / b); 1 where both are 0. */
export const cappedRatio = (a: Code, b: Code): Code => {
  const isLess = pair.isBelow(a, b)
  return pair.divide(pair.choose(a, ONE, isLess), pair.choose(b, ONE, isLess))
}

/** Notes those of two groups whose flags are set behind the `count` that are there. */
export const note = (list: Code, count: Local, group: Local, flags: Local): Code => [
  ...i32.store(numberAt(list, count.get), group.get),
  ...count.set(i32.add(count.get, i32.and(flags.get, i32.constant(1)))),
  ...i32.store(numberAt(list, count.get), i32.add(group.get, i32.constant(1))),
  ...count.set(i32.add(count.get, i32.shiftRight(flags.get, 1))),
]
