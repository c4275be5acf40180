const TILE = 6

/** Diagonal lines for what stands still because of others. */
export const hatchPattern = (context: CanvasRenderingContext2D, color: string): CanvasPattern | null =>
  tiled(context, (drawing) => {
    drawing.strokeStyle = color
    drawing.globalAlpha = 0.75
    drawing.lineWidth = 0.9
    drawing.beginPath()
    for (const shift of [-TILE, 0, TILE]) {
      drawing.moveTo(shift - 1, TILE + 1)
      drawing.lineTo(shift + TILE + 1, -1)
    }
    drawing.stroke()
  })

/** Dots for what nobody knows. */
export const gapPattern = (context: CanvasRenderingContext2D, color: string): CanvasPattern | null =>
  tiled(context, (drawing) => {
    drawing.fillStyle = color
    drawing.globalAlpha = 0.45
    for (const at of [1.5, 4.5]) drawing.fillRect(at - 0.5, at - 0.5, 1, 1)
  })

/** One tile over and over; drawn twice as fine and scaled, so that it stays sharp. */
function tiled(
  context: CanvasRenderingContext2D,
  draw: (drawing: CanvasRenderingContext2D) => void,
): CanvasPattern | null {
  const scale = 2
  const tile = document.createElement('canvas')
  tile.width = TILE * scale
  tile.height = TILE * scale
  const drawing = tile.getContext('2d')!
  drawing.scale(scale, scale)
  draw(drawing)
  const pattern = context.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / scale))
  return pattern
}
