import type { BlockSlack } from '../../analysis/worksheet/slack.ts'
import { isDone, type WorkRow } from '../../analysis/worksheet/work-rows.ts'
import { shortDate } from '../../i18n/format.ts'
import { dateAt, type HandoutState } from '../handout-state.ts'
import { FONTS } from '../picture/paper.ts'
import { escapeXml } from '../svg.ts'

/** Units of the drawing; on paper it is as wide as its column. */
const WIDTH = 260
const ROW_HEIGHT = 26
const AXIS_HEIGHT = 16
/** So that the date over a bar does not touch the rule over its row. */
const ROOM_OVER_DATES = 4
const PAD = 8
const WEEK = 7
/** Dates that fit over the strip. */
const DATES = 4

type Place = Pick<HandoutState, 'scenario' | 'day' | 'language'>

const at = ({ scenario: { days } }: Place, day: number): number =>
  Math.round((PAD + (Math.max(0, Math.min(days, day)) / days) * (WIDTH - 2 * PAD)) * 100) / 100

function ticksOf({ scenario: { days } }: Place): readonly number[] {
  const step = WEEK * Math.max(1, Math.ceil(days / WEEK / DATES))
  return Array.from({ length: Math.ceil(days / step) }, (_, tick) => tick * step)
}

/** @param top room above, for what stands higher than the drawing */
const drawing = (height: number, marks: readonly string[], top = 0): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${-top} ${WIDTH} ${height + top}" font-family="${escapeXml(FONTS)}" font-size="8.5">${marks.join('')}</svg>`

const line = (x1: number, y1: number, y2: number, style: string): string =>
  `<line x1="${x1}" x2="${x1}" y1="${y1}" y2="${y2}" ${style}/>`

/** Dates over the strips of the rows. */
export function axisStrip(state: HandoutState): string {
  const dates = ticksOf(state).map((day) => {
    const anchor = day === 0 ? 'start' : 'middle'
    const text = escapeXml(shortDate(dateAt(state, day), state.language))
    return `<text x="${at(state, day)}" y="11" text-anchor="${anchor}" fill="#4c5866" font-weight="400">${text}</text>`
  })
  return drawing(AXIS_HEIGHT, dates)
}

/** A block from its beginning to its clearing; full where critical; a thin line for the days that may be lost; a diamond for another due date. */
export function rowStrip(row: WorkRow, slack: BlockSlack | undefined, state: HandoutState): string {
  const { scenario } = state
  const end = Math.min(row.planned, scenario.days)
  const [from, to] = [at(state, row.since), Math.max(at(state, row.since), at(state, end))]
  const isCritical = slack?.slack === 0 && !isDone(row.state)
  const fill = isDone(row.state) ? '#eceff3' : isCritical ? '#a8440a' : '#f9d3b4'
  const stroke = isDone(row.state) ? '#66717f' : '#a8440a'
  const marks = [
    ...ticksOf(state).map((day) => line(at(state, day), 0, ROW_HEIGHT, 'stroke="#d9dde3"')),
    `<rect x="${from}" y="8" width="${Math.max(1.5, to - from)}" height="8" fill="${fill}" stroke="${stroke}"/>`,
  ]
  if (end >= scenario.days)
    marks.push(`<path d="M${to - 4} 5L${to + 3} 12L${to - 4} 19" fill="none" stroke="${stroke}" stroke-width="1.5"/>`) // prettier-ignore
  else marks.push(dateMark(state, end, to))
  if (slack && slack.slack > 0 && !isDone(row.state)) {
    const late = at(state, end + slack.slack)
    marks.push(`<path d="M${to} 20H${late}M${late} 17V23" fill="none" stroke="#0a5fb8" stroke-width="1.5"/>`)
  }
  if (row.due !== null && row.due !== row.planned && row.due >= 0 && row.due <= scenario.days) {
    const x = at(state, row.due)
    marks.push(`<path d="M${x} 7L${x + 4} 12L${x} 17L${x - 4} 12Z" fill="#fff" stroke="#17202b"/>`)
  }
  marks.push(line(at(state, state.day), 0, ROW_HEIGHT, 'stroke="#17202b" stroke-dasharray="2 2"'))
  return drawing(ROW_HEIGHT, marks, ROOM_OVER_DATES)
}

function dateMark(state: HandoutState, end: number, to: number): string {
  const text = escapeXml(shortDate(dateAt(state, end), state.language))
  const isRight = to > WIDTH - 48
  return `<text x="${isRight ? to - 2 : to + 3}" y="7" text-anchor="${isRight ? 'end' : 'start'}" fill="#17202b">${text}</text>`
}
