import { GRID } from './grid.ts'
import { packedHeight } from './pack-column.ts'

/** Room for the map on a usual screen, pixels: the lanes are chosen so that the whole chain is shown there as large as can be. */
const SCREEN = { width: 1130, height: 540 } as const
const FEWEST_ROWS = 8
/** Heights that are tried. */
const TRIES = 28

/**
 * Lanes of each column such that the whole map is largest on a screen.
 * @param counts lengths of the stages of each column
 * @returns lanes [columns] and the height of the longest, without headings of columns
 */
export function lanesPerColumn(counts: readonly (readonly number[])[]): {
  readonly lanes: readonly number[]
  readonly height: number
} {
  const heights = counts.map((column) => new Map([[1, packedHeight(column, 1)]]))
  const heightOf = (column: number, lanes: number): number => {
    const known = heights[column]!.get(lanes)
    if (known !== undefined) return known
    const height = packedHeight(counts[column]!, lanes)
    heights[column]!.set(lanes, height)
    return height
  }
  const lowest = FEWEST_ROWS * GRID.row
  const longest = Math.max(lowest, ...counts.map((_, column) => heightOf(column, 1)))
  let best = { lanes: counts.map(() => 1), height: longest }
  let largest = 0
  for (let attempt = 0; attempt <= TRIES; attempt++) {
    const share = attempt / TRIES
    // Closer together where columns are short: there a lane more or less changes the shape most.
    const height = lowest + (longest - lowest) * share * share * share
    const lanes = counts.map((column, at) => lanesFor(column, height, (count) => heightOf(at, count)))
    const tallest = Math.max(lowest, ...lanes.map((count, at) => heightOf(at, count)))
    const all = lanes.reduce((sum, count) => sum + count, 0)
    const width = all * GRID.column + counts.length * GRID.bandGap
    const zoom = Math.min(SCREEN.width / width, SCREEN.height / (tallest + GRID.heading + 2 * GRID.margin))
    if (zoom > largest) {
      largest = zoom
      best = { lanes, height: tallest }
    }
  }
  return best
}

/** Fewest lanes whose packed height is at most `height`. */
function lanesFor(counts: readonly number[], height: number, heightOf: (lanes: number) => number): number {
  const size = counts.reduce((sum, count) => sum + count, 0)
  let lanes = Math.max(1, Math.floor((size * GRID.row) / height))
  while (lanes < size && heightOf(lanes) > height) lanes++
  return lanes
}
