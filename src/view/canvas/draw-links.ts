import { pointOn, type Curve, type Point } from '../../analysis/layout/curve.ts'
import { LABELS_FROM_ZOOM } from './card-style.ts'
import { addArrow, DASHES, shareOf, styleOf, trace, type FaintLinks, type LinkPicture } from './link-picture.ts'
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

/** Pale wide beds and thin cores of all that is not lit: the ground that the cards stand on. */
export function drawFaintLinks({ context, scene, palette, zoom }: LinkTools, links: FaintLinks): void {
  const recede = scene.lit === null && scene.selected?.kind !== 'supply' ? 1 : RECEDE
  const isNear = zoom >= LABELS_FROM_ZOOM
  context.lineCap = 'butt'
  context.globalAlpha = 0.42 * recede
  context.strokeStyle = palette.link
  for (const { path, width } of links.beds) {
    context.lineWidth = width
    context.stroke(path)
  }
  for (const { path, width, style } of links.cores) {
    const isStopped = style === 'stopped'
    context.globalAlpha = (isStopped ? 0.5 : 0.62) * recede
    context.strokeStyle = isStopped ? palette.warm : palette.linkCore
    context.lineWidth = Math.max(width, 0.6 / zoom)
    // Dashes of thousands of far links cost much and show nothing.
    context.setLineDash(isNear ? (DASHES[style] as number[]) : [])
    context.stroke(path)
  }
  context.setLineDash([])
  if (isNear) {
    context.globalAlpha = 0.85 * recede
    context.strokeStyle = palette.ground
    context.lineWidth = 0.9
    context.stroke(links.doubles)
    context.fillStyle = palette.linkCore
    context.fill(links.arrows)
  }
  context.globalAlpha = 1
}

/** What is traced or selected: bed, core by today's flow, arrow or cross, double line for a sole source. */
export function drawLitLinks(tools: LinkTools, lit: readonly number[]): void {
  const { context, scene, picture, palette } = tools
  for (const link of lit) {
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
}

/** A link with a block of its own carries a cross in a disc, lit or not. */
export function drawBlockedLinks({ context, scene, picture, palette, zoom }: LinkTools): void {
  const radius = Math.max(7, 5 / zoom)
  for (let link = 0; link < scene.index.linkCount; link++) {
    if (!scene.view.linkBlocked[link]) continue
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
