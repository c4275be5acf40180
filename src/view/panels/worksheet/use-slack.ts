import { useEffect, useMemo, useState } from 'react'
import { leadingRows } from '../../../analysis/figures.ts'
import { estimateWork } from '../../../analysis/planners/work-estimate.ts'
import type { BlockSlack, SlackResult } from '../../../analysis/worksheet/slack.ts'
import type { IndexedChain } from '../../../engine/indexed-chain.ts'
import type { Timeline } from '../../../engine/timeline.ts'
import type { Outcome } from '../../../state/computed.ts'
import { usePlanner, type PlannerState } from '../planners/use-planner.ts'

/** Runs spent on single days, all blocks together. */
const MOST_RUNS = 1500
/** A search that takes no longer begins by itself, milliseconds. */
const BY_ITSELF = 20_000
/** Rest after an edit before the search begins, milliseconds. */
const RESTS = 500

export interface Slacks {
  readonly state: PlannerState<SlackResult>
  /** By id of the block, of the last run of this scenario; empty while there is none. */
  readonly known: ReadonlyMap<string, BlockSlack>
  readonly result: SlackResult | null
  /** What is shown was computed for the chain as it stands. */
  readonly isFresh: boolean
  readonly start: () => void
  readonly cancel: () => void
}

interface Known {
  readonly asked: Asked
  readonly output: SlackResult
  readonly byId: ReadonlyMap<string, BlockSlack>
}

/** What a slack holds for: who does what changes none of it. */
interface Asked {
  readonly key: string
  readonly scenarioId: string
  readonly timeline: Timeline
  readonly index: IndexedChain
}

function askedOf({ played: { timeline, index }, scenario }: Outcome): Asked {
  // JSON has no Infinity: days without begin or end are null, and these never meet in one field.
  return { key: JSON.stringify(timeline), scenarioId: scenario.id, timeline, index }
}

const isSame = (a: Asked | undefined, b: Asked): boolean => a?.key === b.key && a.index === b.index

const NONE: ReadonlyMap<string, BlockSlack> = new Map()

/** Slack of every block, computed anew after each edit that moves a day; what was known is shown until then. */
export function useSlack(outcome: Outcome, today: number): Slacks {
  const { state, start, cancel } = usePlanner('slack', null)
  const now = useMemo(() => askedOf(outcome), [outcome])
  const [asked, setAsked] = useState<Asked | null>(null)
  const [known, setKnown] = useState<Known | null>(null)
  if (state.kind === 'done' && asked && known?.output !== state.output) {
    const byId = new Map(state.output.blocks.map((each) => [asked.timeline.blocks[each.block]!.id, each]))
    setKnown({ asked, output: state.output, byId })
  }
  const isFresh = isSame(known?.asked, now)
  const input = () => {
    const { index, timeline } = now
    return { index, timeline, goal: leadingRows(index), question: { today, mostRuns: MOST_RUNS } }
  }
  const ask = () => {
    setAsked(now)
    start(input())
  }
  useEffect(() => {
    if (isFresh || (state.kind === 'running' && asked && isSame(asked, now))) return
    const timer = setTimeout(() => {
      if (estimateWork('slack', input()).milliseconds <= BY_ITSELF) ask()
    }, RESTS)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- other days are what asks anew
  }, [now.key, now.index])
  const isSameScenario = known?.asked.scenarioId === now.scenarioId
  return {
    state,
    known: known && isSameScenario ? known.byId : NONE,
    result: known && isSameScenario ? known.output : null,
    isFresh,
    start: ask,
    cancel,
  }
}
