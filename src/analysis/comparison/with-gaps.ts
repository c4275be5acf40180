import { ENTERPRISE_STATES, type DayView } from '../day-view.ts'
import { observedView } from '../observed/observed-view.ts'

/** The day with no data where one of two levels is not known: then their difference is not. @param other [enterprises] NaN = not known */
export function withGaps(view: DayView, other: Float64Array): DayView {
  const noData = ENTERPRISE_STATES.indexOf('noData')
  return {
    ...view,
    state: view.state.map((state, row) => (Number.isNaN(view.level[row]! + other[row]!) ? noData : state)),
  }
}

/** What was observed on a day of a run, held against the run. @param level [enterprises] NaN = not observed */
export function observedLess(
  view: DayView,
  level: Float64Array,
): { readonly view: DayView; readonly other: Float64Array } {
  return { view: withGaps(observedView(view, { level, staffReturn: view.staffReturn }), view.level), other: view.level }
}
