/** What a clearing is to bring: a figure in days, summed up over a run as it is played. */
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { SAME_LEVEL } from '../played.ts'

/**
 * `output`: days of the goal's full output; `running`: days on which one of its enterprises runs, on average; `reached`: days for which
 * one of them is back at a level for good, on average.
 */
export const MEASURES = ['output', 'running', 'reached'] as const
export type Measure = (typeof MEASURES)[number]

export interface Goal {
  /** Enterprises that count; their output is weighted by the baseline output. */
  readonly rows: readonly number[]
  /** Default: output. */
  readonly measure?: Measure | undefined
  /** Level from which an enterprise runs or is back, share of its baseline output; default 0.8. */
  readonly level?: number | undefined
}

/** A run, summed up day by day. */
export interface Tally {
  /** @param level levels of all enterprises, those of the day beginning at `from` */
  add(level: Float64Array, from: number): void
  /** Days per chosen enterprise, so far. */
  total(): number
}

export const LEVEL_STANDARD = 0.8

export function tallyOf(goal: Goal, index: IndexedChain): Tally {
  const { rows, measure = 'output', level: least = LEVEL_STANDARD } = goal
  if (measure === 'output') return outputTally(rows, index)
  const reaches = (level: number): boolean => level >= least - SAME_LEVEL
  return measure === 'running' ? runningTally(rows, reaches) : reachedTally(rows, reaches)
}

function outputTally(rows: readonly number[], { output }: IndexedChain): Tally {
  let weight = 0
  for (const row of rows) weight += output[row]!
  let sum = 0
  return {
    add(level, from) {
      for (const row of rows) sum += level[from + row]! * output[row]!
    },
    total: () => (weight > 0 ? sum / weight : 0),
  }
}

type Reaches = (level: number) => boolean

function runningTally(rows: readonly number[], reaches: Reaches): Tally {
  let days = 0
  return {
    add(level, from) {
      for (const row of rows) if (reaches(level[from + row]!)) days++
    },
    total: () => (rows.length > 0 ? days / rows.length : 0),
  }
}

/** A day below ends what came before: who is back falls again. */
function reachedTally(rows: readonly number[], reaches: Reaches): Tally {
  const held = new Float64Array(rows.length)
  return {
    add(level, from) {
      rows.forEach((row, at) => (held[at] = reaches(level[from + row]!) ? held[at]! + 1 : 0))
    },
    total: () => (rows.length > 0 ? held.reduce((sum, days) => sum + days, 0) / rows.length : 0),
  }
}
