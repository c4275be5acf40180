import { observedLess, withGaps } from '../../analysis/comparison/with-gaps.ts'
import type { DayView } from '../../analysis/day-view.ts'
import { foldDay, foldLevels, foldWave } from '../../analysis/folding/fold-day.ts'
import { marksOnFolds, type FoldMarks } from '../../analysis/folding/fold-marks.ts'
import { observedDaysOf, observedOn } from '../../analysis/observed/observed-days.ts'
import { observedView } from '../../analysis/observed/observed-view.ts'
import type { LevelMarks, Lens } from '../../analysis/picture/card-figure.ts'
import type { Wave } from '../../analysis/wave.ts'
import type { DrawnMap } from '../drawn-map.ts'
import type { HandoutState } from '../handout-state.ts'

/** What a lens shows of a day, by rows of the whole chain or of the map that is drawn. */
interface ShownDay {
  readonly view: DayView
  readonly wave: Wave | null
  /** Null where nothing is held against the levels that fill the cards. */
  readonly marks: LevelMarks | null
  /** [enterprises] levels that the difference is to, of the shown day. */
  readonly levelAgainst: Float64Array
}

/** The map with what its cards and links show. */
export interface DrawnDay extends DrawnMap, ShownDay {
  /** Null where nothing is folded. */
  readonly folds: FoldMarks | null
}

export interface LensState extends HandoutState, ShownDay {
  readonly lens: Lens
  readonly map: DrawnDay
}

/** The shown day as a lens shows it, as on the screen: beside each level the other one, model or observed. */
export function underLens(state: HandoutState, wanted: Lens): LensState {
  const { wave, against } = state
  const lens = wanted === 'observed' || wave || (wanted === 'difference' && against) ? wanted : 'state'
  const shown = shownDay(state, lens)
  return { ...state, ...shown, lens, map: onMap(state, shown) }
}

function shownDay(state: HandoutState, lens: Lens): ShownDay {
  const { wave, against, day, nothingCleared } = state
  const { level: levels, enterpriseCount: count } = against?.levels ?? nothingCleared.run
  const levelAgainst = levels.subarray(day * count, (day + 1) * count)
  if (lens === 'difference') {
    const held = against?.side === 'b' ? observedLess : withGaps
    const { view, other } = held(state.view, levelAgainst)
    return { view, wave, marks: null, levelAgainst: other }
  }
  if (lens === 'wave') return { view: state.view, wave, marks: null, levelAgainst }
  const observed = observedDaysOf(state.chain, state.index, state.scenario)
  const level = observedOn(observed, state.day, 'level')
  if (lens === 'state') return { view: state.view, wave, marks: { kind: 'observed', level }, levelAgainst }
  const staffReturn = observedOn(observed, state.day, 'staffReturn')
  const view = observedView(state.view, { level, staffReturn })
  const model = state.view.level.map((each, row) => (Number.isNaN(level[row]!) ? Number.NaN : each))
  return { view, wave, marks: { kind: 'model', level: model }, levelAgainst }
}

/** A fold shows the worst state of what is inside, and averages by output. */
function onMap({ drawn, index }: HandoutState, shown: ShownDay): DrawnDay {
  const { fold } = drawn
  if (!fold) return { ...drawn, ...shown, folds: null }
  const { view, wave, marks, levelAgainst } = shown
  return {
    ...drawn,
    view: foldDay(fold, index, view),
    wave: wave && foldWave(fold, index, wave),
    marks: marks && { ...marks, level: foldLevels(fold, index, marks.level) },
    levelAgainst: foldLevels(fold, index, levelAgainst),
    folds: marksOnFolds(fold, index, view),
  }
}
