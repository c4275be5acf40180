import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Chain, Scenario } from '../../src/model/chain.ts'
import { arbitraryChain } from '../generators/random-chain.ts'
import { dateOfDay } from '../generators/random-scenario.ts'
import { arbitraryTree } from '../generators/random-tree.ts'
import { seededRandom, type SeededRandom } from '../generators/seeded-random.ts'
import { fastRun, scenarioOf, type FastRun } from './fast-run.ts'

const CHAINS = 200
const TOLERANCE = 1e-9

const arbitrarySeed = fc.integer({ min: 1, max: 1_000_000 })

/** Every array of two runs, bit by bit. */
function expectSameBits(a: FastRun, b: FastRun): void {
  expect(Object.is(a.run.settlingDays, b.run.settlingDays)).toBe(true)
  expect(a.index.enterpriseIds).toEqual(b.index.enterpriseIds)
  for (const key of ['level', 'why', 'stockLast', 'linkFlags', 'sent', 'stockDays'] as const) {
    expect(Buffer.from(a.run[key].buffer).equals(Buffer.from(b.run[key].buffer)), key).toBe(true)
  }
}

function shuffled(chain: Chain, random: SeededRandom): Chain {
  const scenario = scenarioOf(chain)
  return {
    ...chain,
    enterprises: random.shuffled(chain.enterprises),
    supplies: random.shuffled(chain.supplies),
    inputs: random.shuffled(chain.inputs ?? []),
    blocks: random.shuffled(chain.blocks ?? []),
    scenarios: [{ ...scenario, clear: random.shuffled(scenario.clear ?? []) }],
  }
}

/** The chain with one block more, in force in its scenario. */
function withBlock(chain: Chain, block: Omit<Block, 'id'>): Chain {
  const scenario = scenarioOf(chain)
  const blocks = scenario.blocks === 'all' ? 'all' : [...scenario.blocks, 'one more']
  return {
    ...chain,
    blocks: [...(chain.blocks ?? []), { ...block, id: 'one more' }],
    scenarios: [{ ...scenario, blocks }],
  }
}

function expectNoChange(seed: number, extra: (chain: Chain, random: SeededRandom) => Omit<Block, 'id'> | null): void {
  let tried = 0
  fc.assert(
    fc.property(arbitraryChain, arbitrarySeed, (chain, draw) => {
      const block = extra(chain, seededRandom(draw))
      if (!block) return
      tried++
      expectSameBits(fastRun(withBlock(chain, block)), fastRun(chain))
    }),
    { numRuns: CHAINS, seed },
  )
  expect(tried).toBeGreaterThan(CHAINS / 4)
}

describe('what changes nothing', () => {
  test('the order of rows in the file, to the bit', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitrarySeed, (chain, seed) => {
        expectSameBits(fastRun(shuffled(chain, seededRandom(seed))), fastRun(chain))
      }),
      { numRuns: CHAINS, seed: 21 },
    )
  })

  test('a block that begins after the last day', () => {
    expectNoChange(22, (chain, random) => ({
      at: { supply: random.oneOf(chain.supplies).id },
      cause: 'logistics',
      severity: 1,
      since: dateOfDay(scenarioOf(chain).days),
    }))
  })

  test('a block that is lifted before it begins', () => {
    expectNoChange(23, (chain, random) => ({
      at: { enterprise: random.oneOf(chain.enterprises).id },
      cause: 'labour',
      severity: 1,
      since: dateOfDay(4),
      until: dateOfDay(random.whole(0, 3)),
      rampDays: 5,
    }))
  })

  test('a lesser block beside a worse one on the same target', () => {
    expectNoChange(24, (chain, random) => {
      const worse = (chain.blocks ?? []).filter(({ id, severity }) => {
        const { blocks, clear } = scenarioOf(chain)
        const isPlayed = blocks === 'all' || blocks.includes(id)
        return isPlayed && typeof severity === 'number' && !clear?.some((row) => row.block === id)
      })
      if (worse.length === 0) return null
      const { id: _, ...block } = random.oneOf(worse)
      return { ...block, severity: (block.severity as number) * random.unit() }
    })
  })

  test('a block on a market that buys nothing', () => {
    expectNoChange(25, (chain, random) => {
      const without = chain.enterprises.filter(({ finalDemand }) => finalDemand === 0)
      if (without.length === 0) return null
      return { at: { market: random.oneOf(without).id }, cause: 'demand', severity: random.unit() }
    })
  })
})

interface Pair {
  readonly early: FastRun
  readonly late: FastRun
  readonly chain: Chain
}

/** One block of the chain cleared on a day, and some days later. */
function twoClearings(chain: Chain, random: SeededRandom): Pair {
  const block = random.oneOf(chain.blocks ?? []).id
  const scenario = scenarioOf(chain)
  const day = random.whole(-6, 20)
  const cleared = (on: number): Scenario => ({ ...scenario, clear: [{ block, on: dateOfDay(on) }] })
  return { chain, early: fastRun(chain, cleared(day)), late: fastRun(chain, cleared(day + random.whole(1, 10))) }
}

function onTrees(
  seed: number,
  stocks: 'none' | 'some',
  look: (pair: Pair) => void,
  only: (chain: Chain) => Chain,
): void {
  fc.assert(
    fc.property(arbitraryTree(stocks), arbitrarySeed, (chain, draw) =>
      look(twoClearings(only(chain), seededRandom(draw))),
    ),
    { numRuns: CHAINS, seed },
  )
}

function expectNeverLower({ chain, early, late }: Pair): void {
  for (const { id } of chain.enterprises) {
    for (let day = 0; day < early.run.days; day++) {
      expect(early.level(day, id)).toBeGreaterThanOrEqual(late.level(day, id) - TOLERANCE)
    }
  }
}

/** What one block holds back may be used later: with several blocks only the sum of output up to any day is sure. */
function expectSumsNeverLower({ chain, early, late }: Pair): void {
  for (const { id } of chain.enterprises) {
    let lead = 0
    for (let day = 0; day < early.run.days; day++) {
      lead += early.level(day, id) - late.level(day, id)
      expect(lead).toBeGreaterThanOrEqual(-TOLERANCE * early.run.days)
    }
  }
}

const oneBlock = (chain: Chain): Chain => ({ ...chain, blocks: (chain.blocks ?? []).slice(0, 1) })

describe.each(['none', 'some'] as const)('where no supply is shared (stocks: %s)', (stocks) => {
  test('clearing the only block earlier lowers no level on any day', () => {
    onTrees(31, stocks, expectNeverLower, oneBlock)
  })

  test('clearing one of several blocks earlier lowers no output summed up to any day', () => {
    onTrees(32, stocks, expectSumsNeverLower, (chain) => chain)
  })
})

describe('clearing', () => {
  test('every block before the start gives the baseline back', () => {
    fc.assert(
      fc.property(arbitraryChain, (chain) => {
        const scenario = scenarioOf(chain)
        const clear = (chain.blocks ?? []).map((block) => ({ block: block.id, on: dateOfDay(-30) }))
        const { run } = fastRun(chain, { ...scenario, clear, deliveries: [], stimulus: [] })
        expect(run.level.every((level) => Math.abs(level - 1) <= TOLERANCE)).toBe(true)
      }),
      { numRuns: CHAINS, seed: 33 },
    )
  })
})
