import { pointOn, type Point } from '../../analysis/layout/curve.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { linkRouter } from '../../analysis/layout/link-routes.ts'
import { isCardDrawn, isLinkDrawn, type Focus } from '../../analysis/picture/focus.ts'
import { longDate } from '../../i18n/format.ts'
import { textIn } from '../../model/local-text.ts'
import { namingOf } from '../../model/naming.ts'
import { notesOf, type NotePlace } from '../../model/notes.ts'
import { frameOf, placeOfLink, type DrawnMap } from '../drawn-map.ts'
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

type Pinned = Pick<HandoutState, 'chain' | 'index' | 'drawn'>

/**
 * The notes of the map as numbered pins, in its units. A note whose thing is gone or not drawn has none; what lies inside a fold is
 * pinned to the fold.
 */
export function pinMarks(state: Pinned, focus: Focus): Mark[] {
  const frame = frameOf(state.drawn)
  const taken = new Map<string, number>()
  return notesOf(state.chain).flatMap((note, at) => {
    const point = placeOf(state, focus, note.at)
    if (!point) return []
    // Notes on one thing stand beside each other.
    const key = `${point.x} ${point.y}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    const x = within(point.x - before * 2 * PIN.radius, frame.left, frame.width)
    const y = within(point.y, frame.top, frame.height)
    const disc = new Pen().disc(x, y, PIN.radius)
    return [
      { kind: 'shape', path: disc.path, fill: PAPER.ground, stroke: PAPER.accent, width: 1.4 },
      textMark(String(at + 1), x, y + 3, { size: PIN.letters, isBold: true, color: PAPER.accent, anchor: 'middle' }),
    ]
  })
}

/** Inside the picture also where somebody pinned a note beside the map. */
const within = (at: number, start: number, size: number): number =>
  Math.max(start + PIN.radius, Math.min(start + size - PIN.radius, at))

/** @param focus on the map that is drawn */
function placeOf(state: Pinned, focus: Focus, at: NotePlace): Point | null {
  if ('x' in at) return at
  const { drawn } = state
  const { index, layout, x, y } = drawn
  const whole = thingOf(state, at)
  const place = whole && onMap(drawn, whole)
  if (!place || !isDrawn(place, focus)) return null
  const { row } = place
  const centre = (of: number): Point => ({ x: x[of]!, y: y[of]! })
  if (place.kind === 'enterprise') return { x: x[row]! + CARD.width / 2 - 4, y: y[row]! - CARD.height / 2 }
  const [from, to] = [index.linkFrom[row]!, index.groupEnterprise[index.linkGroup[row]!]!]
  const way = placeOfLink(drawn, from, to)
  return pointOn(linkRouter(index, layout).route(row, centre(from), centre(to), way).curve, 0.5)
}

/** Null for a link inside a fold. */
function onMap({ fold }: DrawnMap, { kind, row }: Thing): Thing | null {
  if (!fold) return { kind, row }
  const there = kind === 'enterprise' ? fold.rowOf[row]! : fold.linkOf[row]!
  return there < 0 ? null : { kind, row: there }
}

interface Thing {
  readonly kind: 'enterprise' | 'supply'
  readonly row: number
}

/** What a note is pinned to; null where it is gone. */
function thingOf(of: Pick<Pinned, 'chain' | 'index'>, at: Exclude<NotePlace, { readonly x: number }>): Thing | null {
  const { chain, index } = of
  if ('block' in at) {
    const block = chain.blocks?.find(({ id }) => id === at.block)
    return block ? thingOf(of, 'market' in block.at ? { enterprise: block.at.market } : block.at) : null
  }
  const row = 'enterprise' in at ? index.enterpriseIds.indexOf(at.enterprise) : index.linkIds.indexOf(at.supply)
  return row < 0 ? null : { kind: 'enterprise' in at ? 'enterprise' : 'supply', row }
}

const isDrawn = ({ kind, row }: Thing, focus: Focus): boolean =>
  kind === 'enterprise' ? isCardDrawn(focus, row) : isLinkDrawn(focus, row)

export interface NoteLine {
  /** As on its pin. */
  readonly number: number
  /** What it is pinned to, in words. */
  readonly place: string
  /** With the day it was written on. */
  readonly text: string
  readonly hasPin: boolean
}

/** What the notes say. Left out are those on what the filter hides; a note whose thing is gone is still read. */
export function noteLines(state: Pinned & Pick<HandoutState, 'language'>, focus: Focus): readonly NoteLine[] {
  const { chain, language } = state
  const naming = namingOf(chain, language)
  const nameOf = (at: NotePlace): string => {
    if ('x' in at) return TEXTS[language].print.notePlace
    if ('enterprise' in at) return naming.enterprise(at.enterprise)
    return 'block' in at ? naming.block(at.block) : naming.supply(at.supply)
  }
  return notesOf(chain).flatMap((note, at) => {
    const thing = 'x' in note.at ? null : thingOf(state, note.at)
    if (thing && !isDrawn(thing, focus)) return []
    const date = note.created ? ` (${longDate(note.created, language)})` : ''
    const text = `${textIn(note.text, language).replace(/\s+/g, ' ')}${date}`
    return [{ number: at + 1, place: nameOf(note.at), text, hasPin: thing !== null || 'x' in note.at }]
  })
}

/** What the notes say, under the map, by the numbers of their pins. @returns marks from 0, 0 down, and their height */
export function noteListMarks(
  state: Pinned & Pick<HandoutState, 'language'>,
  focus: Focus,
  room: number,
): { marks: Mark[]; height: number } {
  const notes = noteLines(state, focus)
  if (notes.length === 0) return { marks: [], height: 0 }
  const texts = TEXTS[state.language].print
  const marks: Mark[] = [textMark(texts.notes, 0, HEADING, { size: HEADING, isBold: true, color: PAPER.ink })]
  let y = HEADING + LINE
  for (const { number, place, text } of notes) {
    marks.push(
      textMark(String(number), INDENT - 8, y, { size: SIZE, isBold: true, color: PAPER.accent, anchor: 'end' }),
    )
    for (const line of linesOf(`${place}${texts.noteColon}${text}`, room - INDENT, SIZE)) {
      marks.push(textMark(line, INDENT, y, { size: SIZE, color: PAPER.ink2 }))
      y += LINE
    }
  }
  return { marks, height: y }
}
