import { CARD } from '../../analysis/layout/grid.ts'
import { pointOn } from '../../analysis/layout/curve.ts'
import { isCardDrawn, isLinkDrawn } from '../../analysis/picture/focus.ts'
import type { MapPlaces } from './map-places.ts'
import type { Viewport } from './map-sheet.ts'
import type { MapScene } from './map-props.ts'
import { readPalette, type Palette } from './palette.ts'

/** Radius of a dot, map units, and its smallest on the screen, pixels. */
const DOT = 3.4
const SMALLEST_DOT = 2.2
/** How long a card that has come back to full glows, in days of the play. */
const GLOW = 2.5
/** Dots on one link, one behind the other. */
const TRAIN = [0, 0.12, 0.24] as const

/** A link that carries the release: it leaves the supplier on one day and reaches the customer on another. */
interface Carrier {
  readonly link: number
  readonly leaves: number
  readonly arrives: number
}

/**
 * Dots that run along the links with the release while the days are played, and a glow on what has just come back. Draws on a canvas
 * of its own above the map, reads positions, changes nothing.
 */
export class WaveOverlay {
  private readonly canvas: HTMLCanvasElement
  private readonly context: CanvasRenderingContext2D
  private readonly container: HTMLElement
  private readonly viewport: () => Viewport
  private palette: Palette
  private scene: MapScene | null = null
  private places: MapPlaces | null = null
  private carriers: readonly Carrier[] = []
  private pace = 0
  private dayBegan = 0
  private frame = 0
  private isEmpty = true

  constructor(container: HTMLElement, viewport: () => Viewport) {
    this.container = container
    this.viewport = viewport
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'map-picture'
    this.canvas.setAttribute('aria-hidden', 'true')
    container.append(this.canvas)
    this.context = this.canvas.getContext('2d')!
    this.palette = readPalette(container)
  }

  dispose(): void {
    cancelAnimationFrame(this.frame)
    this.canvas.remove()
  }

  restyle(): void {
    this.palette = readPalette(this.container)
  }

  show(scene: MapScene, places: MapPlaces): void {
    const before = this.scene
    this.scene = scene
    this.places = places
    if (before?.wave !== scene.wave || before?.index !== scene.index) this.carriers = carriersOf(scene)
    if (before?.view.day !== scene.view.day) this.dayBegan = performance.now()
  }

  play(daysPerSecond: number): void {
    this.pace = daysPerSecond
    this.dayBegan = performance.now()
    this.follow()
  }

  resize(): void {
    const ratio = window.devicePixelRatio
    this.canvas.width = Math.max(1, Math.round(this.container.clientWidth * ratio))
    this.canvas.height = Math.max(1, Math.round(this.container.clientHeight * ratio))
    this.follow()
  }

  /** Draws in the next frame, and goes on as long as the days are played. */
  follow(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      this.draw()
      if (this.pace > 0 && this.scene?.wave) this.follow()
    })
  }

  private draw(): void {
    const { context, canvas, scene, places } = this
    const isWanted = scene?.wave && places && this.pace > 0
    if (!isWanted && this.isEmpty) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    this.isEmpty = !isWanted
    if (!isWanted) return
    const { zoom, panX, panY } = this.viewport()
    const ratio = window.devicePixelRatio
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, panX * ratio, panY * ratio)
    const now = scene.view.day + Math.min(1, ((performance.now() - this.dayBegan) / 1000) * this.pace)
    this.drawGlows(scene, places, now)
    const radius = Math.max(DOT, SMALLEST_DOT / zoom)
    context.fillStyle = this.palette.accent
    context.strokeStyle = this.palette.ground
    context.lineWidth = radius / 3
    for (const { link, leaves, arrives } of this.carriers) {
      if (now < leaves || now > arrives) continue
      const curve = places.picture.routes[link]?.curve
      if (!curve || !isLinkDrawn(scene, link)) continue
      for (const behind of TRAIN) {
        const along = (now - leaves) / (arrives - leaves) - behind
        if (along < 0) continue
        const { x, y } = pointOn(curve, along)
        context.beginPath()
        context.arc(x, y, radius * (1 - behind), 0, 2 * Math.PI)
        context.stroke()
        context.fill()
      }
    }
  }

  private drawGlows(scene: MapScene, { x, y }: MapPlaces, now: number): void {
    const { context } = this
    const { wave, index } = scene
    context.strokeStyle = this.palette.accent
    for (let row = 0; row < index.enterpriseCount; row++) {
      const since = now - wave!.full[row]!
      if (wave!.full[row]! < 0 || since < 0 || since > GLOW || !isCardDrawn(scene, row)) continue
      const share = since / GLOW
      context.globalAlpha = 1 - share
      context.lineWidth = 3
      const grow = 3 + 9 * share
      context.beginPath()
      context.roundRect(
        x[row]! - CARD.width / 2 - grow,
        y[row]! - CARD.height / 2 - grow,
        CARD.width + 2 * grow,
        CARD.height + 2 * grow,
        8 + grow,
      )
      context.stroke()
    }
    context.globalAlpha = 1
  }
}

/** Links whose customer feels the release after the supplier does. */
function carriersOf({ wave, index }: MapScene): Carrier[] {
  if (!wave) return []
  const carriers: Carrier[] = []
  for (let link = 0; link < index.linkCount; link++) {
    const leaves = wave.feels[index.linkFrom[link]!]!
    const arrives = wave.feels[index.groupEnterprise[index.linkGroup[link]!]!]!
    if (leaves >= 0 && arrives > leaves) carriers.push({ link, leaves, arrives })
  }
  return carriers
}
