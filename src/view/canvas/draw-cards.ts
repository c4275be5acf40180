import { ENTERPRISE_STATES, type EnterpriseState } from '../../analysis/day-view.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { BACK_TO_FULL } from '../../analysis/played.ts'
import { cardFill, fillsToLevel, type LevelMarks } from '../../analysis/picture/card-figure.ts'
import { traceCard, traceFill } from '../../analysis/picture/card-shape.ts'
import type { Role } from '../../model/chain.ts'
import { LABELS_FROM_ZOOM } from './card-style.ts'
import { drawBadge, drawCardText } from './card-text.ts'
import type { CardPlace, CardTools } from './card-tools.ts'
import { isCardPale, OUT_OF_FOCUS } from '../../analysis/picture/focus.ts'
import type { Palette } from './palette.ts'

/** One enterprise: outline by role, fill by level, sign by state. */
export function drawCard(tools: CardTools, row: number, x: number, y: number): void {
  const { context, scene } = tools
  const place: CardPlace = {
    row,
    state: ENTERPRISE_STATES[scene.view.state[row]!]!,
    left: x - CARD.width / 2,
    top: y - CARD.height / 2,
  }
  context.globalAlpha = 1
  if (scene.sizes) drawSize(tools, scene.sizes[row]!, x, y)
  drawGround(tools, place)
  if (isCardPale(scene, row)) context.globalAlpha = OUT_OF_FOCUS
  const ground = drawFill(tools, place)
  drawOutline(tools, place)
  if (tools.zoom >= LABELS_FROM_ZOOM) drawCardText(tools, place, ground)
  else if (scene.view.block[row]! >= 0 && tools.zoom >= LABELS_FROM_ZOOM / 2) drawBadge(tools, place)
  context.globalAlpha = 1
}

/** Radius of the disc of size 1, map units. */
const LARGEST_DISC = 54

/** How critical an enterprise is, by the area of a disc around its card. */
function drawSize({ context, palette }: CardTools, size: number, x: number, y: number): void {
  context.globalAlpha = 0.3
  context.fillStyle = palette.accent
  context.beginPath()
  context.arc(x, y, LARGEST_DISC * Math.sqrt(Math.max(0, size)), 0, 2 * Math.PI)
  context.fill()
  context.globalAlpha = 1
}

/** Opaque, so that no link is seen through a card, not even one out of focus. */
function drawGround({ context, facts, palette, scene }: CardTools, { row, state, left, top }: CardPlace): void {
  if (scene.folds?.isFold[row]) drawStack(context, palette, left, top)
  const isWarm = state === 'blocked' && fillsToLevel(scene.lens)
  context.fillStyle = isWarm ? palette.warmGround : palette.card
  context.beginPath()
  traceCard(context, facts[row]!.role, left, top)
  context.fill()
}

/** A fold looks like several cards, one behind the other. */
function drawStack(context: CanvasRenderingContext2D, palette: Palette, left: number, top: number): void {
  context.fillStyle = palette.card
  context.strokeStyle = palette.ink3
  context.lineWidth = 0.9
  for (const step of [5, 2.5]) {
    context.beginPath()
    traceCard(context, 'core', left + step, top - step)
    context.fill()
    context.stroke()
  }
}

/** The card fills from the left to its level; hatch where it stands still because of others. Returns the colour under the name. */
function drawFill(tools: CardTools, { row, state, left, top }: CardPlace): string {
  const { context, scene, facts, hatch, gaps } = tools
  const { role } = facts[row]!
  const isState = fillsToLevel(scene.lens)
  const level = isState ? Math.max(0, Math.min(1, scene.view.level[row]!)) : 1
  const color = cardColor(tools, row, state)
  if (level > 0 && color !== '') {
    context.fillStyle = color
    context.beginPath()
    traceFill(context, role, left, top, level >= BACK_TO_FULL ? 1 : level)
    context.fill()
  }
  const pattern = state === 'noData' ? gaps : state === 'stopped' && (isState || color === '') ? hatch : null
  if (pattern) {
    context.fillStyle = pattern
    context.beginPath()
    traceCard(context, role, left, top)
    context.fill()
  }
  return isState ? '' : color
}

/** Fill of the lens; '' = none. */
export const cardColor = ({ scene, palette, waveEnd }: CardTools, row: number, state: EnterpriseState): string =>
  cardFill(scene, { row, state, waveEnd }, palette)

function drawOutline({ context, scene, facts, palette }: CardTools, { row, state, left, top }: CardPlace): void {
  const { role, isAssumed } = facts[row]!
  const isBlocked = scene.view.block[row]! >= 0
  const isWeak = isAssumed || state === 'noData'
  context.beginPath()
  traceCard(context, role, left, top)
  context.strokeStyle = isBlocked ? palette.warm : role === 'leading' ? palette.ink : palette.ink3
  context.lineWidth = isBlocked ? 2 : role === 'leading' ? 1.5 : 0.9
  if (isWeak) context.setLineDash([1.5, 2])
  context.stroke()
  if (isWeak) context.setLineDash([])
  const staff = scene.view.staffReturn[row]!
  if (staff < 1 && fillsToLevel(scene.lens)) drawStaff(context, palette, staff, left, top)
  if (scene.marks && !Number.isNaN(scene.marks.level[row]!)) drawMark(context, palette, scene.marks, { row, left, top })
}

/** Half the width of a mark, map units. */
const MARK = 3.6

/** A second level on the card's upper edge: filled = observed, hollow = the model's. */
function drawMark(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { kind, level }: LevelMarks,
  { row, left, top }: Pick<CardPlace, 'row' | 'left' | 'top'>,
): void {
  const x = left + CARD.width * Math.max(0, Math.min(1, level[row]!))
  context.beginPath()
  context.moveTo(x - MARK, top - MARK)
  context.lineTo(x + MARK, top - MARK)
  context.lineTo(x, top + MARK)
  context.closePath()
  context.fillStyle = kind === 'observed' ? palette.ink : palette.card
  context.strokeStyle = kind === 'observed' ? palette.card : palette.ink
  context.lineWidth = 1
  context.fill()
  context.stroke()
}

/** Staff return: a thin line under the card, full at 100 %. */
function drawStaff(
  context: CanvasRenderingContext2D,
  palette: Palette,
  staff: number,
  left: number,
  top: number,
): void {
  const [start, room] = [left + 8, CARD.width - 16]
  const y = top + CARD.height + 1.6
  context.fillStyle = palette.line
  context.fillRect(start, y, room, 1.4)
  context.fillStyle = palette.ink2
  context.fillRect(start, y, room * staff, 1.4)
}

/** A ring around a card: selected, picked or focused by key. */
export function drawRing(
  context: CanvasRenderingContext2D,
  palette: Palette,
  role: Role,
  at: { readonly x: number; readonly y: number },
): void {
  context.beginPath()
  traceCard(context, role, at.x - CARD.width / 2, at.y - CARD.height / 2)
  context.lineJoin = 'round'
  context.strokeStyle = palette.accent
  context.lineWidth = 6.5
  context.stroke()
  context.strokeStyle = palette.ground
  context.lineWidth = 3
  context.stroke()
}
