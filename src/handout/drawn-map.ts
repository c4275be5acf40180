import type { FoldGraph } from '../analysis/folding/fold-graph.ts'
import type { Point } from '../analysis/layout/curve.ts'
import { CARD, GRID } from '../analysis/layout/grid.ts'
import type { TierLayout } from '../analysis/layout/tier-layout.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Chain } from '../model/chain.ts'

/** How a person has set out the map: what is folded, and which cards were dragged where. */
export interface SetOut {
  /** The folded chain and where its cards were laid out; absent = nothing is folded. */
  readonly folded?: { readonly graph: FoldGraph; readonly layout: TierLayout }
  /** Centres of cards that were dragged, by id, in map units. */
  readonly moved?: Readonly<Record<string, Point>>
}

/** The map that a picture shows, the whole chain or what it is folded to; its rows are those of the cards. */
export interface DrawnMap {
  readonly chain: Chain
  readonly index: IndexedChain
  /** As laid out: links that no drag has touched keep their ways. */
  readonly layout: TierLayout
  /** Null where nothing is folded. */
  readonly fold: FoldGraph | null
  /** [enterprises] centres, those of dragged cards where they were dragged to. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Rows of the dragged cards, which lie over the others. */
  readonly dragged: ReadonlySet<number>
}

export function drawnMap(
  whole: { readonly chain: Chain; readonly index: IndexedChain; readonly layout: TierLayout },
  { folded, moved = {} }: SetOut,
): DrawnMap {
  const { chain, index } = folded?.graph ?? whole
  const { layout } = folded ?? whole
  const [x, y] = [layout.x.slice(), layout.y.slice()]
  const dragged = new Set<number>()
  for (const [id, at] of Object.entries(moved)) {
    const row = index.enterpriseIds.indexOf(id)
    if (row < 0) continue
    x[row] = at.x
    y[row] = at.y
    dragged.add(row)
  }
  return { chain, index, layout, fold: folded?.graph ?? null, x, y, dragged }
}

/** Whether a link begins or ends at a dragged card, and so runs another way. */
export const placeOfLink = ({ dragged }: DrawnMap, from: number, to: number): 'moved' | 'laidOut' =>
  dragged.has(from) || dragged.has(to) ? 'moved' : 'laidOut'

/** Room that the map takes, in its units: that of the layout, and more where a card was dragged out of it. */
export interface MapFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function frameOf({ layout, x, y, dragged }: DrawnMap): MapFrame {
  let [left, top, right, bottom] = [0, 0, layout.width, layout.height]
  for (const row of dragged) {
    left = Math.min(left, x[row]! - CARD.width / 2 - GRID.margin)
    top = Math.min(top, y[row]! - CARD.height / 2 - GRID.margin)
    right = Math.max(right, x[row]! + CARD.width / 2 + GRID.channel)
    bottom = Math.max(bottom, y[row]! + CARD.height / 2 + GRID.channel)
  }
  return { left, top, width: right - left, height: bottom - top }
}
