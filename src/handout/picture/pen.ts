import type { Curve } from '../../analysis/layout/curve.ts'
import type { ShapeSink } from '../../analysis/picture/card-shape.ts'
import type { PathStep } from './marks.ts'

/** How far the control points of a quarter circle of radius 1 lie from its ends. */
const QUARTER = 0.5522847498

/** Writes down the steps of an outline. */
export class Pen implements ShapeSink {
  readonly path: PathStep[] = []

  moveTo(x: number, y: number): this {
    this.path.push(['M', x, y])
    return this
  }

  lineTo(x: number, y: number): this {
    this.path.push(['L', x, y])
    return this
  }

  curveTo(...numbers: readonly [number, number, number, number, number, number]): this {
    this.path.push(['C', ...numbers])
    return this
  }

  closePath(): this {
    this.path.push(['Z'])
    return this
  }

  roundRect(x: number, y: number, width: number, height: number, radii: number | number[]): this {
    const [a = 0, b = 0, c = 0, d = 0] = typeof radii === 'number' ? [radii, radii, radii, radii] : radii
    const [right, bottom] = [x + width, y + height]
    this.moveTo(x + a, y).lineTo(right - b, y)
    this.corner([right - b, y], [right, y], [right, y + b], b)
    this.lineTo(right, bottom - c)
    this.corner([right, bottom - c], [right, bottom], [right - c, bottom], c)
    this.lineTo(x + d, bottom)
    this.corner([x + d, bottom], [x, bottom], [x, bottom - d], d)
    this.lineTo(x, y + a)
    this.corner([x, y + a], [x, y], [x + a, y], a)
    return this.closePath()
  }

  disc(x: number, y: number, radius: number): this {
    return this.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, radius)
  }

  private corner(from: Pair, turn: Pair, to: Pair, radius: number): void {
    if (radius <= 0) return
    const towards = (end: Pair, at: 0 | 1): number => end[at] + (turn[at] - end[at]) * QUARTER
    this.curveTo(towards(from, 0), towards(from, 1), towards(to, 0), towards(to, 1), ...to)
  }
}

type Pair = readonly [number, number]

export const rectangle = (x: number, y: number, width: number, height: number, radius = 0): PathStep[] =>
  new Pen().roundRect(x, y, width, height, radius).path

export function pathOfCurve(curve: Curve): PathStep[] {
  const pen = new Pen().moveTo(curve[0]!, curve[1]!)
  for (let at = 2; at < curve.length; at += 6) {
    pen.curveTo(curve[at]!, curve[at + 1]!, curve[at + 2]!, curve[at + 3]!, curve[at + 4]!, curve[at + 5]!)
  }
  return pen.path
}

/** A line through points x, y, x, y … */
export function pathOfPoints(points: ArrayLike<number>): PathStep[] {
  const pen = new Pen()
  for (let at = 0; at < points.length; at += 2) {
    if (at === 0) pen.moveTo(points[0]!, points[1]!)
    else pen.lineTo(points[at]!, points[at + 1]!)
  }
  return pen.path
}
