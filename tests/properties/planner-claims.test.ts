import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chain, Supply } from '../../src/model/chain.ts'
import { bestOrder } from '../../src/analysis/planners/best-order.ts'
import { gainRanges } from '../../src/analysis/planners/ranges.ts'
import { clearingsOfJobs, scheduleOf } from '../../src/analysis/planners/schedule.ts'
import { clearable, isShared, whatIf } from '../../src/analysis/planners/what-if.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { arbitraryTree } from '../generators/random-tree.ts'
import { seededRandom } from '../generators/seeded-random.ts'
import { scenarioOf, validIndex } from './fast-run.ts'

const TREES = 80
const TOLERANCE = 1e-7
const nobody = (): void => {}

const permutations = (list: readonly number[]): number[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((first) => permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]))

function searchOf(chain: Chain) {
  const index = validIndex(chain)
  const rows = [index.enterpriseIds.indexOf('e0')]
  return whatIf(index, timelineOf(chain, index, scenarioOf(chain)), { rows })
}

/** A tree to which one thing is added that lets a summed output fall when a block is cleared. */
const added: Record<string, (chain: Chain) => Chain> = {
  'a partial input': (chain) => ({ ...chain, inputs: chain.inputs!.map((input) => ({ ...input, need: 'partial' })) }),
  'goods from outside': (chain) => ({ ...chain, inputs: chain.inputs!.map((input) => ({ ...input, outsideFlow: 1 })) }),
  'spare capacity': (chain) => ({
    ...chain,
    enterprises: chain.enterprises.map((enterprise) => ({ ...enterprise, spareCapacity: 0.1 })),
  }),
  'a second buyer': (chain) => ({
    ...chain,
    enterprises: chain.enterprises.map((enterprise) => ({ ...enterprise, finalDemand: 1 })),
  }),
  'a backup': (chain) => ({
    ...chain,
    supplies: [...chain.supplies, { ...withoutFlow(chain.supplies[0]!), id: 'backup', backup: true }],
  }),
}

function withoutFlow(supply: Supply): Supply {
  const { flow: _, ...rest } = supply
  return rest
}

describe('what planners claim', () => {
  test('a best order that is called proven is the best of all orders, and none passes its bound', () => {
    fc.assert(
      fc.property(arbitraryTree('some'), fc.integer({ min: 1, max: 1000 }), (chain, seed) => {
        const random = seededRandom(seed)
        const search = searchOf(chain)
        const blocks = clearable(search.timeline, 0)
        const effort = search.timeline.blocks.map(() => random.whole(1, 6))
        const question = { crews: random.whole(1, 2), from: 0, effort, maxRuns: 100_000 }
        const found = bestOrder(search, question, nobody)
        const scores = permutations(blocks).map((order) => search.score(clearingsOfJobs(scheduleOf(order, question))))
        expect(found.boundHolds && found.proven).toBe(true)
        expect(Math.max(...scores)).toBeLessThanOrEqual(found.score + TOLERANCE)
        expect(Math.max(...scores)).toBeLessThanOrEqual(found.bound + TOLERANCE)
      }),
      { numRuns: TREES, seed: 41 },
    )
  })

  test.each(Object.entries(added))('no bound where %s takes part', (_, change) => {
    fc.assert(
      fc.property(arbitraryTree('none'), (chain) => {
        expect(isShared(validIndex(chain))).toBe(false)
        expect(isShared(validIndex(change(chain)))).toBe(true)
      }),
      { numRuns: 20, seed: 42 },
    )
  })

  test('gains at the ends of a range are not called bounds: between the ends a gain may pass both', () => {
    const chain = fc.sample(arbitraryTree('none'), { numRuns: 1, seed: 43 })[0]!
    const scenario = scenarioOf(chain)
    const question = { day: 0, goalIds: ['e0'] }
    const blocks = chain.blocks!.map((block) => ({ ...block, severity: { low: 0.2, high: 0.8 } }))
    expect(gainRanges({ ...chain, blocks }, scenario, question, nobody).bounds).toBe(false)
    expect(gainRanges(chain, scenario, question, nobody).bounds).toBe(true)
  })
})
