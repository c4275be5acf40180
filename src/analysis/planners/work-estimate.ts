/** How long a job would take, told before it begins. */
import { changesBetween } from '../comparison/changes.ts'
import { onCalendarOf } from '../comparison/effects.ts'
import type { JobInput, JobKind } from '../jobs.ts'
import { estimatePlay, estimateRuns, FULL_RECORD, perDayOf, SETTLING_DAYS, type WorkEstimate } from '../run-estimate.ts'
import { runOfScene, scenarioOfScene } from '../scenes/answer-scenes.ts'
import { EXACT_UP_TO } from './best-order.ts'
import { PATIENCE } from './restart-gap.ts'
import { casesOf } from './ranges.ts'
import { clearable } from './what-if.ts'

const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** Jobs that are no runs of the daily model: laying out, routes within their own bounds, and criticality, which measures itself. */
type Unestimated = 'index' | 'layout' | 'routes' | 'criticalityRange' | 'criticalityOf' | 'criticalityEstimate'

/** Upper bounds; only the restart gap, whose loops are not known beforehand, is estimated for a chain that comes back. */
const ESTIMATES = {
  play: estimatePlay,
  levels: (input: JobInput<'levels'>) => estimateRuns(input, 1),
  reach: (input: JobInput<'reach'>) => estimateRuns(input, 1),
  leading: (input: JobInput<'leading'>) => estimateRuns(input, 1),
  scenes: ({ chain, index, scenes }: JobInput<'scenes'>) => {
    const perDay = perDayOf(index.enterpriseCount + index.linkCount)
    const days = new Map<string, number>()
    for (const scene of scenes) {
      const scenario = scenarioOfScene(chain, scene)
      if (scenario) days.set(runOfScene(scene), scenario.days + (scenario.settled ? SETTLING_DAYS : 0))
    }
    return { runs: days.size, milliseconds: perDay * [...days.values()].reduce((sum, each) => sum + each, 0) }
  },
  effects: ({ chain, index, a, b }: JobInput<'effects'>) => {
    const runs = 1 + changesBetween(chain, onCalendarOf(b, a), b).length
    const settling = a.settled || b.settled ? SETTLING_DAYS : 0
    return { runs, milliseconds: perDayOf(index.enterpriseCount + index.linkCount) * runs * (b.days + settling) }
  },
  gains: (input: JobInput<'gains'>) => estimateRuns(input, 1 + clearable(input.timeline, input.day).length),
  joint: (input: JobInput<'joint'>) => {
    const blocks = clearable(input.timeline, input.day).length
    return estimateRuns(input, 1 + blocks + pairsOf(blocks))
  },
  smallest: (input: JobInput<'smallest'>) => {
    const { on, atMost, maxRuns, by } = input.question
    const sets = setsOf(clearable(input.timeline, on).length, atMost)
    return estimateRuns(input, Math.min(maxRuns, sets) * (1 + FULL_RECORD), by + 1)
  },
  order: (input: JobInput<'order'>) => {
    const { from, maxRuns } = input.question
    const blocks = clearable(input.timeline, from).length
    return estimateRuns(input, blocks > EXACT_UP_TO ? maxRuns : Math.min(maxRuns, 100 + 3 * factorial(blocks)))
  },
  restart: (input: JobInput<'restart'>) => {
    const { blocks, days } = input.timeline
    const last = blocks.reduce((end, { until, rampDays }) => Math.max(end, Math.min(until, days) + rampDays), 0)
    return estimateRuns(input, FULL_RECORD, last + PATIENCE)
  },
  next: (input: JobInput<'next'>) => {
    const { today, horizon } = input.question
    // A day is found by halving: as many runs as the number of days has binary digits.
    const halvings = 2 + (horizon + 1).toString(2).length
    return estimateRuns(input, 2 + clearable(input.timeline, today).length * halvings, today + horizon + 1)
  },
  ranges: ({ chain, scenario }: JobInput<'ranges'>) => {
    const open = scenario.blocks === 'all' ? (chain.blocks?.length ?? 0) : scenario.blocks.length
    // Each case is a chain of its own, with the gains of all its blocks and a settled start.
    const cases = casesOf(chain, scenario)
    const settling = scenario.settled === true ? SETTLING_DAYS : 0
    const perDay = perDayOf(chain.enterprises.length + chain.supplies.length)
    const runs = cases * (1 + open)
    return { runs, milliseconds: perDay * (runs * scenario.days + cases * settling) }
  },
  slack: (input: JobInput<'slack'>) => {
    const { blocks, days } = input.timeline
    // The plan, never cleared, one day late, and the halvings; then the days that halving passed over.
    const halvings = 3 + (days + 1).toString(2).length
    return estimateRuns(input, 1 + blocks.length * halvings + input.question.mostRuns)
  },
} as const satisfies { [K in Exclude<JobKind, Unestimated>]: (input: JobInput<K>) => WorkEstimate }

export type EstimatedJob = keyof typeof ESTIMATES

export const isEstimated = (kind: JobKind): kind is EstimatedJob => Object.hasOwn(ESTIMATES, kind)

/** What a job of this input would take at most; cheap beside any run. */
export function estimateWork<K extends EstimatedJob>(kind: K, input: JobInput<K>): WorkEstimate {
  const of = ESTIMATES[kind] as unknown as (input: JobInput<K>) => WorkEstimate
  return of(input)
}

/** Sets of at most `most` out of `count`. */
function setsOf(count: number, most: number): number {
  let sets = 1
  let ways = 1
  for (let size = 1; size <= Math.min(most, count); size++) {
    ways = (ways * (count - size + 1)) / size
    sets += ways
  }
  return sets
}

const factorial = (count: number): number => (count <= 1 ? 1 : count * factorial(count - 1))
