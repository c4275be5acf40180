import type { FoldMarks } from '../../analysis/folding/fold-marks.ts'
import type { LevelMarks, Lens } from '../../analysis/picture/card-figure.ts'
import type { DayView } from '../../analysis/day-view.ts'
import type { Point } from '../../analysis/layout/curve.ts'
import type { TierLayout } from '../../analysis/layout/tier-layout.ts'
import type { Focus } from '../../analysis/picture/focus.ts'
import type { Wave } from '../../analysis/wave.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { BlockCauseId } from '../../model/block-causes.ts'
import type { Chain } from '../../model/chain.ts'
import type { Language } from '../../model/local-text.ts'
import type { SessionState } from '../../state/session.ts'

/** What was hit: a row of the IndexedChain. */
export interface MapTarget {
  readonly kind: 'enterprise' | 'supply'
  readonly row: number
}

/** Everything the map draws; it is drawn anew from this alone. */
export interface MapScene extends Focus {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly layout: TierLayout
  readonly view: DayView
  /** [enterprises] level on the same day with nothing cleared. */
  readonly levelUncleared: Float64Array
  readonly wave: Wave | null
  readonly lens: Lens
  /** [timeline.blocks] */
  readonly causes: readonly BlockCauseId[]
  readonly language: Language
  /** Rows that are marked together. */
  readonly picked: ReadonlySet<number>
  /** What a drag does. */
  readonly tool: SessionState['tool']
  /** Rows that stay in sight, with their name. */
  readonly pinned: ReadonlySet<number>
  /** Short label of a day of the run, e.g. 3/12. */
  readonly dayLabel: (day: number) => string
  readonly moved: Readonly<Record<string, { readonly x: number; readonly y: number }>>
  /** Null where nothing is folded. */
  readonly folds: FoldMarks | null
  /** [enterprises] 0..1, drawn as a disc by area behind the card; null = none. */
  readonly sizes: Float64Array | null
  /** Levels held against those that fill the cards; null = none. */
  readonly marks: LevelMarks | null
  /** What one of two futures has and the other has not; empty outside a comparison. */
  readonly ghosts: readonly Ghost[]
}

/** A thing of one future at its place on both maps. */
export interface Ghost extends MapTarget {
  /** Plus or minus and one sign, e.g. of a block's cause. */
  readonly text: string
  /** `here`: only on this map; `there`: only on the other, drawn as an outline. */
  readonly side: 'here' | 'there'
}

/** Words that are drawn on the map, in its language. */
export interface MapLabels {
  /** Name of a tier that holds several stages; 0 = end market. */
  readonly tier: (tier: number) => string
  readonly count: (enterprises: number) => string
  readonly daysLeft: (days: number) => string
  readonly upstream: string
  readonly downstream: string
}

export interface MapEvents {
  /** @param at of the map, in its units */
  readonly onSelect: (target: MapTarget | null, at: Point) => void
  readonly onHover: (row: number, x: number, y: number) => void
  readonly onOpenDetail: (target: MapTarget) => void
  /** @param place pixels from the map's corner; @param at the same in map units; @param target null = empty map */
  readonly onContextMenu: (target: MapTarget | null, place: Point, at: Point) => void
  readonly onMoved: (positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>) => void
  readonly onViewport: () => void
  /** Several were marked (box, lasso, Ctrl/Cmd+click); empty = none any more. */
  readonly onPick?: (rows: readonly number[]) => void
}
