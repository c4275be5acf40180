import { ENTERPRISE_STATES, type DayView } from '../day-view.ts'

/** The day with no data where one of two levels is not known: then their difference is not. @param other [enterprises] NaN = not known */
export function withGaps(view: DayView, other: Float64Array): DayView {
  const noData = ENTERPRISE_STATES.indexOf('noData')
  return {
    ...view,
    state: view.state.map((state, row) => (Number.isNaN(view.level[row]! + other[row]!) ? noData : state)),
  }
}
