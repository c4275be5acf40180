/** How long each clearing may be late before a leading enterprise feels it, and what each clearing frees. */
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { player } from '../../engine/player.ts'
import type { Timeline } from '../../engine/timeline.ts'
import { isShared, type Progress } from '../planners/what-if.ts'
import { daysTogether, leadingDays, withPlannedDays, type LeadingDays } from './leading-days.ts'

/** Output of an enterprise lost, in days of its full output, from which a delay counts as felt: less is shown as 0.00. */
export const FELT = 5e-3

export interface SlackQuestion {
  /** Day that counts as today: a block without a planned day is tried on it. */
  readonly today: number
  /** Runs that may be spent on days that halving passed over, all blocks together. */
  readonly mostRuns: number
  /** Positions in `timeline.blocks` of those asked about; absent = all. */
  readonly only?: readonly number[]
}

/** What a delay does to one enterprise. */
export interface Moved {
  readonly row: number
  /** Day on which it is back for good, planned and with the delay; -1 = not within the run. */
  readonly resume: number
  readonly delayed: number
  /** Days of its full output lost, >= 0. */
  readonly lost: number
}

/**
 * How the slack was found. `oneDay`: one day of delay is felt. `never`: no day to the end of the run is, and each was run.
 * `halved`: by halving, where the law of sums holds (docs/model.md 3). `everyDay`: every delay up to it was run.
 * `notEveryDay`: by halving without that law, and runs were short; a shorter delay that was not run may be felt.
 */
export type SlackProof = 'oneDay' | 'never' | 'halved' | 'everyDay' | 'notEveryDay'

export interface BlockSlack {
  /** Position in `timeline.blocks`. */
  readonly block: number
  /** Planned day of clearing; -1 = none within the run. */
  readonly planned: number
  /** Days that the clearing may be late; 0 = critical; -1 = no planned day. */
  readonly slack: number
  /** No delay within the run is felt. */
  readonly isToEnd: boolean
  readonly proof: SlackProof
  /** What one day more than the slack does; largest loss first; empty where no delay is felt. */
  readonly moved: readonly Moved[]
  /** What the clearing frees, in days of the leading enterprises' full output, against never clearing it; without a planned day: cleared today, against the plan. */
  readonly frees: number
  /** Rows of the leading enterprises that lose where it is never cleared, largest loss first. */
  readonly held: readonly number[]
}

export interface SlackResult {
  /** [leading] as planned. */
  readonly plan: LeadingDays
  /** Leading output over the run as planned, in days of full output. */
  readonly planned: number
  readonly blocks: readonly BlockSlack[]
  readonly runs: number
}

interface SlackInput {
  readonly index: IndexedChain
  readonly timeline: Timeline
  /** Rows of the leading enterprises. */
  readonly goal: readonly number[]
  readonly question: SlackQuestion
}

/** Slack and worth of every block that is in force at some time; each answer is a run of the daily model. */
export function slackOf({ index, timeline, goal, question }: SlackInput, progress: Progress): SlackResult {
  const played = player(index, timeline)
  let runs = 0
  const leading = (days: ReadonlyMap<number, number>): LeadingDays => {
    runs++
    return leadingDays(played, withPlannedDays(timeline, days), goal)
  }
  const plan = leading(new Map())
  const score = (days: LeadingDays): number => daysTogether(days.output, goal, index.output)
  const asked = question.only ?? [...timeline.blocks.keys()]
  const blocks = asked.filter((block) => isInForce(timeline, block))
  let spare = question.mostRuns
  const search: Search = {
    plan,
    goal,
    score,
    isOrdered: !isShared(index),
    maySpend: () => spare-- > 0,
    days: timeline.days,
  }
  const found = blocks.map((block, done) => {
    progress(done, blocks.length)
    const { until } = timeline.blocks[block]!
    const cleared = (day: number): LeadingDays => leading(new Map([[block, day]]))
    return until < timeline.days
      ? slackOfBlock(search, block, Math.max(0, until), cleared)
      : openBlock(search, block, question.today, cleared)
  })
  progress(blocks.length, blocks.length)
  return { plan, planned: score(plan), blocks: found, runs }
}

function isInForce({ blocks, days }: Timeline, position: number): boolean {
  const { since, until, severity } = blocks[position]!
  return severity > 0 && until >= 0 && until > since && since < days
}

interface Search {
  readonly plan: LeadingDays
  readonly goal: readonly number[]
  readonly score: (days: LeadingDays) => number
  /** A longer delay never gives back what a shorter one loses. */
  readonly isOrdered: boolean
  readonly maySpend: () => boolean
  readonly days: number
}

type Cleared = (day: number) => LeadingDays

function openBlock({ plan, goal, score }: Search, block: number, today: number, cleared: Cleared): BlockSlack {
  const now = cleared(today)
  const held = movedBy({ plan: now, goal }, plan)
  const frees = score(now) - score(plan)
  return { block, planned: -1, slack: -1, isToEnd: false, proof: 'never', moved: [], frees, held: held.map(rowOf) }
}

const rowOf = ({ row }: Moved): number => row

function slackOfBlock(search: Search, block: number, planned: number, cleared: Cleared): BlockSlack {
  const { plan, score, days } = search
  const known = new Map<number, readonly Moved[]>()
  const movedAfter = (delay: number): readonly Moved[] => {
    let moved = known.get(delay)
    if (!moved) known.set(delay, (moved = movedBy(search, cleared(planned + delay))))
    return moved
  }
  const most = days - planned
  const never = cleared(days)
  known.set(most, movedBy(search, never))
  const { slack, proof } = longestUnfelt(search, most, (delay) => movedAfter(delay).length > 0, known)
  const isToEnd = slack === most
  return {
    block,
    planned,
    slack,
    isToEnd,
    proof,
    moved: isToEnd ? [] : movedAfter(slack + 1),
    frees: score(plan) - score(never),
    held: known.get(most)!.map(rowOf),
  }
}

/**
 * The largest delay such that neither it nor a shorter one is felt. Halving gives a delay that is not felt before one that is; where
 * supply is shared a shorter delay may be felt all the same, so every one is run as long as runs are left.
 */
function longestUnfelt(
  { isOrdered, maySpend }: Search,
  most: number,
  isFelt: (delay: number) => boolean,
  known: ReadonlyMap<number, unknown>,
): { readonly slack: number; readonly proof: SlackProof } {
  if (isFelt(1)) return { slack: 0, proof: 'oneDay' }
  let good = 1
  let bad = most + 1
  if (!isFelt(most)) good = most
  else bad = most
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (isFelt(middle)) bad = middle
    else good = middle
  }
  if (isOrdered) return { slack: good, proof: 'halved' }
  for (let delay = 2; delay <= good; delay++) {
    if (!known.has(delay) && !maySpend()) return { slack: good, proof: 'notEveryDay' }
    if (isFelt(delay)) return { slack: delay - 1, proof: 'everyDay' }
  }
  return { slack: good, proof: good === most ? 'never' : 'everyDay' }
}

const asLate = (day: number): number => (day < 0 ? Infinity : day)

/** Enterprises that are back later than planned, or make less by what is felt; largest loss first. */
function movedBy({ plan, goal }: Pick<Search, 'plan' | 'goal'>, late: LeadingDays): readonly Moved[] {
  const moved: Moved[] = []
  goal.forEach((row, at) => {
    const [resume, delayed] = [plan.resume[at]!, late.resume[at]!]
    const lost = plan.output[at]! - late.output[at]!
    if (asLate(delayed) > asLate(resume) || lost > FELT) moved.push({ row, resume, delayed, lost: Math.max(0, lost) })
  })
  return moved.toSorted((a, b) => b.lost - a.lost || a.row - b.row)
}
