import { widthOf } from './paper.ts'

/** A picture as a list of things to draw, in its own units, y down; written as SVG, or as shapes of a slide. */

/** M and L: a point; C: two control points and the end; Z closes. */
export type PathStep = readonly [command: 'M' | 'L' | 'C' | 'Z', ...numbers: number[]]

export interface ShapeMark {
  readonly kind: 'shape'
  readonly path: readonly PathStep[]
  /** `#rrggbb`; absent = not filled. */
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
  /** 0..1, default 1. */
  readonly opacity?: number
}

export interface TextMark {
  readonly kind: 'text'
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly isBold?: boolean
  readonly color: string
  /** 0..1, default 1. */
  readonly opacity?: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export type Mark = ShapeMark | TextMark

/** Part of a picture, in its units. */
export interface PictureWindow {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  /** Only this part is looked at, from its upper edge on, and as much around it as there is room; absent = all. */
  readonly window?: PictureWindow
  /** In the order in which they are drawn. */
  readonly marks: readonly Mark[]
  /** For those who cannot see it. */
  readonly title: string
  readonly description: string
}

/** A line of text from x, y on, y its baseline. */
export const textMark = (
  text: string,
  x: number,
  y: number,
  style: Pick<TextMark, 'size' | 'color'> & Partial<Pick<TextMark, 'isBold' | 'anchor'>>,
): TextMark => ({ kind: 'text', x, y, text, anchor: 'start', ...style })

/** Drawn fainter, so that others stand out. */
export const faint = (marks: readonly Mark[], opacity: number): Mark[] =>
  marks.map((mark) => ({ ...mark, opacity: (mark.opacity ?? 1) * opacity }))

export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Box around a mark, control points of curves included; of a text on the safe side. */
export function extentOf(mark: Mark): Extent {
  if (mark.kind === 'text') {
    const { x, y, size, anchor } = mark
    const width = widthOf(mark.text, size, mark.isBold ?? false)
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    return { left, top: y - size, right: left + width, bottom: y + size * 0.3 }
  }
  const edge = mark.stroke === undefined ? 0 : (mark.width ?? 1) / 2
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, ...numbers] of mark.path) {
    for (let at = 0; at < numbers.length; at += 2) {
      left = Math.min(left, numbers[at]! - edge)
      right = Math.max(right, numbers[at]! + edge)
      top = Math.min(top, numbers[at + 1]! - edge)
      bottom = Math.max(bottom, numbers[at + 1]! + edge)
    }
  }
  return { left, top, right, bottom }
}

/** The picture with all places moved. */
export const moved = (marks: readonly Mark[], dx: number, dy: number, scale = 1): Mark[] =>
  marks.map((mark) =>
    mark.kind === 'text'
      ? { ...mark, x: mark.x * scale + dx, y: mark.y * scale + dy, size: mark.size * scale }
      : {
          ...mark,
          path: mark.path.map(([command, ...numbers]): PathStep => [
            command,
            ...numbers.map((value, at) => value * scale + (at % 2 === 0 ? dx : dy)),
          ]),
          ...(mark.width === undefined ? {} : { width: mark.width * scale }),
          ...(mark.dash === undefined ? {} : { dash: mark.dash.map((part) => part * scale) }),
        },
  )
