import type { RunResult } from '../engine/run-result.ts'
import { BACK_TO_FULL, SAME_LEVEL } from './played.ts'

/** What a release does, against the same scenario with nothing cleared. */
export interface Wave {
  /** [enterprises] first day on which the level is above the one without the clearings; -1 = never within the run. */
  readonly feels: Int32Array
  /** [enterprises] first day from which it stays at full output to the end, and would not have; -1 = never. */
  readonly full: Int32Array
  /** [enterprises] output won (+) or lost (-) over the run, in days of full output. */
  readonly gainDays: Float64Array
}

/** Compares a run with another of the same chain and the same days. */
export function waveOf(run: RunResult, nothingCleared: RunResult): Wave {
  const { days, enterpriseCount: count } = run
  const wave: Wave = {
    feels: new Int32Array(count).fill(-1),
    full: new Int32Array(count).fill(-1),
    gainDays: new Float64Array(count),
  }
  for (let row = 0; row < count; row++) {
    let back = days
    while (back > 0 && run.level[(back - 1) * count + row]! >= BACK_TO_FULL) back--
    let backWithout = days
    while (backWithout > 0 && nothingCleared.level[(backWithout - 1) * count + row]! >= BACK_TO_FULL) backWithout--
    if (back < days && backWithout > back) wave.full[row] = back
    for (let day = 0; day < days; day++) {
      const change = run.level[day * count + row]! - nothingCleared.level[day * count + row]!
      wave.gainDays[row]! += change
      if (change > SAME_LEVEL && wave.feels[row] === -1) wave.feels[row] = day
    }
  }
  return wave
}
