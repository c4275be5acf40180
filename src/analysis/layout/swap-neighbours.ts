import type { Column, SweepTools } from './sweep.ts'

/** Pairs of links above which a swap is not worth counting. */
const MOST_PAIRS = 400

/** Swaps enterprises that follow each other within a stage wherever that takes crossings away (one pass). */
export function swapNeighbours(column: Column, tools: SweepTools): Column {
  return column.map(({ stageId, rows }) => {
    const order = [...rows]
    for (let at = 0; at + 1 < order.length; at++) {
      const upper = order[at]!
      const lower = order[at + 1]!
      if (swapGain(upper, lower, tools) > 0) {
        order[at] = lower
        order[at + 1] = upper
      }
    }
    return { stageId, rows: order }
  })
}

/** Crossings that go when two enterprises change places, less those that come. */
function swapGain(upper: number, lower: number, { neighbours: { start, rows }, tier, y }: SweepTools): number {
  const pairs = (start[upper + 1]! - start[upper]!) * (start[lower + 1]! - start[lower]!)
  if (pairs > MOST_PAIRS) return 0
  let gain = 0
  for (let a = start[upper]!; a < start[upper + 1]!; a++) {
    for (let b = start[lower]!; b < start[lower + 1]!; b++) {
      const [one, other] = [rows[a]!, rows[b]!]
      if (tier[one] !== tier[other] || tier[one] === tier[upper]) continue
      gain += Math.sign(y[one]! - y[other]!)
    }
  }
  return gain
}
