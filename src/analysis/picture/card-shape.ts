import { CARD } from '../layout/grid.ts'
import type { Role } from '../../model/chain.ts'

/** How far the ends of a leading enterprise's card run out to a point. */
const POINT = 8
const CORE_RADIUS = 4

/** What an outline is drawn with: a canvas, or a pen that writes down its steps. */
export interface ShapeSink {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  closePath(): void
  /** @param radii one for all corners, or top left, top right, bottom right, bottom left */
  roundRect(x: number, y: number, width: number, height: number, radii: number | number[]): void
}

/** Outline of a card: leading = pointed ends, core supplier = rounded rectangle, SME = pill. */
export function traceCard(path: ShapeSink, role: Role, left: number, top: number): void {
  const { width, height } = CARD
  if (role === 'leading') tracePointed(path, left, top, width)
  else path.roundRect(left, top, width, height, role === 'core' ? CORE_RADIUS : height / 2)
}

/** The part of a card from its left end to a level: the same outline with an upright right edge. */
export function traceFill(path: ShapeSink, role: Role, left: number, top: number, level: number): void {
  const { width, height } = CARD
  const end = width * level
  if (level >= 1) return traceCard(path, role, left, top)
  if (role === 'leading') return tracePointed(path, left, top, Math.max(end, 1))
  const radius = Math.min(role === 'core' ? CORE_RADIUS : height / 2, end)
  path.roundRect(left, top, end, height, [radius, 0, 0, radius])
}

/** The hexagon cut off at `end`; whole where `end` is the full width. */
function tracePointed(path: ShapeSink, left: number, top: number, end: number): void {
  const { width, height } = CARD
  const middle = top + height / 2
  const heightAt = (x: number): number => (height / 2) * Math.min(1, x / POINT, (width - x) / POINT)
  const corners = [POINT, width - POINT].filter((x) => x < end)
  path.moveTo(left, middle)
  for (const x of corners) path.lineTo(left + x, top)
  path.lineTo(left + end, middle - heightAt(end))
  path.lineTo(left + end, middle + heightAt(end))
  for (const x of corners.toReversed()) path.lineTo(left + x, top + height)
  path.closePath()
}
