import { searchOrders } from './order-tree.ts'
import {
  clearingsOfJobs,
  firstComeFirstServed,
  largestFirst,
  scheduleOf,
  seededShuffle,
  type Crews,
  type Job,
} from './schedule.ts'
import { clearable, isShared, type Progress, type WhatIf } from './what-if.ts'

export interface BestOrder {
  /** In order of start. */
  readonly jobs: readonly Job[]
  /** Goal output over the run, days of the goal's full output. */
  readonly score: number
  /** No order is better: all were tried, or ruled out where the bound is a law. */
  readonly proven: boolean
  /** Goal output if every block were cleared as soon as its own effort allows; no order can pass it where nothing is shared. */
  readonly bound: number
  readonly boundHolds: boolean
  readonly comparisons: {
    readonly doingNothing: number
    readonly largestFirst: number
    readonly firstComeFirstServed: number
    /** Mean of the random orders. */
    readonly random: number
    readonly randomOrders: number
  }
  readonly runs: number
}

export interface OrderQuestion extends Crews {
  /** Runs that may be spent. */
  readonly maxRuns: number
}

/** Up to this many blocks every order is searched. */
export const EXACT_UP_TO = 8
const RANDOM_ORDERS = 20
const BETTER = 1e-9

/**
 * Order in which `crews` crews clear the open blocks for the most goal output. Up to 8 blocks branch and bound where the bound is a
 * law, all orders as a tree where supply is shared; above that greedy with pairs, then swaps and moves.
 */
export function bestOrder(search: WhatIf, question: OrderQuestion, progress: Progress): BestOrder {
  const blocks = clearable(search.timeline, question.from)
  const before = search.runs()
  const score = scorer(search, question)
  const comparisons = compare(search, blocks, score)
  const boundHolds = !isShared(search.index)
  const bound = boundOf(search, question, [], blocks)
  const spent = () => search.runs() - before
  const tools: Tools = { search, question, blocks, score, spent, boundHolds, progress }
  const start = bestOf([...comparisons.orders, improve(tools, greedy(tools, comparisons.orders[0]!))], score)
  const found = blocks.length <= EXACT_UP_TO ? exact(tools, start) : { order: start, proven: false }
  return {
    jobs: scheduleOf(found.order, question).toSorted((a, b) => a.start - b.start || a.crew - b.crew),
    score: score(found.order),
    proven: found.proven || (boundHolds && score(found.order) >= bound - BETTER),
    bound,
    boundHolds,
    comparisons: comparisons.scores,
    runs: spent(),
  }
}

type Score = (order: readonly number[]) => number

interface Tools {
  readonly search: WhatIf
  readonly question: OrderQuestion
  readonly blocks: readonly number[]
  readonly score: Score
  readonly spent: () => number
  readonly boundHolds: boolean
  readonly progress: Progress
}

/** Orders that clear every block on the same days are one run. */
function scorer(search: WhatIf, question: OrderQuestion): Score {
  const known = new Map<string, number>()
  return (order) => {
    const clearings = clearingsOfJobs(scheduleOf(order, question))
    const key = [...clearings].toSorted(([a], [b]) => a - b).join(' ')
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = search.score(clearings)))
    return found
  }
}

function compare(search: WhatIf, blocks: readonly number[], score: Score) {
  const { timeline, index } = search
  const sizeOf = (block: number): number => {
    const { kind, row } = timeline.blocks[block]!
    return kind === 'link' ? index.flow[row]! : index.output[row]!
  }
  const largest = largestFirst(blocks, timeline, sizeOf)
  const firstCome = firstComeFirstServed(blocks, timeline)
  const random = Array.from({ length: RANDOM_ORDERS }, (_, seed) => seededShuffle(blocks, seed + 1))
  return {
    orders: [largest, firstCome, ...random],
    scores: {
      doingNothing: search.score(new Map()),
      largestFirst: score(largest),
      firstComeFirstServed: score(firstCome),
      random: random.reduce((sum, order) => sum + score(order), 0) / RANDOM_ORDERS,
      randomOrders: RANDOM_ORDERS,
    },
  }
}

function bestOf(orders: readonly (readonly number[])[], score: Score): readonly number[] {
  return orders.reduce((best, order) => (score(order) > score(best) + BETTER ? order : best))
}

/** Score with the placed blocks as scheduled and every other one cleared as early as one crew alone could. */
function boundOf(search: WhatIf, question: OrderQuestion, placed: readonly number[], rest: readonly number[]): number {
  const jobs = scheduleOf(placed, question)
  const free = new Array<number>(question.crews).fill(question.from)
  for (const job of jobs) free[job.crew] = job.start + question.effort[job.block]!
  const earliest = Math.min(...free)
  const clearings = new Map(clearingsOfJobs(jobs))
  for (const block of rest) clearings.set(block, Math.ceil(earliest + question.effort[block]! - 1e-9))
  return search.score(clearings)
}

function exact(tools: Tools, start: readonly number[]): { order: readonly number[]; proven: boolean } {
  const { search, question, blocks, score, spent, boundHolds, progress } = tools
  // A tree that the runs would not suffice for is no better than a search guided by the bound, which then proves nothing.
  if (boundHolds || ordersOf(blocks.length) > question.maxRuns) return branchAndBound(tools, start)
  const mayGoOn = () => spent() < question.maxRuns
  const tree = { search, work: question, blocks, mayGoOn, progress }
  const { order, complete } = searchOrders(tree, { order: start, score: score(start) })
  return { order, proven: complete }
}

function branchAndBound(tools: Tools, start: readonly number[]): { order: readonly number[]; proven: boolean } {
  const { search, question, blocks, score, spent, boundHolds, progress } = tools
  let best = start
  let complete = boundHolds
  const firsts = blocks.length
  const extend = (placed: readonly number[], rest: readonly number[]): void => {
    if (spent() >= question.maxRuns) {
      complete = false
      return
    }
    if (rest.length <= 1) {
      const order = [...placed, ...rest]
      if (score(order) > score(best) + BETTER) best = order
      return
    }
    if (placed.length > 0 && boundOf(search, question, placed, rest) <= score(best) + BETTER) return
    rest.forEach((block, done) => {
      if (placed.length === 0) progress(done, firsts)
      extend(
        [...placed, block],
        rest.filter((other) => other !== block),
      )
    })
  }
  extend([], blocks)
  return { order: best, proven: complete }
}

const ordersOf = (count: number): number => (count <= 1 ? 1 : count * ordersOf(count - 1))

/**
 * Adds the block, or the pair of blocks, that adds most per crew-day, until all are placed. Pairs are tried while a round of them
 * leaves most of the runs; what is left when the runs are spent follows in the order of `fallback`.
 */
function greedy({ question, blocks, search, spent, progress }: Tools, fallback: readonly number[]): number[] {
  const order: number[] = []
  let rest = [...blocks]
  const left = () => question.maxRuns - spent()
  const partial = (placed: readonly number[]) => search.score(clearingsOfJobs(scheduleOf(placed, question)))
  let current = partial(order)
  while (rest.length > 0 && left() > 0) {
    let best = { add: [rest[0]!], rate: -Infinity, total: current }
    const pairs = rest.length * rest.length * 2 < left() ? pairsOf(rest) : []
    for (const add of [...rest.map((block) => [block]), ...pairs]) {
      if (left() <= 0) break
      progress(spent(), question.maxRuns)
      const effort = add.reduce((sum, block) => sum + question.effort[block]!, 0)
      const total = partial([...order, ...add])
      const rate = (total - current) / effort
      if (rate > best.rate + BETTER) best = { add, rate, total }
    }
    order.push(...best.add)
    rest = rest.filter((block) => !best.add.includes(block))
    current = best.total
  }
  return [...order, ...fallback.filter((block) => rest.includes(block))]
}

function pairsOf(rest: readonly number[]): number[][] {
  return rest.flatMap((first, place) => rest.slice(place + 1).map((second) => [first, second]))
}

/** Swaps two blocks or moves one, as long as that helps and runs are left. */
function improve({ question, score, spent, progress }: Tools, start: readonly number[]): readonly number[] {
  let best = start
  for (let better = true; better;) {
    better = false
    for (const order of neighbours(best)) {
      if (spent() >= question.maxRuns) return best
      progress(spent(), question.maxRuns)
      if (score(order) <= score(best) + BETTER) continue
      best = order
      better = true
      break
    }
  }
  return best
}

function* neighbours(order: readonly number[]): Generator<number[]> {
  for (let from = 0; from < order.length; from++) {
    for (let to = 0; to < order.length; to++) {
      if (to === from) continue
      const moved = [...order]
      const [block] = moved.splice(from, 1)
      moved.splice(to, 0, block!)
      yield moved
      if (to <= from) continue
      const swapped = [...order]
      swapped[from] = order[to]!
      swapped[to] = order[from]!
      yield swapped
    }
  }
}
