import { CARD, GRID } from './grid.ts'
import type { Band, TierLayout } from './tier-layout.ts'

/** What may not be cut: a card, or a heading with the first card under it. Map units. */
interface Piece {
  readonly top: number
  readonly bottom: number
}

/**
 * The layout with its columns drawn apart, so that some level lines cross neither card nor heading: for a map that is cut along them.
 * The order and the columns stay; what lies below a line in a column moves down as one.
 * @param lines heights in map units, ascending; counted in what comes out
 * @param margin free above and below each line
 */
export function spreadRows(layout: TierLayout, lines: readonly number[], margin: number): TierLayout {
  const y = Float64Array.from(layout.y)
  const rowsOf: number[][] = layout.bands.map(() => [])
  layout.x.forEach((x, row) => rowsOf[bandAt(layout.bands, x)]!.push(row))
  let lowest = 0
  const bands = layout.bands.map((band, at): Band => {
    const rows = rowsOf[at]!
    const headings = band.headings.map(({ y: top }) => top)
    const moved = spreadColumn({ rows, y, headings }, lines, margin)
    lowest = Math.max(lowest, moved)
    return { ...band, headings: band.headings.map((heading, place) => ({ ...heading, y: headings[place]! })) }
  })
  return { ...layout, y, bands, bottom: layout.bottom + lowest, height: layout.height + lowest }
}

/** The column in which something stands, or left of which it does: a card may have been dragged to another one. */
function bandAt(bands: readonly Band[], x: number): number {
  const at = bands.findIndex((band) => x <= band.x + band.width)
  return at < 0 ? bands.length - 1 : at
}

interface ColumnPieces {
  readonly rows: readonly number[]
  /** [enterprises] centres; those of the rows change. */
  readonly y: Float64Array
  /** Tops; they change. */
  readonly headings: number[]
}

/** @returns how far the lowest has moved */
function spreadColumn({ rows, y, headings }: ColumnPieces, lines: readonly number[], margin: number): number {
  let moved = 0
  for (const line of lines) {
    const cards = rows.map((row): Piece => ({ top: y[row]! - CARD.height / 2, bottom: y[row]! + CARD.height / 2 }))
    const heads = headings.map((top): Piece => ({ top, bottom: top + GRID.stage + GRID.row }))
    const below = [...cards, ...heads].filter(({ bottom }) => bottom > line - margin)
    if (below.length === 0) continue
    const top = Math.min(...below.map((piece) => piece.top))
    const shift = line + margin - top
    if (shift <= 0) continue
    cards.forEach((card, at) => {
      if (card.bottom > line - margin) y[rows[at]!]! += shift
    })
    heads.forEach((head, at) => {
      if (head.bottom > line - margin) headings[at]! += shift
    })
    moved += shift
  }
  return moved
}
