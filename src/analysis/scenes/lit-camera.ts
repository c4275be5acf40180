import { CARD } from '../layout/grid.ts'
import type { TierLayout } from '../layout/tier-layout.ts'

/** Part of a map: its centre and width in map units. */
export interface LookedAt {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Room around what is shown, map units. */
const AROUND = { x: 1.1 * CARD.width, y: 2.5 * CARD.height } as const
/** A part narrower than this share of the map would lose its place in the chain. */
const NARROWEST = 0.42
/** A part wider than this share is the whole map. */
const WIDEST = 0.9

/**
 * The part of the map in which some cards are as large as a pane allows, their neighbours about them.
 * @param rows of the layout
 * @param aspect width of the pane over its height
 * @returns null = the whole map
 */
export function cameraOn(layout: TierLayout, rows: readonly number[], aspect: number): LookedAt | null {
  if (rows.length === 0) return null
  const xs = rows.map((row) => layout.x[row]!)
  const ys = rows.map((row) => layout.y[row]!)
  const [left, right] = [Math.min(...xs) - AROUND.x, Math.max(...xs) + AROUND.x]
  const [top, bottom] = [Math.min(...ys) - AROUND.y, Math.max(...ys) + AROUND.y]
  const width = Math.max(right - left, (bottom - top) * aspect, NARROWEST * layout.width)
  if (width > WIDEST * layout.width) return null
  const height = width / aspect
  return {
    x: inside((left + right) / 2, width, layout.width),
    y: inside((top + bottom) / 2, height, layout.height),
    width,
  }
}

/** Centre of a window of some size, moved so that nothing beside the map is shown while there is more of the map. */
const inside = (centre: number, size: number, whole: number): number =>
  size >= whole ? whole / 2 : Math.max(size / 2, Math.min(centre, whole - size / 2))
