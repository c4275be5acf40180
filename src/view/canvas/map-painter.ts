import { CARD, GRID } from '../../analysis/layout/grid.ts'
import { labelSizes, type MeasureText } from '../../analysis/picture/card-label.ts'
import { factsOf, type CardFacts } from '../../analysis/picture/card-facts.ts'
import { canvasMeasure } from './canvas-measure.ts'
import { fontOf, LABELS_FROM_ZOOM } from './card-style.ts'
import type { CardTools } from './card-tools.ts'
import { drawBands, drawHeadings } from './draw-bands.ts'
import { drawCard, drawRing } from './draw-cards.ts'
import { drawFarCards } from './draw-far-cards.ts'
import { drawBlockedLinks, drawFaintLinks, drawLitLinks } from './draw-links.ts'
import { drawFarLabels } from './far-labels.ts'
import { hatchPattern } from './hatch.ts'
import { lastDayOf } from '../../analysis/picture/card-figure.ts'
import { holdersOf } from '../../analysis/picture/holders.ts'
import { linksOn, type Box, type LinkPicture } from './link-picture.ts'
import type { MapLabels, MapScene } from './map-props.ts'
import { readPalette, type Palette } from './palette.ts'

/** Part of the map on screen, in map units, and how it gets there. */
export interface Viewport {
  readonly zoom: number
  readonly panX: number
  readonly panY: number
}

/** Where things stand now; the arrays are the map's own and change while a card is dragged. */
export interface MapPlaces {
  /** [enterprises] centres, map units. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly picture: LinkPicture
}

/** All that is drawn. */
export interface MapSubject {
  readonly scene: MapScene
  readonly labels: MapLabels
  readonly places: MapPlaces
  /** Rows marked together. */
  readonly picked: ReadonlySet<number>
}

/** Redraws longer than this (ms) make panning show the last picture, moved, until the hand rests. */
const SLOW_DRAW = 18
const REST = 90
/** Below this zoom, and with more cards than this on screen, cards are plain rectangles. */
const FAR_ZOOM = 0.45
const FAR_CARDS = 400
/** Time between two frames at 60 Hz, ms. */
const FRAME = 1000 / 60

/** Draws a scene on a canvas of its own, at most once per frame. `dispose` takes the canvas away. */
export class MapPainter {
  private readonly container: HTMLElement
  private readonly canvas: HTMLCanvasElement
  private readonly context: CanvasRenderingContext2D
  private readonly measure: MeasureText
  private palette: Palette
  private hatch: CanvasPattern | null
  private facts: readonly CardFacts[] = []
  private frame = 0
  private rest = 0
  private lastDraw = 0
  private kept: { readonly viewport: Viewport; readonly bitmap: HTMLCanvasElement } | null = null
  private request: (() => void) | null = null

  constructor(container: HTMLElement) {
    this.container = container
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'map-picture'
    this.canvas.setAttribute('aria-hidden', 'true')
    container.append(this.canvas)
    this.context = this.canvas.getContext('2d')!
    this.measure = canvasMeasure(this.context, fontOf)
    this.palette = readPalette(container)
    this.hatch = hatchPattern(this.context, this.palette.hatch)
  }

  dispose(): void {
    cancelAnimationFrame(this.frame)
    clearTimeout(this.rest)
    this.canvas.remove()
  }

  /** After a change of theme. */
  restyle(): void {
    this.palette = readPalette(this.container)
    this.hatch = hatchPattern(this.context, this.palette.hatch)
  }

  /** Names are read from the chain once, not on every frame. */
  renameCards(scene: MapScene): void {
    this.facts = factsOf(scene)
  }

  resize(): void {
    const ratio = window.devicePixelRatio
    this.canvas.width = Math.max(1, Math.round(this.container.clientWidth * ratio))
    this.canvas.height = Math.max(1, Math.round(this.container.clientHeight * ratio))
    this.kept = null
  }

  /** Draws in the next frame; only the last request of a frame is drawn. */
  paint(subject: MapSubject, viewport: () => Viewport): void {
    this.request = () => this.draw(subject, viewport())
    this.nextFrame(() => this.request?.())
  }

  /** The map was moved: drawn anew where that is quick, otherwise the last picture is moved until the hand rests. */
  follow(viewport: () => Viewport): void {
    const { kept } = this
    if (this.lastDraw <= SLOW_DRAW || !kept) return this.nextFrame(() => this.request?.())
    this.nextFrame(() => this.showMoved(kept, viewport()))
    clearTimeout(this.rest)
    this.rest = window.setTimeout(() => this.nextFrame(() => this.request?.()), REST)
  }

  private nextFrame(work: () => void): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(work)
  }

  private showMoved(kept: NonNullable<MapPainter['kept']>, { zoom, panX, panY }: Viewport): void {
    const ratio = window.devicePixelRatio
    const scale = zoom / kept.viewport.zoom
    const { bitmap } = kept
    this.context.setTransform(1, 0, 0, 1, 0, 0)
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    this.context.drawImage(
      bitmap,
      (panX - kept.viewport.panX * scale) * ratio,
      (panY - kept.viewport.panY * scale) * ratio,
      bitmap.width * scale,
      bitmap.height * scale,
    )
  }

  private draw(subject: MapSubject, viewport: Viewport): void {
    const start = performance.now()
    const { context, palette, measure } = this
    const { scene, labels, places } = subject
    const { zoom, panX, panY } = viewport
    const ratio = window.devicePixelRatio
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, panX * ratio, panY * ratio)
    const screen = this.screenOf(viewport)
    const bandTools = { context, scene, labels, palette, measure, zoom, screenTop: screen.top }
    drawBands(bandTools)
    const linkTools = { context, scene, picture: places.picture, palette, zoom }
    const { faint, lit } = linksOn(scene, places.picture, screen)
    drawFaintLinks(linkTools, faint)
    drawLitLinks(linkTools, lit)
    this.drawCards(subject, rowsIn(screen, places.x, places.y), zoom)
    drawBlockedLinks(linkTools)
    drawHeadings(bandTools)
    this.timeFrame(start, viewport)
  }

  private drawCards(
    { scene, labels, places: { x, y }, picked }: MapSubject,
    rows: readonly number[],
    zoom: number,
  ): void {
    const { context, palette, measure, hatch, facts } = this
    const waveEnd = lastDayOf(scene.wave)
    const holders = scene.lens === 'wave' ? holdersOf(scene) : null
    const sizes = labelSizes(zoom)
    const tools: CardTools = { context, scene, facts, labels, palette, measure, sizes, hatch, holders, waveEnd, zoom }
    const selected = scene.selected?.kind === 'enterprise' ? scene.selected.row : -1
    const isFar = zoom < FAR_ZOOM && rows.length > FAR_CARDS
    for (const row of upperLast(rows, scene, selected)) {
      const at = { x: x[row]!, y: y[row]! }
      if (row === selected || picked.has(row)) drawRing(context, palette, facts[row]!.role, at)
      if (!isFar) drawCard(tools, row, at.x, at.y)
    }
    if (isFar) drawFarCards(tools, rows, x, y)
    if (zoom >= LABELS_FROM_ZOOM) return
    const shown = rows.map((row) => ({ row, x: x[row]!, y: y[row]! }))
    drawFarLabels(tools, shown)
  }

  private screenOf({ zoom, panX, panY }: Viewport): Box {
    const { clientWidth, clientHeight } = this.container
    return {
      left: -panX / zoom,
      right: (clientWidth - panX) / zoom,
      top: -panY / zoom,
      bottom: (clientHeight - panY) / zoom,
    }
  }

  /** The canvas may draw after the script has gone on, so the time to the next frame counts. */
  private timeFrame(start: number, viewport: Viewport): void {
    const scripted = performance.now() - start
    if (scripted > SLOW_DRAW) this.keepPicture(viewport)
    const request = this.request
    requestAnimationFrame(() => {
      this.lastDraw = Math.max(scripted, performance.now() - start - FRAME)
      const isStill = request === this.request
      if (this.lastDraw > SLOW_DRAW && isStill && this.kept?.viewport !== viewport) this.keepPicture(viewport)
    })
  }

  private keepPicture(viewport: Viewport): void {
    const bitmap = this.kept?.bitmap ?? document.createElement('canvas')
    bitmap.width = this.canvas.width
    bitmap.height = this.canvas.height
    bitmap.getContext('2d')!.drawImage(this.canvas, 0, 0)
    this.kept = { viewport, bitmap }
  }
}

function rowsIn(screen: Box, x: Float64Array, y: Float64Array): number[] {
  const rows: number[] = []
  for (let row = 0; row < x.length; row++) {
    const isInside =
      x[row]! > screen.left - CARD.width &&
      x[row]! < screen.right + CARD.width &&
      y[row]! > screen.top - GRID.row &&
      y[row]! < screen.bottom + GRID.row
    if (isInside) rows.push(row)
  }
  return rows
}

/** Cards that were dragged, and the selected one, over the others. */
function upperLast(rows: readonly number[], { index, moved }: MapScene, selected: number): readonly number[] {
  const isUpper = (row: number): boolean => row === selected || moved[index.enterpriseIds[row]!] !== undefined
  if (selected < 0 && Object.keys(moved).length === 0) return rows
  return [...rows.filter((row) => !isUpper(row)), ...rows.filter(isUpper)]
}
