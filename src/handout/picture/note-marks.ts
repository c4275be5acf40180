import { pointOn, type Point } from '../../analysis/layout/curve.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { linkRouter } from '../../analysis/layout/link-routes.ts'
import { longDate } from '../../i18n/format.ts'
import { textIn } from '../../model/local-text.ts'
import { namingOf } from '../../model/naming.ts'
import { notesOf, type NotePlace } from '../../model/notes.ts'
import type { HandoutState } from '../handout-state.ts'
import { TEXTS } from '../texts.ts'
import { textMark, type Mark } from './marks.ts'
import { linesOf, PAPER } from './paper.ts'
import { Pen } from './pen.ts'

const SIZE = 10.5
const LINE = 16
const HEADING = 12.5
/** Number of a line, before its text. */
const INDENT = 22
const PIN = { radius: 7, letters: 8.5 } as const

type Pinned = Pick<HandoutState, 'chain' | 'index' | 'layout'>

/** The notes of the map as numbered pins, in its units. A note whose thing is gone has none. */
export function pinMarks(state: Pinned): Mark[] {
  const { width, height } = state.layout
  const taken = new Map<string, number>()
  return notesOf(state.chain).flatMap((note, at) => {
    const point = placeOf(state, note.at)
    if (!point) return []
    // Notes on one thing stand beside each other.
    const key = `${point.x} ${point.y}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    const x = within(point.x - before * 2 * PIN.radius, width)
    const y = within(point.y, height)
    const disc = new Pen().disc(x, y, PIN.radius)
    return [
      { kind: 'shape', path: disc.path, fill: PAPER.ground, stroke: PAPER.accent, width: 1.4 },
      textMark(String(at + 1), x, y + 3, { size: PIN.letters, isBold: true, color: PAPER.accent, anchor: 'middle' }),
    ]
  })
}

/** Inside the picture also where somebody pinned a note beside the map. */
const within = (at: number, size: number): number => Math.max(PIN.radius, Math.min(size - PIN.radius, at))

function placeOf(state: Pinned, at: NotePlace): Point | null {
  if ('x' in at) return at
  const { chain, index, layout } = state
  if ('block' in at) {
    const block = chain.blocks?.find(({ id }) => id === at.block)
    return block ? placeOf(state, 'market' in block.at ? { enterprise: block.at.market } : block.at) : null
  }
  const centre = (row: number): Point => ({ x: layout.x[row]!, y: layout.y[row]! })
  if ('enterprise' in at) {
    const row = index.enterpriseIds.indexOf(at.enterprise)
    return row < 0 ? null : { x: layout.x[row]! + CARD.width / 2 - 4, y: layout.y[row]! - CARD.height / 2 }
  }
  const link = index.linkIds.indexOf(at.supply)
  if (link < 0) return null
  const [from, to] = [index.linkFrom[link]!, index.groupEnterprise[index.linkGroup[link]!]!]
  return pointOn(linkRouter(index, layout).route(link, centre(from), centre(to), 'laidOut').curve, 0.5)
}

/** What the notes say, under the map, by the numbers of their pins. @returns marks from 0, 0 down, and their height */
export function noteListMarks({ chain, language }: HandoutState, room: number): { marks: Mark[]; height: number } {
  const notes = notesOf(chain)
  if (notes.length === 0) return { marks: [], height: 0 }
  const texts = TEXTS[language].print
  const naming = namingOf(chain, language)
  const nameOf = (at: NotePlace): string => {
    if ('x' in at) return texts.notePlace
    if ('enterprise' in at) return naming.enterprise(at.enterprise)
    return 'block' in at ? naming.block(at.block) : naming.supply(at.supply)
  }
  const marks: Mark[] = [textMark(texts.notes, 0, HEADING, { size: HEADING, isBold: true, color: PAPER.ink })]
  let y = HEADING + LINE
  notes.forEach((note, at) => {
    const date = note.created ? ` (${longDate(note.created, language)})` : ''
    const text = `${nameOf(note.at)}${texts.noteColon}${textIn(note.text, language).replace(/\s+/g, ' ')}${date}`
    marks.push(
      textMark(String(at + 1), INDENT - 8, y, { size: SIZE, isBold: true, color: PAPER.accent, anchor: 'end' }),
    )
    for (const line of linesOf(text, room - INDENT, SIZE)) {
      marks.push(textMark(line, INDENT, y, { size: SIZE, color: PAPER.ink2 }))
      y += LINE
    }
  })
  return { marks, height: y }
}
