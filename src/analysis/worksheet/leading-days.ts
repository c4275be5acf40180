/** What a run gives the leading enterprises: the day each is back for good, and what it makes until the end. */
import type { Player } from '../../engine/player.ts'
import type { Timeline } from '../../engine/timeline.ts'
import { BACK_TO_FULL } from '../played.ts'

export interface LeadingDays {
  /** [rows] first day from which it stays at full output to the end; 0 = from the start, -1 = never within the run. */
  readonly resume: Int32Array
  /** [rows] output over the run, in days of its full output. */
  readonly output: Float64Array
}

/** The same blocks, some of them lifted on other days, earlier or later. @param days day by position in `timeline.blocks` */
export function withPlannedDays(timeline: Timeline, days: ReadonlyMap<number, number>): Timeline {
  const blocks = timeline.blocks.map((block, position) => {
    const until = days.get(position)
    return until === undefined ? block : { ...block, until }
  })
  return { ...timeline, blocks }
}

/**
 * One run, read off for the rows that count.
 * @param timeline with the same blocks in force on the day before the start as the one the player was made for
 * @param rows enterprises, as a rule the leading ones
 */
export function leadingDays(played: Player, timeline: Timeline, rows: readonly number[]): LeadingDays {
  const resume = new Int32Array(rows.length)
  const output = new Float64Array(rows.length)
  const level = played.model.work.level
  played.play(timeline, (day) => {
    for (let at = 0; at < rows.length; at++) {
      const share = level[rows[at]!]!
      output[at]! += share
      if (share < BACK_TO_FULL) resume[at] = day + 1
    }
  })
  for (let at = 0; at < rows.length; at++) if (resume[at]! >= timeline.days) resume[at] = -1
  return { resume, output }
}

/** Output of all rows together, weighted by normal output, in days of their full output. */
export function daysTogether(output: Float64Array, rows: readonly number[], normal: Float64Array): number {
  let sum = 0
  let weight = 0
  rows.forEach((row, at) => {
    sum += output[at]! * normal[row]!
    weight += normal[row]!
  })
  return weight > 0 ? sum / weight : 0
}
