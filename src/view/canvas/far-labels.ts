import { GRID } from '../../analysis/layout/grid.ts'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { longestPrefix } from '../../analysis/picture/card-label.ts'
import { fontOf } from './card-style.ts'
import type { CardTools } from './card-tools.ts'
import { isCardPale, OUT_OF_FOCUS } from '../../analysis/picture/focus.ts'

/** Size of a name on the screen while the cards are too small for theirs, pixels. */
const FONT_SIZE = 10.5
/** Widest a name is drawn, map units: it may reach into the gaps beside its card, not beyond. */
const WIDEST = GRID.column
/** From very far it may, pixels: a name of one letter names nobody. */
const READABLE = 60
/** Names that are tried, the important ones first. */
const MOST = 400

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Rows by importance: selected, leading, blocked, then the others; ties by row. */
export function byImportance(rows: readonly number[], weightOf: (row: number) => number): number[] {
  return rows.toSorted((a, b) => weightOf(b) - weightOf(a) || a - b)
}

/** Keeps the labels, in order of importance, that hit none kept before. */
export function withoutOverlap<T extends Box>(boxes: readonly T[]): T[] {
  const kept: T[] = []
  for (const box of boxes) {
    const isFree = kept.every(
      (other) =>
        box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top,
    )
    if (isFree) kept.push(box)
  }
  return kept
}

/** Names over a map seen from afar: the important ones, never one over another. */
export function drawFarLabels(tools: CardTools, shown: readonly number[], x: Float64Array, y: Float64Array): void {
  const { context, scene, facts, palette, measure, zoom } = tools
  const size = FONT_SIZE / zoom
  const weightOf = (row: number): number =>
    (scene.selected?.kind === 'enterprise' && scene.selected.row === row ? 8 : 0) +
    (scene.pinned.has(row) ? 16 : 0) +
    (scene.lit?.has(row) ? 4 : 0) +
    (facts[row]!.role === 'leading' ? 2 : 0) +
    (ENTERPRISE_STATES[scene.view.state[row]!] === 'blocked' ? 1 : 0)
  const weighty = shown.filter((row) => weightOf(row) > 0)
  const boxes = byImportance(weighty, weightOf)
    .slice(0, MOST)
    .map((row) => {
      const [centre, middle] = [x[row]!, y[row]!]
      const name = shortened(facts[row]!.shortName, Math.max(READABLE, WIDEST * zoom), measure)
      const width = measure(name, FONT_SIZE, true) / zoom
      const [across, down] = [width / 2, size * 0.62]
      return { row, name, left: centre - across, right: centre + across, top: middle - down, bottom: middle + down }
    })
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = fontOf(size, true)
  for (const { row, name, left, right, top, bottom } of withoutOverlap(boxes)) {
    const focus = isCardPale(scene, row) ? OUT_OF_FOCUS : 1
    // A pale ground under the name: an outline of the letters costs ten times as much.
    context.globalAlpha = 0.78 * focus
    context.fillStyle = palette.card
    context.fillRect(left - 2 / zoom, top, right - left + 4 / zoom, bottom - top)
    context.globalAlpha = focus
    context.fillStyle = palette.ink
    context.fillText(name, (left + right) / 2, y[row]!)
  }
  context.globalAlpha = 1
}

function shortened(name: string, width: number, measure: CardTools['measure']): string {
  if (measure(name, FONT_SIZE, true) <= width) return name
  return `${longestPrefix(name, width - measure('…', FONT_SIZE, true), FONT_SIZE, true, measure).trimEnd()}…`
}
