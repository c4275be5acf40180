import { GRID } from './grid.ts'

/** Enterprises of one stage, from the top. */
export interface StageGroup {
  readonly stageId: string
  readonly rows: readonly number[]
}

/** Where a packed stage begins; several lanes where it is too long for one. */
export interface PackedStage {
  readonly stageId: string
  readonly lane: number
  readonly laneCount: number
  /** Top of its heading, from the top of the column. */
  readonly top: number
  readonly count: number
}

export interface ColumnPlaces {
  /** [enterprises] centre of the card from the top of the column; rows of this column are written. */
  readonly y: Float64Array
  /** [enterprises] lane within the column. */
  readonly lane: Int32Array
}

/** Distances that grow where a column is shorter than the longest. */
export interface PackRoom {
  readonly pitch: number
  readonly gap: number
}

export const CLOSE: PackRoom = { pitch: GRID.row, gap: GRID.stageGap }

/** A stage with at least this many rows, were it laid across all lanes, is laid so; shorter ones leave fewer holes in one lane. */
const ROWS_ACROSS = { twoLanes: 2, more: 3 } as const

const isAcross = (count: number, lanes: number): boolean =>
  lanes > 1 && count >= lanes * (lanes === 2 ? ROWS_ACROSS.twoLanes : ROWS_ACROSS.more)

/**
 * Places a column's stages in lanes side by side: each next stage goes to the shortest lane, so that the order of the stages is
 * the order of their heights; a long stage lies across all lanes.
 * @param room distance between the cards of a lane, and below a stage
 * @returns the stages in the order given, and the height of the longest lane
 */
export function packColumn(
  column: readonly StageGroup[],
  lanes: number,
  { pitch, gap }: PackRoom,
  places: ColumnPlaces,
): { readonly stages: readonly PackedStage[]; readonly height: number } {
  const bottom = new Float64Array(lanes)
  const heading = column.length > 1 ? GRID.stage : 0
  const stages = column.map(({ stageId, rows }): PackedStage => {
    const across = isAcross(rows.length, lanes)
    const lane = across ? 0 : shortest(bottom)
    const laneCount = across ? lanes : 1
    const top = across ? Math.max(...bottom) : bottom[lane]!
    rows.forEach((row, position) => {
      places.lane[row] = lane + (position % laneCount)
      places.y[row] = top + heading + (Math.floor(position / laneCount) + 0.5) * pitch
    })
    const end = top + heading + Math.ceil(rows.length / laneCount) * pitch + (heading > 0 ? gap : 0)
    bottom.fill(end, lane, lane + laneCount)
    return { stageId, lane, laneCount, top, count: rows.length }
  })
  return { stages, height: Math.max(...bottom) }
}

/** Height of a packed column from the lengths of its stages alone. */
export function packedHeight(counts: readonly number[], lanes: number): number {
  const bottom = new Float64Array(lanes)
  const heading = counts.length > 1 ? GRID.stage : 0
  const gap = counts.length > 1 ? GRID.stageGap : 0
  for (const count of counts) {
    if (isAcross(count, lanes)) {
      bottom.fill(Math.max(...bottom) + heading + Math.ceil(count / lanes) * GRID.row + gap)
    } else bottom[shortest(bottom)]! += heading + count * GRID.row + gap
  }
  return Math.max(...bottom)
}

function shortest(bottom: Float64Array): number {
  let lane = 0
  for (let other = 1; other < bottom.length; other++) if (bottom[other]! < bottom[lane]!) lane = other
  return lane
}
