/** A chain of cubic curves in map units: x0 y0, then for each curve both control points and its end (6 numbers). */
export type Curve = Float64Array

export interface Point {
  readonly x: number
  readonly y: number
}

/** Draws from left to right and collects the numbers of a `Curve`. */
export class CurvePen {
  private readonly numbers: number[]
  private x: number
  private y: number

  constructor(x: number, y: number) {
    this.numbers = [x, y]
    this.x = x
    this.y = y
  }

  /** An S with level ends. */
  swing(x: number, y: number): this {
    const bend = (x - this.x) / 2
    return this.cubic({ x: this.x + bend, y: this.y }, { x: x - bend, y }, { x, y })
  }

  line(x: number, y: number): this {
    if (x === this.x && y === this.y) return this
    const third = { x: (x - this.x) / 3, y: (y - this.y) / 3 }
    return this.cubic(
      { x: this.x + third.x, y: this.y + third.y },
      { x: this.x + 2 * third.x, y: this.y + 2 * third.y },
      { x, y },
    )
  }

  /** A rounded turn: towards the corner, then away from it to the end. */
  turn(corner: Point, end: Point): this {
    return this.cubic(corner, corner, end)
  }

  cubic(first: Point, second: Point, end: Point): this {
    this.numbers.push(first.x, first.y, second.x, second.y, end.x, end.y)
    this.x = end.x
    this.y = end.y
    return this
  }

  curve(): Curve {
    return Float64Array.from(this.numbers)
  }
}

const partsOf = (curve: Curve): number => (curve.length - 2) / 6

/** Math.hypot differs between machines in the last bits; these lengths need no guard against overflow. */
const lengthOf = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy)

/** Point on one part of the curve, 0..1. */
function onPart(curve: Curve, part: number, at: number): Point {
  const start = part * 6
  const rest = 1 - at
  const [a, b, c, d] = [rest * rest * rest, 3 * rest * rest * at, 3 * rest * at * at, at * at * at]
  return {
    x: a * curve[start]! + b * curve[start + 2]! + c * curve[start + 4]! + d * curve[start + 6]!,
    y: a * curve[start + 1]! + b * curve[start + 3]! + c * curve[start + 5]! + d * curve[start + 7]!,
  }
}

const chord = (curve: Curve, part: number): number =>
  lengthOf(curve[part * 6 + 6]! - curve[part * 6]!, curve[part * 6 + 7]! - curve[part * 6 + 1]!)

/** Point of the whole curve at 0..1, parts weighted by their chords. */
export function pointOn(curve: Curve, at: number): Point {
  const parts = partsOf(curve)
  let whole = 0
  for (let part = 0; part < parts; part++) whole += chord(curve, part)
  let left = Math.max(0, Math.min(1, at)) * whole
  for (let part = 0; part < parts; part++) {
    const length = chord(curve, part)
    if (left <= length || part === parts - 1) return onPart(curve, part, length > 0 ? Math.min(1, left / length) : 0)
    left -= length
  }
  return { x: curve[0]!, y: curve[1]! }
}

/** Samples per part when distances are measured. */
const SAMPLES = 10

/** Distance from a point to the curve, map units; Infinity where every part's box is farther than `within`. */
export function distanceTo(curve: Curve, x: number, y: number, within: number): number {
  let nearest = Infinity
  for (let part = 0; part < partsOf(curve); part++) {
    if (isOutside(curve, part, x, y, within)) continue
    let before = onPart(curve, part, 0)
    for (let sample = 1; sample <= SAMPLES; sample++) {
      const next = onPart(curve, part, sample / SAMPLES)
      nearest = Math.min(nearest, distanceToSegment(x, y, before, next))
      before = next
    }
  }
  return nearest
}

function isOutside(curve: Curve, part: number, x: number, y: number, within: number): boolean {
  const at = part * 6
  const [x0, x1, x2, x3] = [curve[at]!, curve[at + 2]!, curve[at + 4]!, curve[at + 6]!]
  if (x < Math.min(x0, x1, x2, x3) - within || x > Math.max(x0, x1, x2, x3) + within) return true
  const [y0, y1, y2, y3] = [curve[at + 1]!, curve[at + 3]!, curve[at + 5]!, curve[at + 7]!]
  return y < Math.min(y0, y1, y2, y3) - within || y > Math.max(y0, y1, y2, y3) + within
}

function distanceToSegment(x: number, y: number, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length))
  return lengthOf(x - a.x - along * dx, y - a.y - along * dy)
}
