import type { Chain } from '../../model/chain.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { alignColumns } from './align-columns.ts'
import { CARD, GRID } from './grid.ts'
import { lanesPerColumn } from './lanes-per-column.ts'
import { orderTiers } from './order-tiers.ts'
import { CLOSE, packColumn, type PackedStage, type PackRoom } from './pack-column.ts'
import type { Column } from './sweep.ts'

/** Cards of a short column stand at most this much farther apart than those of a long one. */
const LOOSEST = 1.2
/** Most room below a stage. */
const WIDEST_GAP = 14

/** A stage inside a column. */
export interface StageHeading {
  readonly stageId: string
  readonly count: number
  readonly x: number
  /** Top of the heading. */
  readonly y: number
  readonly width: number
}

/** One tier of the chain: a column of the map, as wide as its cards need. */
export interface Band {
  readonly tier: number
  readonly stageIds: readonly string[]
  readonly count: number
  readonly x: number
  readonly width: number
  /** First lane, a row of `TierLayout.laneX`, and how many. */
  readonly lane: number
  readonly laneCount: number
  /** One per stage; empty where the tier is a single stage. */
  readonly headings: readonly StageHeading[]
}

/** Where everything stands, in map units; upstream left, downstream right. */
export interface TierLayout {
  /** [enterprises] centre of the card. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** [enterprises] lane of the card, counted over all columns. */
  readonly lane: Int32Array
  /** [lanes] centre. */
  readonly laneX: Float64Array
  readonly width: number
  readonly height: number
  /** Lower edge of the columns; links that run backwards pass below. */
  readonly bottom: number
  /** Left to right. */
  readonly bands: readonly Band[]
}

/**
 * Places every enterprise in the column of its stage's tier, stage by stage; long columns wrap into lanes. Deterministic,
 * independent of the order of rows in the file, and computed once per chain: no click, filter or day moves a card.
 */
export function tierLayout(chain: Chain, index: IndexedChain): TierLayout {
  const { tiers, columns, tierOfRow } = columnsOf(chain, index)
  const { lanes, height: planned } = lanesPerColumn(columns.map((column) => column.map(({ rows }) => rows.length)))
  const ordered = orderTiers(index, columns, lanes, tierOfRow)
  const placed = placeColumns(ordered, lanes, planned, index.enterpriseCount)
  const room = placed.columns.map((column) => column.room)
  const tops = alignColumns(index, tierOfRow, placed.y, room).map((shift) => GRID.heading + shift)
  const rank = new Map(chain.stages.map(({ id }, at) => [id, at]))
  const bands: Band[] = []
  const laneX: number[] = []
  ordered.forEach((column, at) => {
    const before = bands.at(-1)
    const x = before ? before.x + before.width + GRID.bandGap : GRID.margin
    const lane = laneX.length
    const laneCount = lanes[at]!
    for (let next = 0; next < laneCount; next++) {
      laneX.push(x + GRID.bandPadding + CARD.width / 2 + next * GRID.column)
    }
    const { stages } = placed.columns[at]!
    bands.push({
      tier: tiers[at]!,
      stageIds: column.map(({ stageId }) => stageId).toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
      count: column.reduce((sum, { rows }) => sum + rows.length, 0),
      x,
      width: (laneCount - 1) * GRID.column + CARD.width + 2 * GRID.bandPadding,
      lane,
      laneCount,
      headings: stages.length > 1 ? stages.map((stage) => headingAt(stage, x, tops[at]!)) : [],
    })
  })
  const lane = placed.lane.map((within, row) => bands[tierOfRow[row]!]!.lane + within)
  return {
    x: Float64Array.from(lane, (at) => laneX[at]!),
    y: placed.y,
    lane,
    laneX: Float64Array.from(laneX),
    bands,
    ...sizeOf(bands, placed.height, hasBackward(index, tierOfRow)),
  }
}

function sizeOf(bands: readonly Band[], height: number, hasLoops: boolean) {
  const last = bands.at(-1)
  const bottom = GRID.heading + height + GRID.margin / 2
  return {
    width: (last ? last.x + last.width : GRID.margin) + GRID.margin,
    height: bottom + (hasLoops ? GRID.channel : GRID.margin / 2),
    bottom,
  }
}

const headingAt = ({ stageId, count, lane, laneCount, top }: PackedStage, x: number, start: number): StageHeading => ({
  stageId,
  count,
  x: x + GRID.bandPadding + lane * GRID.column,
  y: start + top,
  width: (laneCount - 1) * GRID.column + CARD.width,
})

function columnsOf(chain: Chain, index: IndexedChain) {
  const tierOfStage = new Map(chain.stages.map((stage) => [stage.id, stage.tier]))
  const stageOf = new Map(chain.enterprises.map((enterprise) => [enterprise.id, enterprise.stage]))
  const tierOf = (id: string): number => tierOfStage.get(stageOf.get(id)!) ?? 0
  const tiers = [...new Set(index.enterpriseIds.map(tierOf))].toSorted((a, b) => b - a)
  const groups: Map<string, number[]>[] = tiers.map(() => new Map())
  const tierOfRow = new Int32Array(index.enterpriseCount)
  index.enterpriseIds.forEach((id, row) => {
    const column = tiers.indexOf(tierOf(id))
    tierOfRow[row] = column
    const stage = stageOf.get(id)!
    const rows = groups[column]!.get(stage)
    if (rows) rows.push(row)
    else groups[column]!.set(stage, [row])
  })
  const columns: Column[] = groups.map((stages) => [...stages].map(([stageId, rows]) => ({ stageId, rows })))
  return { tiers, columns, tierOfRow }
}

/** Packs each column anew with the room there is: in short columns cards and stages stand a little farther apart. */
function placeColumns(columns: readonly Column[], lanes: readonly number[], planned: number, count: number) {
  const places = { y: new Float64Array(count), lane: new Int32Array(count) }
  const packAt = (at: number, room: PackRoom) => packColumn(columns[at]!, lanes[at]!, room, places)
  const close = columns.map((_, at) => packAt(at, CLOSE))
  // The order found may pack a little worse than the one that was planned with.
  const height = Math.max(planned, ...close.map((column) => column.height))
  const placed = columns.map((column, at) => {
    const spare = (height - close[at]!.height) / Math.max(1, close[at]!.height / GRID.row)
    const pitch = Math.floor(Math.min(LOOSEST * GRID.row, GRID.row + spare))
    const left = height - packAt(at, { pitch, gap: CLOSE.gap }).height
    const gap = Math.floor(
      Math.min(WIDEST_GAP, CLOSE.gap + Math.max(0, left) / Math.max(1, column.length / lanes[at]!)),
    )
    const rooms: readonly PackRoom[] = [{ pitch, gap }, { pitch, gap: CLOSE.gap }, CLOSE]
    const room = rooms.find((tried) => packAt(at, tried).height <= height) ?? CLOSE
    const packed = packAt(at, room)
    for (const { rows } of column) for (const row of rows) places.y[row]! += GRID.heading
    return { stages: packed.stages, room: Math.max(0, height - packed.height) }
  })
  return { ...places, columns: placed, height }
}

function hasBackward({ linkCount, linkFrom, linkGroup, groupEnterprise }: IndexedChain, tier: Int32Array): boolean {
  for (let link = 0; link < linkCount; link++) {
    if (tier[linkFrom[link]!]! > tier[groupEnterprise[linkGroup[link]!]!]!) return true
  }
  return false
}
