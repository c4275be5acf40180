import { useEffect, useMemo, useState } from 'react'
import { compareRuns, observedLevels, type Comparison, type Levels } from '../../../analysis/comparison/compare-runs.ts'
import { onCalendarOf, type ChangeEffect } from '../../../analysis/comparison/effects.ts'
import type { FutureKind } from '../../../analysis/comparison/future-figures.ts'
import { observedDaysOf } from '../../../analysis/observed/observed-days.ts'
import { causesOf, type Played } from '../../../analysis/played.ts'
import { timelineOf } from '../../../engine/scenario-timeline.ts'
import type { Scenario } from '../../../model/chain.ts'
import type { Structure } from '../../../state/computed.ts'
import { useApp, useDocument } from '../../app-context.ts'

/** Stands for the observed days in the choice of futures. */
export const OBSERVED = ':observed'

/** One of the two: a played scenario, or what was observed. */
export interface Future {
  readonly levels: Levels
  readonly kind: FutureKind
  /** Null for observed days. */
  readonly played: Played | null
  readonly hops: Int16Array | null
}

export interface Futures {
  readonly a: Future
  readonly b: Future
  /** Calendar that both are on. */
  readonly calendar: Scenario
}

export interface FuturesState {
  readonly futures: Futures | null
  readonly failure: string
}

/** Plays both futures away from the page; the newest pair wins. */
export function useFutures(structure: Structure | null, idA: string, idB: string): FuturesState {
  const { previewer } = useApp()
  const chain = useDocument((state) => state.chain)
  const [found, setFound] = useState<{ readonly key: unknown; readonly state: FuturesState } | null>(null)
  const key = useMemo(() => ({ structure, chain, idA, idB }), [structure, chain, idA, idB])
  useEffect(() => {
    const scenarios = chain.scenarios ?? []
    const named = (id: string) => scenarios.find((scenario) => scenario.id === id)
    const calendar = named(idA) ?? named(idB)
    if (!structure || !calendar) return
    const { index } = structure
    const jobs: { readonly cancel: () => void }[] = []
    const futureOf = async (id: string): Promise<Future> => {
      const scenario = named(id)
      if (!scenario) {
        const kind = observedDaysOf(chain, index, calendar)
        return { levels: observedLevels(chain, index, calendar), kind, played: null, hops: null }
      }
      const timeline = timelineOf(chain, index, onCalendarOf(calendar, scenario))
      const job = previewer.start('play', { index, timeline })
      jobs.push(job)
      const { run, hops } = await job.result
      const played = { index, timeline, run, causes: causesOf(chain, timeline) }
      return { levels: run, kind: played, played, hops }
    }
    let isCurrent = true
    const put = (state: FuturesState) => isCurrent && setFound({ key, state })
    Promise.all([futureOf(idA), futureOf(idB)]).then(
      ([a, b]) => put({ futures: { a, b, calendar }, failure: '' }),
      (error: unknown) => put({ futures: null, failure: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      isCurrent = false
      for (const job of jobs) job.cancel()
    }
  }, [key, structure, chain, idA, idB, previewer])
  return found?.key === key ? found.state : { futures: null, failure: '' }
}

/** Levels of the day in both, and what each loses over the run. */
export const useComparison = (futures: Futures, day: number): Comparison =>
  useMemo(() => compareRuns(futures.a.levels, futures.b.levels, day), [futures, day])

/** Effects of the single changes from A to B, from one run each; null until they are known. */
export function useEffects(structure: Structure, a: Scenario | undefined, b: Scenario | undefined) {
  const { planner } = useApp()
  const chain = useDocument((state) => state.chain)
  const [found, setFound] = useState<{ readonly pair: unknown; readonly effects: readonly ChangeEffect[] } | null>(null)
  const pair = useMemo(() => ({ chain, index: structure.index, a, b }), [chain, structure, a, b])
  useEffect(() => {
    if (!pair.a || !pair.b) return
    const job = planner.start('effects', { ...pair, a: pair.a, b: pair.b })
    job.result.then(
      (effects) => setFound({ pair, effects }),
      () => {},
    )
    return () => job.cancel()
  }, [planner, pair])
  return found?.pair === pair ? found.effects : null
}
