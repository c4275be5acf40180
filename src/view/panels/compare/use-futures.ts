import { useEffect, useMemo, useState } from 'react'
import { compareRuns, observedLevels, type Comparison, type Levels } from '../../../analysis/comparison/compare-runs.ts'
import { onCalendarOf, type ChangeEffect } from '../../../analysis/comparison/effects.ts'
import type { FutureKind } from '../../../analysis/comparison/future-figures.ts'
import { observedDaysOf } from '../../../analysis/observed/observed-days.ts'
import { causesOf, type Played } from '../../../analysis/played.ts'
import { timelineOf } from '../../../engine/scenario-timeline.ts'
import type { Chain, Scenario } from '../../../model/chain.ts'
import type { Structure } from '../../../state/computed.ts'
import { isTooLong, tooLongWords } from '../../../analysis/run-estimate.ts'
import { estimateWork } from '../../../analysis/planners/work-estimate.ts'
import { Cancelled } from '../../../analysis/runner.ts'
import { MOST_RUN_BYTES, runBytes } from '../../../engine/run-size.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'

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
  /** Bytes that each would take where that is too much; else 0 or left out. */
  readonly bytes?: number
}

/** What both are compared on, as in a scene: B, or A where B is observed days. */
export const calendarOf = ({ scenarios = [] }: Chain, idA: string, idB: string): Scenario | undefined =>
  scenarios.find(({ id }) => id === idB) ?? scenarios.find(({ id }) => id === idA)

/** Plays both futures away from the page, where they fit into its memory; the newest pair wins. */
export function useFutures(structure: Structure | null, idA: string, idB: string): FuturesState {
  const calendar = useDocument(({ chain }) => calendarOf(chain, idA, idB))
  const bytes = structure && calendar ? runBytes(structure.index, calendar.days) : 0
  const isTooLarge = bytes > MOST_RUN_BYTES
  const played = usePlayedFutures(isTooLarge ? null : structure, idA, idB)
  return isTooLarge ? { futures: null, failure: '', bytes } : played
}

function usePlayedFutures(structure: Structure | null, idA: string, idB: string): FuturesState {
  const { previewer } = useApp()
  const chain = useDocument((state) => state.chain)
  const [found, setFound] = useState<{ readonly key: unknown; readonly state: FuturesState } | null>(null)
  const key = useMemo(() => ({ structure, chain, idA, idB }), [structure, chain, idA, idB])
  useEffect(() => {
    const scenarios = chain.scenarios ?? []
    const named = (id: string) => scenarios.find((scenario) => scenario.id === id)
    const calendar = calendarOf(chain, idA, idB)
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

export interface Effects {
  /** Null until they are known. */
  readonly effects: readonly ChangeEffect[] | null
  /** Why there are none, as a sentence; '' = they are there or on their way. */
  readonly trouble: string
}

/** Effects of the single changes from A to B, from one run each. */
export function useEffects(structure: Structure, a: Scenario | undefined, b: Scenario | undefined): Effects {
  const { planner } = useApp()
  const { t } = useWords()
  const chain = useDocument((state) => state.chain)
  const [found, setFound] = useState<(Effects & { readonly pair: unknown }) | null>(null)
  const pair = useMemo(() => (a && b ? { chain, index: structure.index, a, b } : null), [chain, structure, a, b])
  const work = useMemo(() => pair && estimateWork('effects', pair), [pair])
  const isRefused = work !== null && isTooLong(work)
  useEffect(() => {
    if (!pair || isRefused) return
    const job = planner.start('effects', pair)
    job.result.then(
      (effects) => setFound({ pair, effects, trouble: '' }),
      (error: unknown) => error instanceof Cancelled || setFound({ pair, effects: null, trouble: String(error) }),
    )
    return () => job.cancel()
  }, [planner, pair, isRefused])
  if (work && isRefused) return { effects: null, trouble: t('compare.tooLong', tooLongWords(work)) }
  if (found?.pair !== pair || !found) return { effects: null, trouble: '' }
  return { effects: found.effects, trouble: found.trouble && t('compare.failed', { message: found.trouble }) }
}
