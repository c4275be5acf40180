import type { Point } from '../../analysis/layout/curve.ts'

export interface AreaEvents {
  /** Whether a drag without keys goes around things, too. */
  readonly isLasso: () => boolean
  /** Corners of what was gone around, in pixels from the container's corner. */
  readonly onArea: (corners: readonly Point[]) => void
  /** Pressed with Shift and let go at the same place. */
  readonly onClick: (at: Point) => void
}

/** A hand that trembles by less than this has clicked, pixels. */
const CLICK = 4
/** Corners of a lasso lie so far apart, pixels. */
const STEP = 3

/**
 * Shift and drag marks what lies in a box, Alt and Shift and drag what a lasso goes around; with the lasso chosen as tool, any drag.
 * It stands before Cytoscape, which hears nothing of such a drag. `dispose` takes it away.
 */
export class AreaGesture {
  private readonly container: HTMLElement
  private readonly events: AreaEvents
  private readonly outline: SVGPolygonElement
  private readonly picture: SVGSVGElement
  private readonly before: HTMLElement
  private corners: Point[] = []
  private shape: 'none' | 'box' | 'lasso' = 'none'

  constructor(container: HTMLElement, events: AreaEvents) {
    this.container = container
    this.events = events
    this.before = container.parentElement ?? container
    this.picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    this.outline = document.createElementNS('http://www.w3.org/2000/svg', 'polygon')
    this.picture.append(this.outline)
    this.picture.setAttribute('class', 'map-area')
    this.picture.setAttribute('aria-hidden', 'true')
    container.append(this.picture)
    this.before.addEventListener('pointerdown', this.down, true)
    for (const name of ['mousedown', 'touchstart', 'touchmove'] as const)
      this.before.addEventListener(name, this.swallow, { capture: true, passive: false })
  }

  dispose(): void {
    this.end()
    this.before.removeEventListener('pointerdown', this.down, true)
    for (const name of ['mousedown', 'touchstart', 'touchmove'] as const)
      this.before.removeEventListener(name, this.swallow, true)
    this.picture.remove()
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.container.contains(event.target as Node)) return
    const isLasso = this.events.isLasso() || (event.shiftKey && event.altKey)
    if (!isLasso && !event.shiftKey) return
    this.shape = isLasso ? 'lasso' : 'box'
    this.corners = [this.placeOf(event)]
    addEventListener('pointermove', this.move)
    addEventListener('pointerup', this.up)
    addEventListener('pointercancel', this.end)
    addEventListener('keydown', this.escape, true)
  }

  private readonly swallow = (event: Event): void => {
    if (this.shape === 'none') return
    event.stopPropagation()
    event.preventDefault()
  }

  private readonly move = (event: PointerEvent): void => {
    const at = this.placeOf(event)
    const first = this.corners[0]!
    if (this.shape === 'box') this.corners = [first, { x: at.x, y: first.y }, at, { x: first.x, y: at.y }]
    else if (distance(at, this.corners.at(-1)!) >= STEP) this.corners.push(at)
    this.outline.setAttribute('points', this.corners.map(({ x, y }) => `${x},${y}`).join(' '))
  }

  private readonly up = (event: PointerEvent): void => {
    const { corners } = this
    const wasClick = corners.every((corner) => distance(corner, corners[0]!) < CLICK)
    this.end()
    if (wasClick) this.events.onClick(this.placeOf(event))
    else this.events.onArea(corners)
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.end()
  }

  private readonly end = (): void => {
    this.shape = 'none'
    this.corners = []
    this.outline.setAttribute('points', '')
    removeEventListener('pointermove', this.move)
    removeEventListener('pointerup', this.up)
    removeEventListener('pointercancel', this.end)
    removeEventListener('keydown', this.escape, true)
  }

  private placeOf({ clientX, clientY }: PointerEvent): Point {
    const { left, top } = this.container.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Whether a point lies inside, by the number of sides that a line from it to the right crosses. */
export function isInside(corners: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length]!
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside
  })
  return inside
}
