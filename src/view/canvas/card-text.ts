import { CARD } from '../../analysis/layout/grid.ts'
import { cardFigure, HELD_BY, isDark, type CardFigure, type FigureInput } from '../../analysis/picture/card-figure.ts'
import { BLOCK_CAUSES } from '../../model/block-causes.ts'
import { fitLabel, type MeasureText } from '../../analysis/picture/card-label.ts'
import { fontOf } from './card-style.ts'
import type { CardPlace, CardTools } from './card-tools.ts'
import { severityStep } from '../../analysis/picture/severity.ts'

const BADGE = { width: 15, height: 13 } as const
/** Figure at the right, map units: never smaller than a share of the name's letters. */
const FIGURE_SHARE = 0.84
/** Room between the outline and what stands in the card. */
const PADDING = { leading: 10, core: 6, sme: 9 } as const

/** @param ground colour under the text where a lens fills the card; '' = the card's own */
export function drawCardText(tools: CardTools, place: CardPlace, ground: string): void {
  const { context, scene, facts, palette, measure } = tools
  const { row, state, left, top } = place
  const { name, shortName, role } = facts[row]!
  const isBold = role === 'leading'
  const ink = ground === '' ? palette.ink : isDark(ground) ? '#ffffff' : '#17202b'
  let start = left + PADDING[role]
  if (scene.view.block[row]! >= 0) {
    drawBadge(tools, place)
    start = badgeLeft(place, role) + BADGE.width + 4
  }
  const figureSize = tools.sizes.oneLine[0]! * FIGURE_SHARE
  const right = left + CARD.width - PADDING[role]
  const nameWidth = measure(shortName, tools.sizes.oneLine.at(-1)!, isBold)
  const figure = fitFigure(
    cardFigure(figureInput(tools), row, state),
    right - start - nameWidth - 4,
    figureSize,
    measure,
  )
  const end = figure.text === '' ? right : right - measure(figure.text, figureSize, false) - 3
  const label = fitLabel({ name, shortName }, { width: end - start, isBold, sizes: tools.sizes }, measure)
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  context.font = fontOf(label.fontSize, isBold)
  context.fillStyle = ink
  const middle = top + CARD.height / 2 + 0.5
  label.lines.forEach((line, at) => {
    context.fillText(line, start, middle + (at - (label.lines.length - 1) / 2) * (label.fontSize + 0.5))
  })
  if (figure.text === '') return
  context.textAlign = 'right'
  context.font = fontOf(figureSize, false)
  context.fillStyle = figure.tone === 'ink' ? ink : palette[figure.tone]
  context.fillText(figure.text, right, middle)
}

const figureInput = ({ scene, facts, holders, labels }: CardTools): FigureInput => ({
  ...scene,
  facts,
  holders,
  daysLeft: labels.daysLeft,
})

/** The holder's name gives way to the enterprise's own. */
function fitFigure(figure: CardFigure, room: number, size: number, measure: MeasureText): CardFigure {
  if (!figure.text.startsWith(HELD_BY) || measure(figure.text, size, false) <= room) return figure
  const name = Array.from(figure.text.slice(HELD_BY.length))
  let letters = name.length - 1
  const cut = () => `${HELD_BY}${name.slice(0, letters).join('')}…`
  while (letters > HOLDER && measure(cut(), size, false) > room) letters--
  return { ...figure, text: cut() }
}

/** Letters of the holder's name that always stay. */
const HOLDER = 2

const badgeLeft = ({ left }: CardPlace, role: keyof typeof PADDING): number => left + PADDING[role] - 1

/** Cause in one sign, severity in one to four bars under it. */
export function drawBadge({ context, scene, facts, palette }: CardTools, place: CardPlace): void {
  const { row, top } = place
  const cause = scene.causes[scene.view.block[row]!]
  if (!cause) return
  const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
  const inside = scene.folds?.blocked[row] ?? 0
  const x = badgeLeft(place, facts[row]!.role)
  const y = top + 2.5
  context.fillStyle = palette.warm
  context.beginPath()
  context.roundRect(x, y, BADGE.width, BADGE.height, 3)
  context.fill()
  context.fillStyle = palette.warmGround
  context.font = fontOf(scene.language === 'zh' ? 10 : 8.5, true)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const sign = inside > 0 ? String(inside) : scene.language === 'zh' ? badgeZh : badgeEn
  context.fillText(sign, x + BADGE.width / 2, y + BADGE.height / 2 + 0.5)
  const bars = severityStep(scene.view.severity[row]!)
  for (let bar = 0; bar < 4; bar++) {
    context.fillStyle = bar < bars ? palette.warm : palette.warmFill
    context.fillRect(x + bar * 4, y + BADGE.height + 1.6, 3, 2)
  }
}
