import { describe, expect, test } from 'vitest'
import { bestOrder } from '../../src/analysis/planners/best-order.ts'
import { gainsOf } from '../../src/analysis/planners/gains.ts'
import { jointGains, subsetsOf } from '../../src/analysis/planners/joint.ts'
import { clearingsOfJobs, scheduleOf } from '../../src/analysis/planners/schedule.ts'
import { smallestSet } from '../../src/analysis/planners/smallest-set.ts'
import { clearable, type WhatIf } from '../../src/analysis/planners/what-if.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import type { Chain } from '../../src/model/chain.ts'
import { ignoreProgress, searchOf } from './fixture.ts'
import { smallChain } from './small-chains.ts'

const CHAINS = 200
const seeds = Array.from({ length: CHAINS }, (_, seed) => seed)

/** Goal output with the blocks lifted on the days given, by the plain simulation. */
function scoreOf({ index, timeline, goal }: WhatIf, days: ReadonlyMap<number, number>): number {
  const blocks = timeline.blocks.map((block, at) => ({
    ...block,
    until: Math.min(block.until, days.get(at) ?? Infinity),
  }))
  const { level } = simulate(index, { ...timeline, blocks }, { record: 'levels' })
  const weight = goal.rows.reduce((sum, row) => sum + index.output[row]!, 0)
  let sum = 0
  for (let day = 0; day < timeline.days; day++) {
    for (const row of goal.rows) sum += level[day * index.enterpriseCount + row]! * index.output[row]!
  }
  return sum / weight
}

const onDay = (set: readonly number[], day: number): Map<number, number> => new Map(set.map((block) => [block, day]))

const allSubsets = (list: readonly number[]): number[][] => list.flatMap((_, size) => subsetsOf(list, size + 1))

const permutations = (list: readonly number[]): number[][] =>
  list.length <= 1
    ? [[...list]]
    : list.flatMap((first) => permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]))

describe(`on ${CHAINS} random chains`, () => {
  test('the gain of each block equals the difference of two plain runs', () => {
    for (const seed of seeds) {
      const search = searchOf(smallChain(seed, 7))
      const base = scoreOf(search, new Map())
      for (const { block, gain, losers, winners } of gainsOf(search, 3, ignoreProgress)) {
        expect(gain, `chain ${seed}`).toBeCloseTo(scoreOf(search, onDay([block], 3)) - base, 9)
        expect(losers.days.every((days) => days < 0) && winners.days.every((days) => days > 0)).toBe(true)
      }
    }
  })

  test('joint gains equal the gain of the set less its best split', () => {
    for (const seed of seeds) {
      const search = searchOf(smallChain(seed, 5))
      const base = scoreOf(search, new Map())
      const gain = (set: readonly number[]) => scoreOf(search, onDay(set, 0)) - base
      const { rows } = jointGains(search, 0, { mayGoOn: () => true }, ignoreProgress)
      const blocks = clearable(search.timeline, 0)
      for (const pair of subsetsOf(blocks, 2)) {
        const joint = gain(pair) - gain([pair[0]!]) - gain([pair[1]!])
        const found = rows.find((row) => row.blocks.join() === pair.join())
        expect(found?.joint ?? 0, `chain ${seed}`).toBeCloseTo(Math.max(0, joint), 8)
      }
    }
  })

  test('the smallest set is as small as the smallest of all subsets that reach the level', () => {
    for (const seed of seeds) {
      const search = searchOf(smallChain(seed, 6))
      const cost = effortsOf(smallChain(seed, 6))
      const question = { rows: search.goal.rows, level: 0.9, by: 15, on: 1, atMost: 6, cost, maxRuns: 10_000 }
      const reaches = (set: readonly number[]) =>
        Math.min(...search.levelsOn(onDay(set, 1), search.goal.rows, 15)) >= 0.9 - 1e-9
      const costs = [[], ...allSubsets(clearable(search.timeline, 1))]
        .filter(reaches)
        .map((set) => set.reduce((sum, block) => sum + cost[block]!, 0))
      const answer = smallestSet(search, question, ignoreProgress)
      expect(answer.proven).toBe(true)
      expect(answer.cost, `chain ${seed}`).toBe(Math.min(Infinity, ...costs))
    }
  })

  test('the best order is as good as the best of all orders', () => {
    for (const seed of seeds) checkOrder(smallChain(seed, seed % 20 === 0 ? 6 : 4), 1 + (seed % 2), 1_000_000)
  })
})

test('where nothing is shared, an order proven by the bound is as good as the best of all orders', () => {
  for (let seed = 1000; seed < 1100; seed++) checkOrder(smallChain(seed, 5, true), 1, 100)
})

test('a claim of proof is never wrong when runs are scarce', () => {
  for (let seed = 2000; seed < 2060; seed++) {
    const chain = smallChain(seed, 5)
    const search = searchOf(chain)
    const work = { crews: 1, from: 0, effort: effortsOf(chain) }
    const answer = bestOrder(search, { ...work, maxRuns: 30 }, ignoreProgress)
    if (answer.proven) expect(answer.score, `chain ${seed}`).toBeCloseTo(bestOfAll(search, work), 9)
  }
})

const effortsOf = (chain: Chain): number[] => chain.blocks!.map((block) => block.effort ?? 1)

function bestOfAll(search: WhatIf, work: { crews: number; from: number; effort: readonly number[] }): number {
  const scores = permutations(clearable(search.timeline, work.from)).map((order) =>
    search.score(clearingsOfJobs(scheduleOf(order, work))),
  )
  return Math.max(...scores)
}

function checkOrder(chain: Chain, crews: number, maxRuns: number): void {
  const search = searchOf(chain)
  const work = { crews, from: 0, effort: effortsOf(chain) }
  const answer = bestOrder(search, { ...work, maxRuns }, ignoreProgress)
  const best = bestOfAll(search, work)
  if (answer.proven) expect(answer.score, JSON.stringify(chain.name)).toBeCloseTo(best, 9)
  else expect(answer.score).toBeLessThanOrEqual(best + 1e-9)
  if (maxRuns >= 1_000_000) expect(answer.proven).toBe(true)
  const { largestFirst, firstComeFirstServed, random } = answer.comparisons
  expect(answer.score).toBeGreaterThanOrEqual(Math.max(largestFirst, firstComeFirstServed, random) - 1e-9)
}
