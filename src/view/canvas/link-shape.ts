import { CARD } from '../../analysis/layout/tier-layout.ts'

/** A cubic curve in map units, from the supplier's card to the customer's. */
export interface LinkShape {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly x3: number
  readonly y3: number
  /** It runs against the stages: a loop or recycling, drawn dotted below. */
  readonly isBackward: boolean
}

/** Links leave at the right edge and arrive at the left one; those that run backwards swing below. */
export function linkShape(fromX: number, fromY: number, toX: number, toY: number): LinkShape {
  const x0 = fromX + CARD.width / 2
  const x3 = toX - CARD.width / 2
  if (x3 > x0 + 4) {
    const bend = Math.max(24, (x3 - x0) * 0.45)
    return { x0, y0: fromY, x1: x0 + bend, y1: fromY, x2: x3 - bend, y2: toY, x3, y3: toY, isBackward: false }
  }
  const drop = 48 + Math.abs(x0 - x3) * 0.12
  const lowest = Math.max(fromY, toY) + drop
  return {
    x0: fromX,
    y0: fromY + CARD.height / 2,
    x1: fromX,
    y1: lowest,
    x2: toX,
    y2: lowest,
    x3: toX,
    y3: toY + CARD.height / 2,
    isBackward: true,
  }
}

/** Point of the curve at 0..1. */
export function pointOn(shape: LinkShape, at: number): { readonly x: number; readonly y: number } {
  const rest = 1 - at
  const [a, b, c, d] = [rest * rest * rest, 3 * rest * rest * at, 3 * rest * at * at, at * at * at]
  return {
    x: a * shape.x0 + b * shape.x1 + c * shape.x2 + d * shape.x3,
    y: a * shape.y0 + b * shape.y1 + c * shape.y2 + d * shape.y3,
  }
}

const SAMPLES = 24

/** Distance from a point to the curve, map units; Infinity where the box of the curve is farther than `within`. */
export function distanceTo(shape: LinkShape, x: number, y: number, within: number): number {
  const xs = [shape.x0, shape.x1, shape.x2, shape.x3]
  const ys = [shape.y0, shape.y1, shape.y2, shape.y3]
  if (x < Math.min(...xs) - within || x > Math.max(...xs) + within) return Infinity
  if (y < Math.min(...ys) - within || y > Math.max(...ys) + within) return Infinity
  let nearest = Infinity
  for (let sample = 0; sample <= SAMPLES; sample++) {
    const point = pointOn(shape, sample / SAMPLES)
    const next = pointOn(shape, Math.min(1, (sample + 1) / SAMPLES))
    nearest = Math.min(nearest, distanceToSegment(x, y, point, next))
  }
  return nearest
}

function distanceToSegment(
  x: number,
  y: number,
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length))
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy)
}
