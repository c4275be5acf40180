import { dayViewOf, ENTERPRISE_STATES, type DayView } from '../../../analysis/day-view.ts'
import { BACK_TO_FULL, STANDS_STILL } from '../../../analysis/played.ts'
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
  readonly lit: ReadonlySet<number> | null
}

const NONE: ReadonlySet<number> = new Set()

/** A future as the map draws it; with `against` the difference to it. */
export function futureScene(input: SceneInput, future: Future, against: Future | null): MapScene {
  const { structure, day } = input
  const { index, layout } = structure
  const levelsOf = ({ levels }: Future) =>
    levels.level.subarray(day * index.enterpriseCount, (day + 1) * index.enterpriseCount)
  const view = future.played ? dayViewOf(future.played, future.hops, day) : observedView(input, levelsOf(future))
  const other = against ? levelsOf(against) : view.level
  return {
    ...input,
    index,
    layout,
    // What nobody observed differs by nothing.
    view: { ...view, level: view.level.map((level, row) => known(level, other[row]!, 1)) },
    levelUncleared: other.map((level, row) => known(level, view.level[row]!, 1)),
    wave: null,
    lens: against ? 'difference' : 'state',
    causes: future.played?.causes ?? [],
    selected: null,
    sizes: null,
    folds: null,
    litLinks: null,
    cover: null,
    picked: NONE,
    pinned: NONE,
    tool: 'move',
  }
}

const known = (level: number, other: number, last: number): number =>
  Number.isNaN(level) ? (Number.isNaN(other) ? last : other) : level

/** Observed days: levels alone; a gap is drawn as no data. */
function observedView({ structure: { index }, day }: SceneInput, level: Float64Array): DayView {
  const count = index.enterpriseCount
  const none = () => new Int32Array(count).fill(-1)
  const stateOf = (each: number) =>
    Number.isNaN(each) ? 'noData' : each >= BACK_TO_FULL ? 'running' : each < STANDS_STILL ? 'stopped' : 'reduced'
  return {
    day,
    level,
    state: Uint8Array.from(level, (each) => ENTERPRISE_STATES.indexOf(stateOf(each))),
    staffReturn: new Float64Array(count).fill(1),
    block: none(),
    severity: new Float64Array(count),
    hops: none(),
    daysLeft: none(),
    linkSent: index.flow.slice(),
    linkState: new Uint8Array(index.linkCount),
    linkBlocked: new Uint8Array(index.linkCount),
  }
}
