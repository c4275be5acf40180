import type PptxGenJS from 'pptxgenjs'
import type { Mark, PathStep, Picture, ShapeMark, TextMark } from '../picture/marks.ts'
import { PAPER, widthOf } from '../picture/paper.ts'
import { cleanText } from '../svg.ts'

/** Where a picture stands on a slide, inches. */
export interface SlideBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** 16:9, inches. */
export const SIZE = { width: 13.333, height: 7.5 } as const
const HEADING = { x: 0.5, y: 0.3, w: SIZE.width - 1, h: 0.6 } as const

interface Letters {
  readonly fontSize: number
  readonly bold: boolean
  readonly color: string
}

export const written = ({ fontSize, bold, color }: Letters) => ({
  fontSize,
  bold,
  color: hex(color),
  fontFace: SLIDE_FONT,
  margin: 0,
})

/** A slide with its heading. */
export function headed(deck: PptxGenJS, title: string): PptxGenJS.Slide {
  const slide = deck.addSlide()
  slide.addText(cleanText(title), {
    ...written({ fontSize: 26, bold: true, color: PAPER.ink }),
    ...HEADING,
    valign: 'middle',
  })
  return slide
}

export const SLIDE_FONT = 'Microsoft YaHei'
/** The library's name of a shape with its own outline; its types leave it out of the list. */
const OUTLINE = 'custGeom' as PptxGenJS.SHAPE_NAME
const POINTS_PER_INCH = 72
/** Smallest extent of a shape, inches: a level line has none. */
const LEAST = 0.001

interface Frame {
  readonly scale: number
  readonly left: number
  readonly top: number
}

/** Draws a picture as native shapes and texts, as large as the box allows, in its middle. */
export function addPicture(slide: PptxGenJS.Slide, picture: Picture, box: SlideBox): void {
  const scale = Math.min(box.w / picture.width, box.h / picture.height)
  const frame: Frame = {
    scale,
    left: box.x + (box.w - picture.width * scale) / 2,
    top: box.y + (box.h - picture.height * scale) / 2,
  }
  for (const mark of picture.marks) addMark(slide, mark, frame)
}

function addMark(slide: PptxGenJS.Slide, mark: Mark, frame: Frame): void {
  if (mark.kind === 'text') addText(slide, mark, frame)
  else addShape(slide, mark, frame)
}

function addShape(slide: PptxGenJS.Slide, mark: ShapeMark, { scale, left, top }: Frame): void {
  const { x, y, width, height } = extentOf(mark.path)
  const transparency = Math.round((1 - (mark.opacity ?? 1)) * 100)
  const isFilled = mark.fill !== undefined && mark.fill !== 'none'
  const isDrawn = mark.stroke !== undefined && mark.stroke !== 'none'
  slide.addShape(OUTLINE, {
    x: left + x * scale,
    y: top + y * scale,
    w: Math.max(LEAST, width * scale),
    h: Math.max(LEAST, height * scale),
    points: mark.path.map((step) => pointOf(step, { scale, left: x, top: y })),
    ...(isFilled ? { fill: { color: hex(mark.fill), transparency } } : {}),
    ...(isDrawn ? { line: lineOf(mark, scale, transparency) } : {}),
  })
}

function lineOf({ stroke, width = 1, dash }: ShapeMark, scale: number, transparency: number): PptxGenJS.ShapeLineProps {
  const points = Math.max(0.25, width * scale * POINTS_PER_INCH)
  return {
    color: hex(stroke!),
    width: points,
    transparency,
    ...(dash ? { dashType: dash[0]! > 3 ? 'dash' : 'sysDot' } : {}),
  }
}

type ShapePoint = NonNullable<PptxGenJS.ShapeProps['points']>[number]

function pointOf([command, ...numbers]: PathStep, { scale, left, top }: Frame): ShapePoint {
  const at = (place: number): number => (numbers[place]! - (place % 2 === 0 ? left : top)) * scale
  if (command === 'Z') return { close: true }
  if (command === 'M') return { x: at(0), y: at(1), moveTo: true }
  if (command === 'L') return { x: at(0), y: at(1) }
  return { x: at(4), y: at(5), curve: { type: 'cubic', x1: at(0), y1: at(1), x2: at(2), y2: at(3) } }
}

/** Box around a path, control points included. */
function extentOf(path: readonly PathStep[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, ...numbers] of path) {
    numbers.forEach((value, at) => {
      if (at % 2 === 0) [left, right] = [Math.min(left, value), Math.max(right, value)]
      else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)]
    })
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Room left and right of a text, so that another font does not break it into two lines. */
const SLACK = 1.25

function addText(slide: PptxGenJS.Slide, mark: TextMark, { scale, left, top }: Frame): void {
  const width = widthOf(mark.text, mark.size, mark.isBold ?? false) * SLACK
  const start = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2
  const align = mark.anchor === 'start' ? 'left' : mark.anchor === 'end' ? 'right' : 'center'
  slide.addText(cleanText(mark.text), {
    x: left + start * scale,
    y: top + (mark.y - mark.size * 1.08) * scale,
    w: width * scale,
    h: mark.size * 1.45 * scale,
    fontSize: Math.max(1, Math.round(mark.size * scale * POINTS_PER_INCH * 10) / 10),
    fontFace: SLIDE_FONT,
    color: hex(mark.color),
    transparency: Math.round((1 - (mark.opacity ?? 1)) * 100),
    bold: mark.isBold ?? false,
    align,
    valign: 'middle',
    margin: 0,
    wrap: false,
  })
}

/** `#a1b2c3` as slides name it. */
export const hex = (color: string): string => color.slice(1).toUpperCase()
