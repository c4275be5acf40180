import { pointOn, type Point } from '../../analysis/layout/curve.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { fontOf } from './card-style.ts'
import type { LinkTools } from './draw-links.ts'
import { isCardDrawn, isLinkDrawn } from '../../analysis/picture/focus.ts'
import type { Ghost } from './map-props.ts'

/** `width`: at least, of a sign alone. */
const SIZE = { width: 24, height: 13, gap: 3 } as const
/** How far a ghost reaches over the right end of its card, map units: it hides neither name nor figure, also where it is drawn larger. */
const OVERLAP = 3
/** Smallest a ghost is drawn, screen pixels. */
const LEAST = 12

/** What only one of two futures has: solid on its own map, an outline of dashes where the other map has it. */
export function drawGhosts(tools: LinkTools, places: { readonly x: Float64Array; readonly y: Float64Array }): void {
  const { context, scene, picture, zoom } = tools
  const scale = Math.max(1, LEAST / (SIZE.height * zoom))
  /** Width that signs at a place have taken, map units. */
  const taken = new Map<string, number>()
  context.font = fontOf(letters(scene) * scale, true)
  for (const ghost of scene.ghosts) {
    const { kind, row } = ghost
    if (kind === 'supply' ? !isLinkDrawn(scene, row) : !isCardDrawn(scene, row)) continue
    const place = `${kind} ${row}`
    const before = taken.get(place) ?? 0
    const width = Math.max(SIZE.width * scale, context.measureText(ghost.text).width + 6 * scale)
    taken.set(place, before + width + SIZE.gap * scale)
    const at =
      kind === 'supply'
        ? above(pointOn(picture.routes[row]!.curve, 0.5))
        : { x: places.x[row]! + CARD.width / 2 - OVERLAP, y: places.y[row]! }
    drawGhost(tools, ghost, { x: at.x + before + width / 2, y: at.y, width }, scale)
  }
}

/** Beside the sign of a block on the link itself. */
const above = ({ x, y }: Point): Point => ({ x: x - SIZE.width / 2, y: y - SIZE.height })

const letters = ({ language }: LinkTools['scene']): number => (language === 'zh' ? 9 : 8)

function drawGhost(
  { context, palette }: LinkTools,
  { text, side }: Ghost,
  { x, y, width }: Point & { readonly width: number },
  scale: number,
): void {
  const height = SIZE.height * scale
  context.beginPath()
  context.roundRect(x - width / 2, y - height / 2, width, height, 3 * scale)
  context.fillStyle = side === 'here' ? palette.ink : palette.ground
  context.fill()
  context.strokeStyle = palette.ink
  context.lineWidth = 1.1 * scale
  if (side === 'there') context.setLineDash([2.4 * scale, 1.8 * scale])
  context.stroke()
  context.setLineDash([])
  context.fillStyle = side === 'here' ? palette.ground : palette.ink
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, x, y + 0.5 * scale)
}
