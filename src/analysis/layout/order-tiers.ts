import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { countCrossings } from './crossings.ts'

const SWEEPS = 12
/** Sweeps without a better order after which the search ends. */
const PATIENCE = 4

/**
 * Places within the columns that keep crossings low: barycentre sweeps left to right and back (K. Sugiyama et al., IEEE Trans. SMC 11:109,
 * 1981), the best order seen is kept. Starts from the rows given, so the same chain gives the same order.
 * @param columns rows of each column, in the order to start from
 * @param tier [enterprises] column of each enterprise
 * @returns the columns, each in its order from the top
 */
export function orderTiers(index: IndexedChain, columns: readonly (readonly number[])[], tier: Int32Array): number[][] {
  const neighbours = neighbourRows(index)
  const place = new Float64Array(index.enterpriseCount)
  const rank = new Int32Array(index.enterpriseCount)
  let current = columns.map((column) => [...column])
  for (const column of current) settle(column, place, rank)
  let best = current
  let fewest = countCrossings(index, tier, rank)
  let idle = 0
  for (let sweep = 0; sweep < SWEEPS && idle < PATIENCE && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0
    const next = current.map((column) => [...column])
    for (let step = 0; step < next.length; step++) {
      const at = forward ? step : next.length - 1 - step
      sortByNeighbours(next[at]!, at, forward, { neighbours, tier, place })
      settle(next[at]!, place, rank)
    }
    current = next
    const crossings = countCrossings(index, tier, rank)
    idle++
    if (crossings < fewest) {
      fewest = crossings
      best = next
      idle = 0
    }
  }
  return best.map((column) => [...column])
}

function settle(column: readonly number[], place: Float64Array, rank: Int32Array): void {
  column.forEach((row, position) => {
    rank[row] = position
    place[row] = (position + 0.5) / column.length
  })
}

interface Neighbours {
  /** [enterprises + 1] into `rows`. */
  readonly start: Int32Array
  readonly rows: Int32Array
}

function neighbourRows(index: IndexedChain): Neighbours {
  const start = new Int32Array(index.enterpriseCount + 1)
  const ends = (link: number) => [index.linkFrom[link]!, index.groupEnterprise[index.linkGroup[link]!]!] as const
  for (let link = 0; link < index.linkCount; link++) {
    const [from, to] = ends(link)
    start[from + 1]!++
    start[to + 1]!++
  }
  for (let row = 0; row < index.enterpriseCount; row++) start[row + 1]! += start[row]!
  const next = start.slice()
  const rows = new Int32Array(2 * index.linkCount)
  for (let link = 0; link < index.linkCount; link++) {
    const [from, to] = ends(link)
    rows[next[from]!++] = to
    rows[next[to]!++] = from
  }
  return { start, rows }
}

interface SortTools {
  readonly neighbours: Neighbours
  readonly tier: Int32Array
  readonly place: Float64Array
}

/** Sorts a column by the mean place of its neighbours in the columns already swept; without any, an enterprise keeps its place. */
function sortByNeighbours(
  column: number[],
  at: number,
  forward: boolean,
  { neighbours, tier, place }: SortTools,
): void {
  const wish = new Map<number, number>()
  for (const row of column) {
    let sum = 0
    let count = 0
    for (let n = neighbours.start[row]!; n < neighbours.start[row + 1]!; n++) {
      const other = neighbours.rows[n]!
      const swept = forward ? tier[other]! < at : tier[other]! > at
      if (!swept) continue
      sum += place[other]!
      count++
    }
    wish.set(row, count > 0 ? sum / count : place[row]!)
  }
  column.sort((a, b) => wish.get(a)! - wish.get(b)! || place[a]! - place[b]!)
}
