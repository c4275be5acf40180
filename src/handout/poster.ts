import { CARD } from '../analysis/layout/grid.ts'
import { spreadRows } from '../analysis/layout/spread-rows.ts'
import { fillIn } from '../i18n/problem-text.ts'
import type { Language } from '../model/local-text.ts'
import type { DrawnMap } from './drawn-map.ts'
import type { HandoutState } from './handout-state.ts'
import { Html, html, htmlPage } from './html.ts'
import { MARGIN as PAPER_MARGIN, millimetres, SHEETS, styleOf } from './pages.ts'
import { mapPicture, MARGIN, type MapPicture, type MapPictureOptions } from './picture/map-picture.ts'
import { extentOf, moved, type Extent, type Mark } from './picture/marks.ts'
import { PAPER } from './picture/paper.ts'
import { pathOfPoints } from './picture/pen.ts'
import { svgOf } from './svg.ts'
import { TEXTS } from './texts.ts'

/** Millimetres: strip onto which the next sheet is glued, and the line of text under a sheet. */
const GLUE = 10
const LABEL = 5
/** What of a sheet no other one covers, millimetres. */
const OWN = {
  width: SHEETS.a4.width - 2 * PAPER_MARGIN - GLUE,
  height: SHEETS.a4.height - 2 * PAPER_MARGIN - GLUE - LABEL,
} as const
/** A poster is at least so many A4 sheets wide, and as many more as its letters need to be read, at most so many. */
const ACROSS = { least: 3, most: 12 } as const
/** Smallest scale, millimetres per unit of the picture: letters of 7 points. */
const LEAST_SCALE = 0.25
/** Free on both sides of a join, units of the picture: for badges and marks on the edges of cards. */
const FREE = 6

const SMALLER = [1, 1.03, 1.06, 1.09, 1.12] as const

/** Sheets beside and below each other, in units of the picture: where each begins, and behind the last where it ends. */
export interface Tiling {
  readonly picture: MapPicture
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** Millimetres per unit. */
  readonly scale: number
}

/**
 * The map as a poster of A4 sheets. Joins run between the columns and between the cards: no name is cut. A sheet goes on a little beyond
 * its own part, so that the next one can be glued on.
 */
export function posterOf(state: HandoutState, options: MapPictureOptions): string {
  const { language } = state
  const tiling = tilingOf(state, options)
  const sheets = sheetsIn(tiling).map((place) => sheetAt(tiling, language, place))
  const style = styleOf(SHEETS.a4) + STYLE
  return htmlPage({ language, title: tiling.picture.title, style, body: sheets })
}

/** Of some scales that differ little, the one that needs the fewest sheets: else a legend or the end of a line may begin another row of them. */
export function tilingOf(state: HandoutState, options: MapPictureOptions): Tiling {
  const plain = mapPicture(state, options)
  const tried = SMALLER.map((factor) => tilingAt(state, options, plain, factor))
  const counted = tried.map((tiling) => ({ tiling, sheets: sheetsIn(tiling).length }))
  return counted.reduce((best, each) => (each.sheets < best.sheets ? each : best)).tiling
}

interface Place {
  readonly row: number
  readonly column: number
}

/** Sheets that are printed, row by row: those on which something stands that no strip of another one shows. */
function sheetsIn(tiling: Tiling): readonly Place[] {
  const strip = GLUE / tiling.scale
  const places = tiling.rows
    .slice(1)
    .flatMap((_, row) => tiling.columns.slice(1).map((__, column) => ({ row, column })))
  return places.filter((place) => {
    const { left, top } = partOf(tiling, place)
    const least = { x: place.column > 0 ? left + strip : left, y: place.row > 0 ? top + strip : top }
    return marksOn(tiling, place)
      .map(extentOf)
      .some(({ right, bottom }) => right > least.x && bottom > least.y)
  })
}

/** What a sheet holds besides its own part: a strip of those to the right and below, onto which they are glued. */
function partOf({ columns, rows, scale }: Tiling, { row, column }: Place) {
  const own = { right: columns[column + 1]!, bottom: rows[row + 1]! }
  const strip = GLUE / scale
  const right = column + 2 < columns.length ? own.right + strip : own.right
  const bottom = row + 2 < rows.length ? own.bottom + strip : own.bottom
  return { left: columns[column]!, top: rows[row]!, right, bottom, own }
}

function marksOn(tiling: Tiling, place: Place): readonly Mark[] {
  const { left, top, right, bottom } = partOf(tiling, place)
  return tiling.picture.marks.filter((mark) => {
    const extent = extentOf(mark)
    return extent.left < right && extent.right > left && extent.top < bottom && extent.bottom > top
  })
}

/** @param factor by which the sheets hold more than they must, >= 1 */
function tilingAt(state: HandoutState, options: MapPictureOptions, plain: MapPicture, factor: number): Tiling {
  const across = Math.min(ACROSS.most, Math.max(ACROSS.least, Math.ceil((plain.width * LEAST_SCALE) / OWN.width)))
  const { columns, width } = columnsOf(state, plain, across, factor)
  const scale = OWN.width / width
  const height = OWN.height / scale
  // Title, legend and sources stay on the first sheet of their row.
  const narrow = { ...options, textWidth: columns[1]! - 2 * MARGIN }
  const { map } = mapPicture(state, narrow)
  const lines = Array.from(
    { length: Math.ceil((2 * (map.bottom + height)) / height) },
    (_, at) => (at + 1) * height - map.top,
  )
  const picture = mapPicture({ ...state, drawn: spread(state.drawn, lines) }, narrow)
  return { picture, columns, rows: rowsOf(picture, height), scale }
}

/** The map with its columns drawn apart at the joins; a dragged card goes with the column that it lies in. */
function spread(drawn: DrawnMap, lines: readonly number[]): DrawnMap {
  const { layout, x, y, dragged } = drawn
  const apart = spreadRows({ ...layout, x, y }, lines, FREE)
  const laidOut = apart.y.map((moved, row) => (dragged.has(row) ? layout.y[row]! : moved))
  return { ...drawn, layout: { ...apart, x: layout.x, y: laidOut }, y: apart.y }
}

/** Joins between the columns such that so many sheets of one width suffice, and that width, as small as it can be. */
function columnsOf(state: HandoutState, { map, marks, width: whole }: MapPicture, across: number, factor: number) {
  const cards = Array.from(state.drawn.x, (x) => ({
    from: map.left + x - CARD.width / 2,
    to: map.left + x + CARD.width / 2,
  }))
  const words = textsWithin(marks, map).map(({ left, right }) => ({ from: left, to: right }))
  const isFree = freeBetween([...cards, ...words])
  for (let width = (factor * whole) / across; ; width *= 1.01) {
    const columns = [0]
    while (columns.length < across) columns.push(lastFree(columns.at(-1)!, width, isFree))
    if (whole - columns.at(-1)! <= width) return { columns: [...columns, whole], width }
  }
}

/** On the map the layout has made room for joins of equal distance; below it they run between the lines of text. */
function rowsOf({ marks, map, height: whole }: MapPicture, height: number): readonly number[] {
  const texts = marks.filter((mark) => mark.kind === 'text').map(extentOf)
  const isFree = freeBetween(
    texts.filter(({ top }) => top >= map.bottom).map(({ top, bottom }) => ({ from: top, to: bottom })),
  )
  const rows = [0]
  while (rows.at(-1)! + height < whole) {
    const end = rows.at(-1)! + height
    rows.push(end < map.bottom ? end : lastFree(rows.at(-1)!, height, isFree))
  }
  return [...rows, whole]
}

interface Span {
  readonly from: number
  readonly to: number
}

const freeBetween =
  (spans: readonly Span[]) =>
  (at: number): boolean =>
    spans.every(({ from, to }) => at <= from || at >= to)

/** How far a join keeps from what stands beside it, where there is room; units of the picture. */
const ASIDE = 8

/** Last place at most `length` behind a start that cuts nothing; where there is none, the farthest. */
function lastFree(start: number, length: number, isFree: (at: number) => boolean): number {
  const least = start + length / 2
  let end = start + length
  while (end > least && !isFree(end)) end--
  if (end <= least) return start + length
  let gap = 0
  while (gap < 2 * ASIDE && isFree(end - gap - 1)) gap++
  return end - gap / 2
}

const textsWithin = (marks: readonly Mark[], { top, bottom }: MapPicture['map']): readonly Extent[] =>
  marks
    .filter((mark) => mark.kind === 'text')
    .map(extentOf)
    .filter((extent) => extent.top >= top && extent.bottom <= bottom)

/** A sheet with its strips for glue, the lines to trim and to glue along, and its place in the whole. */
function sheetAt(tiling: Tiling, language: Language, at: Place): Html {
  const { picture, columns, rows, scale } = tiling
  const { row, column } = at
  const { left, top, right, bottom, own } = partOf(tiling, at)
  const marks = marksOn(tiling, at)
  const hair = HAIR / scale
  const dash = GLUE_DASH.map((length) => length / scale)
  const lines = [
    ...(column > 0 ? [lineMark([left, top, left, bottom], hair)] : []),
    ...(row > 0 ? [lineMark([left, top, right, top], hair)] : []),
    ...(right > own.right ? [lineMark([own.right, top, own.right, bottom], hair, dash)] : []),
    ...(bottom > own.bottom ? [lineMark([left, own.bottom, right, own.bottom], hair, dash)] : []),
  ]
  const part = {
    ...picture,
    width: right - left,
    height: bottom - top,
    marks: moved([...marks, ...lines], -left, -top),
  }
  const size = { width: `${millimetres(part.width * scale)}mm`, height: `${millimetres(part.height * scale)}mm` }
  const place = { row: row + 1, rows: rows.length - 1, column: column + 1, columns: columns.length - 1 }
  const label = fillIn(TEXTS[language].print.poster.sheet, place)
  return html('div', { class: 'sheet' }, new Html(svgOf(part, size)), html('p', {}, label))
}

/** Millimetres. */
const GLUE_DASH = [2, 1.5] as const
const HAIR = 0.25

const lineMark = (points: readonly number[], width: number, dash: readonly number[] = []): Mark => ({
  kind: 'shape',
  path: pathOfPoints(points),
  stroke: PAPER.ink3,
  width,
  ...(dash.length > 0 ? { dash } : {}),
})

const STYLE = `
.sheet svg { left: 0; top: 0; }
.sheet p { position: absolute; left: 0; bottom: 0; margin: 0; font: 2.6mm/${LABEL - 1}mm sans-serif; color: ${PAPER.ink2}; }
`
