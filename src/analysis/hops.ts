import { WHY } from '../engine/run-result.ts'
import { directCauses } from './direct-causes.ts'
import type { Played } from './played.ts'

/** Longest way that is counted; farther roots, and loops without a block, give -1. */
const FARTHEST = 32_000

/**
 * Links between every enterprise and its nearest root block, for every day.
 * @returns [days * enterprises] 0 = its own block, -1 = runs, or no block is found behind it
 */
export function hopsOf(played: Played): Int16Array {
  const { index, run } = played
  const count = index.enterpriseCount
  const eve = eveHops(played)
  const hops = new Int16Array(run.days * count).fill(-1)
  const hopsOn = (row: number, day: number) => (day < 0 ? eve[row]! : hops[day * count + row]!)
  for (let day = 0; day < run.days; day++) {
    for (let row = 0; row < count; row++) {
      if (run.why[day * count + row] !== WHY.running) hops[day * count + row] = nearest(played, row, day, hopsOn)
    }
  }
  return hops
}

function nearest(played: Played, row: number, day: number, hopsOn: (row: number, day: number) => number): number {
  let best = FARTHEST
  for (const cause of directCauses(played, row, day)) {
    if (cause.kind === 'block') best = Math.min(best, cause.link >= 0 ? 1 : 0)
    else {
      const behind = hopsOn(cause.row, cause.day)
      if (behind >= 0) best = Math.min(best, behind + 1)
    }
  }
  return best === FARTHEST ? -1 : best
}

/** The day before the start stands for all before it, so its ways may turn in circles: repeat until nothing gets nearer. */
function eveHops(played: Played): Int16Array {
  const count = played.index.enterpriseCount
  const hops = new Int16Array(count).fill(-1)
  for (let changed = true; changed;) {
    changed = false
    for (let row = 0; row < count; row++) {
      if (played.run.eve.why[row] === WHY.running) continue
      const found = nearest(played, row, -1, (behind) => hops[behind]!)
      if (found >= 0 && (hops[row]! < 0 || found < hops[row]!)) {
        hops[row] = found
        changed = true
      }
    }
  }
  return hops
}
