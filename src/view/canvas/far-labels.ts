import { GRID } from '../../analysis/layout/grid.ts'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { longestPrefix } from '../../analysis/picture/card-label.ts'
import { fontOf } from './card-style.ts'
import type { CardTools } from './card-tools.ts'
import { OUT_OF_FOCUS } from './palette.ts'

/** Size of a name on the screen while the cards are too small for theirs, pixels. */
const FONT_SIZE = 10.5
/** Widest a name is drawn, map units: it may reach into the gaps beside its card, not beyond. */
const WIDEST = GRID.column

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
export function drawFarLabels(
  tools: CardTools,
  shown: readonly { readonly row: number; readonly x: number; readonly y: number }[],
): void {
  const { context, scene, facts, palette, measure, zoom } = tools
  const size = FONT_SIZE / zoom
  const weightOf = (row: number): number =>
    (scene.selected?.kind === 'enterprise' && scene.selected.row === row ? 8 : 0) +
    (scene.lit?.has(row) ? 4 : 0) +
    (facts[row]!.role === 'leading' ? 2 : 0) +
    (ENTERPRISE_STATES[scene.view.state[row]!] === 'blocked' ? 1 : 0)
  const places = new Map(shown.map((place) => [place.row, place]))
  const rows = byImportance([...places.keys()], weightOf)
    .filter((row) => weightOf(row) > 0)
    .slice(0, 400)
  const boxes = rows.map((row) => {
    const { x, y } = places.get(row)!
    const name = shortened(facts[row]!.shortName, WIDEST * zoom, measure)
    const width = measure(name, FONT_SIZE, true) / zoom
    return { row, name, left: x - width / 2, right: x + width / 2, top: y - size * 0.62, bottom: y + size * 0.62 }
  })
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = fontOf(size, true)
  for (const { row, name, left, right, top, bottom } of withoutOverlap(boxes)) {
    const { y } = places.get(row)!
    const focus = scene.lit === null || scene.lit.has(row) ? 1 : OUT_OF_FOCUS
    // A pale ground under the name: an outline of the letters costs ten times as much.
    context.globalAlpha = 0.78 * focus
    context.fillStyle = palette.card
    context.fillRect(left - 2 / zoom, top, right - left + 4 / zoom, bottom - top)
    context.globalAlpha = focus
    context.fillStyle = palette.ink
    context.fillText(name, (left + right) / 2, y)
  }
  context.globalAlpha = 1
}

function shortened(name: string, width: number, measure: CardTools['measure']): string {
  if (measure(name, FONT_SIZE, true) <= width) return name
  return `${longestPrefix(name, width - measure('…', FONT_SIZE, true), FONT_SIZE, true, measure).trimEnd()}…`
}
