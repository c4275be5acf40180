import { asArrays, TIE, type Change, type Changes } from './changes.ts'
import { tallyOf } from './goal.ts'
import { SAME_LEVEL } from '../played.ts'
import { clearable, NOTHING, type Clearings, type Progress, type WhatIf } from './what-if.ts'

export interface BlockGain {
  /** Position in `timeline.blocks`. */
  readonly block: number
  /** Won over the run by clearing this block alone, days as the goal counts them (goal.ts). */
  readonly gain: number
  /** 1 = largest gain; ties share a rank. */
  readonly rank: number
  /** First day on which an enterprise of the goal makes more than without; -1 = never. */
  readonly firstFelt: number
  /** Largest first. */
  readonly winners: Changes
  /** Largest loss first; only where supply is shared. */
  readonly losers: Changes
}

/**
 * Gain of clearing each open block alone on `day`, against the run as it stands. Exact: one run per block.
 * @returns largest gain first, ties by block id
 */
export function gainsOf(search: WhatIf, day: number, progress: Progress): BlockGain[] {
  const blocks = clearable(search.timeline, day)
  const without = levelsOf(search, NOTHING)
  const base = totalOf(search, without)
  const gains = blocks.map((block, done) => {
    progress(done, blocks.length)
    const cleared = levelsOf(search, new Map([[block, day]]))
    return { ...effectsOf(search, without, cleared), block, gain: totalOf(search, cleared) - base }
  })
  progress(blocks.length, blocks.length)
  return rankGains(search, gains)
}

/** [days * enterprises] levels of a run. */
function levelsOf(search: WhatIf, clearings: Clearings): Float64Array {
  const count = search.index.enterpriseCount
  const levels = new Float64Array(search.timeline.days * count)
  search.play(clearings, (day, level) => levels.set(level, day * count))
  return levels
}

type Unranked = Omit<BlockGain, 'rank'>

type Effects = Pick<BlockGain, 'firstFelt' | 'winners' | 'losers'>

/** Who makes more or less with a clearing than without. */
function effectsOf({ index, goal, timeline }: WhatIf, without: Float64Array, cleared: Float64Array): Effects {
  const count = index.enterpriseCount
  const winners: Change[] = []
  const losers: Change[] = []
  for (let row = 0; row < count; row++) {
    let days = 0
    for (let at = row; at < cleared.length; at += count) days += cleared[at]! - without[at]!
    if (days > SAME_LEVEL) winners.push({ row, days })
    else if (days < -SAME_LEVEL) losers.push({ row, days })
  }
  return {
    firstFelt: firstFelt(goal.rows, timeline.days, count, without, cleared),
    winners: asArrays(winners.toSorted((a, b) => b.days - a.days || a.row - b.row)),
    losers: asArrays(losers.toSorted((a, b) => a.days - b.days || a.row - b.row)),
  }
}

function totalOf({ goal, index }: WhatIf, levels: Float64Array): number {
  const tally = tallyOf(goal, index)
  for (let from = 0; from < levels.length; from += index.enterpriseCount) tally.add(levels, from)
  return tally.total()
}

function firstFelt(
  rows: readonly number[],
  days: number,
  count: number,
  without: Float64Array,
  cleared: Float64Array,
): number {
  for (let day = 0; day < days; day++) {
    if (rows.some((row) => cleared[day * count + row]! > without[day * count + row]! + SAME_LEVEL)) return day
  }
  return -1
}

function rankGains(search: WhatIf, gains: readonly Unranked[]): BlockGain[] {
  const idOf = (gain: Unranked) => search.timeline.blocks[gain.block]!.id
  const sorted = gains.toSorted((a, b) =>
    Math.abs(a.gain - b.gain) > TIE ? b.gain - a.gain : idOf(a) < idOf(b) ? -1 : 1,
  )
  let rank = 0
  return sorted.map((gain, position) => {
    const before = sorted[position - 1]
    if (!before || before.gain - gain.gain > TIE) rank = position + 1
    return { ...gain, rank }
  })
}
