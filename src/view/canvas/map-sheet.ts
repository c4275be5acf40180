/** Part of the map on screen, in map units, and how it gets there. */
export interface Viewport {
  readonly zoom: number
  readonly panX: number
  readonly panY: number
}

const isSame = (a: Viewport, b: Viewport): boolean => a.zoom === b.zoom && a.panX === b.panX && a.panY === b.panY

/** A canvas as large as the map's pane, and the part of the map that is drawn on it. */
export class MapSheet {
  readonly context: CanvasRenderingContext2D
  private readonly canvas: HTMLCanvasElement
  /** What is drawn on it; null = nothing yet. */
  private drawn: Viewport | null = null
  private transform = ''

  constructor(container: HTMLElement) {
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'map-picture'
    this.canvas.setAttribute('aria-hidden', 'true')
    this.canvas.style.visibility = 'hidden'
    container.append(this.canvas)
    this.context = this.canvas.getContext('2d', { willReadFrequently: true })!
  }

  remove(): void {
    this.canvas.remove()
  }

  /** Makes it as large as the pane; what was drawn is gone. */
  fit(container: HTMLElement): void {
    const ratio = window.devicePixelRatio
    this.canvas.width = Math.max(1, Math.round(container.clientWidth * ratio))
    this.canvas.height = Math.max(1, Math.round(container.clientHeight * ratio))
    this.drawn = null
  }

  /** Empties it and lets map units be drawn for a part of the map. */
  begin(viewport: Viewport): void {
    const { context, canvas } = this
    const ratio = window.devicePixelRatio
    const { zoom, panX, panY } = viewport
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.setLineDash([])
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, panX * ratio, panY * ratio)
    this.drawn = viewport
  }

  /** Has what was drawn turned into pixels now, which the browser would otherwise do all at once when the sheet is shown. */
  settle(): void {
    this.context.getImageData(0, 0, 1, 1)
  }

  show(isShown: boolean): void {
    this.canvas.style.visibility = isShown ? '' : 'hidden'
  }

  /** Moves the picture to where its part of the map is now, which costs no drawing. */
  moveTo(viewport: Viewport): void {
    const { drawn } = this
    const transform = drawn && !isSame(drawn, viewport) ? movedTo(drawn, viewport) : ''
    if (transform === this.transform) return
    this.transform = transform
    this.canvas.style.transform = transform
  }

  shows(viewport: Viewport): boolean {
    return this.drawn !== null && isSame(this.drawn, viewport)
  }
}

function movedTo(drawn: Viewport, { zoom, panX, panY }: Viewport): string {
  const scale = zoom / drawn.zoom
  return `matrix(${scale}, 0, 0, ${scale}, ${panX - drawn.panX * scale}, ${panY - drawn.panY * scale})`
}
