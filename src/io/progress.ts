/**
 * Hears what share of the work is done, 0..1.
 * @param next share at which the step ends that now begins, and that tells nothing meanwhile
 */
export type Tell = (done: number, next?: number) => void

/** For a part of the work that takes it from one share to another. */
export function partOf(tell: Tell | undefined, from: number, to: number): Tell {
  const whole = (done: number): number => from + done * (to - from)
  return (done, next) => tell?.(whole(done), next === undefined ? undefined : whole(next))
}

/** Rows after which it is told how far that is. */
const TOLD_EVERY = 2_000

/** Calls a loop's body for each row, and tells how far it is. */
export function eachTold(count: number, tell: Tell | undefined, body: (at: number) => void): void {
  for (let at = 0; at < count; at++) {
    if (at > 0 && at % TOLD_EVERY === 0) tell?.(at / count)
    body(at)
  }
}
