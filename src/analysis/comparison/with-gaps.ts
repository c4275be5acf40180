import { ENTERPRISE_STATES, type DayView } from '../day-view.ts'
import { observedView } from '../observed/observed-view.ts'

/** A day, and the levels it is held against. */
export interface HeldDay {
  readonly view: DayView
  /** [enterprises] NaN = not known */
  readonly other: Float64Array
}

/**
 * Both with no data where one of two levels is not known: then their difference is not, and a fold averages both over the same
 * enterprises. @param other [enterprises] NaN = not known
 */
export function withGaps(view: DayView, other: Float64Array): HeldDay {
  const noData = ENTERPRISE_STATES.indexOf('noData')
  const isGap = (row: number): boolean => Number.isNaN(view.level[row]! + other[row]!)
  return {
    view: {
      ...view,
      level: view.level.map((level, row) => (isGap(row) ? Number.NaN : level)),
      state: view.state.map((state, row) => (isGap(row) ? noData : state)),
    },
    other: other.map((level, row) => (isGap(row) ? Number.NaN : level)),
  }
}

/** What was observed on a day of a run, held against the run. @param level [enterprises] NaN = not observed */
export const observedLess = (view: DayView, level: Float64Array): HeldDay =>
  withGaps(observedView(view, { level, staffReturn: view.staffReturn }), view.level)
