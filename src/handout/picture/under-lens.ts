import { withGaps } from '../../analysis/comparison/with-gaps.ts'
import { observedDaysOf, observedOn } from '../../analysis/observed/observed-days.ts'
import { observedView } from '../../analysis/observed/observed-view.ts'
import type { LevelMarks, Lens } from '../../analysis/picture/card-figure.ts'
import type { HandoutState } from '../handout-state.ts'

export interface LensState extends HandoutState {
  readonly lens: Lens
  /** Null where nothing is held against the levels that fill the cards. */
  readonly marks: LevelMarks | null
  /** [enterprises] levels that the difference is to, of the shown day. */
  readonly levelAgainst: Float64Array
}

/** The shown day as a lens shows it, as on the screen: beside each level the other one, model or observed. */
export function underLens(state: HandoutState, wanted: Lens): LensState {
  const { wave, against, day, nothingCleared } = state
  const lens = wanted === 'observed' || wave || (wanted === 'difference' && against) ? wanted : 'state'
  const { level: levels, enterpriseCount: count } = against?.levels ?? nothingCleared.run
  const levelAgainst = levels.subarray(day * count, (day + 1) * count)
  if (lens === 'difference')
    return { ...state, lens, view: withGaps(state.view, levelAgainst), marks: null, levelAgainst }
  if (lens === 'wave') return { ...state, lens, marks: null, levelAgainst }
  const observed = observedDaysOf(state.chain, state.index, state.scenario)
  const level = observedOn(observed, state.day, 'level')
  if (lens === 'state') return { ...state, lens, marks: { kind: 'observed', level }, levelAgainst }
  const staffReturn = observedOn(observed, state.day, 'staffReturn')
  const view = observedView(state.view, { level, staffReturn })
  const model = state.view.level.map((each, row) => (Number.isNaN(level[row]!) ? Number.NaN : each))
  return { ...state, lens, view, marks: { kind: 'model', level: model }, levelAgainst }
}
