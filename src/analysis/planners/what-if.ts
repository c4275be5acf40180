/** Clearing blocks on paper: every answer of the planners is a run of the daily model. */
import { NEED_KIND, type IndexedChain } from '../../engine/indexed-chain.ts'
import { copyOfState, copyStateInto, type DailyState } from '../../engine/daily-state.ts'
import { player, type Player } from '../../engine/player.ts'
import { tallyOf, type Goal } from './goal.ts'
import type { Timeline, TimelineBlock } from '../../engine/timeline.ts'

/** A clearing: position in `timeline.blocks` and the day on which the block is lifted. */
export type Clearings = ReadonlyMap<number, number>

/** Tells how far a long search is; may throw to end it. */
export type Progress = (done: number, total: number) => void

/** A run that stands on the morning of a day, from which several ways to go on can be tried. */
export interface HeldRun {
  readonly state: DailyState
  day: number
  /** Goal output up to that day, value. */
  output: number
}

export interface Way {
  /** Up to the morning of this day. */
  readonly day: number
  /** May be the run that is played on. */
  readonly into: HeldRun
  /** Asked each morning with the goal output so far; the run ends there on a no. */
  readonly isWorth: (day: number, output: number) => boolean
}

export interface WhatIf {
  readonly index: IndexedChain
  readonly timeline: Timeline
  readonly goal: Goal
  /** Runs played so far; days of held runs count as parts of one. */
  readonly runs: () => number
  /** A run on the morning of day 0; its arrays are new. */
  readonly held: () => HeldRun
  /** Plays on from `from` and leaves the run where it ended in `into`. */
  readonly goOn: (from: HeldRun, clearings: Clearings, way: Way) => void
  /** Goal output over the run, in days of the goal's full output. */
  readonly score: (clearings: Clearings) => number
  /** Output of every enterprise over the run, in days of its full output; the array is new. */
  readonly output: (clearings: Clearings) => Float64Array
  /** Levels of `rows` on `day`; the array is new. */
  readonly levelsOn: (clearings: Clearings, rows: readonly number[], day: number) => Float64Array
  /** Plays and hands every day's levels to `onDay`, which may return false to stop. The array is overwritten each day. */
  readonly play: (clearings: Clearings, onDay: (day: number, level: Float64Array) => boolean | void) => void
}

export const NOTHING: Clearings = new Map()

/** The same blocks with some lifted earlier than planned (never later); days before 0 count as day 0. */
export function withClearings(timeline: Timeline, clearings: Clearings): Timeline {
  if (clearings.size === 0) return timeline
  const blocks = timeline.blocks.map((block, position): TimelineBlock => {
    const day = clearings.get(position)
    return day === undefined ? block : { ...block, until: Math.min(block.until, Math.max(0, day)) }
  })
  return { ...timeline, blocks }
}

export function whatIf(index: IndexedChain, timeline: Timeline, goal: Goal): WhatIf {
  const played = player(index, timeline)
  const level = played.model.work.level
  let runs = 0
  let heldDays = 0
  const play: WhatIf['play'] = (clearings, onDay) => {
    runs++
    played.play(withClearings(timeline, clearings), (day) => onDay(day, level))
  }
  const goOn: WhatIf['goOn'] = (from, clearings, way) => {
    const first = from.day
    playHeld({ played, timeline: withClearings(timeline, clearings), goal }, from, way)
    heldDays += way.into.day - first
  }
  return {
    index,
    timeline,
    goal,
    runs: () => runs + Math.ceil(heldDays / Math.max(1, timeline.days)),
    held: () => ({ state: copyOfState(played.start.state), day: 0, output: 0 }),
    goOn,
    play,
    ...measuresOf(index, goal, level, play),
  }
}

/** The same sums in the same order as `score`, so that a run in pieces has its bits. */
function playHeld(
  { played, timeline, goal }: { readonly played: Player; readonly timeline: Timeline; readonly goal: Goal },
  from: HeldRun,
  { day, into, isWorth }: Way,
): void {
  const { index, work } = played.model
  let { output, day: morning } = from
  const stretch = { first: from.day, end: isWorth(morning, output) ? day : from.day }
  played.playOn(from.state, timeline, stretch, () => {
    for (const row of goal.rows) output += work.level[row]! * index.output[row]!
    return isWorth(++morning, output)
  })
  copyStateInto(into.state, played.state)
  into.day = morning
  into.output = output
}

/** What is read off a run while it is played. */
function measuresOf(
  index: IndexedChain,
  goal: Goal,
  level: Float64Array,
  play: WhatIf['play'],
): Pick<WhatIf, 'score' | 'output' | 'levelsOn'> {
  return {
    score(clearings) {
      const tally = tallyOf(goal, index)
      play(clearings, () => tally.add(level, 0))
      return tally.total()
    },
    output(clearings) {
      const sums = new Float64Array(index.enterpriseCount)
      play(clearings, () => {
        for (let row = 0; row < sums.length; row++) sums[row]! += level[row]!
      })
      return sums
    },
    levelsOn(clearings, rows, day) {
      const found = new Float64Array(rows.length)
      play(clearings, (now) => {
        if (now < day) return true
        rows.forEach((row, position) => (found[position] = level[row]!))
        return false
      })
      return found
    },
  }
}

/** Blocks that a planner may clear: those in force on or after `day`. */
export function clearable(timeline: Timeline, day: number): number[] {
  return [...timeline.blocks.keys()].filter((position) => {
    const block = timeline.blocks[position]!
    return block.until > Math.max(day, block.since) && block.severity > 0
  })
}

/**
 * Whether clearing more, or earlier, may lower an output summed over the run, so that no bound may be claimed. It may wherever goods
 * of a supplier go to more than one buyer, and also where substitutes, partial inputs or goods from outside take part
 * (tests/properties holds the law where none of them does). A level on one day has no bound even there: what one block holds back
 * is used later.
 */
export function isShared(index: IndexedChain): boolean {
  for (let row = 0; row < index.enterpriseCount; row++) {
    const buyers = index.outStart[row + 1]! - index.outStart[row]! + (index.finalDemand[row]! > 0 ? 1 : 0)
    if (buyers > 1 || index.spare[row]! > 0) return true
  }
  for (let group = 0; group < index.groupCount; group++) {
    const links = index.linkStart[group + 1]! - index.linkStart[group]!
    if (links > 1 || (links === 1 && index.outside[group]! > 0)) return true
    if (index.need[group]! > 0 && index.needKind[group] !== NEED_KIND.essential) return true
  }
  return false
}
