import type { Chain } from '../../model/chain.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { orderTiers } from './order-tiers.ts'

/** Size of a card and of the grid, in map units (pixels at zoom 1). */
export const CARD = { width: 128, height: 22 } as const
export const GRID = { column: 140, row: 28, bandPadding: 12, bandGap: 48, heading: 48, margin: 16 } as const

/** Width over height that a map is wrapped to. */
const ASPECT = 1.75
const FEWEST_ROWS = 8

/** One tier of the chain: a column of the map, as wide as its cards need. */
export interface Band {
  readonly tier: number
  readonly stageIds: readonly string[]
  readonly count: number
  readonly x: number
  readonly width: number
}

/** Where everything stands, in map units; upstream left, downstream right. */
export interface TierLayout {
  /** [enterprises] centre of the card. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: number
  readonly height: number
  /** Left to right. */
  readonly bands: readonly Band[]
}

/**
 * Places every enterprise in the column of its stage's tier; long columns wrap. Deterministic, independent of the order of rows in
 * the file, and computed once per chain: no click, filter or day moves a card.
 */
export function tierLayout(chain: Chain, index: IndexedChain): TierLayout {
  const { tiers, columns, tierOfRow, stageIds } = columnsOf(chain, index)
  const ordered = orderTiers(index, columns, tierOfRow)
  const rows = rowsPerColumn(ordered.map((column) => column.length))
  const height = GRID.heading + rows * GRID.row + GRID.margin
  const layout = { x: new Float64Array(index.enterpriseCount), y: new Float64Array(index.enterpriseCount) }
  const bands: Band[] = []
  let x = GRID.margin
  ordered.forEach((column, at) => {
    const lanes = Math.max(1, Math.ceil(column.length / rows))
    const width = lanes * GRID.column + 2 * GRID.bandPadding - (GRID.column - CARD.width)
    placeColumn(column, { x: x + GRID.bandPadding, lanes, rows }, layout)
    bands.push({ tier: tiers[at]!, stageIds: stageIds[at]!, count: column.length, x, width })
    x += width + GRID.bandGap
  })
  return { ...layout, width: x - GRID.bandGap + GRID.margin, height, bands }
}

function columnsOf(chain: Chain, index: IndexedChain) {
  const tierOfStage = new Map(chain.stages.map((stage) => [stage.id, stage.tier]))
  const tierOf = new Map(chain.enterprises.map((enterprise) => [enterprise.id, tierOfStage.get(enterprise.stage) ?? 0]))
  const tiers = [...new Set(tierOf.values())].toSorted((a, b) => b - a)
  const columns: number[][] = tiers.map(() => [])
  const tierOfRow = new Int32Array(index.enterpriseCount)
  index.enterpriseIds.forEach((id, row) => {
    tierOfRow[row] = tiers.indexOf(tierOf.get(id)!)
    columns[tierOfRow[row]!]!.push(row)
  })
  const stageIds = tiers.map((tier) => chain.stages.filter((stage) => stage.tier === tier).map((stage) => stage.id))
  return { tiers, columns, tierOfRow, stageIds }
}

/** Rows per column at which the whole map comes nearest to the aspect of a screen. */
function rowsPerColumn(counts: readonly number[]): number {
  const longest = Math.max(FEWEST_ROWS, ...counts)
  let best = longest
  let nearest = Infinity
  for (let rows = FEWEST_ROWS; rows <= longest; rows += Math.max(1, Math.floor(rows / 24))) {
    const lanes = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / rows)), 0)
    const width = lanes * GRID.column + counts.length * GRID.bandGap
    const off = Math.abs(width / (GRID.heading + rows * GRID.row) - ASPECT)
    if (off < nearest) {
      nearest = off
      best = rows
    }
  }
  return best
}

/** Fills lane by lane across, so that neighbours in the order stay at the same height; short columns are centred. */
function placeColumn(
  column: readonly number[],
  place: { readonly x: number; readonly lanes: number; readonly rows: number },
  { x, y }: Pick<TierLayout, 'x' | 'y'>,
): void {
  const used = Math.ceil(column.length / place.lanes)
  const pitch = used > 1 ? Math.min(2 * GRID.row, ((place.rows - 1) * GRID.row) / (used - 1)) : GRID.row
  const top = GRID.heading + ((place.rows - 1) * GRID.row - (used - 1) * pitch) / 2 + GRID.row / 2
  column.forEach((row, position) => {
    x[row] = place.x + (position % place.lanes) * GRID.column + CARD.width / 2
    y[row] = top + Math.floor(position / place.lanes) * pitch
  })
}
