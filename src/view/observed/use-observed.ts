import { useEffect, useMemo, useState } from 'react'
import type { DayView } from '../../analysis/day-view.ts'
import type { LevelMarks, Lens } from '../../analysis/picture/card-figure.ts'
import type { ObservedCurve } from '../../analysis/observed/observed-figures.ts'
import type { Outcome } from '../../state/computed.ts'
import { useComputed, useSession } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'
import type { ShownObserved } from './shown-observed.ts'

/** Comes when a chain with observations is on screen. */
let late: ((outcome: Outcome) => ShownObserved | null) | null = null

/** What was observed on the days of the scenario on screen; null = nothing, or not yet read. */
export function useObserved(): ShownObserved | null {
  const outcome = useComputed((state) => state.outcome)
  const [isThere, setIsThere] = useState(late !== null)
  const isWanted = (outcome?.chain.observations ?? []).length > 0
  useEffect(() => {
    if (!isWanted || isThere) return
    let isCurrent = true
    void import('./shown-observed.ts').then(({ shownObserved }) => {
      late = shownObserved
      if (isCurrent) setIsThere(true)
    })
    return () => {
      isCurrent = false
    }
  }, [isWanted, isThere])
  return useMemo(() => (isWanted && isThere && late && outcome ? late(outcome) : null), [isWanted, isThere, outcome])
}

/** Observed output of the leading enterprises; null where none of them was observed. */
export function useObservedLeading(): ObservedCurve | null {
  const given = useObserved()
  return given?.has.leadingOutput ? given.leading : null
}

export interface LensDay {
  readonly lens: Lens
  /** The day as the lens shows it. */
  readonly view: DayView
  /** Levels of the other side, model or observed, by row of the whole chain. */
  readonly marks: LevelMarks | null
  /** [enterprises] levels of the day that the difference is to; absent = those with nothing cleared. */
  readonly other?: Float64Array
}

/** The shown day under the chosen lens; a lens that has nothing to show gives way to the states. */
export function useLensDay({ outcome, day, view }: ShownDay): LensDay {
  const wanted = useSession((state) => state.lens)
  const observed = useObserved()
  const future = useSession((state) => state.against)
  const found = useComputed((state) => state.against)
  const isSwiped = useSession((state) => state.swipe !== null)
  return useMemo(() => {
    const against = future !== null && wanted === 'difference'
    // The other future lies over this one, both with their states.
    if (against && isSwiped) return { lens: 'state', view, marks: null }
    if (against && found?.pair === future && found.outcome === outcome)
      return { lens: wanted, marks: null, ...found.hold(view) }
    const isPossible =
      wanted === 'observed' ? observed !== null : wanted === 'state' || (outcome.wave !== null && !against)
    const lens = isPossible ? wanted : 'state'
    if (!observed || lens === 'wave' || lens === 'difference') return { lens, view, marks: null }
    if (lens === 'observed') {
      const seen = observed.viewOn(view)
      // Held against the model only where something was observed.
      const level = view.level.map((each, row) => (Number.isNaN(seen.level[row]!) ? Number.NaN : each))
      return { lens, view: seen, marks: { kind: 'model', level } }
    }
    return { lens, view, marks: { kind: 'observed', level: observed.seenOn(day).level } }
  }, [wanted, observed, outcome, day, view, future, found, isSwiped])
}
