import { withGaps, type HeldDay } from '../../../analysis/comparison/with-gaps.ts'
import { dayViewOf, type DayView } from '../../../analysis/day-view.ts'
import { foldDay, foldLevels } from '../../../analysis/folding/fold-day.ts'
import { marksOnFolds } from '../../../analysis/folding/fold-marks.ts'
import { bareDay, observedView } from '../../../analysis/observed/observed-view.ts'
import type { Language } from '../../../model/local-text.ts'
import type { Structure } from '../../../state/computed.ts'
import type { MapScene } from '../../canvas/map-props.ts'
import type { MapGraph } from '../../map-graph.ts'
import type { Future } from './use-futures.ts'

export interface SceneInput {
  readonly structure: Structure
  /** What is drawn: the whole chain, or what the map is folded to. */
  readonly graph: MapGraph
  readonly language: Language
  readonly day: number
  readonly dayLabel: (day: number) => string
  readonly moved: MapScene['moved']
  /** Rows of the drawn map, as in `lit`. */
  readonly selected: MapScene['selected']
  readonly lit: ReadonlySet<number> | null
  readonly litLinks: MapScene['litLinks']
  /** What the filter leaves; null = all. */
  readonly cover: MapScene['cover']
}

const NONE: ReadonlySet<number> = new Set()

/** A future as the map draws it; with `against` the difference to it. What nobody observed is drawn as no data, in both. */
export function futureScene(input: SceneInput, future: Future, against: Future | null): MapScene {
  const { graph, day } = input
  const { chain, index, layout } = graph
  const view = viewOf(input, future)
  const held = against ? withGaps(view, levelsOn(against, day)) : { view, other: view.level }
  return {
    ...input,
    chain,
    index,
    layout,
    ...drawnDay(input, held),
    wave: null,
    lens: against ? 'difference' : future.played ? 'state' : 'observed',
    causes: future.played?.causes ?? [],
    sizes: null,
    picked: NONE,
    pinned: NONE,
    tool: 'move',
    marks: null,
    ghosts: [],
  }
}

/** The day on the drawn map: where it is folded, each side with the counts and the worst state of its own run. */
function drawnDay({ structure: { index }, graph: { fold } }: SceneInput, { view, other: levelUncleared }: HeldDay) {
  if (!fold) return { view, levelUncleared, folds: null }
  const folds = marksOnFolds(fold, index, view)
  return { view: foldDay(fold, index, view), levelUncleared: foldLevels(fold, index, levelUncleared), folds }
}

const levelsOn = ({ levels }: Future, day: number): Float64Array =>
  levels.level.subarray(day * levels.enterpriseCount, (day + 1) * levels.enterpriseCount)

export function viewOf({ structure: { index }, day }: SceneInput, future: Future): DayView {
  if (future.played) return dayViewOf(future.played, future.hops, day)
  const bare = bareDay(day, index.enterpriseCount, index.linkCount)
  return observedView(bare, { level: levelsOn(future, day), staffReturn: bare.staffReturn })
}
