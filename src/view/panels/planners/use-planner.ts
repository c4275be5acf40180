import { useEffect, useRef, useState } from 'react'
import type { JobInput, JobKind, JobOutput } from '../../../analysis/jobs.ts'
import { estimateWork, isEstimated, isTooLong } from '../../../analysis/planners/work-estimate.ts'
import { Cancelled, type RunningJob } from '../../../analysis/runner.ts'
import { useApp } from '../../app-context.ts'

export type PlannerState<Output> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'cancelled' }
  /** Would take so long that it was not started. */
  | { readonly kind: 'refused'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly message: string }
  /** `version` of the document, and the scenario, that the output holds for. */
  | { readonly kind: 'done'; readonly output: Output; readonly version: number; readonly scenarioId: string }

/** One question to a planner: start, progress, cancel, result; a new start cancels the old one, leaving ends it. */
export function usePlanner<K extends JobKind>(job: K) {
  const { planner, stores } = useApp()
  const [state, setState] = useState<PlannerState<JobOutput<K>>>({ kind: 'idle' })
  const running = useRef<RunningJob<unknown> | null>(null)
  useEffect(() => () => running.current?.cancel(), [])
  const start = (input: JobInput<K>) => {
    running.current?.cancel()
    running.current = null
    const work = isEstimated(job) ? estimateWork(job, input as never) : null
    if (work && isTooLong(work)) {
      setState({ kind: 'refused', seconds: Math.ceil(work.milliseconds / 1000) })
      return
    }
    const { version } = stores.document.getState()
    const { scenarioId } = stores.session.getState()
    setState({ kind: 'running', done: 0, total: 0 })
    const mine = planner.start(job, input, ({ done, total }) => setState({ kind: 'running', done, total }))
    running.current = mine
    const settle = (next: PlannerState<JobOutput<K>>) => {
      if (running.current !== mine) return
      running.current = null
      setState(next)
    }
    mine.result.then(
      (output) => settle({ kind: 'done', output, version, scenarioId }),
      (error: unknown) => {
        if (!(error instanceof Cancelled))
          settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
  }
  const cancel = () => {
    running.current?.cancel()
    running.current = null
    setState({ kind: 'cancelled' })
  }
  return { state, start, cancel }
}
