import type { DayView } from '../../analysis/day-view.ts'
import { leadingRows } from '../../analysis/figures.ts'
import { observedDaysOf, observedOn, type ObservedDays } from '../../analysis/observed/observed-days.ts'
import {
  observedCurve,
  observedFigures,
  type ObservedCurve,
  type ObservedFigures,
} from '../../analysis/observed/observed-figures.ts'
import { observedView, type SeenDay } from '../../analysis/observed/observed-view.ts'
import type { Outcome } from '../../state/computed.ts'

/** What was observed on the days of the scenario on screen. */
export interface ShownObserved {
  readonly observed: ObservedDays
  /** Output of the leading enterprises that were observed. */
  readonly leading: ObservedCurve
  /** Whether a figure was observed on any of the days. */
  readonly has: Readonly<Record<keyof ObservedFigures, boolean>>
  readonly seenOn: (day: number) => SeenDay
  readonly viewOn: (view: DayView) => DayView
  /** Whether the level of a day is an operating rate, for want of an output recovery. */
  readonly isOperatingRate: (day: number, row: number) => boolean
  readonly figuresOn: (day: number, threshold: number) => ObservedFigures
}

/** Read once a run; null = nothing was observed on its days. */
const read = new WeakMap<Outcome, ShownObserved | null>()

export function shownObserved(outcome: Outcome): ShownObserved | null {
  const known = read.get(outcome)
  if (known !== undefined) return known
  const { played, chain, scenario } = outcome
  const observed = observedDaysOf(chain, played.index, scenario)
  const shown = observed.row.length === 0 ? null : toolsOf(outcome, observed)
  read.set(outcome, shown)
  return shown
}

function toolsOf({ played }: Outcome, observed: ObservedDays): ShownObserved {
  const seenOn = (day: number): SeenDay => ({
    level: observedOn(observed, day, 'level'),
    staffReturn: observedOn(observed, day, 'staffReturn'),
  })
  const leading = observedCurve(played.index, observed, leadingRows(played.index))
  const hasLevel = observed.level.some((level) => !Number.isNaN(level))
  return {
    observed,
    leading,
    has: {
      operatingRate: hasLevel,
      staffReturn: observed.staffReturn.some((share) => !Number.isNaN(share)),
      outputRecovery: hasLevel,
      leadingOutput: leading.count.some((count) => count > 0),
    },
    seenOn,
    viewOn: (view) => observedView(view, seenOn(view.day)),
    isOperatingRate: (day, row) => Number.isNaN(observedOn(observed, day, 'outputRecovery')[row]!),
    figuresOn: (day, threshold) => observedFigures(played, observed, day, threshold),
  }
}
