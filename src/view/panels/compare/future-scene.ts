import { withGaps } from '../../../analysis/comparison/with-gaps.ts'
import { dayViewOf, type DayView } from '../../../analysis/day-view.ts'
import { bareDay, observedView } from '../../../analysis/observed/observed-view.ts'
import type { Chain } from '../../../model/chain.ts'
import type { Language } from '../../../model/local-text.ts'
import type { Structure } from '../../../state/computed.ts'
import type { MapScene } from '../../canvas/map-props.ts'
import type { Future } from './use-futures.ts'

export interface SceneInput {
  readonly structure: Structure
  readonly chain: Chain
  readonly language: Language
  readonly day: number
  readonly dayLabel: (day: number) => string
  readonly moved: MapScene['moved']
  readonly selected: MapScene['selected']
  readonly lit: ReadonlySet<number> | null
  /** What the filter leaves; null = all. */
  readonly cover: MapScene['cover']
}

const NONE: ReadonlySet<number> = new Set()

/** A future as the map draws it; with `against` the difference to it. What nobody observed is drawn as no data, in both. */
export function futureScene(input: SceneInput, future: Future, against: Future | null): MapScene {
  const { structure, day } = input
  const { index, layout } = structure
  const view = viewOf(input, future)
  const other = against ? levelsOn(against, day) : view.level
  return {
    ...input,
    index,
    layout,
    view: against ? withGaps(view, other) : view,
    levelUncleared: other,
    wave: null,
    lens: against ? 'difference' : future.played ? 'state' : 'observed',
    causes: future.played?.causes ?? [],
    sizes: null,
    folds: null,
    litLinks: null,
    picked: NONE,
    pinned: NONE,
    tool: 'move',
    marks: null,
    ghosts: [],
  }
}

const levelsOn = ({ levels }: Future, day: number): Float64Array =>
  levels.level.subarray(day * levels.enterpriseCount, (day + 1) * levels.enterpriseCount)

export function viewOf({ structure: { index }, day }: SceneInput, future: Future): DayView {
  if (future.played) return dayViewOf(future.played, future.hops, day)
  const bare = bareDay(day, index.enterpriseCount, index.linkCount)
  return observedView(bare, { level: levelsOn(future, day), staffReturn: bare.staffReturn })
}
