import { pointOn, type Curve, type Point } from '../../analysis/layout/curve.ts'
import { LABELS_FROM_ZOOM } from './card-style.ts'
import { addArrow, DASHES, pathOf, shareOf, styleOf, trace, type LinkPicture, type LinkStyle } from './link-picture.ts'
import { isAnyLit, isLinkDrawn } from '../../analysis/picture/focus.ts'
import type { Steps } from './drawing-steps.ts'
import type { MapScene } from './map-props.ts'
import type { Palette } from './palette.ts'

export interface LinkTools {
  readonly context: CanvasRenderingContext2D
  readonly scene: MapScene
  readonly picture: LinkPicture
  readonly palette: Palette
  /** Screen pixels per map unit. */
  readonly zoom: number
}

/** How much is left of the other links while some are lit. */
const RECEDE = 0.28
/** Up to this many links on screen each has its width, bed and arrow; more become lines of one pixel, which are drawn ten times as fast. */
const FINE_UP_TO = 600
/** Links of one step: with bed, core and arrow, and as lines of one pixel. */
const FINE_PER_STEP = 16
const HAIRLINES_PER_STEP = 150
const STYLES: readonly LinkStyle[] = ['backward', 'stopped', 'throttled', 'flowing']

/** All that is not lit: the ground that the cards stand on. */
export function* drawFaintLinks(tools: LinkTools, faint: readonly number[]): Steps {
  const { context, scene } = tools
  const recede = isAnyLit(scene) ? RECEDE : 1
  if (faint.length <= FINE_UP_TO) {
    const parts = partsOf(faint, FINE_PER_STEP)
    for (const part of parts) yield drawBeds(tools, part, recede)
    // Of what passes nothing was observed: under that lens only the beds are shown.
    const styles = scene.lens === 'observed' ? [] : STYLES
    for (const style of styles) for (const part of parts) yield drawCores(tools, part, style, recede)
    if (tools.zoom >= LABELS_FROM_ZOOM) for (const part of parts) yield drawArrows(tools, part, recede)
  } else {
    // A line of one pixel is laid over those before it, also within one path: parts look like the whole.
    const parts = partsOf(faint, HAIRLINES_PER_STEP)
    for (const style of STYLES) for (const part of parts) yield drawHairlines(tools, part, style, recede)
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

const partsOf = (links: readonly number[], length: number): (readonly number[])[] =>
  Array.from({ length: Math.ceil(links.length / length) }, (_, part) => links.slice(part * length, (part + 1) * length))

/** Capacity: pale and wide. */
function drawBeds({ context, picture, palette }: LinkTools, faint: readonly number[], recede: number): void {
  context.setLineDash([])
  context.globalAlpha = 0.42 * recede
  context.strokeStyle = palette.link
  for (const link of faint) {
    context.lineWidth = picture.width[link]!
    context.stroke(pathOf(picture, link))
  }
}

/** Today's flow: thin and darker. */
function drawCores(tools: LinkTools, faint: readonly number[], style: LinkStyle, recede: number): void {
  const { context, scene, picture, palette, zoom } = tools
  setFaint(tools, style, recede)
  context.setLineDash(DASHES[style] as number[])
  for (const link of faint) {
    if (styleOf(scene, picture, link) !== style) continue
    const core = Math.max(0.9, picture.width[link]! * Math.sqrt(shareOf(scene, link)) * 0.7, 0.7 / zoom)
    const isDouble = picture.sole[link] === 1 && style !== 'stopped'
    context.lineWidth = isDouble ? Math.max(2.6, core) : core
    context.stroke(pathOf(picture, link))
    if (!isDouble) continue
    context.strokeStyle = palette.ground
    context.lineWidth = Math.max(1, core * 0.36)
    context.stroke(pathOf(picture, link))
    setFaint(tools, style, recede)
  }
}

function setFaint({ context, palette }: LinkTools, style: LinkStyle, recede: number): void {
  context.globalAlpha = (style === 'stopped' ? 0.5 : 0.62) * recede
  context.strokeStyle = style === 'stopped' ? palette.warm : palette.linkCore
}

function drawArrows({ context, scene, picture, palette }: LinkTools, faint: readonly number[], recede: number): void {
  context.setLineDash([])
  context.globalAlpha = 0.85 * recede
  context.fillStyle = palette.linkCore
  for (const link of faint) {
    if (styleOf(scene, picture, link) === 'stopped') continue
    context.beginPath()
    addArrow(context, picture.routes[link]!.curve, 3.4 + picture.width[link]! * 0.3)
    context.fill()
  }
}

function drawHairlines(tools: LinkTools, faint: readonly number[], style: LinkStyle, recede: number): void {
  const { context, scene, picture, zoom } = tools
  setFaint(tools, style, recede * (style === 'backward' ? 0.4 : 0.75))
  context.lineWidth = 1 / (zoom * window.devicePixelRatio)
  context.beginPath()
  for (const link of faint) {
    if (styleOf(scene, picture, link) === style) trace(context, picture.routes[link]!.curve)
  }
  context.stroke()
}

/** What is traced or selected: bed, core by today's flow, arrow or cross, double line for a sole source. */
export function* drawLitLinks(tools: LinkTools, lit: readonly number[]): Steps {
  for (const [at, link] of lit.entries()) {
    drawLitLink(tools, link)
    if (at % FINE_PER_STEP === FINE_PER_STEP - 1) yield
  }
}

function drawLitLink(tools: LinkTools, link: number): void {
  const { context, scene, picture, palette } = tools
  const { curve } = picture.routes[link]!
  const style = styleOf(scene, picture, link)
  const width = picture.width[link]!
  const isStopped = style === 'stopped'
  const color = isStopped || scene.view.linkBlocked[link] ? palette.warm : palette.accent
  const isSelected = scene.selected?.kind === 'supply' && scene.selected.row === link
  const core = Math.max(1.4, width * Math.sqrt(shareOf(scene, link))) + (isSelected ? 1 : 0)
  const shown = picture.sole[link] ? Math.max(3.4, core) : core
  context.globalAlpha = 0.2
  strokeCurve(context, curve, color, Math.max(width, core) + 2.5, [])
  context.globalAlpha = 1
  strokeCurve(context, curve, color, shown, DASHES[style])
  if (picture.sole[link]) strokeCurve(context, curve, palette.ground, Math.max(1.2, shown * 0.36), [])
  if (isStopped) drawCross(context, pointOn(curve, 0.5), color, palette.ground)
  else drawHead(context, curve, color, 5 + core * 0.6)
}

/** A link with a block of its own carries a cross in a disc, lit or not. */
export function drawBlockedLinks({ context, scene, picture, palette, zoom }: LinkTools): void {
  const radius = Math.max(7, 5 / zoom)
  for (let link = 0; link < scene.index.linkCount; link++) {
    if (!scene.view.linkBlocked[link] || !isLinkDrawn(scene, link)) continue
    const at = pointOn(picture.routes[link]!.curve, 0.5)
    context.fillStyle = palette.warmGround
    context.strokeStyle = palette.warm
    context.lineWidth = radius / 4.5
    context.beginPath()
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
    strokeCross(context, at, radius * 0.45)
  }
}

export function strokeCurve(
  context: CanvasRenderingContext2D,
  curve: Curve,
  color: string,
  width: number,
  dash: readonly number[],
): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.setLineDash(dash as number[])
  context.beginPath()
  trace(context, curve)
  context.stroke()
  context.setLineDash([])
}

function drawCross(context: CanvasRenderingContext2D, at: Point, color: string, ground: string): void {
  context.strokeStyle = ground
  context.lineWidth = 4
  strokeCross(context, at, 4)
  context.strokeStyle = color
  context.lineWidth = 1.7
  strokeCross(context, at, 4)
}

function strokeCross(context: CanvasRenderingContext2D, { x, y }: Point, reach: number): void {
  context.beginPath()
  context.moveTo(x - reach, y - reach)
  context.lineTo(x + reach, y + reach)
  context.moveTo(x + reach, y - reach)
  context.lineTo(x - reach, y + reach)
  context.stroke()
}

function drawHead(context: CanvasRenderingContext2D, curve: Curve, color: string, size: number): void {
  context.fillStyle = color
  context.beginPath()
  addArrow(context, curve, size)
  context.fill()
}
