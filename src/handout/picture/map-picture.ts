import { factsOf } from '../../analysis/picture/card-facts.ts'
import type { Lens } from '../../analysis/picture/card-figure.ts'
import { underLens, type LensState } from './under-lens.ts'
import { holdersOf } from '../../analysis/picture/holders.ts'
import { cardDate, longDate, percent } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { textIn } from '../../model/local-text.ts'
import { dateAt, type HandoutState } from '../handout-state.ts'
import { TEXTS } from '../texts.ts'
import { bandMarks, stuckHeadings } from './band-marks.ts'
import { cardMarks, ringMarks, stackMarks, type CardsInput } from './card-marks.ts'
import { legendMarks } from './legend-marks.ts'
import { linkMarks } from './link-marks.ts'
import { isCardDrawn, isCardPale, OUT_OF_FOCUS, type Focus } from '../../analysis/picture/focus.ts'
import { frameOf, type DrawnMap } from '../drawn-map.ts'
import { NOTHING_LOOKED_AT, type PictureFocus } from './focus-of-looked.ts'
import { faint, moved, textMark, type Mark, type Picture, type PictureWindow } from './marks.ts'
import { noteListMarks, pinMarks } from './note-marks.ts'
import { cutTo, linesOf, PAPER } from './paper.ts'

/** Who the picture comes from and what it was made of; stands at its foot. */
export interface Origin {
  readonly fingerprint: string
  readonly engine: string
}

export interface MapPictureOptions {
  readonly lens: Lens
  readonly origin: Origin
  /** Absent = everything is drawn, nothing stands out. */
  readonly focus?: PictureFocus
  /** Room for title, legend, notes and sources; absent = the width of the picture. */
  readonly textWidth?: number
}

export interface MapPicture extends Picture {
  /** The map in it, without title and legend. */
  readonly map: { readonly left: number; readonly top: number; readonly bottom: number }
}

const TITLE = 22
const SENTENCE = 13
const FOOT = 9.5
/** Room beside the text on both sides. */
export const MARGIN = 24
/** Narrowest picture: title and figures need so much. */
const LEAST_WIDTH = 760

/** The whole map of the shown day with title, date, figures, notes, legend and sources. */
export function mapPicture(handout: HandoutState, options: MapPictureOptions): MapPicture {
  const state = underLens(handout, options.lens)
  const { focus = NOTHING_LOOKED_AT } = options
  const frame = frameOf(state.drawn)
  const width = Math.max(LEAST_WIDTH, frame.width + 2 * MARGIN)
  const room = options.textWidth ?? width - 2 * MARGIN
  const head = headMarks(state, room)
  const map = chainMarks(state, focus.onMap)
  const top = head.height + 8
  const legend = legendMarks(state, room, { focus: focus.whole })
  const legendTop = top + frame.height + 12
  const notes = noteListMarks(state, focus.whole, room)
  const notesTop = legendTop + legend.height + 8
  const foot = footMarks(state, options.origin, room)
  const footTop = notesTop + notes.height + 8
  const left = Math.max(MARGIN, (width - frame.width) / 2) - frame.left
  const mapTop = top - frame.top
  return {
    width,
    height: footTop + foot.height + MARGIN / 2,
    title: titleOf(state),
    description: sentenceOf(state),
    map: { left, top: mapTop, bottom: top + frame.height },
    marks: [
      ...moved(head.marks, MARGIN, 0),
      ...moved(map, left, mapTop),
      ...moved(legend.marks, MARGIN, legendTop),
      ...moved(notes.marks, MARGIN, notesTop),
      ...moved(foot.marks, MARGIN, footTop),
    ],
  }
}

/** The map alone, as a whole or a part of it with the headings of its columns at the upper edge, and its legend in lines of some width. */
export function mapAndLegend(
  handout: HandoutState,
  { lens, focus, window, legendWidth, signs }: MapAndLegendOptions,
): { readonly map: Picture; readonly legend: Picture } {
  const state = underLens(handout, lens)
  const { left, top, width, height } = frameOf(state.drawn)
  const about = { title: titleOf(state), description: sentenceOf(state) }
  const headings = window && window.y > 0 ? stuckHeadings(state.drawn, state.language, window.y) : []
  const legend = legendMarks(state, legendWidth, {
    ...(signs === 'inARoom' && { only: IN_A_ROOM }),
    focus: focus.whole,
  })
  const marks = [...chainMarks(state, focus.onMap), ...headings]
  return {
    map: window
      ? { ...about, width, height, window, marks }
      : { ...about, width, height, marks: moved(marks, -left, -top) },
    legend: { ...about, width: legendWidth, height: legend.height, marks: legend.marks },
  }
}

/** Signs that a room needs explained; days that stocks last are written out on the cards. */
const IN_A_ROOM = ['state', 'cause', 'mark'] as const

export interface MapAndLegendOptions {
  readonly lens: Lens
  readonly focus: PictureFocus
  /** Null = the whole map. */
  readonly window: PictureWindow | null
  readonly legendWidth: number
  /** Those that a room needs explained, or all that occur. */
  readonly signs: 'inARoom' | 'all'
}

/** Bands, links, cards and pins in the units of the map. @param focus on the map that is drawn */
function chainMarks(state: LensState, focus: Focus): Mark[] {
  const { map, language } = state
  const input = cardsInput(state)
  const cards = upperLast(map, focus).flatMap((row) => cardWithRing(input, focus, row, [map.x[row]!, map.y[row]!]))
  return [...bandMarks(map, language), ...linkMarks(map, focus), ...cards, ...pinMarks(state, focus)]
}

function cardsInput(state: LensState): CardsInput {
  const { map, played, language, lens } = state
  const { chain, index, view } = map
  return {
    language,
    view,
    causes: played.causes,
    wave: map.wave,
    lens,
    marks: map.marks,
    folds: map.folds,
    levelUncleared: map.levelAgainst,
    facts: factsOf({ chain, index, language }),
    holders: lens === 'wave' ? holdersOf({ index, view }) : null,
    dayLabel: (at) => cardDate(dateAt(state, at), language),
    daysLeft: (days) => fillIn(TEXTS[language].map.daysLeft, { days }),
  }
}

/** Rows in the order in which they are drawn: cards that were dragged, and the selected one, over the others. */
function upperLast({ x, dragged }: DrawnMap, { selected }: Focus): readonly number[] {
  const chosen = selected?.kind === 'enterprise' ? selected.row : -1
  const isUpper = (row: number): boolean => row === chosen || dragged.has(row)
  const rows = [...x.keys()]
  return [...rows.filter((row) => !isUpper(row)), ...rows.filter(isUpper)]
}

function cardWithRing(input: CardsInput, focus: Focus, row: number, [x, y]: readonly [number, number]): Mark[] {
  if (!isCardDrawn(focus, row)) return []
  // The ground stays opaque, so that no link is seen through a card.
  const [ground, ...marks] = cardMarks(input, row, x, y)
  const isSelected = focus.selected?.kind === 'enterprise' && focus.selected.row === row
  const ring = isSelected ? ringMarks(input.facts[row]!.role, x, y) : []
  const shown = isCardPale(focus, row) ? faint(marks, OUT_OF_FOCUS) : marks
  return [...ring, ...stackMarks(input, row, x, y), ground!, ...shown]
}

export const titleOf = ({ chain, language }: HandoutState): string => textIn(chain.name, language)

/** Scenario, day and figures in one sentence. */
export function sentenceOf(state: HandoutState): string {
  const { figures, language, scenario, day, index } = state
  return fillIn(TEXTS[language].print.sentence, {
    scenario: textIn(scenario.name, language) || scenario.id,
    date: longDate(dateAt(state, day), language),
    operating: percent(figures.operatingRate, language),
    leading: percent(figures.leadingOutput, language),
    stopped: figures.stopped,
    count: index.enterpriseCount,
    open: figures.blocksOpen,
  })
}

function headMarks(state: HandoutState, room: number): { marks: Mark[]; height: number } {
  const lines = linesOf(sentenceOf(state), room, SENTENCE)
  const title = cutTo(titleOf(state), room, TITLE, true)
  return {
    marks: [
      textMark(title, 0, 34, { size: TITLE, isBold: true, color: PAPER.ink }),
      ...lines.map((text, at) => textMark(text, 0, 56 + at * 18, { size: SENTENCE, color: PAPER.ink2 })),
    ],
    height: 62 + lines.length * 18,
  }
}

/** Sources of the chain, what is assumed, and what the figures were made of. */
function footMarks({ chain, language, index }: HandoutState, origin: Origin, room: number) {
  const texts = TEXTS[language].print
  const sources = (chain.sources ?? []).map(({ title, date }) =>
    [textIn(title, language), date].filter(Boolean).join(', '),
  )
  const listed = sources.length === 0 ? texts.noSources : fillIn(texts.sources, { sources: sources.join('; ') })
  const made = fillIn(texts.madeOf, { hash: origin.fingerprint.slice(0, 16), engine: origin.engine })
  const counted = fillIn(texts.assumed, { count: index.enterpriseCount })
  const all = linesOf(listed, room, FOOT)
  const more = all.length > MOST_LINES ? [texts.moreSources] : []
  const others = [...more, counted, made].flatMap((text) => linesOf(text, room, FOOT))
  const lines = [...all.slice(0, MOST_LINES), ...others]
  return {
    marks: lines.map((text, at) => textMark(text, 0, 10 + at * 14, { size: FOOT, color: PAPER.ink3 })),
    height: lines.length * 14,
  }
}

/** Lines of sources under a picture; all of them stand in the report. */
const MOST_LINES = 4
