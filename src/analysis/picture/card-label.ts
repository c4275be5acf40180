/** Fits names into cards: one line, or two smaller ones, broken anywhere, because Chinese has no spaces. */

export interface FittedLabel {
  readonly lines: readonly string[]
  /** Map units. */
  readonly fontSize: number
}

export type MeasureText = (text: string, fontSize: number, isBold: boolean) => number

/** A name, and what is left of it without a remark in brackets at its end. */
export interface CardName {
  readonly name: string
  readonly shortName: string
}

/** Sizes in map units that a card's name may have. */
interface LabelSizes {
  /** One line, largest first. */
  readonly oneLine: readonly number[]
  /** One line that would otherwise be cut or broken, largest first. */
  readonly tight: readonly number[]
  /** Null where two lines would be too small to read. */
  readonly twoLines: number | null
}

const ELLIPSIS = '…'
/** Letters on the screen, pixels: wanted, smallest of one line, smallest of one that is otherwise cut, smallest of two. */
const WANTED = 11
const SMALLEST = 9.5
const SMALLEST_WHOLE = 8.5
const SMALLEST_OF_TWO = 8
/** Letters in map units that a card has room for: one line, and two. */
const LARGEST = 16
const LARGEST_OF_TWO = 10
const STEP = 0.5

/** The farther away, the larger the letters on the card, so that they stay readable on the screen. */
export function labelSizes(zoom: number): LabelSizes {
  const grid = (size: number): number => Math.round(size / STEP) * STEP
  const largest = grid(Math.max(11.5, Math.min(LARGEST, WANTED / zoom)))
  const smallest = grid(Math.max(10.5, Math.min(LARGEST, SMALLEST / zoom)))
  const whole = grid(Math.max(9, Math.min(LARGEST, SMALLEST_WHOLE / zoom)))
  const two = grid(Math.max(9, SMALLEST_OF_TWO / zoom))
  return {
    oneLine: stepsDown(largest, smallest),
    tight: stepsDown(smallest - STEP, whole),
    twoLines: two <= LARGEST_OF_TWO ? two : null,
  }
}

const stepsDown = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.round((from - to) / STEP) + 1) }, (_, at) => from - at * STEP)

/**
 * The name in one line, else its short form in one line, smaller if need be, else in two, with an ellipsis where even they are too short.
 * @param width room for the text, map units
 */
export function fitLabel(
  { name, shortName }: CardName,
  { width, isBold, sizes }: { readonly width: number; readonly isBold: boolean; readonly sizes: LabelSizes },
  measure: MeasureText,
): FittedLabel {
  for (const whole of [name, shortName]) {
    for (const fontSize of sizes.oneLine) {
      if (measure(whole, fontSize, isBold) <= width) return { lines: [whole], fontSize }
    }
  }
  for (const fontSize of sizes.tight) {
    if (measure(shortName, fontSize, isBold) <= width) return { lines: [shortName], fontSize }
  }
  const fontSize = sizes.twoLines ?? sizes.tight.at(-1) ?? sizes.oneLine.at(-1)!
  const room = width - measure(ELLIPSIS, fontSize, isBold)
  if (sizes.twoLines === null) {
    return { lines: [longestPrefix(shortName, room, fontSize, isBold, measure).trimEnd() + ELLIPSIS], fontSize }
  }
  const first = wholeWords(shortName, width, fontSize, isBold, measure)
  const rest = shortName.slice(first.length).trimStart()
  if (rest === '') return { lines: [shortName], fontSize }
  if (measure(rest, fontSize, isBold) <= width) return { lines: [first.trimEnd(), rest], fontSize }
  const second = longestPrefix(rest, room, fontSize, isBold, measure).trimEnd()
  return { lines: [first.trimEnd(), second + ELLIPSIS], fontSize }
}

/** Longest beginning that fits, with Latin words kept whole where one at least fits. */
function wholeWords(text: string, width: number, fontSize: number, isBold: boolean, measure: MeasureText): string {
  const cut = longestPrefix(text, width, fontSize, isBold, measure)
  const space = cut.lastIndexOf(' ')
  const splitsWord = /[A-Za-z]$/.test(cut) && /^[A-Za-z]/.test(text.slice(cut.length))
  return splitsWord && space > 0 ? cut.slice(0, space + 1) : cut
}

/** Longest beginning that fits; at least one sign. */
export function longestPrefix(
  text: string,
  width: number,
  fontSize: number,
  isBold: boolean,
  measure: MeasureText,
): string {
  const signs = Array.from(text)
  let [low, high] = [1, signs.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(signs.slice(0, middle).join(''), fontSize, isBold) <= width) low = middle
    else high = middle - 1
  }
  return signs.slice(0, low).join('')
}
