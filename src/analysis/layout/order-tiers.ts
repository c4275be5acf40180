import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { countCrossings } from './crossings.ts'
import { swapNeighbours } from './swap-neighbours.ts'
import { CLOSE, packColumn, type ColumnPlaces } from './pack-column.ts'
import type { Column, Neighbours, SweepTools } from './sweep.ts'

const SWEEPS = 16
/** Sweeps without a better order after which the search ends. */
const PATIENCE = 4
/** Up to this many enterprises neighbours are also swapped one by one. */
const SWAPS_UP_TO = 4000

/**
 * Order of the stages within the columns and of the enterprises within the stages that keeps crossings low: barycentre sweeps left
 * to right and back (K. Sugiyama et al., IEEE Trans. SMC 11:109, 1981), then swaps of neighbours; the best order seen is kept.
 * Starts from the rows given, so the same chain gives the same order.
 * @param columns left to right, in the order to start from
 * @param lanes [columns]
 * @param tier [enterprises] column of each enterprise
 */
export function orderTiers(
  index: IndexedChain,
  columns: readonly Column[],
  lanes: readonly number[],
  tier: Int32Array,
): readonly Column[] {
  const neighbours = neighbourRows(index)
  const places: ColumnPlaces = {
    y: new Float64Array(index.enterpriseCount),
    lane: new Int32Array(index.enterpriseCount),
  }
  const tools: SweepTools = { neighbours, tier, y: places.y, wish: new Float64Array(index.enterpriseCount) }
  const settle = (column: Column, at: number) => packColumn(column, lanes[at]!, CLOSE, places)
  const canSwap = index.enterpriseCount <= SWAPS_UP_TO
  let current: readonly Column[] = columns
  current.forEach(settle)
  let best = current
  let fewest = countCrossings(index, tier, places.y)
  let idle = 0
  for (let sweep = 0; sweep < SWEEPS && idle < PATIENCE && fewest > 0; sweep++) {
    const isForward = sweep % 2 === 0
    const next = [...current]
    for (let step = 0; step < next.length; step++) {
      const at = isForward ? step : next.length - 1 - step
      next[at] = sortByNeighbours(next[at]!, (other) => (isForward ? other < at : other > at), tools)
      if (canSwap) next[at] = swapNeighbours(next[at], tools)
      settle(next[at], at)
    }
    current = next
    const crossings = countCrossings(index, tier, places.y)
    idle++
    if (crossings < fewest) {
      fewest = crossings
      best = next
      idle = 0
    }
  }
  return best
}

function neighbourRows(index: IndexedChain): Neighbours {
  const start = new Int32Array(index.enterpriseCount + 1)
  const customer = (link: number): number => index.groupEnterprise[index.linkGroup[link]!]!
  for (let link = 0; link < index.linkCount; link++) {
    start[index.linkFrom[link]! + 1]!++
    start[customer(link) + 1]!++
  }
  for (let row = 0; row < index.enterpriseCount; row++) start[row + 1]! += start[row]!
  const next = start.slice()
  const rows = new Int32Array(2 * index.linkCount)
  for (let link = 0; link < index.linkCount; link++) {
    const from = index.linkFrom[link]!
    const to = customer(link)
    rows[next[from]!++] = to
    rows[next[to]!++] = from
  }
  return { start, rows }
}

/** Sorts stages, and enterprises in them, by the mean height of their neighbours in the columns swept; without any, they stay. */
function sortByNeighbours(column: Column, isSwept: (column: number) => boolean, tools: SweepTools): Column {
  const { neighbours, tier, y, wish } = tools
  const groups = column.map((group) => {
    let sum = 0
    for (const row of group.rows) {
      let heights = 0
      let count = 0
      for (let n = neighbours.start[row]!; n < neighbours.start[row + 1]!; n++) {
        const other = neighbours.rows[n]!
        if (!isSwept(tier[other]!)) continue
        heights += y[other]!
        count++
      }
      const mean = count > 0 ? heights / count : y[row]!
      wish[row] = mean
      sum += mean
    }
    const rows = group.rows.toSorted((a, b) => wish[a]! - wish[b]! || y[a]! - y[b]! || a - b)
    return { group: { stageId: group.stageId, rows }, wish: sum / Math.max(1, rows.length) }
  })
  return groups.toSorted((a, b) => a.wish - b.wish).map(({ group }) => group)
}
