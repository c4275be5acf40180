import { useEffect, useRef, useState } from 'react'
import type { JobInput, JobKind, JobOutput } from '../../../analysis/jobs.ts'
import { isTooLong } from '../../../analysis/run-estimate.ts'
import { estimateWork, isEstimated } from '../../../analysis/planners/work-estimate.ts'
import { Cancelled, type RunningJob } from '../../../analysis/runner.ts'
import { useApp, useWords } from '../../app-context.ts'
import { toolsIn, type PlannerTools } from './planner-tools.ts'

export type PlannerState<Output> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'cancelled' }
  /** Would take so long that it was not started. */
  | { readonly kind: 'refused'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly message: string }
  /** `version` of the document, and the scenario, that the output holds for. */
  | { readonly kind: 'done'; readonly output: Output; readonly version: number; readonly scenarioId: string }

/** An answer with the question it belongs to: both stay together however the page goes on. */
export interface Answered<K extends JobKind> {
  readonly output: JobOutput<K>
  readonly input: JobInput<K>
  /** Names and dates as of the question, in the language of now. */
  readonly tools: PlannerTools
}

/** A question that takes no longer is answered as soon as its panel opens, in milliseconds by the estimate. */
const AT_ONCE = 4_000

const estimateOf = <K extends JobKind>(job: K, input: JobInput<K>) =>
  isEstimated(job) ? estimateWork(job, input as never) : null

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * One question to a planner: start, progress, cancel, result; a new start cancels the old one, leaving ends it.
 * @param first what the panel opens with, null where it is not complete; asked at once where it is quick to answer
 */
export const usePlanner = <K extends JobKind>(job: K, first: JobInput<K> | null) =>
  useJob(job, first, (output: JobOutput<K>) => output)

/**
 * The same, with the question kept beside its answer.
 * @param now what would be asked now, null where it is not complete; `isOther` tells that the answer is to something else
 */
export function useAnswer<K extends JobKind>(job: K, tools: PlannerTools, now: JobInput<K> | null) {
  const words = useWords()
  const keep = (output: JobOutput<K>, input: JobInput<K>): Answered<K> => ({ output, input, tools })
  const { state, start, cancel } = useJob(job, now, keep)
  if (state.kind !== 'done') return { state, isOther: false, start, cancel }
  const { output } = state
  const answer = { ...output, tools: toolsIn(words, output.tools.asking) }
  const isOther = now !== null && wordingOf(output.input) !== wordingOf(now)
  return { state: { ...state, output: answer }, isOther, start, cancel }
}

/** What a question asks, apart from the chain and the scenario that it is asked of: these have a version of their own. */
const wordingOf = (input: object): string =>
  JSON.stringify(input, (key, value: unknown) => {
    if (['index', 'timeline', 'chain', 'scenario'].includes(key)) return undefined
    return value instanceof Map ? [...(value as Map<number, number>)] : value
  })

type Keep<K extends JobKind, Output> = (output: JobOutput<K>, input: JobInput<K>) => Output

function useJob<K extends JobKind, Output>(job: K, first: JobInput<K> | null, keep: Keep<K, Output>) {
  const { planner, stores } = useApp()
  const [state, setState] = useState<PlannerState<Output>>({ kind: 'idle' })
  const running = useRef<RunningJob<unknown> | null>(null)
  const start = (input: JobInput<K>) => {
    running.current?.cancel()
    running.current = null
    const work = estimateOf(job, input)
    if (work && isTooLong(work)) return setState({ kind: 'refused', seconds: Math.ceil(work.milliseconds / 1000) })
    const { version } = stores.document.getState()
    const { scenarioId } = stores.session.getState()
    setState({ kind: 'running', done: 0, total: 0 })
    const mine = planner.start(job, input, ({ done, total }) => setState({ kind: 'running', done, total }))
    running.current = mine
    const settle = (next: PlannerState<Output>) => {
      if (running.current !== mine) return
      running.current = null
      setState(next)
    }
    mine.result.then(
      (output) => settle({ kind: 'done', output: keep(output, input), version, scenarioId }),
      (error: unknown) => error instanceof Cancelled || settle({ kind: 'failed', message: textOf(error) }),
    )
  }
  useOpening(first && (estimateOf(job, first)?.milliseconds ?? 0) <= AT_ONCE ? () => start(first) : null)
  useEffect(() => () => running.current?.cancel(), [])
  const cancel = () => {
    running.current?.cancel()
    running.current = null
    setState({ kind: 'cancelled' })
  }
  return { state, start, cancel }
}

/** Calls what it is given on the first showing, once. */
export function useOpening(open: (() => void) | null): void {
  const isOpened = useRef(false)
  useEffect(() => {
    if (!isOpened.current) open?.()
    isOpened.current = true
  })
}
