import { useDeferredValue, useMemo } from 'react'
import { dayViewOf, type DayView } from '../analysis/day-view.ts'
import { figuresOf, type Figures } from '../analysis/figures.ts'
import type { Outcome } from '../state/computed.ts'
import type { Stores } from '../state/stores.ts'
import { useComputed, useSession } from './app-context.ts'

/** The run on screen; a day beyond its end shows the last one. */
export interface ShownDay {
  readonly outcome: Outcome
  readonly day: number
  readonly view: DayView
}

/** The last picture of each run: strip, map, lists and chart show the same day, and it is made once for all of them. */
const pictures = new WeakMap<Outcome, ShownDay>()

function shownDay(outcome: Outcome, day: number): ShownDay {
  const last = pictures.get(outcome)
  if (last?.day === day) return last
  const shown: ShownDay = { outcome, day, view: dayViewOf(outcome.played, outcome.hops, day) }
  pictures.set(outcome, shown)
  return shown
}

/** The run on screen outside of any part of the page; null while none is there. */
export function shownDayOf({ computed, session }: Stores): ShownDay | null {
  const { outcome } = computed.getState()
  return outcome && shownDay(outcome, Math.min(session.getState().day, outcome.played.run.days - 1))
}

export function useShownDay(): ShownDay | null {
  const outcome = useComputed((state) => state.outcome)
  const wanted = useSession((state) => state.day)
  const day = outcome ? Math.min(wanted, outcome.played.run.days - 1) : 0
  return useMemo(() => (outcome ? shownDay(outcome, day) : null), [outcome, day])
}

/** The same for what may follow a moment later, so that figures and map come first. */
export const useShownDayLater = (): ShownDay | null => useDeferredValue(useShownDay())

export interface ShownFigures {
  readonly now: Figures
  readonly first: Figures
  readonly uncleared: Figures
}

/** Figures of the shown day, of the first day, and of the shown day with nothing cleared. */
export function useShownFigures(): ShownFigures | null {
  const shown = useShownDay()
  const threshold = useSession((state) => state.threshold)
  return useMemo(() => {
    if (!shown) return null
    const { played, nothingCleared } = shown.outcome
    return {
      now: figuresOf(played, shown.day, threshold),
      first: figuresOf(played, 0, threshold),
      uncleared: figuresOf(nothingCleared, shown.day, threshold),
    }
  }, [shown, threshold])
}
