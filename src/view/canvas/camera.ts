import type { Point } from '../../analysis/layout/curve.ts'
import type { Camera } from '../../state/session.ts'

interface Extent {
  readonly width: number
  readonly height: number
}

/** How Cytoscape names a part of the map. */
interface View {
  readonly zoom: number
  readonly pan: Point
}

/** Room that the map has. */
export interface Pane extends Extent {
  /** Pixels at its foot that stay free where the whole chain is fitted in. */
  readonly foot: number
}

/** Room around the whole chain, pixels; below stand the tools, but on stage. */
const FIT = { side: 12, top: 4, tools: 48, onStage: 12 } as const
/** A small chain is not blown up further. */
const LARGEST_FIT = 1.4

export const paneOf = ({ clientWidth: width, clientHeight: height, ownerDocument }: HTMLElement): Pane => ({
  width,
  height,
  foot: ownerDocument.documentElement.dataset.presenting ? FIT.onStage : FIT.tools,
})

/** @param pane pixels */
export function fittedView(layout: Extent, pane: Pane): View {
  const room = { width: pane.width - 2 * FIT.side, height: pane.height - FIT.top - pane.foot }
  const zoom = Math.min(room.width / layout.width, room.height / layout.height, LARGEST_FIT)
  return {
    zoom,
    pan: { x: (pane.width - layout.width * zoom) / 2, y: FIT.top + (room.height - layout.height * zoom) / 2 },
  }
}

export const viewOf = ({ x, y, width }: Camera, pane: Extent): View => {
  const zoom = pane.width / Math.max(1, width)
  return { zoom, pan: { x: pane.width / 2 - x * zoom, y: pane.height / 2 - y * zoom } }
}

/** What is looked at; null = the whole map, fitted in. */
export function cameraOf({ zoom, pan }: View, layout: Extent, pane: Pane): Camera | null {
  const fitted = fittedView(layout, pane)
  const isFitted = Math.abs(zoom - fitted.zoom) < 1e-6 && Math.hypot(pan.x - fitted.pan.x, pan.y - fitted.pan.y) < 1
  if (isFitted) return null
  return { x: (pane.width / 2 - pan.x) / zoom, y: (pane.height / 2 - pan.y) / zoom, width: pane.width / zoom }
}

/** How far a thing must move so that it lies, with its reach, between 0 and `end`. */
export const shiftInto = (at: number, reach: number, end: number): number =>
  at - reach < 0 ? reach - at : at + reach > end ? end - reach - at : 0
