/** How long runs of the daily model take, told before they begin: days times rows, by the measured speed. */
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Timeline } from '../engine/timeline.ts'

export interface WorkEstimate {
  /** Runs of the daily model at most; those that a time budget allows are not counted. */
  readonly runs: number
  readonly milliseconds: number
}

/**
 * Milliseconds per day and per link or enterprise, from 300 / 750 to 100,000 / 500,000 with Node 20 on one of two shared cores: measured
 * 14 to 34 ns compiled (engine/daily-kernels.ts). Where nothing can be compiled a run takes up to three times as long.
 */
const PER_ROW = 35e-6
/** Milliseconds per day, whatever the size: small chains, which are played plainly, take 3 to 20 microseconds. */
const PER_DAY = 10e-3
/** A settled start plays so many days at most before the first run. */
export const SETTLING_DAYS = 730
/** A run that is recorded in full to read the causes from it, in plain runs: measured. */
export const FULL_RECORD = 3

/** What may take longer is refused beforehand. */
export const LONGEST_SEARCH_MILLISECONDS = 3_600_000

export const isTooLong = ({ milliseconds }: WorkEstimate): boolean => milliseconds > LONGEST_SEARCH_MILLISECONDS

/** Figures of the sentence that refuses it. */
export const tooLongWords = ({ milliseconds }: WorkEstimate) => ({
  seconds: Math.ceil(milliseconds / 1000),
  limit: LONGEST_SEARCH_MILLISECONDS / 1000,
})

/** Milliseconds of one played day. @param rows enterprises and links together */
export const perDayOf = (rows: number): number => PER_DAY + PER_ROW * rows

/** What the length of a run hangs on. */
interface Played {
  readonly index: IndexedChain
  readonly timeline: Pick<Timeline, 'days' | 'settled'>
}

/** So many runs of one scenario, of `days` each, after one settling. */
export function estimateRuns({ index, timeline }: Played, runs: number, days = timeline.days): WorkEstimate {
  const settling = timeline.settled ? SETTLING_DAYS : 0
  return { runs, milliseconds: perDayOf(index.enterpriseCount + index.linkCount) * (runs * days + settling) }
}

/** One run with all that is read from it. */
export const estimatePlay = (played: Played): WorkEstimate => estimateRuns(played, FULL_RECORD)
