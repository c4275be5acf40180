/** How long a planner would take, told before it begins: runs times days times rows, by the measured speed of the daily model. */
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Timeline } from '../../engine/timeline.ts'
import type { JobInput, JobKind } from '../jobs.ts'
import { EXACT_UP_TO } from './best-order.ts'
import { PATIENCE } from './restart-gap.ts'
import { casesOf } from './ranges.ts'
import { clearable } from './what-if.ts'

export interface WorkEstimate {
  /** Runs of the daily model at most; those that a time budget allows are not counted. */
  readonly runs: number
  readonly milliseconds: number
}

/**
 * Milliseconds per day and per link or enterprise: 69 to 87 ns measured from 100 / 250 to 100,000 / 500,000 with Node 20 on one of two
 * shared cores.
 */
const PER_ROW = 80e-6
/** Milliseconds per day, whatever the size: measured on chains of 3 and 4 enterprises. */
const PER_DAY = 3e-3
/** A settled start plays so many days at most before the first run. */
const SETTLING_DAYS = 730
/** A run that is recorded in full to read the causes from it, in plain runs: measured. */
const FULL_RECORD = 3

/** A search that may take longer is refused beforehand. */
export const LONGEST_SEARCH_MILLISECONDS = 3_600_000

export const isTooLong = ({ milliseconds }: WorkEstimate): boolean => milliseconds > LONGEST_SEARCH_MILLISECONDS

interface Played {
  readonly index: IndexedChain
  readonly timeline: Timeline
}

function estimate({ index, timeline }: Played, runs: number, days = timeline.days): WorkEstimate {
  const settling = timeline.settled ? SETTLING_DAYS : 0
  return { runs, milliseconds: perDayOf(index.enterpriseCount + index.linkCount) * (runs * days + settling) }
}

const perDayOf = (rows: number): number => PER_DAY + PER_ROW * rows

const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** Upper bounds; only the restart gap, whose loops are not known beforehand, is estimated for a chain that comes back. */
const ESTIMATES = {
  gains: (input: JobInput<'gains'>) => estimate(input, 1 + clearable(input.timeline, input.day).length),
  joint: (input: JobInput<'joint'>) => {
    const blocks = clearable(input.timeline, input.day).length
    return estimate(input, 1 + blocks + pairsOf(blocks))
  },
  smallest: (input: JobInput<'smallest'>) => {
    const { on, atMost, maxRuns, by } = input.question
    const sets = setsOf(clearable(input.timeline, on).length, atMost)
    return estimate(input, Math.min(maxRuns, sets) * (1 + FULL_RECORD), by + 1)
  },
  order: (input: JobInput<'order'>) => {
    const { from, maxRuns } = input.question
    const blocks = clearable(input.timeline, from).length
    return estimate(input, blocks > EXACT_UP_TO ? maxRuns : Math.min(maxRuns, 100 + 3 * factorial(blocks)))
  },
  restart: (input: JobInput<'restart'>) => {
    const { blocks, days } = input.timeline
    const last = blocks.reduce((end, { until, rampDays }) => Math.max(end, Math.min(until, days) + rampDays), 0)
    return estimate(input, FULL_RECORD, last + PATIENCE)
  },
  next: (input: JobInput<'next'>) => {
    const { today, horizon } = input.question
    // A day is found by halving: as many runs as the number of days has binary digits.
    const halvings = 2 + (horizon + 1).toString(2).length
    return estimate(input, 2 + clearable(input.timeline, today).length * halvings, today + horizon + 1)
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
    return estimate(input, 1 + blocks.length * halvings + input.question.mostRuns)
  },
} as const

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
