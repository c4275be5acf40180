import { LINK_STATE } from '../../analysis/day-view.ts'
import type { MapScene } from './map-props.ts'
import { pointOn, type LinkShape } from './link-shape.ts'
import type { Palette } from './palette.ts'

/** Widest bed of a link, map units. */
const WIDEST = 7
const NARROWEST = 0.9
/** Above this many links the beds are left out until something is traced. */
const BEDS_UP_TO = 3000

export interface LinkPicture {
  readonly shapes: readonly LinkShape[]
  /** [links] width of the bed, by square root of the flow. */
  readonly width: Float64Array
  /** [links] 1 = the only source of its group, nothing is bought outside. */
  readonly sole: Uint8Array
}

export function linkPicture({ index }: MapScene, shapes: readonly LinkShape[]): LinkPicture {
  let most = 0
  for (const flow of index.flow) most = Math.max(most, flow)
  const width = index.flow.map((flow) => Math.max(NARROWEST, WIDEST * Math.sqrt(flow / Math.max(most, 1e-300))))
  const sole = new Uint8Array(index.linkCount)
  for (let group = 0; group < index.groupCount; group++) {
    const first = index.linkStart[group]!
    const isAlone = index.linkStart[group + 1]! - first === 1
    if (isAlone && index.outside[group]! <= 1e-9 * index.need[group]!) sole[first] = 1
  }
  return { shapes, width, sole }
}

const DASH = { flowing: [] as number[], throttled: [7, 4], stopped: [1.5, 3.5], backward: [2, 3] } as const

/** Faint links first, lit ones on top with beds, arrows, crosses and double lines. */
export function drawLinks(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  picture: LinkPicture,
  palette: Palette,
): void {
  const lit: number[] = []
  if (scene.index.linkCount > BEDS_UP_TO) drawBatched(context, scene, picture, palette, lit)
  else drawFaint(context, scene, picture, palette, lit)
  const { index, view } = scene
  for (const link of lit) {
    const shape = picture.shapes[link]!
    const state = view.linkState[link]!
    const isSelected = scene.selected?.kind === 'supply' && scene.selected.row === link
    const width = picture.width[link]!
    const share = index.flow[link]! > 0 ? Math.min(1, view.linkSent[link]! / index.flow[link]!) : 0
    context.globalAlpha = 0.28
    stroke(context, shape, palette.accent, width + 1.5, DASH.flowing)
    context.globalAlpha = 1
    const color = state === LINK_STATE.stopped || view.linkBlocked[link] ? palette.warm : palette.accent
    const core = Math.max(1, width * Math.sqrt(share))
    stroke(context, shape, color, isSelected ? core + 1 : core, dashOf(state, shape))
    if (picture.sole[link]) stroke(context, shape, palette.ground, Math.max(0.7, core * 0.34), DASH.flowing)
    if (state === LINK_STATE.stopped) drawCross(context, pointOn(shape, 0.5), color)
    else drawArrow(context, shape, color, core)
  }
  drawBlockedMarks(context, scene, picture, palette)
}

function drawFaint(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  picture: LinkPicture,
  palette: Palette,
  lit: number[],
): void {
  const { index, view } = scene
  const withBeds = scene.lit === null
  const alpha = scene.lit === null ? 1 : 0.25
  for (let link = 0; link < index.linkCount; link++) {
    const shape = picture.shapes[link]!
    if (isLit(scene, link)) {
      lit.push(link)
      continue
    }
    const state = view.linkState[link]!
    context.globalAlpha = alpha * 0.5
    if (withBeds) stroke(context, shape, palette.link, picture.width[link]!, DASH.flowing)
    context.globalAlpha = alpha * (state === LINK_STATE.stopped ? 0.55 : 0.7)
    const share = index.flow[link]! > 0 ? Math.min(1, view.linkSent[link]! / index.flow[link]!) : 0
    const core = Math.max(0.8, picture.width[link]! * Math.sqrt(share) * 0.7)
    stroke(context, shape, state === LINK_STATE.stopped ? palette.warm : palette.linkCore, core, dashOf(state, shape))
  }
  context.globalAlpha = 1
}

/** One stroke per state, all of one width: thousands of links in a few milliseconds. */
function drawBatched(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  picture: LinkPicture,
  palette: Palette,
  lit: number[],
): void {
  context.lineWidth = 0.8
  for (const state of Object.values(LINK_STATE)) {
    context.beginPath()
    for (let link = 0; link < scene.index.linkCount; link++) {
      if (scene.view.linkState[link] !== state) continue
      if (isLit(scene, link)) {
        lit.push(link)
        continue
      }
      const shape = picture.shapes[link]!
      context.moveTo(shape.x0, shape.y0)
      context.bezierCurveTo(shape.x1, shape.y1, shape.x2, shape.y2, shape.x3, shape.y3)
    }
    context.globalAlpha = scene.lit === null ? 0.3 : 0.1
    context.strokeStyle = state === LINK_STATE.stopped ? palette.warm : palette.linkCore
    context.stroke()
  }
  context.globalAlpha = 1
}

function isLit(scene: MapScene, link: number): boolean {
  const from = scene.index.linkFrom[link]!
  const to = scene.index.groupEnterprise[scene.index.linkGroup[link]!]!
  if (scene.selected?.kind === 'supply') return scene.selected.row === link
  if (scene.lit === null) return false
  return scene.lit.has(from) && scene.lit.has(to)
}

function dashOf(state: number, shape: LinkShape): readonly number[] {
  if (state === LINK_STATE.stopped) return DASH.stopped
  if (state === LINK_STATE.throttled) return DASH.throttled
  return shape.isBackward ? DASH.backward : DASH.flowing
}

export function stroke(
  context: CanvasRenderingContext2D,
  shape: LinkShape,
  color: string,
  width: number,
  dash: readonly number[],
): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.setLineDash(dash as number[])
  context.beginPath()
  context.moveTo(shape.x0, shape.y0)
  context.bezierCurveTo(shape.x1, shape.y1, shape.x2, shape.y2, shape.x3, shape.y3)
  context.stroke()
  context.setLineDash([])
}

function drawCross(
  context: CanvasRenderingContext2D,
  at: { readonly x: number; readonly y: number },
  color: string,
): void {
  context.strokeStyle = color
  context.lineWidth = 1.6
  context.beginPath()
  context.moveTo(at.x - 4, at.y - 4)
  context.lineTo(at.x + 4, at.y + 4)
  context.moveTo(at.x + 4, at.y - 4)
  context.lineTo(at.x - 4, at.y + 4)
  context.stroke()
}

function drawArrow(context: CanvasRenderingContext2D, shape: LinkShape, color: string, core: number): void {
  const tip = pointOn(shape, 0.56)
  const tail = pointOn(shape, 0.53)
  const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x)
  const size = 4 + core * 0.6
  context.fillStyle = color
  context.beginPath()
  for (const turn of [0, 2.5, -2.5]) {
    context.lineTo(tip.x + size * Math.cos(angle + turn), tip.y + size * Math.sin(angle + turn))
  }
  context.fill()
}

/** A link with a block of its own carries a cross in a disc, lit or not. */
function drawBlockedMarks(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  picture: LinkPicture,
  palette: Palette,
): void {
  for (let link = 0; link < scene.index.linkCount; link++) {
    if (!scene.view.linkBlocked[link]) continue
    const at = pointOn(picture.shapes[link]!, 0.5)
    context.fillStyle = palette.warmGround
    context.strokeStyle = palette.warm
    context.lineWidth = 1.6
    context.beginPath()
    context.arc(at.x, at.y, 8, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
    drawCross(context, at, palette.warm)
  }
}
