import type { MeasureText } from '../../analysis/picture/card-label.ts'

/** Measures with a canvas and remembers: the same names are measured on every frame. */
export function canvasMeasure(
  context: CanvasRenderingContext2D,
  fontOf: (size: number, isBold: boolean) => string,
): MeasureText {
  const known = new Map<string, number>()
  return (text, fontSize, isBold) => {
    const key = `${fontSize}${isBold ? 'b' : ''}${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (known.size > MOST_KNOWN) known.clear()
      context.font = fontOf(fontSize, isBold)
      known.set(key, (width = context.measureText(text).width))
    }
    return width
  }
}

const MOST_KNOWN = 50_000
