import { useCallback, useMemo, useRef, useState } from 'react'
import { leadingRows } from '../../../analysis/figures.ts'
import { BACK_TO_FULL } from '../../../analysis/played.ts'
import { daysTogether, withPlannedDays, type LeadingDays } from '../../../analysis/worksheet/leading-days.ts'
import type { RunResult } from '../../../engine/run-result.ts'
import type { Outcome } from '../../../state/computed.ts'
import { useApp } from '../../app-context.ts'

/** A clearing day that is being moved, not yet let go. */
export interface Moving {
  /** Position in `timeline.blocks`. */
  readonly position: number
  readonly day: number
}

export interface Live {
  readonly rows: readonly number[]
  /** As the scenario stands. */
  readonly plan: LeadingDays
  /** Leading output over the run, in days of full output. */
  readonly planned: number
  /** With nothing cleared. */
  readonly uncleared: number
  /** While a due date is moved: what it would come to; the last day computed. */
  readonly moved: { readonly moving: Moving; readonly days: LeadingDays; readonly total: number } | null
  readonly look: (moving: Moving | null) => void
}

type Moved = NonNullable<Live['moved']>

/** What the leading enterprises get from the run, and from the day under the pointer. */
export function useLive(outcome: Outcome): Live {
  const { index, run } = outcome.played
  const rows = useMemo(() => leadingRows(index), [index])
  const plan = useMemo(() => daysOfRun(run, rows), [run, rows])
  const uncleared = useMemo(() => {
    return daysTogether(daysOfRun(outcome.nothingCleared.run, rows).output, rows, index.output)
  }, [outcome, rows, index])
  const { moved, look } = useMoved(outcome, rows)
  return { rows, plan, planned: daysTogether(plan.output, rows, index.output), uncleared, moved, look }
}

/** The engine runs on every move; one run at a time, and the newest wish is the next. */
function useMoved(outcome: Outcome, rows: readonly number[]): Pick<Live, 'moved' | 'look'> {
  const { previewer } = useApp()
  const [found, setFound] = useState<(Moved & { readonly outcome: Outcome }) | null>(null)
  const wish = useRef<Moving | null>(null)
  const isRunning = useRef(false)
  const look = useCallback(
    (moving: Moving | null) => {
      wish.current = moving
      if (moving === null) return setFound(null)
      if (!isRunning.current) void follow(moving)

      async function follow(first: Moving): Promise<void> {
        const { index, timeline } = outcome.played
        isRunning.current = true
        try {
          for (let next: Moving | null = first; next !== null; next = wish.current === next ? null : wish.current) {
            const late = withPlannedDays(timeline, new Map([[next.position, next.day]]))
            const days = await previewer.start('leading', { index, timeline: late, goal: rows }).result
            if (wish.current === null) break
            setFound({ outcome, moving: next, days, total: daysTogether(days.output, rows, index.output) })
          }
        } catch {
          // The preview was ended by another one: what is shown stays until the next move.
        } finally {
          isRunning.current = false
        }
      }
    },
    [outcome, previewer, rows],
  )
  return { moved: found?.outcome === outcome ? found : null, look }
}

/** The same as the worker's, read off the run on screen. */
function daysOfRun(run: RunResult, rows: readonly number[]): LeadingDays {
  const { days, enterpriseCount: count, level } = run
  const resume = new Int32Array(rows.length)
  const output = new Float64Array(rows.length)
  rows.forEach((row, at) => {
    for (let day = 0; day < days; day++) {
      const share = level[day * count + row]!
      output[at]! += share
      if (share < BACK_TO_FULL) resume[at] = day + 1
    }
    if (resume[at]! >= days) resume[at] = -1
  })
  return { resume, output }
}
