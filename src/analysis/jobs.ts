/** Everything that is computed away from the page: an explicit list, so that input and output are typed at both ends. */
import type { Chain, Scenario } from '../model/chain.ts'
import type { Scene, SceneAnswer } from '../model/scenes.ts'
import {
  criticalityOf,
  criticalityRange,
  type Closure,
  type CriticalityRange,
  type RangeQuestion,
} from '../engine/criticality.ts'
import type { CriticalityFigures } from '../engine/criticality-figures.ts'
import type { CriticalitySettings } from '../engine/criticality-coefficients.ts'
import { simulate } from '../engine/daily-model.ts'
import { indexChain, type IndexedChainResult } from '../engine/index-chain.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import { player } from '../engine/player.ts'
import type { RunResult } from '../engine/run-result.ts'
import type { Timeline } from '../engine/timeline.ts'
import { estimateCriticality, type CriticalityEstimate } from './criticality.ts'
import { hopsOf } from './hops.ts'
import { tierLayout, type TierLayout } from './layout/tier-layout.ts'
import { bestOrder, type BestOrder, type OrderQuestion } from './planners/best-order.ts'
import { gainsOf, type BlockGain } from './planners/gains.ts'
import { jointGains, type JointResult } from './planners/joint.ts'
import { nextToStop, type NextQuestion, type NextResult } from './planners/next-to-stop.ts'
import { gainRanges, type Ranges } from './planners/ranges.ts'
import { whenReached, type ReachAnswer } from './planners/reach.ts'
import { restartGap, type RestartGap } from './planners/restart-gap.ts'
import { smallestSet, type SmallestSet, type SmallestSetQuestion } from './planners/smallest-set.ts'
import type { Goal } from './planners/goal.ts'
import { whatIf, type WhatIf } from './planners/what-if.ts'
import { answerScenes } from './scenes/answer-scenes.ts'
import { routesBetween, type Routes, type RoutesQuestion } from './routes/routes.ts'
import { changeEffects, type ChangeEffect } from './comparison/effects.ts'
import { leadingDays, type LeadingDays } from './worksheet/leading-days.ts'
import { slackOf, type SlackQuestion, type SlackResult } from './worksheet/slack.ts'

export interface JobContext {
  /** Tells how far the job is; cheap to call often. */
  readonly progress: (done: number, total: number) => void
  /** Milliseconds on some steady clock, for time budgets only: no result depends on it but the number of triples tried. */
  readonly now: () => number
}

/** What every question to a planner names. */
export interface PlannerInput {
  readonly index: IndexedChain
  readonly timeline: Timeline
  /** Rows of the enterprises whose output counts. */
  readonly goal: readonly number[]
}

/** A run in full, with the ways back to the root blocks where the chain is small enough to have them ready. */
export interface PlayedRun {
  readonly run: RunResult
  readonly hops: Int16Array | null
}

/** Above this many enterprises the ways back are walked only for what is asked about. */
const HOPS_UP_TO = 3000

/** What the gains count; the other questions count output. */
type Counted = PlannerInput & Pick<Goal, 'measure' | 'level'>

const searchOf = ({ index, timeline, goal, ...counted }: Counted): WhatIf =>
  whatIf(index, timeline, { rows: goal, measure: counted.measure, level: counted.level })

export const JOBS = {
  index: ({ chain }: { readonly chain: Chain }): IndexedChainResult => indexChain(chain),

  layout: ({ chain, index }: { readonly chain: Chain; readonly index: IndexedChain }): TierLayout =>
    tierLayout(chain, index),

  play: (input: { readonly index: IndexedChain; readonly timeline: Timeline }, { progress }: JobContext): PlayedRun => {
    const run = simulate(input.index, input.timeline, { record: 'full', onDay: progress })
    const small = input.index.enterpriseCount <= HOPS_UP_TO
    return { run, hops: small ? hopsOf({ ...input, run, causes: [] }) : null }
  },

  levels: (input: { readonly index: IndexedChain; readonly timeline: Timeline }): RunResult =>
    simulate(input.index, input.timeline, { record: 'levels' }),

  routes: (question: RoutesQuestion): Routes => routesBetween(question),

  scenes: (
    input: { readonly chain: Chain; readonly index: IndexedChain; readonly scenes: readonly Scene[] },
    { progress }: JobContext,
  ): readonly SceneAnswer[] => answerScenes(input.chain, input.index, input.scenes, progress),

  effects: (
    input: { readonly chain: Chain; readonly index: IndexedChain; readonly a: Scenario; readonly b: Scenario },
    { progress }: JobContext,
  ): readonly ChangeEffect[] => changeEffects(input, progress),

  gains: (input: Counted & { readonly day: number }, { progress }: JobContext): readonly BlockGain[] =>
    gainsOf(searchOf(input), input.day, progress),

  joint: (input: Counted & { readonly day: number; readonly budgetMs: number }, context: JobContext): JointResult => {
    const end = context.now() + input.budgetMs
    return jointGains(searchOf(input), input.day, { mayGoOn: () => context.now() < end }, context.progress)
  },

  smallest: (input: PlannerInput & { readonly question: SmallestSetQuestion }, { progress }: JobContext): SmallestSet =>
    smallestSet(searchOf(input), input.question, progress),

  order: (input: PlannerInput & { readonly question: OrderQuestion }, { progress }: JobContext): BestOrder =>
    bestOrder(searchOf(input), input.question, progress),

  restart: (input: Omit<PlannerInput, 'goal'>, { progress }: JobContext): RestartGap =>
    restartGap(input.index, input.timeline, progress),

  next: (
    input: Omit<PlannerInput, 'goal'> & { readonly question: NextQuestion },
    { progress }: JobContext,
  ): NextResult => nextToStop(input.index, input.timeline, input.question, progress),

  slack: (input: PlannerInput & { readonly question: SlackQuestion }, { progress }: JobContext): SlackResult =>
    slackOf(input, progress),

  leading: ({ index, timeline, goal }: PlannerInput): LeadingDays =>
    leadingDays(player(index, timeline), timeline, goal),

  reach: (
    input: PlannerInput & {
      readonly clearings: ReadonlyMap<number, number>
      readonly row: number
      readonly level: number
    },
  ): ReachAnswer => whenReached(searchOf(input), input.clearings, input.row, input.level),

  ranges: (
    input: {
      readonly chain: Chain
      readonly scenario: Scenario
      readonly day: number
      readonly goalIds: readonly string[]
    },
    { progress }: JobContext,
  ): Ranges => gainRanges(input.chain, input.scenario, input, progress),

  criticalityRange: (input: RangeQuestion, { progress }: JobContext): CriticalityRange =>
    criticalityRange(input, progress),

  criticalityOf: (
    input: {
      readonly index: IndexedChain
      readonly settings: CriticalitySettings
      readonly closures: readonly Closure[]
    },
    { progress }: JobContext,
  ): CriticalityFigures => criticalityOf(input.index, input.settings, input.closures, progress),

  criticalityEstimate: (
    input: Pick<RangeQuestion, 'index' | 'settings' | 'already'>,
    { now }: JobContext,
  ): CriticalityEstimate => estimateCriticality(input, now),
} as const satisfies Record<string, (input: never, context: JobContext) => unknown>

export type JobKind = keyof typeof JOBS
export type JobInput<K extends JobKind> = Parameters<(typeof JOBS)[K]>[0]
export type JobOutput<K extends JobKind> = ReturnType<(typeof JOBS)[K]>

/** Calls a job by name; the one place where the pairing of kind and input is taken on trust. */
export function doJob<K extends JobKind>(kind: K, input: JobInput<K>, context: JobContext): JobOutput<K> {
  const job = JOBS[kind] as unknown as (input: JobInput<K>, context: JobContext) => JobOutput<K>
  return job(input, context)
}
