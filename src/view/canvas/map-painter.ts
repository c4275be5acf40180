import { factsOf, type CardFacts } from '../../analysis/picture/card-facts.ts'
import type { MeasureText } from '../../analysis/picture/card-label.ts'
import { canvasMeasure } from './canvas-measure.ts'
import { fontOf } from './card-style.ts'
import { gapPattern, hatchPattern } from './hatch.ts'
import type { Box } from './link-picture.ts'
import type { Steps } from './drawing-steps.ts'
import { drawMap, type MapSubject } from './map-drawing.ts'
import { MapSheet, type Viewport } from './map-sheet.ts'
import type { MapScene } from './map-props.ts'
import { readPalette, type Palette } from './palette.ts'

/** What drawing may take of one frame, ms. */
const SLICE = 8
/** While the hand moves the map, a drawing of several frames is begun this often at most, ms. */
const MOVING_EVERY = 250
/** A hand that has not moved the map for so long rests, ms. */
const REST = 90

/**
 * Draws a scene on one of two sheets while the other is shown, a slice of it in each frame, so that no drawing holds up the page.
 * While the map is moved the sheet on show moves along. `dispose` takes both away.
 */
export class MapPainter {
  private readonly container: HTMLElement
  private readonly measure: MeasureText
  private readonly viewport: () => Viewport
  private palette: Palette
  private hatch: CanvasPattern | null = null
  private gaps: CanvasPattern | null = null
  private facts: readonly CardFacts[] = []
  /** Pixels. */
  private pane = { width: 1, height: 1 }
  private shown: MapSheet
  private next: MapSheet
  private subject: MapSubject | null = null
  private steps: Steps | null = null
  private frame = 0
  /** What is to be seen differs from what is shown or being drawn. */
  private isStale = false
  /** Only the map has been moved since. */
  private isMovedOnly = false
  private movedAt = -Infinity
  private begunAt = -Infinity
  /** Frames, but for its last, that the latest drawing has taken. */
  private frames = 0

  constructor(container: HTMLElement, viewport: () => Viewport) {
    this.container = container
    this.viewport = viewport
    this.shown = new MapSheet(container)
    this.next = new MapSheet(container)
    this.shown.show(true)
    this.measure = canvasMeasure(document.createElement('canvas').getContext('2d')!, fontOf)
    this.palette = readPalette(container)
    this.restyle()
  }

  dispose(): void {
    cancelAnimationFrame(this.frame)
    this.shown.remove()
    this.next.remove()
  }

  /** After a change of theme. */
  restyle(): void {
    this.palette = readPalette(this.container)
    this.hatch = hatchPattern(this.shown.context, this.palette.hatch)
    this.gaps = gapPattern(this.shown.context, this.palette.ink3)
  }

  /** Names are read from the chain once, not on every frame. */
  renameCards(scene: MapScene): void {
    this.facts = factsOf(scene)
    this.steps = null
  }

  resize(): void {
    this.pane = { width: this.container.clientWidth, height: this.container.clientHeight }
    this.shown.fit(this.container)
    this.next.fit(this.container)
    this.steps = null
  }

  /** Draws from the next frame on; what is being drawn is finished first, so that a picture comes even while days pass quickly. */
  paint(subject: MapSubject): void {
    this.subject = subject
    this.isStale = true
    this.isMovedOnly = false
    this.nextFrame()
  }

  /** The map was moved or zoomed. */
  follow(): void {
    this.movedAt = performance.now()
    if (!this.isStale) this.isMovedOnly = true
    this.isStale = true
    this.nextFrame()
  }

  private nextFrame(): void {
    if (this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.draw()
    })
  }

  private draw(): void {
    if (!this.steps && this.isStale && this.mayBegin()) this.begin()
    if (this.steps) {
      if (this.isDone(this.steps)) this.swap()
      else this.frames++
    }
    this.shown.moveTo(this.viewport())
    if (this.steps || this.isStale) this.nextFrame()
  }

  private mayBegin(): boolean {
    if (!this.isMovedOnly || this.frames === 0) return true
    const now = performance.now()
    return now - this.movedAt > REST || now - this.begunAt > MOVING_EVERY
  }

  private begin(): void {
    const { subject, palette, measure, hatch, gaps, facts } = this
    this.isStale = false
    this.isMovedOnly = false
    if (!subject) return
    const viewport = this.viewport()
    this.frames = 0
    this.begunAt = performance.now()
    this.next.begin(viewport)
    const brushes = { context: this.next.context, palette, measure, hatch, gaps, facts }
    this.steps = drawMap(subject, brushes, this.screenOf(viewport), viewport.zoom)
  }

  /** Goes on until all is drawn or the time of this frame is up. */
  private isDone(steps: Steps): boolean {
    const end = performance.now() + SLICE
    do {
      const isLast = steps.next().done === true
      this.next.settle()
      if (isLast) return true
    } while (performance.now() < end)
    return false
  }

  private swap(): void {
    this.steps = null
    const before = this.shown
    this.shown = this.next
    this.next = before
    this.shown.show(true)
    before.show(false)
  }

  private screenOf({ zoom, panX, panY }: Viewport): Box {
    const { width, height } = this.pane
    return { left: -panX / zoom, right: (width - panX) / zoom, top: -panY / zoom, bottom: (height - panY) / zoom }
  }
}
