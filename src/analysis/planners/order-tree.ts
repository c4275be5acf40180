/** All orders of a few blocks, tried as a tree: orders that begin alike share the days before they part. */
import { severityOn } from '../../engine/forces.ts'
import type { TimelineBlock } from '../../engine/timeline.ts'
import { clearingsOfJobs, scheduleOf, type Crews } from './schedule.ts'
import { withClearings, type Clearings, type HeldRun, type Progress, type WhatIf } from './what-if.ts'

export interface OrderTree {
  readonly search: WhatIf
  readonly work: Crews
  readonly blocks: readonly number[]
  /** Whether runs are left. */
  readonly mayGoOn: () => boolean
  readonly progress: Progress
}

export interface TreeAnswer {
  readonly order: readonly number[]
  /** Every order was tried, or ruled out because its enterprises could not make more at their full capacity. */
  readonly complete: boolean
}

/** A gain of less is rounding. */
const BETTER = 1e-9

interface Branch {
  readonly placed: readonly number[]
  readonly rest: readonly number[]
  readonly run: HeldRun
}

interface Walk extends OrderTree {
  /** Sum of the weights of the goal, value per day. */
  readonly weight: number
  /** One run for each depth, overwritten. */
  readonly held: readonly HeldRun[]
  /** What was placed and when the crews are free: two ways that agree in it go on alike. */
  readonly seen: Set<string>
  best: readonly number[]
  bestScore: number
  complete: boolean
}

/**
 * The best order, searched to the end as long as runs are left. No law of the model is needed: what is left out is left out because
 * capacity alone keeps it from being better.
 * @param start an order of all blocks, and its score in days of the goal's full output
 */
export function searchOrders(
  tree: OrderTree,
  start: { readonly order: readonly number[]; readonly score: number },
): TreeAnswer {
  const { search, blocks } = tree
  const weight = search.goal.rows.reduce((sum, row) => sum + search.index.output[row]!, 0)
  if (weight === 0) return { order: start.order, complete: true }
  const walk: Walk = {
    ...tree,
    weight,
    held: Array.from({ length: blocks.length + 1 }, () => search.held()),
    seen: new Set(),
    best: start.order,
    bestScore: start.score,
    complete: true,
  }
  extend(walk, { placed: [], rest: blocks, run: search.held() })
  return { order: walk.best, complete: walk.complete }
}

function extend(walk: Walk, { placed, rest, run }: Branch): void {
  if (!walk.mayGoOn()) {
    walk.complete = false
    return
  }
  const { search, work, held } = walk
  const jobs = scheduleOf(placed, work)
  const earliest = earliestClearings(jobs, rest, work)
  const key = keyOf(clearingsOfJobs(jobs), jobs, work)
  if (walk.seen.has(key)) return
  walk.seen.add(key)
  // No block that is left can be cleared before this day: until then the order of the rest changes nothing.
  const parting = Math.min(search.timeline.days, ...earliest.values())
  const here = held[placed.length]!
  search.goOn(run, clearingsOfJobs(jobs), parting, here)
  if (rest.length === 0) {
    const score = here.output / walk.weight
    if (score > walk.bestScore + BETTER) Object.assign(walk, { best: placed, bestScore: score })
    return
  }
  const most =
    (here.output + mostOutput(walk, here.day, new Map([...clearingsOfJobs(jobs), ...earliest]))) / walk.weight
  if (most <= walk.bestScore + BETTER) return
  rest.forEach((block, done) => {
    if (placed.length === 0) walk.progress(done, rest.length)
    extend(walk, { placed: [...placed, block], rest: rest.filter((other) => other !== block), run: here })
  })
}

const freeOf = (jobs: ReturnType<typeof scheduleOf>, { crews, from, effort }: Crews): number[] => {
  const free = new Array<number>(crews).fill(from)
  for (const job of jobs) free[job.crew] = job.start + effort[job.block]!
  return free
}

/** Days on which each block that is left would be cleared if it came next. */
function earliestClearings(
  jobs: ReturnType<typeof scheduleOf>,
  rest: readonly number[],
  work: Crews,
): Map<number, number> {
  const free = Math.min(...freeOf(jobs, work))
  return new Map(rest.map((block) => [block, Math.max(0, Math.ceil(free + work.effort[block]! - 1e-9))]))
}

const keyOf = (clearings: Clearings, jobs: ReturnType<typeof scheduleOf>, work: Crews): string =>
  `${[...clearings].toSorted(([a], [b]) => a - b).join(' ')}|${freeOf(jobs, work)
    .toSorted((a, b) => a - b)
    .join(' ')}`

/** Room for rounding: a level may pass its capacity by the last digits. */
const ROUNDING = 1 + 1e-9

/** What the goal could make from `day` on at the full capacity that its own blocks leave, value. */
function mostOutput({ search }: Walk, day: number, clearings: Clearings): number {
  const { index, goal, timeline } = search
  const left = timeline.days - day
  const capacityOf = (row: number): number => index.output[row]! * (1 + index.spare[row]!)
  let most = goal.rows.reduce((sum, row) => sum + capacityOf(row), 0) * left
  const own = new Map<number, TimelineBlock[]>()
  for (const block of withClearings(timeline, clearings).blocks) {
    if (block.kind !== 'capacity' || !goal.rows.includes(block.row)) continue
    own.set(block.row, [...(own.get(block.row) ?? []), block])
  }
  for (const [row, blocks] of own) {
    for (let on = day; on < timeline.days; on++) {
      most -= capacityOf(row) * Math.max(...blocks.map((block) => severityOn(block, on)))
    }
  }
  return most * ROUNDING
}
