import { observedDaysOf, observedOn } from '../../analysis/observed/observed-days.ts'
import { observedView } from '../../analysis/observed/observed-view.ts'
import type { LevelMarks, Lens } from '../../analysis/picture/card-figure.ts'
import type { HandoutState } from '../handout-state.ts'

export interface LensState extends HandoutState {
  readonly lens: Lens
  /** Null where nothing is held against the levels that fill the cards. */
  readonly marks: LevelMarks | null
}

/** The shown day as a lens shows it, as on the screen: beside each level the other one, model or observed. */
export function underLens(state: HandoutState, wanted: Lens): LensState {
  const lens = wanted === 'observed' || state.wave ? wanted : 'state'
  if (lens === 'wave' || lens === 'difference') return { ...state, lens, marks: null }
  const observed = observedDaysOf(state.chain, state.index, state.scenario)
  const level = observedOn(observed, state.day, 'level')
  if (lens === 'state') return { ...state, lens, marks: { kind: 'observed', level } }
  const staffReturn = observedOn(observed, state.day, 'staffReturn')
  const view = observedView(state.view, { level, staffReturn })
  const model = state.view.level.map((each, row) => (Number.isNaN(level[row]!) ? Number.NaN : each))
  return { ...state, lens, view, marks: { kind: 'model', level: model } }
}
