import { indexChain } from '../src/engine/index-chain.ts'
import { timelineOf } from '../src/engine/scenario-timeline.ts'
import { leadingRows } from '../src/analysis/figures.ts'
import { bestOrder } from '../src/analysis/planners/best-order.ts'
import { gainsOf } from '../src/analysis/planners/gains.ts'
import { jointGains } from '../src/analysis/planners/joint.ts'
import { smallestSet } from '../src/analysis/planners/smallest-set.ts'
import { NOTHING, whatIf, type WhatIf } from '../src/analysis/planners/what-if.ts'
import { randomChain } from './random-chain.ts'
import { count, timed, type BenchRow } from './rows.ts'

const CLEARED_ON = 5
const REACHED_BY = 50
const silent = (): void => {}

/** A chain with so many open blocks, and the question of how to bring back its leading enterprises. */
function question(enterprises: number, supplies: number, blocks: number, seed = 11): WhatIf {
  const chain = randomChain({ enterprises, supplies, seed, blocks, until: null })
  const { index } = indexChain(chain)
  return whatIf(index, timelineOf(chain, index, chain.scenarios![0]!), { rows: leadingRows(index) })
}

const sizeOf = ({ index, timeline }: WhatIf): string =>
  `${count(index.enterpriseCount)} / ${count(index.linkCount)}, ${timeline.blocks.length} blocks`

/** What to clear first: every answer is made of runs of the daily model over 60 days. */
export function bench(): readonly BenchRow[] {
  return [gains(), pairs(), set(), ...ORDER_SEEDS.map(order)]
}

function gains(): BenchRow {
  const search = question(1_000, 2_500, 30)
  const { milliseconds, processorMilliseconds } = timed(() => gainsOf(search, CLEARED_ON, silent), 3)
  return { what: 'gain of each block', size: sizeOf(search), milliseconds, processorMilliseconds, target: 1_000 }
}

function pairs(): BenchRow {
  const search = question(1_000, 2_500, 30)
  const { milliseconds, processorMilliseconds } = timed(
    () => jointGains(search, CLEARED_ON, { mayGoOn: () => false }, silent),
    1,
  )
  return { what: 'joint gain of all pairs', size: sizeOf(search), milliseconds, processorMilliseconds, target: 8_000 }
}

/** The leading enterprise that clearing everything helps most, brought as far as clearing everything brings it. */
function set(): BenchRow {
  const search = question(300, 750, 20)
  const all = new Map(search.timeline.blocks.map((_, block) => [block, CLEARED_ON]))
  const without = search.levelsOn(NOTHING, search.goal.rows, REACHED_BY)
  const cleared = search.levelsOn(all, search.goal.rows, REACHED_BY)
  const helped = search.goal.rows.reduce(
    (best, _, position) =>
      cleared[position]! - without[position]! > cleared[best]! - without[best]! ? position : best,
    0,
  )
  const asked = {
    rows: [search.goal.rows[helped]!],
    level: cleared[helped]! * 0.99,
    by: REACHED_BY,
    on: CLEARED_ON,
    atMost: 20,
    cost: search.timeline.blocks.map(() => 1),
    maxRuns: 100_000,
  }
  const { milliseconds, processorMilliseconds, result } = timed(() => smallestSet(search, asked, silent), 1)
  return {
    what: `smallest set (${result.blocks?.length ?? 0} of 20${result.proven ? ', proven' : ''})`,
    size: sizeOf(search),
    milliseconds,
    processorMilliseconds,
    target: 10_000,
  }
}

/** How far the branches of an order can be cut depends on the chain: several are measured. */
const ORDER_SEEDS = [11, 12, 13] as const

function order(seed: number): BenchRow {
  const search = question(300, 750, 8, seed)
  const asked = {
    crews: 2,
    from: 0,
    effort: search.timeline.blocks.map((_, block) => 2 + (block % 4)),
    maxRuns: 1_000_000,
  }
  const { milliseconds, processorMilliseconds, result } = timed(() => bestOrder(search, asked, silent), 1)
  return {
    what: `best order, 2 crews, chain ${seed}${result.proven ? ' (proven)' : ''}`,
    size: sizeOf(search),
    milliseconds,
    processorMilliseconds,
    target: 30_000,
  }
}
