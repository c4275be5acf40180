import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape'
import type { Camera } from '../../state/session.ts'
import { pointOn, type Point } from '../../analysis/layout/curve.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { linkRouter, type LinkRouter } from '../../analysis/layout/link-routes.ts'
import { STYLE } from './cytoscape-style.ts'
import { cameraOf, fittedView, paneOf, shiftInto, viewOf, type Pane } from './camera.ts'
import { AreaGesture, isInside } from './area-gesture.ts'
import { isCardDrawn } from '../../analysis/picture/focus.ts'
import { linkNear } from './link-picture.ts'
import { listenTo, rowOf } from './map-gestures.ts'
import { cardAt, emptyPlaces, moveCard, placesOf, type MapPlaces } from './map-places.ts'
import { MapPainter } from './map-painter.ts'
import type { Viewport } from './map-sheet.ts'
import { quieten } from './quiet-renderer.ts'
import type { MapEvents, MapLabels, MapScene, MapTarget } from './map-props.ts'
import { WaveOverlay } from './wave-overlay.ts'

/** Room that is left beside a card that is brought into view, pixels. */
const EDGE = 16
/** Screen pixels within which a link is hit. */
const HIT = 6

/**
 * The map: Cytoscape holds the positions and hears the hand (pan, zoom, hit, drag); everything that is seen is drawn from the scene
 * alone, on canvases above it. `dispose` takes all of it away.
 */
export class MapCanvas {
  private readonly cy: Core
  private readonly events: MapEvents
  private readonly container: HTMLElement
  private readonly painter: MapPainter
  private readonly overlay: WaveOverlay
  private readonly resizing: ResizeObserver
  private readonly theming: MutationObserver
  private scene: MapScene
  private labels: MapLabels
  private places: MapPlaces
  private router: LinkRouter
  /** [enterprises] */
  private nodes: readonly NodeSingular[] = []
  private readonly area: AreaGesture
  private hasFitted = false
  /** Room at the last resize, pixels. */
  private shownPane: Pane = { width: 0, height: 0, foot: 0 }

  constructor(container: HTMLElement, scene: MapScene, labels: MapLabels, events: MapEvents) {
    this.container = container
    this.scene = scene
    this.labels = labels
    this.events = events
    this.cy = cytoscape({
      container,
      style: STYLE,
      minZoom: 0.03,
      maxZoom: 4,
      // Marking several has a gesture of its own.
      boxSelectionEnabled: false,
      // Nothing is drawn by Cytoscape itself: its own canvas may be coarse.
      pixelRatio: 0.5,
    })
    quieten(this.cy, (x, y, slack) => this.nodes[this.cardAt({ x, y }, slack)] ?? null)
    this.area = new AreaGesture(container, {
      isLasso: () => this.scene.tool === 'lasso',
      onArea: (corners) => this.markInside(corners),
      onClick: (at) => this.toggle(this.cardAt(this.onMap(at), 0)),
    })
    this.painter = new MapPainter(container, () => this.viewportNow())
    this.overlay = new WaveOverlay(container, () => this.viewportNow())
    this.router = linkRouter(scene.index, scene.layout)
    this.places = emptyPlaces(scene)
    this.listen()
    this.rebuild()
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(container)
    // The colours change after the page has been drawn in the new theme, so the attribute is what tells.
    this.theming = new MutationObserver(() => this.restyle())
    this.theming.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
  }

  dispose(): void {
    this.resizing.disconnect()
    this.theming.disconnect()
    this.area.dispose()
    this.overlay.dispose()
    this.painter.dispose()
    this.cy.destroy()
  }

  /** Shows another scene. Only another chain or a drag moves cards; everything else is a redraw. */
  show(scene: MapScene, labels: MapLabels): void {
    const before = this.scene
    this.scene = scene
    this.labels = labels
    if (before.layout !== scene.layout || before.index !== scene.index) this.rebuild()
    else if (before.moved !== scene.moved) this.place()
    if (before.chain !== scene.chain || before.language !== scene.language) this.painter.renameCards(scene)
    this.overlay.show(scene, this.places)
    this.redraw()
  }

  /** @param daysPerSecond pace of the play; 0 = still, or motion is unwanted */
  play(daysPerSecond: number): void {
    this.overlay.play(daysPerSecond)
  }

  private restyle(): void {
    this.painter.restyle()
    this.overlay.restyle()
    this.events.onViewport()
    this.redraw()
  }

  fit(): void {
    const fitted = fittedView(this.scene.layout, this.pane())
    if (!(fitted.zoom > 0)) return
    this.cy.viewport(fitted)
    this.hasFitted = true
  }

  private pane() {
    return paneOf(this.container)
  }

  zoomBy(factor: number): void {
    const centre = { x: this.container.clientWidth / 2, y: this.container.clientHeight / 2 }
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: centre })
  }

  /**
   * Brings an enterprise into view by the shortest way, if it is not.
   * @param covered width at the right that something else lies over, pixels
   */
  reveal(row: number, covered: number): void {
    if (row >= this.places.x.length) return
    const at = this.screenPosition(row)
    const zoom = this.cy.zoom()
    const [reachX, reachY] = [(CARD.width / 2) * zoom + EDGE, (CARD.height / 2) * zoom + EDGE]
    const { clientWidth, clientHeight } = this.container
    const x = shiftInto(at.x, reachX, clientWidth - covered)
    const y = shiftInto(at.y, reachY, clientHeight)
    if (x !== 0 || y !== 0) this.cy.panBy({ x, y })
  }

  centreOn(x: number, y: number): void {
    const zoom = this.cy.zoom()
    this.cy.pan({ x: this.container.clientWidth / 2 - x * zoom, y: this.container.clientHeight / 2 - y * zoom })
  }

  /** Shows a part of the map, as wide as the camera says. */
  look(camera: Camera): void {
    this.hasFitted = true
    this.cy.viewport(viewOf(camera, this.pane()))
  }

  camera(): Camera | null {
    return cameraOf({ zoom: this.cy.zoom(), pan: this.cy.pan() }, this.scene.layout, this.pane())
  }

  /** The part of the map on screen, in map units. */
  viewport(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const { zoom, panX, panY } = this.viewportNow()
    const { width, height } = this.shownPane
    return { x: -panX / zoom, y: -panY / zoom, width: width / zoom, height: height / zoom }
  }

  /** Where a card stands on the screen, in pixels from the container's corner. */
  screenPosition(row: number): { readonly x: number; readonly y: number } {
    const { zoom, panX, panY } = this.viewportNow()
    return { x: (this.places.x[row] ?? 0) * zoom + panX, y: (this.places.y[row] ?? 0) * zoom + panY }
  }

  private viewportNow(): Viewport {
    const { x, y } = this.cy.pan()
    return { zoom: this.cy.zoom(), panX: x, panY: y }
  }

  private rebuild(): void {
    const { index, layout } = this.scene
    this.router = linkRouter(index, layout)
    this.cy.batch(() => {
      this.cy.elements().remove()
      this.cy.add(
        index.enterpriseIds.map((_, row) => ({
          group: 'nodes',
          data: { id: `n:${row}` },
          position: { x: layout.x[row]!, y: layout.y[row]! },
        })),
      )
    })
    this.nodes = this.cy.nodes().toArray()
    this.painter.renameCards(this.scene)
    this.hasFitted = false
    this.place()
    this.resize()
  }

  /** Takes the places from the layout and from what was dragged. */
  private place(): void {
    this.places = placesOf(this.scene, this.router)
    const { x, y } = this.places
    this.cy.batch(() => this.nodes.forEach((node, row) => void node.position({ x: x[row]!, y: y[row]! })))
    this.overlay.show(this.scene, this.places)
    this.redraw()
  }

  /** A map that was fitted in stays so when its room changes. */
  private resize(): void {
    const wasFitted = cameraOf({ zoom: this.cy.zoom(), pan: this.cy.pan() }, this.scene.layout, this.shownPane) === null
    this.shownPane = this.pane()
    this.painter.resize()
    this.overlay.resize()
    this.cy.resize()
    if (!this.hasFitted || wasFitted) this.fit()
    this.redraw()
  }

  private redraw(): void {
    this.painter.paint({ scene: this.scene, labels: this.labels, places: this.places })
  }

  private listen(): void {
    listenTo(this.cy, {
      tapped: (event) => this.tapped(event),
      opened: (event) => {
        const target = this.targetAt(event)
        if (target) this.events.onOpenDetail(target)
      },
      asked: (event) => this.events.onContextMenu(this.targetAt(event), event.renderedPosition, event.position),
      hovered: (row) => {
        this.container.style.cursor = row < 0 ? '' : 'pointer'
        const at = row < 0 ? { x: 0, y: 0 } : this.screenPosition(row)
        this.events.onHover(row, at.x, at.y)
      },
      dragged: (row, at) => {
        moveCard(this.scene, this.router, this.places, { row, ...at })
        this.redraw()
      },
      dropped: (row, at) => this.events.onMoved({ [this.scene.index.enterpriseIds[row]!]: at }),
      viewed: () => {
        this.events.onViewport()
        this.overlay.follow()
        this.painter.follow()
      },
    })
  }

  private tapped(event: EventObject): void {
    const target = this.targetAt(event)
    const { ctrlKey, metaKey } = event.originalEvent
    if (target?.kind === 'enterprise' && (ctrlKey || metaKey)) return this.toggle(target.row)
    if (this.scene.picked.size > 0 && this.scene.tool === 'move') this.events.onPick?.([])
    this.events.onSelect(target, event.position)
  }

  /** Marks a card, or takes the mark away. */
  private toggle(row: number): void {
    if (row < 0) return
    const { picked } = this.scene
    this.events.onPick?.(picked.has(row) ? [...picked].filter((other) => other !== row) : [...picked, row])
  }

  private markInside(corners: readonly Point[]): void {
    const area = corners.map((corner) => this.onMap(corner))
    const { x, y } = this.places
    const isMarked = (row: number) => isCardDrawn(this.scene, row) && isInside(area, { x: x[row]!, y: y[row]! })
    this.events.onPick?.([...this.scene.picked, ...[...x.keys()].filter(isMarked)])
  }

  /** The card or the link at a place of the map. */
  thingAt(at: Point): MapTarget | null {
    const card = this.cardAt(at, 0)
    const row = card < 0 ? linkNear(this.scene, this.places.picture, at, HIT / this.cy.zoom()) : card
    return row < 0 ? null : { kind: card < 0 ? 'supply' : 'enterprise', row }
  }

  /** Middle of a card or of a link, in map units. */
  placeOf({ kind, row }: MapTarget): Point | null {
    const { x, y, picture } = this.places
    if (kind === 'enterprise') return row < x.length ? { x: x[row]!, y: y[row]! } : null
    const route = picture.routes[row]
    return route ? pointOn(route.curve, 0.5) : null
  }

  /** From pixels of the container to map units. */
  private onMap({ x, y }: Point): Point {
    const { zoom, panX, panY } = this.viewportNow()
    return { x: (x - panX) / zoom, y: (y - panY) / zoom }
  }

  /** Hidden cards are not hit. @param at map units; @param slack around each card; @returns -1 = none */
  private cardAt(at: Point, slack: number): number {
    return cardAt(this.places, at, slack, (row) => isCardDrawn(this.scene, row))
  }

  private targetAt(event: EventObject): MapTarget | null {
    if (event.target !== this.cy) return { kind: 'enterprise', row: rowOf(event.target as NodeSingular) }
    return this.thingAt(event.position)
  }
}
