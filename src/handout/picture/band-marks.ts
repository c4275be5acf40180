import { GRID } from '../../analysis/layout/grid.ts'
import type { Band, TierLayout } from '../../analysis/layout/tier-layout.ts'
import { tierNumber } from '../../i18n/format.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Chain } from '../../model/chain.ts'
import { textIn, type Language } from '../../model/local-text.ts'
import { TEXTS, type HandoutTexts } from '../texts.ts'
import { textMark, type Mark } from './marks.ts'
import { cutTo, PAPER, widthOf } from './paper.ts'
import { rectangle } from './pen.ts'

const TOP = 8
const HEADING = 13
const COUNT = 11
const STAGE = 9.5

interface Columns {
  readonly chain: Chain
  readonly layout: TierLayout
}

/** The faint band of each tier with its heading, upstream left, and the stages inside. */
export function bandMarks({ chain, layout }: Columns, language: Language): Mark[] {
  const texts = TEXTS[language]
  const names = new Map(chain.stages.map(({ id, name }) => [id, textIn(name, language) || id]))
  return layout.bands.flatMap((band, at) => [
    { kind: 'shape', path: rectangle(band.x, TOP, band.width, layout.bottom - TOP, 10), fill: PAPER.band } as const,
    ...headingMarks(band, sideOf(at, layout.bands.length, texts), { names, texts, language, top: 0 }),
    ...band.headings.map(({ stageId, x, y, width }): Mark => ({
      kind: 'text',
      x: x + 1,
      y: y + GRID.stage / 2 + 4,
      text: cutTo(names.get(stageId) ?? stageId, width, STAGE),
      size: STAGE,
      color: PAPER.ink2,
      anchor: 'start',
    })),
  ])
}

/** The headings of the columns at another height, over what is drawn there: for a part of the map that is looked at from there on. */
export function stuckHeadings({ chain, layout }: Columns, language: Language, top: number): Mark[] {
  const texts = TEXTS[language]
  const names = new Map(chain.stages.map(({ id, name }) => [id, textIn(name, language) || id]))
  const height = GRID.heading - TOP
  return [
    { kind: 'shape', path: rectangle(0, top, layout.width, height), fill: PAPER.ground },
    ...layout.bands.flatMap((band, at) => [
      { kind: 'shape', path: rectangle(band.x, top, band.width, height), fill: PAPER.band } as const,
      ...headingMarks(band, sideOf(at, layout.bands.length, texts), { names, texts, language, top: top - TOP }),
    ]),
  ]
}

const sideOf = (at: number, count: number, { words }: HandoutTexts): string =>
  count < 2 ? '' : at === 0 ? words.upstream : at === count - 1 ? words.downstream : ''

interface HeadingWords {
  readonly names: ReadonlyMap<string, string>
  readonly texts: HandoutTexts
  readonly language: Language
  /** Upper edge. */
  readonly top: number
}

function headingMarks(band: Band, side: string, { names, texts, language, top }: HeadingWords): Mark[] {
  const left = band.x + GRID.bandPadding
  const right = band.x + band.width - GRID.bandPadding
  const y = top + TOP + (GRID.heading - TOP) / 2 + 5
  const tierName =
    band.tier === 0 ? texts.map.endMarket : fillIn(texts.map.tier, { tier: tierNumber(band.tier, language) })
  const title = band.stageIds.length === 1 ? (names.get(band.stageIds[0]!) ?? band.stageIds[0]!) : tierName
  const long = side === '' ? String(band.count) : `${side} · ${band.count}`
  const room = right - left - widthOf(title, HEADING, true) - 10
  const count = widthOf(long, COUNT, false) <= room ? long : String(band.count)
  const titleRoom = right - left - widthOf(count, COUNT, false) - 8
  return [
    textMark(count, right, y, { size: COUNT, color: PAPER.ink2, anchor: 'end' }),
    textMark(cutTo(title, titleRoom, HEADING, true), left, y, { size: HEADING, isBold: true, color: PAPER.ink }),
  ]
}
