import PptxGenJS from 'pptxgenjs'
import type { Progress } from '../../analysis/planners/what-if.ts'
import { NO_FOCUS } from '../../analysis/picture/focus.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { decimal, longDate, percent } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import { textIn } from '../../model/local-text.ts'
import { scenesOf } from '../../model/scenes.ts'
import { namingOf } from '../../model/naming.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { dateAt, handoutState, type HandoutState } from '../handout-state.ts'
import { lensOfLooked, lookedAt } from '../looked-at.ts'
import { pictureFocus } from '../picture/focus-of-looked.ts'
import { mapAndLegend, titleOf } from '../picture/map-picture.ts'
import { PAPER } from '../picture/paper.ts'
import { curveOf, REPORT_TEXTS, type ReportRequest } from '../report/report.ts'
import { reportFigures } from '../report/report-figures.ts'
import type { ReportParts } from '../report/report-sections.ts'
import { cleanText } from '../svg.ts'
import { TEXTS } from '../texts.ts'
import { addPicture, headed, hex, SIZE, SLIDE_FONT, written } from './slide-shapes.ts'
import { NOTE_COLUMNS, notePages } from './note-pages.ts'
import { storySlides } from './story-slides.ts'
import { tidyDeck } from './tidy-deck.ts'

const MARGIN = 0.5
const BODY = { x: MARGIN, y: 1.25, w: SIZE.width - 2 * MARGIN, h: SIZE.height - 1.75 } as const
/** Two lines of 16 points. */
const FOOT = { x: MARGIN, y: 6.6, w: BODY.w, h: 0.7 } as const
const MAP = { x: 0.25, y: 1, w: SIZE.width - 0.5 } as const
const LEGEND = { x: MARGIN, w: SIZE.width - 2 * MARGIN, bottom: SIZE.height - 0.2 } as const
/** Units of the picture in the width of the slide: its smallest letters, those of a badge, then have 12 points. */
const LEGEND_WIDTH = 640
/** Rows of a table that a slide has room for. */
const ROWS = 10

/** The state as slides of native shapes, texts and tables: title, map, the scenes, curve, gains, order, sources. */
export async function slidesOf(request: ReportRequest, progress: Progress): Promise<Uint8Array> {
  const state = handoutState(request)
  const { crews = 1, language } = request
  const texts = REPORT_TEXTS[language]
  const figures = reportFigures(state, crews, progress)
  const parts: ReportParts = { state, figures, crews, naming: namingOf(state.chain, language), texts }
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.author = deck.company = 'Changlian 畅链'
  deck.title = cleanText(titleOf(state))
  deck.theme = { headFontFace: SLIDE_FONT, bodyFontFace: SLIDE_FONT }
  titleSlide(deck, parts)
  mapSlides(deck, state, request)
  storySlides(deck, state, request.setOut, progress)
  addPicture(headed(deck, texts.curve), curveOf(parts), BODY)
  gainsSlide(deck, parts)
  orderSlide(deck, parts)
  sourcesSlide(deck, parts, await fingerprintOf(state.chain))
  return tidyDeck((await deck.write({ outputType: 'uint8array' })) as Uint8Array, dateAt(state, state.day))
}

/** The map as it is looked at, and what the notes on it say. */
function mapSlides(deck: PptxGenJS, state: HandoutState, { look = {}, lens }: ReportRequest): void {
  const { print } = TEXTS[state.language]
  const looked = lookedAt(state, look)
  const focus = pictureFocus(looked, look)
  const slide = headed(deck, REPORT_TEXTS[state.language].contents.map)
  const { map, legend } = mapAndLegend(looked, {
    lens: lensOfLooked(looked, look, lens),
    focus,
    window: null,
    legendWidth: LEGEND_WIDTH,
    signs: 'all',
  })
  const h = (legend.height * LEGEND.w) / legend.width
  addPicture(slide, legend, { ...LEGEND, y: LEGEND.bottom - h, h })
  addPicture(slide, map, { ...MAP, h: LEGEND.bottom - h - MAP.y })
  // The scenes may pin what is hidden here.
  const told = scenesOf(state.chain).length > 0 ? NO_FOCUS : focus.whole
  for (const rows of notePages(state, told)) {
    addTable(headed(deck, print.notes), { head: ['', print.noteOn, print.note], rows, widths: NOTE_COLUMNS })
  }
}

function titleSlide(deck: PptxGenJS, { state, texts }: ReportParts): void {
  const { language, scenario, day } = state
  const slide = deck.addSlide()
  slide.addShape('rect', { x: 0, y: 0, w: 0.28, h: SIZE.height, fill: { color: hex(PAPER.accent) } })
  const line = (text: string, y: number, h: number, fontSize: number, isStrong: boolean): void => {
    slide.addText(cleanText(text), {
      ...written({ fontSize, bold: isStrong, color: isStrong ? PAPER.ink : PAPER.ink2 }),
      x: 0.9,
      y,
      w: SIZE.width - 1.8,
      h,
      valign: isStrong ? 'bottom' : 'top',
    })
  }
  // Room for two lines, which stand on what follows.
  line(titleOf(state), 0.85, 1.65, 44, true)
  line(texts.title, 2.55, 0.6, 24, false)
  const date = longDate(dateAt(state, day), language)
  line(fillIn(texts.made, { date, scenario: textIn(scenario.name, language) || scenario.id }), 3.15, 0.5, 18, false)
  keyFigures(slide, state, texts)
}

/** The four figures that a room asks for first. */
function keyFigures(
  slide: PptxGenJS.Slide,
  { figures, language, threshold }: HandoutState,
  texts: ReportParts['texts'],
) {
  const share = (value: number): string => percent(value, language)
  const shown = [
    [share(figures.operatingRate), fillIn(texts.operatingRate, { threshold: share(threshold) })],
    [share(figures.leadingOutput), texts.leadingOutput],
    [String(figures.stopped), texts.stopped],
    [String(figures.blocksOpen), texts.blocksOpen],
  ] as const
  const width = (SIZE.width - 1.8) / shown.length
  shown.forEach(([value, name], at) => {
    const box = { x: 0.9 + at * width, w: width - 0.25 }
    slide.addShape('line', { ...box, y: 4.55, h: 0, line: { color: hex(PAPER.accent), width: 2 } })
    slide.addText(value, { ...written({ fontSize: 44, bold: true, color: PAPER.ink }), ...box, y: 4.65, h: 0.85 })
    slide.addText(name, {
      ...written({ fontSize: 16, bold: false, color: PAPER.ink2 }),
      ...box,
      y: 5.5,
      h: 0.7,
      valign: 'top',
    })
  })
}

interface SlideTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Inches. */
  readonly widths: readonly number[]
}

/** A native table; what does not fit is counted in its last line. */
function addTable(slide: PptxGenJS.Slide, { head, rows, widths }: SlideTable): void {
  const cell = (text: string, isHead: boolean): PptxGenJS.TableCell => ({
    text: cleanText(text),
    options: {
      ...written({ fontSize: 18, bold: isHead, color: PAPER.ink }),
      valign: 'middle',
      border: [{ type: 'none' }, { type: 'none' }, { type: 'solid', color: hex(PAPER.line), pt: 1 }, { type: 'none' }],
    },
  })
  const more = rows.length > ROWS ? [[`+${rows.length - ROWS}`, ...head.slice(1).map(() => '')]] : []
  const shown = [...rows.slice(0, ROWS), ...more]
  slide.addTable([head.map((text) => cell(text, true)), ...shown.map((row) => row.map((text) => cell(text, false)))], {
    x: BODY.x,
    y: BODY.y,
    w: BODY.w,
    colW: [...widths],
    margin: [0.04, 0.08, 0.04, 0],
  })
}

function gainsSlide(deck: PptxGenJS, { state, figures, naming, texts }: ReportParts): void {
  const slide = headed(deck, texts.contents.gains)
  const { language } = state
  const pairs = (figures.together ?? []).map(({ blocks, gain }) => [
    blocks.map(naming.block).join(' + '),
    decimal(gain, 2, language),
    '',
  ])
  const single = figures.gains.map(({ block, gain, firstFelt }) => [
    naming.block(block),
    decimal(gain, 2, language),
    firstFelt < 0 ? texts.never : longDate(dateAt(state, firstFelt), language),
  ])
  const rows = [...pairs, ...single].toSorted(
    (a, b) => Number(b[1]!.replaceAll(',', '')) - Number(a[1]!.replaceAll(',', '')),
  )
  addTable(slide, { head: [texts.block, texts.gain, texts.firstFelt], rows, widths: [7, 2.3, 3.033] })
}

function orderSlide(deck: PptxGenJS, { state, figures: { order }, naming, texts, crews }: ReportParts): void {
  const slide = headed(deck, texts.contents.order)
  const { language } = state
  if (order === null) {
    slide.addText(texts.noBlocks, { ...BODY, fontSize: 20, fontFace: SLIDE_FONT, valign: 'top' })
    return
  }
  const date = (day: number): string => longDate(dateAt(state, day), language)
  const rows = order.jobs.map(({ block, start, end }) => [naming.block(block), date(Math.floor(start)), date(end)])
  addTable(slide, { head: [texts.block, texts.start, texts.end], rows, widths: [6.333, 3, 3] })
  const proof = order.proven ? texts.orderProven : texts.orderBest
  slide.addText(`${fillIn(texts.orderWon, { won: decimal(order.won, 2, language), crews })} ${proof}`, {
    ...written({ fontSize: 16, bold: false, color: PAPER.ink2 }),
    ...FOOT,
  })
}

function sourcesSlide(deck: PptxGenJS, { state, texts }: ReportParts, fingerprint: string): void {
  const slide = headed(deck, `${texts.contents.sources} · ${texts.contents.assumptions}`)
  const { chain, language } = state
  const rows = (chain.sources ?? []).map(({ id, title, date }) => [id, textIn(title, language), date ?? '–'])
  if (rows.length > 0) addTable(slide, { head: ['ID', texts.source, texts.date], rows, widths: [1.3, 9.033, 2] })
  else
    slide.addText(TEXTS[language].print.noSources, {
      ...BODY,
      h: 0.6,
      ...written({ fontSize: 20, bold: false, color: PAPER.ink2 }),
    })
  slide.addText(`SHA-256 ${fingerprint} · engine ${ENGINE_VERSION}`, {
    ...written({ fontSize: 11, bold: false, color: PAPER.ink3 }),
    ...FOOT,
  })
}
