import { useEffect, useRef, useState } from 'react'
import { leadingRows } from '../../../analysis/figures.ts'
import { askListEffects, type ListAnswer } from '../../../analysis/lists/list-question.ts'
import { Cancelled, type RunningJob } from '../../../analysis/runner.ts'
import type { IndexedChain } from '../../../engine/indexed-chain.ts'
import type { Outcome } from '../../../state/computed.ts'
import { useApp, useComputed, useDocument, useSession } from '../../app-context.ts'
import type { PlannerState } from '../planners/use-planner.ts'

/** Effects, and the chain that they hold for. */
export interface FoundEffects {
  readonly answer: ListAnswer
  readonly index: IndexedChain
}

interface Held {
  readonly state: PlannerState<FoundEffects>
  readonly of: Outcome | null
}

/** A change of the lists alone changes nothing of what the engine found. */
const holdsFor = (of: Outcome | null, now: Outcome | null): boolean =>
  of !== null &&
  now !== null &&
  of.played.index === now.played.index &&
  of.scenario === now.scenario &&
  of.chain.blocks === now.chain.blocks

/** Asks the engine for the effect of every enterprise: progress, cancel, result; leaving ends it. */
export function useListEffects() {
  const { planner } = useApp()
  const outcome = useComputed((state) => state.outcome)
  const version = useDocument((state) => state.version)
  const scenarioId = useSession((state) => state.scenarioId)
  const [held, setHeld] = useState<Held>({ state: { kind: 'idle' }, of: null })
  const running = useRef<RunningJob<unknown> | null>(null)
  useEffect(() => () => running.current?.cancel(), [])
  const start = () => {
    if (!outcome) return
    const { index, timeline } = outcome.played
    const tell = (state: PlannerState<FoundEffects>) => setHeld({ state, of: outcome })
    tell({ kind: 'running', done: 0, total: 0 })
    const input = { index, timeline, goal: leadingRows(index), day: 0 }
    const mine = askListEffects(planner, input, ({ done, total }) => {
      if (running.current === mine) tell({ kind: 'running', done, total })
    })
    running.current = mine
    mine.result.then(
      (answer) => {
        if (running.current !== mine) return
        tell({ kind: 'done', output: { answer, index }, version, scenarioId })
      },
      (error: unknown) => {
        if (error instanceof Cancelled || running.current !== mine) return
        tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
  }
  const cancel = () => {
    running.current?.cancel()
    running.current = null
    setHeld({ state: { kind: 'cancelled' }, of: null })
  }
  const isFresh = holdsFor(held.of, outcome)
  const state = held.state.kind === 'done' && isFresh ? { ...held.state, version, scenarioId } : held.state
  return { state, start: outcome ? start : null, cancel }
}
