import { CARD, GRID, LONG_FROM } from './grid.ts'
import type { TierLayout } from './tier-layout.ts'

/** Below this scale, pixels a map unit, names cannot be read. */
const LEAST_SCALE = 0.62
/** Cards are not blown up further. */
const MOST_SCALE = 1
/** Pixels of the map's lower edge that its tools cover, and on a phone of its upper one that the buttons of the sheets do. */
const TOOLS = 48
const BUTTONS = 44

interface Pane {
  readonly width: number
  readonly height: number
}

/** Scale at which the whole map is in the pane. */
const wholeScale = ({ width, height }: TierLayout, pane: Pane): number =>
  Math.min(pane.width / width, (pane.height - TOOLS) / height)

/** Pixels below which a pane is that of a phone: there the whole of any chain but the smallest is a strip. */
const NARROW = 720

/** Whether a map as a whole can be read on a pane, or is worth seeing as a whole for its shape. */
export const isReadableWhole = (layout: TierLayout, pane: Pane): boolean =>
  wholeScale(layout, pane) >= LEAST_SCALE || (layout.bands.length < LONG_FROM && pane.width >= NARROW)

export interface Looked {
  /** Centre, and width, map units. */
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * The part of a long map to begin with: as high as the map where that can be read, and where most of what matters lies; of two such
 * parts the more downstream one.
 * @param rows that matter, such as blocked enterprises; none = the downstream end
 */
export function firstLook(layout: TierLayout, pane: Pane, rows: readonly number[]): Looked {
  const above = pane.width < NARROW ? BUTTONS : 0
  const free = pane.height - TOOLS - above
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, free / layout.height))
  const [width, height] = [pane.width / scale, free / scale]
  const isIn = (row: number, left: number): boolean => {
    const x = layout.x[row]!
    return x - CARD.width / 2 >= left && x + CARD.width / 2 <= left + width
  }
  const last = Math.max(0, layout.width - width)
  let [left, most] = [last, -1]
  for (const band of layout.bands.toReversed()) {
    const start = Math.max(0, Math.min(last, band.x - GRID.margin))
    const count = rows.reduce((sum, row) => sum + (isIn(row, start) ? 1 : 0), 0)
    if (count > most) [left, most] = [start, count]
  }
  const inside = rows.filter((row) => isIn(row, left))
  const middle = inside.reduce((sum, row) => sum + layout.y[row]!, 0) / Math.max(1, inside.length)
  const isAllHigh = height >= layout.height || inside.length === 0
  const y = isAllHigh ? layout.height / 2 : Math.max(height / 2, Math.min(layout.height - height / 2, middle))
  return { x: left + width / 2, y: y + (TOOLS - above) / 2 / scale, width }
}

/** Columns that are on screen, at least in half, of all; from the left, 1 = first. */
export function columnsIn({ bands }: TierLayout, { x, width }: Pick<Looked, 'x' | 'width'>) {
  const seen = bands.flatMap((band, at) => {
    const centre = band.x + band.width / 2
    return centre >= x && centre <= x + width ? [at + 1] : []
  })
  return { first: seen[0] ?? 0, last: seen.at(-1) ?? 0, of: bands.length }
}
