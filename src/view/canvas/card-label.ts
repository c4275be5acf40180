/** Fits names into cards: one line, or two smaller ones, broken anywhere, because Chinese has no spaces. */

export interface FittedLabel {
  readonly lines: readonly string[]
  readonly fontSize: number
}

export type MeasureText = (text: string, fontSize: number, isBold: boolean) => number

const ONE_LINE = 11.5
const ONE_LINE_NARROW = 10.5
const TWO_LINES = 9
const ELLIPSIS = '…'

/** A name, and what is left of it without a remark in brackets at its end. */
export interface CardName {
  readonly name: string
  readonly shortName: string
}

/**
 * The name in one line, else its short form in one line, else in two smaller ones with an ellipsis where even they are too short.
 * @param width room for the text, map units
 */
export function fitLabel(
  { name: full, shortName: name }: CardName,
  width: number,
  isBold: boolean,
  measure: MeasureText,
): FittedLabel {
  for (const whole of [full, name]) {
    for (const fontSize of [ONE_LINE, ONE_LINE_NARROW]) {
      if (measure(whole, fontSize, isBold) <= width) return { lines: [whole], fontSize }
    }
  }
  const first = longestPrefix(name, width, TWO_LINES, isBold, measure)
  const rest = name.slice(first.length).trimStart()
  if (rest === '') return { lines: [name], fontSize: TWO_LINES }
  if (measure(rest, TWO_LINES, isBold) <= width) return { lines: [first.trimEnd(), rest], fontSize: TWO_LINES }
  const room = width - measure(ELLIPSIS, TWO_LINES, isBold)
  return {
    lines: [first.trimEnd(), longestPrefix(rest, room, TWO_LINES, isBold, measure).trimEnd() + ELLIPSIS],
    fontSize: TWO_LINES,
  }
}

/** Longest beginning that fits; Latin words are kept whole where one at least fits. */
function longestPrefix(text: string, width: number, fontSize: number, isBold: boolean, measure: MeasureText): string {
  const signs = [...text]
  let [low, high] = [1, signs.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(signs.slice(0, middle).join(''), fontSize, isBold) <= width) low = middle
    else high = middle - 1
  }
  const cut = signs.slice(0, low).join('')
  const space = cut.lastIndexOf(' ')
  const splitsWord = low < signs.length && /[A-Za-z]/.test(signs[low]!) && /[A-Za-z]/.test(signs[low - 1]!)
  return splitsWord && space > 0 ? cut.slice(0, space + 1) : cut
}

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
      context.font = fontOf(fontSize, isBold)
      known.set(key, (width = context.measureText(text).width))
    }
    return width
  }
}
