import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { fillsToLevel } from '../../analysis/picture/card-figure.ts'
import type { CardTools } from './card-tools.ts'
import { cardColor } from './draw-cards.ts'
import { isCardPale, OUT_OF_FOCUS } from '../../analysis/picture/focus.ts'

/** Thickness of the outline, screen pixels. */
const LINE = { blocked: 1.6, leading: 1.2, plain: 0.6 } as const

/** Thousands of cards seen from afar: upright rectangles, which are filled many times faster than outlines with round or pointed ends. */
export function drawFarCards(tools: CardTools, rows: readonly number[], x: Float64Array, y: Float64Array): void {
  const { context, scene, palette, facts, zoom } = tools
  const { view } = scene
  for (const row of rows) {
    const state = ENTERPRISE_STATES[view.state[row]!]!
    const isBlocked = view.block[row]! >= 0
    const isLeading = facts[row]!.role === 'leading'
    const line = (isBlocked ? LINE.blocked : isLeading ? LINE.leading : LINE.plain) / zoom
    const left = x[row]! - CARD.width / 2
    const top = y[row]! - CARD.height / 2
    context.globalAlpha = isCardPale(scene, row) ? OUT_OF_FOCUS : 1
    context.fillStyle = isBlocked ? palette.warm : isLeading ? palette.ink : palette.ink3
    context.fillRect(left - line / 2, top - line / 2, CARD.width + line, CARD.height + line)
    context.fillStyle = state === 'blocked' ? palette.warmGround : state === 'stopped' ? palette.hatch : palette.card
    context.fillRect(left + line / 2, top + line / 2, CARD.width - line, CARD.height - line)
    const color = cardColor(tools, row, state)
    const level = fillsToLevel(scene.lens) ? Math.max(0, Math.min(1, view.level[row]!)) : 1
    if (color === '' || !(level > 0)) continue
    context.fillStyle = color
    context.fillRect(left + line / 2, top + line / 2, (CARD.width - line) * level, CARD.height - line)
  }
  context.globalAlpha = 1
}
