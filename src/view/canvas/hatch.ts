const TILE = 6

/** Diagonal lines for what stands still because of others; drawn twice as fine and scaled, so that they stay sharp. */
export function hatchPattern(context: CanvasRenderingContext2D, color: string): CanvasPattern | null {
  const scale = 2
  const tile = document.createElement('canvas')
  tile.width = TILE * scale
  tile.height = TILE * scale
  const drawing = tile.getContext('2d')!
  drawing.scale(scale, scale)
  drawing.strokeStyle = color
  drawing.globalAlpha = 0.75
  drawing.lineWidth = 0.9
  drawing.beginPath()
  for (const shift of [-TILE, 0, TILE]) {
    drawing.moveTo(shift - 1, TILE + 1)
    drawing.lineTo(shift + TILE + 1, -1)
  }
  drawing.stroke()
  const pattern = context.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / scale))
  return pattern
}
