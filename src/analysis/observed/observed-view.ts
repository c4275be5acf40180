import { ENTERPRISE_STATES, type DayView, type EnterpriseState } from '../day-view.ts'
import { BACK_TO_FULL, STANDS_STILL } from '../played.ts'

/** What was observed on a day. */
export interface SeenDay {
  /** [enterprises] NaN = not observed. */
  readonly level: Float64Array
  readonly staffReturn: Float64Array
}

/**
 * A day as it was observed: levels alone, a gap is drawn as no data. Blocks in force are facts of the list and stay; of what passes
 * over links nothing was observed.
 */
export function observedView(day: DayView, { level, staffReturn }: SeenDay): DayView {
  const count = level.length
  const links = day.linkState.length
  const isBlocked = (row: number): boolean => ENTERPRISE_STATES[day.state[row]!] === 'blocked'
  return {
    ...day,
    level,
    state: Uint8Array.from(level, (each, row) => ENTERPRISE_STATES.indexOf(stateOf(each, isBlocked(row)))),
    staffReturn,
    hops: new Int32Array(count).fill(-1),
    daysLeft: new Int32Array(count).fill(-1),
    linkSent: new Float64Array(links),
    linkState: new Uint8Array(links),
  }
}

function stateOf(level: number, isBlocked: boolean): EnterpriseState {
  if (Number.isNaN(level)) return 'noData'
  if (isBlocked) return 'blocked'
  return level >= BACK_TO_FULL ? 'running' : level < STANDS_STILL ? 'stopped' : 'reduced'
}

/** A day without a single block, for futures that have no scenario. */
export function bareDay(day: number, enterprises: number, links: number): DayView {
  const none = (): Int32Array => new Int32Array(enterprises).fill(-1)
  return {
    day,
    level: new Float64Array(enterprises).fill(Number.NaN),
    state: new Uint8Array(enterprises).fill(ENTERPRISE_STATES.indexOf('noData')),
    staffReturn: new Float64Array(enterprises).fill(1),
    block: none(),
    severity: new Float64Array(enterprises),
    hops: none(),
    daysLeft: none(),
    linkSent: new Float64Array(links),
    linkState: new Uint8Array(links),
    linkBlocked: new Uint8Array(links),
  }
}
