import { ENTERPRISE_STATES, type EnterpriseState } from '../../analysis/day-view.ts'
import { CARD } from '../../analysis/layout/tier-layout.ts'
import { BACK_TO_FULL, SAME_LEVEL, STANDS_STILL } from '../../analysis/played.ts'
import { BLOCK_CAUSES } from '../../model/block-causes.ts'
import { fitLabel, type MeasureText } from './card-label.ts'
import type { MapScene } from './map-props.ts'
import { between, type Palette } from './palette.ts'

export const fontOf = (size: number, isBold: boolean): string =>
  `${isBold ? 600 : 400} ${size}px Inter, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`

/** What a card needs that no day changes. */
export interface CardFacts {
  readonly name: string
  readonly role: 'leading' | 'core' | 'sme'
  /** The row as a whole is an assumption: dotted outline. */
  readonly isAssumed: boolean
}

export interface CardTools {
  readonly context: CanvasRenderingContext2D
  readonly scene: MapScene
  readonly facts: readonly CardFacts[]
  readonly palette: Palette
  readonly measure: MeasureText
  readonly hatch: CanvasPattern | null
  /** Screen pixels per map unit. */
  readonly zoom: number
}

const BADGE = 15
const PADDING = 6
/** Below this zoom a card's own text is too small to read. */
export const LABELS_FROM_ZOOM = 0.62

/** One enterprise: outline by role, fill by level, sign by state. */
export function drawCard(tools: CardTools, row: number, x: number, y: number): void {
  const { context, scene, facts, palette } = tools
  const state = ENTERPRISE_STATES[scene.view.state[row]!]!
  const isSelected = scene.selected?.kind === 'enterprise' && scene.selected.row === row
  context.globalAlpha = scene.lit === null || scene.lit.has(row) || isSelected ? 1 : 0.22
  const left = x - CARD.width / 2
  const top = y - CARD.height / 2
  outline(context, facts[row]!.role, left, top)
  context.save()
  context.clip()
  context.fillStyle = groundOf(state, palette)
  context.fillRect(left, top, CARD.width, CARD.height)
  fillOf(tools, row, state, left, top)
  context.restore()
  strokeCard(tools, row, state, left, top, isSelected)
  if (tools.zoom >= LABELS_FROM_ZOOM) drawTexts(tools, row, state, left, top)
  else if (state === 'blocked') drawBadge(tools, row, left, top)
  context.globalAlpha = 1
}

function outline(context: CanvasRenderingContext2D, role: CardFacts['role'], left: number, top: number): void {
  const { width, height } = CARD
  context.beginPath()
  if (role === 'leading') {
    const point = 8
    context.moveTo(left + point, top)
    context.lineTo(left + width - point, top)
    context.lineTo(left + width, top + height / 2)
    context.lineTo(left + width - point, top + height)
    context.lineTo(left + point, top + height)
    context.lineTo(left, top + height / 2)
    context.closePath()
  } else context.roundRect(left, top, width, height, role === 'core' ? 4 : height / 2)
}

const groundOf = (state: EnterpriseState, palette: Palette): string =>
  state === 'blocked' ? palette.warmGround : palette.card

/** The card fills from the left to its level; hatch where it stands still because of others; staff return as a line below. */
function fillOf(
  { context, scene, palette, hatch }: CardTools,
  row: number,
  state: EnterpriseState,
  left: number,
  top: number,
): void {
  const { width, height } = CARD
  const level = Math.max(0, Math.min(1, scene.view.level[row]!))
  const staff = scene.view.staffReturn[row]!
  if (scene.lens === 'wave') context.fillStyle = waveColor(scene, row, palette)
  else if (scene.lens === 'difference') context.fillStyle = differenceColor(scene, row, palette)
  else context.fillStyle = state === 'blocked' ? palette.warmFill : palette.run
  context.fillRect(left, top, scene.lens === 'state' ? width * level : width, height)
  if (state === 'stopped' && hatch) {
    context.fillStyle = hatch
    context.fillRect(left, top, width, height)
  }
  if (staff < 1) {
    context.fillStyle = palette.ink2
    context.fillRect(left, top + height - 2.5, width * staff, 2.5)
  }
}

/** One hue, light = soon, dark = late; who does not come back stays on the ground colour. */
function waveColor({ wave, view }: MapScene, row: number, palette: Palette): string {
  const day = wave ? wave.full[row]! : -1
  if (day < 0) return view.level[row]! >= BACK_TO_FULL ? palette.card : palette.ground
  const last = wave!.full.reduce((most, full) => Math.max(most, full), 1)
  return between(palette.wave0, palette.wave1, day / last)
}

function differenceColor({ view, levelUncleared }: MapScene, row: number, palette: Palette): string {
  const change = view.level[row]! - levelUncleared[row]!
  if (Math.abs(change) <= SAME_LEVEL) return palette.band
  return between(palette.card, change > 0 ? palette.better : palette.worse, 0.25 + 0.75 * Math.min(1, Math.abs(change)))
}

function strokeCard(
  { context, scene, facts, palette }: CardTools,
  row: number,
  state: EnterpriseState,
  left: number,
  top: number,
  isSelected: boolean,
): void {
  const { role, isAssumed } = facts[row]!
  const isBlocked = state === 'blocked' || scene.view.block[row]! >= 0
  if (isSelected) {
    outline(context, role, left, top)
    context.strokeStyle = palette.accent
    context.lineWidth = 5
    context.globalAlpha *= 0.45
    context.stroke()
    context.globalAlpha = 1
  }
  outline(context, role, left, top)
  context.strokeStyle = isBlocked ? palette.warm : role === 'leading' ? palette.ink : palette.ink3
  context.lineWidth = isBlocked ? 2 : role === 'leading' ? 1.6 : 0.9
  if (isAssumed) context.setLineDash([2, 2])
  context.stroke()
  context.setLineDash([])
}

function drawTexts(tools: CardTools, row: number, state: EnterpriseState, left: number, top: number): void {
  const { context, scene, facts, palette, measure } = tools
  const { name, role } = facts[row]!
  const isBold = role === 'leading'
  let start = left + (role === 'core' ? PADDING : PADDING + 4)
  if (scene.view.block[row]! >= 0) {
    drawBadge(tools, row, left, top)
    start = left + (role === 'core' ? 4 : 8) + BADGE + 4
  }
  const end = drawFigure(tools, row, state, left + CARD.width - (role === 'core' ? PADDING : PADDING + 4), top)
  const label = fitLabel(name, end - start - 3, isBold, measure)
  context.font = fontOf(label.fontSize, isBold)
  context.fillStyle = palette.ink
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  const pitch = label.fontSize + 0.5
  label.lines.forEach((line, at) => {
    context.fillText(line, start, top + CARD.height / 2 + 0.5 + (at - (label.lines.length - 1) / 2) * pitch)
  })
}

/** The number at the right; returns where the room for the name ends. */
function drawFigure(
  { context, scene, palette, measure }: CardTools,
  row: number,
  state: EnterpriseState,
  right: number,
  top: number,
): number {
  const { text, color } = figureOf(scene, row, state, palette)
  if (text === '') return right
  context.font = fontOf(9.5, false)
  context.fillStyle = color
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  context.fillText(text, right, top + CARD.height / 2 + 0.5)
  return right - measure(text, 9.5, false)
}

function figureOf(
  scene: MapScene,
  row: number,
  state: EnterpriseState,
  palette: Palette,
): { text: string; color: string } {
  const { view, wave, lens, levelUncleared } = scene
  const level = view.level[row]!
  if (lens === 'wave') {
    const day = wave ? wave.full[row]! : -1
    return { text: day >= 0 ? scene.dayLabel(day) : '', color: palette.ink }
  }
  if (lens === 'difference') {
    const points = Math.round(100 * (level - levelUncleared[row]!))
    return { text: points > 0 ? `▲ +${points}` : points < 0 ? `▼ −${-points}` : '', color: palette.ink }
  }
  if (state === 'recovering') {
    const back =
      wave && wave.full[row]! > view.day ? ` ${scene.dayLabel(wave.full[row]!)}` : ` ${Math.round(level * 100)}`
    return { text: `↗${back}`, color: palette.accent }
  }
  if (state === 'running' && view.daysLeft[row]! >= 0) {
    return {
      text: scene.language === 'zh' ? `剩${view.daysLeft[row]}天` : `${view.daysLeft[row]} d`,
      color: palette.warm,
    }
  }
  if (level >= STANDS_STILL && Math.round(level * 100) !== 100)
    return { text: String(Math.round(level * 100)), color: palette.ink2 }
  return { text: '', color: palette.ink2 }
}

/** Cause in one sign, severity in one to four bars under it. */
function drawBadge({ context, scene, palette }: CardTools, row: number, left: number, top: number): void {
  const cause = scene.causes[scene.view.block[row]!]
  if (!cause) return
  const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
  const x = left + 6
  const y = top + (CARD.height - BADGE) / 2 - 1
  context.fillStyle = palette.card
  context.strokeStyle = palette.warm
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(x, y, BADGE, BADGE, 3)
  context.fill()
  context.stroke()
  context.fillStyle = palette.warm
  context.font = fontOf(scene.language === 'zh' ? 10.5 : 8.5, true)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(scene.language === 'zh' ? badgeZh : badgeEn, x + BADGE / 2, y + BADGE / 2 + 0.5)
  const bars = severityStep(scene.view.severity[row]!)
  for (let bar = 0; bar < 4; bar++) {
    context.fillStyle = bar < bars ? palette.warm : palette.line
    context.fillRect(x + bar * 4, y + BADGE + 1.2, 3, 1.8)
  }
}

/** Four steps: up to a quarter, a half, three quarters, more. */
export const severityStep = (severity: number): number => Math.max(1, Math.min(4, Math.ceil(severity * 4 - 1e-9)))

/** Diagonal lines for what stands still because of others. */
export function hatchPattern(context: CanvasRenderingContext2D, color: string): CanvasPattern | null {
  const tile = document.createElement('canvas')
  tile.width = 6
  tile.height = 6
  const drawing = tile.getContext('2d')!
  drawing.strokeStyle = color
  drawing.lineWidth = 1
  drawing.beginPath()
  for (const shift of [-6, 0, 6]) {
    drawing.moveTo(shift - 1, 7)
    drawing.lineTo(shift + 7, -1)
  }
  drawing.stroke()
  return context.createPattern(tile, 'repeat')
}
