import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape'
import { CARD, GRID } from '../../analysis/layout/tier-layout.ts'
import { textIn } from '../../model/local-text.ts'
import { canvasMeasure, type MeasureText } from './card-label.ts'
import { drawBands } from './draw-bands.ts'
import { drawCard, fontOf, hatchPattern, LABELS_FROM_ZOOM, type CardFacts } from './draw-cards.ts'
import { drawLinks, linkPicture, type LinkPicture } from './draw-links.ts'
import { drawFarLabels } from './far-labels.ts'
import { distanceTo, linkShape } from './link-shape.ts'
import type { MapEvents, MapScene, MapTarget } from './map-props.ts'
import { readPalette, type Palette } from './palette.ts'

const FIT_PADDING = 12
/** Screen pixels within which a link is hit. */
const HIT = 6
/** Redraws longer than this (ms) make panning show the last picture, moved, until the hand rests. */
const SLOW_DRAW = 22
const REST = 90

/**
 * The map: Cytoscape holds the positions and hears the hand (pan, zoom, hit, drag); everything that is seen is drawn here, on one
 * canvas, from the scene alone. Owns the two canvases it puts into the container; `dispose` takes them away.
 */
export class MapCanvas {
  private readonly cy: Core
  private readonly canvas: HTMLCanvasElement
  private readonly context: CanvasRenderingContext2D
  private readonly measure: MeasureText
  private readonly events: MapEvents
  private readonly container: HTMLElement
  private readonly resizing: ResizeObserver
  private palette: Palette
  private hatch: CanvasPattern | null
  private scene: MapScene
  private facts: readonly CardFacts[] = []
  private picture: LinkPicture | null = null
  private frame = 0
  private rest = 0
  private lastDraw = 0
  private drawn: { zoom: number; x: number; y: number; bitmap: HTMLCanvasElement } | null = null
  private hasFitted = false

  constructor(container: HTMLElement, scene: MapScene, events: MapEvents) {
    this.container = container
    this.scene = scene
    this.events = events
    this.cy = cytoscape({
      container,
      style: [
        {
          selector: 'node',
          style: {
            shape: 'rectangle',
            width: CARD.width,
            height: CARD.height,
            'background-opacity': 0,
            'overlay-opacity': 0,
          },
        },
      ],
      minZoom: 0.03,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autoungrabify: false,
    })
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'map-picture'
    this.canvas.setAttribute('aria-hidden', 'true')
    container.append(this.canvas)
    this.context = this.canvas.getContext('2d')!
    this.measure = canvasMeasure(this.context, fontOf)
    this.palette = readPalette(container)
    this.hatch = hatchPattern(this.context, this.palette.hatch)
    this.listen()
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(container)
    this.rebuild()
  }

  dispose(): void {
    this.resizing.disconnect()
    cancelAnimationFrame(this.frame)
    clearTimeout(this.rest)
    this.cy.destroy()
    this.canvas.remove()
  }

  /** Shows another scene. Only another chain moves cards; everything else is a redraw. */
  show(scene: MapScene): void {
    const before = this.scene
    this.scene = scene
    if (before.layout !== scene.layout || before.index !== scene.index) this.rebuild()
    else if (before.moved !== scene.moved) this.place()
    if (before.chain !== scene.chain || before.language !== scene.language) this.facts = factsOf(scene)
    this.redraw()
  }

  /** After a change of theme. */
  restyle(): void {
    this.palette = readPalette(this.container)
    this.hatch = hatchPattern(this.context, this.palette.hatch)
    this.redraw()
  }

  fit(): void {
    const { width, height } = this.scene.layout
    const zoom = Math.min(
      (this.container.clientWidth - 2 * FIT_PADDING) / width,
      (this.container.clientHeight - 2 * FIT_PADDING) / height,
      1.5,
    )
    if (!(zoom > 0)) return
    this.cy.viewport({
      zoom,
      pan: {
        x: (this.container.clientWidth - width * zoom) / 2,
        y: (this.container.clientHeight - height * zoom) / 2,
      },
    })
    this.hasFitted = true
  }

  zoomBy(factor: number): void {
    const centre = { x: this.container.clientWidth / 2, y: this.container.clientHeight / 2 }
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: centre })
  }

  /** Brings an enterprise into view, if it is not. */
  reveal(row: number): void {
    const node = this.cy.getElementById(`n:${row}`)
    if (node.empty()) return
    const at = node.renderedPosition()
    const inside =
      at.x > 40 && at.y > 40 && at.x < this.container.clientWidth - 40 && at.y < this.container.clientHeight - 40
    if (!inside) this.cy.center(node)
  }

  centreOn(x: number, y: number): void {
    const zoom = this.cy.zoom()
    this.cy.pan({ x: this.container.clientWidth / 2 - x * zoom, y: this.container.clientHeight / 2 - y * zoom })
  }

  /** The part of the map on screen, in map units. */
  viewport(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const [zoom, pan] = [this.cy.zoom(), this.cy.pan()]
    return {
      x: -pan.x / zoom,
      y: -pan.y / zoom,
      width: this.container.clientWidth / zoom,
      height: this.container.clientHeight / zoom,
    }
  }

  /** Where a card stands on the screen, in pixels from the container's corner. */
  screenPosition(row: number): { readonly x: number; readonly y: number } {
    const node = this.cy.getElementById(`n:${row}`)
    return node.empty() ? { x: 0, y: 0 } : node.renderedPosition()
  }

  private rebuild(): void {
    const { index, layout, moved } = this.scene
    this.cy.batch(() => {
      this.cy.elements().remove()
      this.cy.add(
        index.enterpriseIds.map((id, row) => ({
          group: 'nodes',
          data: { id: `n:${row}` },
          position: { ...(moved[id] ?? { x: layout.x[row]!, y: layout.y[row]! }) },
        })),
      )
    })
    this.facts = factsOf(this.scene)
    this.hasFitted = false
    this.resize()
    this.place()
  }

  private place(): void {
    const { index, layout, moved } = this.scene
    this.cy.batch(() => {
      this.cy.nodes().forEach((node, row) => {
        const at = moved[index.enterpriseIds[row]!] ?? { x: layout.x[row]!, y: layout.y[row]! }
        node.position({ ...at })
      })
    })
    this.reshape()
  }

  private reshape(): void {
    const { index } = this.scene
    const positions = this.cy.nodes().map((node) => node.position())
    const shapes = Array.from({ length: index.linkCount }, (_, link) => {
      const from = positions[index.linkFrom[link]!]!
      const to = positions[index.groupEnterprise[index.linkGroup[link]!]!]!
      return linkShape(from.x, from.y, to.x, to.y)
    })
    this.picture = linkPicture(this.scene, shapes)
    this.redraw()
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.container
    const ratio = window.devicePixelRatio
    this.canvas.width = Math.max(1, Math.round(clientWidth * ratio))
    this.canvas.height = Math.max(1, Math.round(clientHeight * ratio))
    this.cy.resize()
    if (!this.hasFitted) this.fit()
    this.redraw()
  }

  private listen(): void {
    const rowOf = (node: NodeSingular): number => Number(node.id().slice(2))
    const targetAt = (event: EventObject): MapTarget | null => {
      if (event.target !== this.cy) return { kind: 'enterprise', row: rowOf(event.target as NodeSingular) }
      const link = this.linkAt(event.position.x, event.position.y)
      return link >= 0 ? { kind: 'supply', row: link } : null
    }
    this.cy.on('tap', (event) => this.events.onSelect(targetAt(event)))
    this.cy.on('dbltap', (event) => {
      const target = targetAt(event)
      if (target) this.events.onOpenDetail(target)
    })
    this.cy.on('cxttap taphold', (event) => {
      const target = targetAt(event)
      if (target) this.events.onContextMenu(target, event.renderedPosition.x, event.renderedPosition.y)
    })
    this.cy.on('mouseover', 'node', (event) => {
      const at = (event.target as NodeSingular).renderedPosition()
      this.events.onHover(rowOf(event.target as NodeSingular), at.x, at.y)
    })
    this.cy.on('mouseout', 'node', () => this.events.onHover(-1, 0, 0))
    this.cy.on('drag', 'node', () => this.reshape())
    this.cy.on('dragfree', 'node', (event) => {
      const node = event.target as NodeSingular
      this.events.onMoved({ [this.scene.index.enterpriseIds[rowOf(node)]!]: { ...node.position() } })
    })
    this.cy.on('viewport', () => this.followHand())
  }

  private linkAt(x: number, y: number): number {
    const within = HIT / this.cy.zoom()
    let best = -1
    let nearest = within
    this.picture?.shapes.forEach((shape, link) => {
      const distance = distanceTo(shape, x, y, within)
      if (distance < nearest) {
        nearest = distance
        best = link
      }
    })
    return best
  }

  private followHand(): void {
    this.events.onViewport()
    if (this.lastDraw <= SLOW_DRAW || !this.drawn) return this.redraw()
    this.showMoved()
    clearTimeout(this.rest)
    this.rest = window.setTimeout(() => this.redraw(), REST)
  }

  private redraw(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.draw())
  }

  /** The last picture, moved and scaled to where the hand has brought the map. */
  private showMoved(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      const { zoom, x, y, bitmap } = this.drawn!
      const ratio = window.devicePixelRatio
      const scale = this.cy.zoom() / zoom
      const pan = this.cy.pan()
      this.context.setTransform(1, 0, 0, 1, 0, 0)
      this.context.clearRect(0, 0, this.canvas.width, this.canvas.height)
      this.context.drawImage(
        bitmap,
        (pan.x - x * scale) * ratio,
        (pan.y - y * scale) * ratio,
        bitmap.width * scale,
        bitmap.height * scale,
      )
    })
  }

  private draw(): void {
    const start = performance.now()
    const { context, scene, palette, measure, hatch, facts } = this
    const ratio = window.devicePixelRatio
    const [zoom, pan] = [this.cy.zoom(), this.cy.pan()]
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio)
    drawBands(context, scene, palette, zoom)
    if (this.picture) drawLinks(context, scene, this.picture, palette)
    const tools = { context, scene, facts, palette, measure, hatch, zoom }
    const view = this.viewport()
    const shown: { row: number; x: number; y: number }[] = []
    this.cy.nodes().forEach((node, row) => {
      const { x, y } = node.position()
      if (x < view.x - GRID.column || x > view.x + view.width + GRID.column) return
      if (y < view.y - GRID.row || y > view.y + view.height + GRID.row) return
      drawCard(tools, row, x, y)
      shown.push({ row, x, y })
    })
    if (zoom < LABELS_FROM_ZOOM) drawFarLabels(tools, shown)
    this.lastDraw = performance.now() - start
    if (this.lastDraw > SLOW_DRAW) this.keepPicture(zoom, pan)
  }

  private keepPicture(zoom: number, pan: { readonly x: number; readonly y: number }): void {
    const bitmap = this.drawn?.bitmap ?? document.createElement('canvas')
    bitmap.width = this.canvas.width
    bitmap.height = this.canvas.height
    bitmap.getContext('2d')!.drawImage(this.canvas, 0, 0)
    this.drawn = { zoom, x: pan.x, y: pan.y, bitmap }
  }
}

function factsOf({ chain, index, language }: MapScene): CardFacts[] {
  const byId = new Map(chain.enterprises.map((enterprise) => [enterprise.id, enterprise]))
  return index.enterpriseIds.map((id) => {
    const enterprise = byId.get(id)
    return {
      name: textIn(enterprise?.name, language) || id,
      role: enterprise?.role ?? 'sme',
      isAssumed: enterprise?.confidence === 'assumed',
    }
  })
}
