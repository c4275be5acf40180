/** All orders of a few blocks, tried as a tree: orders that begin alike share the days before they part. */
import { mostOutputs } from './most-outputs.ts'
import { clearingsOfJobs, scheduleOf, type Crews } from './schedule.ts'
import type { Clearings, HeldRun, Progress, WhatIf } from './what-if.ts'

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
  /** Every order was tried, or ruled out because its enterprises could make and sell no more from there on. */
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
  readonly mostOf: ReturnType<typeof mostOutputs>
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
 * capacity and the end market alone keep it from being better.
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
    mostOf: mostOutputs(search),
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
  const most = walk.mostOf(new Map([...clearingsOfJobs(jobs), ...earliest]))
  const canBeBetter = (day: number, output: number): boolean =>
    (output + most[day]!) / walk.weight > walk.bestScore + BETTER
  search.goOn(run, clearingsOfJobs(jobs), { day: parting, into: here, isWorth: canBeBetter })
  if (here.day < parting || !canBeBetter(here.day, here.output)) return
  if (rest.length === 0) {
    Object.assign(walk, { best: placed, bestScore: here.output / walk.weight })
    return
  }
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
