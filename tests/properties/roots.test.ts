import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chain } from '../../src/model/chain.ts'
import { explain, type Root } from '../../src/analysis/explain.ts'
import { hopsOf } from '../../src/analysis/hops.ts'
import type { Played } from '../../src/analysis/played.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { arbitraryChain } from '../generators/random-chain.ts'
import { dateOfDay, START } from '../generators/random-scenario.ts'
import { fastRun, scenarioOf } from './fast-run.ts'

const CHAINS = 120

function playedOf(chain: Chain): Played {
  const { index, run } = fastRun(chain)
  return { index, run, timeline: timelineOf(chain, index, scenarioOf(chain)), causes: [] }
}

/** What is said of every enterprise on every day. */
function onEveryCard(
  seed: number,
  look: (card: { played: Played; row: number; day: number; roots: readonly Root[] }) => void,
): void {
  fc.assert(
    fc.property(arbitraryChain, (chain) => {
      const played = playedOf(chain)
      for (let day = 0; day < played.run.days; day++) {
        for (let row = 0; row < played.index.enterpriseCount; row++) {
          look({ played, row, day, roots: explain(played, row, day).roots })
        }
      }
    }),
    { numRuns: CHAINS, seed },
  )
}

/** A and B buy from each other and hold no stock; L is their only market. A is blocked for some days, or for good. */
const pair = (until: string | null): Chain => ({
  format: 'industrial-chain',
  version: 1,
  name: 'pair',
  stages: [{ id: 's0', name: 'all', tier: 0 }],
  enterprises: ['A', 'B', 'C', 'L'].map((id) => ({
    id,
    name: id,
    role: 'core',
    stage: 's0',
    finalDemand: id === 'L' ? 4 : 0,
  })),
  supplies: [
    { id: 'ab', from: 'A', to: 'B', product: 'a', flow: 1 },
    { id: 'ba', from: 'B', to: 'A', product: 'b', flow: 1 },
    { id: 'al', from: 'A', to: 'L', product: 'a', flow: 1 },
    { id: 'bl', from: 'B', to: 'L', product: 'b', flow: 1 },
    { id: 'lc', from: 'L', to: 'C', product: 'l', flow: 1 },
    { id: 'cl', from: 'C', to: 'L', product: 'c', flow: 1 },
  ],
  blocks: [{ id: 'bA', at: { enterprise: 'A' }, cause: 'labour', severity: 0.5, since: START, until }],
  scenarios: [{ id: 'main', name: 'main', start: START, days: 40, blocks: 'all' }],
})

const reasons = (chain: Chain, id: string, day: number): string[] => {
  const played = playedOf(chain)
  const { index, timeline } = played
  return explain(played, index.enterpriseIds.indexOf(id), day).roots.map((root) => {
    if (root.kind === 'loop') return `loop of ${root.members.length}`
    return root.kind === 'block' ? `block ${timeline.blocks[root.block]!.id}` : root.kind
  })
}

describe('roots', () => {
  test('whoever runs has none, and whoever does not has at least one', () => {
    onEveryCard(51, ({ played, row, day, roots }) => {
      const runs = played.run.why[day * played.index.enterpriseCount + row] === 0
      expect(roots.length > 0).toBe(!runs)
    })
  })

  test('each way back starts at the enterprise and goes over its own links, never forward in time', () => {
    onEveryCard(52, ({ played, row, day, roots }) => {
      const { index } = played
      for (const { steps } of roots) {
        let at = { row, day }
        for (const step of steps) {
          const customer = index.groupEnterprise[index.linkGroup[step.link]!]!
          const ends =
            step.kind === 'supplier' ? [customer, index.linkFrom[step.link]!] : [index.linkFrom[step.link]!, customer]
          expect(ends).toEqual([at.row, step.row])
          expect(step.day).toBeLessThanOrEqual(at.day)
          at = step
        }
      }
    })
  })

  test('a waiting loop is named once its block is gone, and no number of links leads to a block any more', () => {
    const chain = pair(dateOfDay(3))
    expect(reasons(chain, 'A', 30)).toContain('loop of 2')
    const hops = hopsOf(playedOf(chain))
    expect([...hops.subarray(30 * 4, 31 * 4)]).toEqual([-1, -1, -1, -1])
  })

  test('a block still in force on a member is named beside the loop', () => {
    expect(reasons(pair(null), 'A', 30)).toContain('block bA')
    expect(reasons(pair(null), 'L', 30)).toContain('block bA')
  })

  test('a scenario that asks less of a market is named itself, for the seller and for its supplier', () => {
    const chain = pair(null)
    const [main] = chain.scenarios!
    const stimulus = [{ enterprise: 'L', factor: 0.5, since: START, until: dateOfDay(30) }]
    const damped: Chain = { ...chain, blocks: [], scenarios: [{ ...main!, stimulus }] }
    // L and C buy less of each other as well: a loop of their own.
    expect(reasons(damped, 'L', 10)).toEqual(['market', 'loop of 2'])
    expect(reasons(damped, 'A', 20)).toContain('market')
    expect(reasons(chain, 'L', 30)).not.toContain('market')
  })

  test('a cut of demand that another stimulus makes up for is no root, nor is a block on a market that buys as always', () => {
    const chain = pair(null)
    const [main] = chain.scenarios!
    const stimulus = [
      { enterprise: 'L', factor: 0.5, since: START, until: dateOfDay(40) },
      { enterprise: 'L', factor: 2, since: START, until: dateOfDay(20) },
    ]
    const damped: Chain = { ...chain, blocks: [], scenarios: [{ ...main!, stimulus }] }
    expect(playedOf(damped).run.level.slice(0, 20 * 4)).toEqual(new Float64Array(20 * 4).fill(1))
    expect(reasons(damped, 'L', 30)).toContain('market')

    // The market buys in full again: what A lacks comes from C, which is blocked, and from nowhere else.
    const markets: Chain['blocks'] = [
      { id: 'bL', at: { market: 'L' }, cause: 'demand', severity: 0.5, since: START },
      { id: 'bC', at: { enterprise: 'C' }, cause: 'labour', severity: 0.5, since: START },
    ]
    const stirred: Chain = { ...chain, blocks: markets, scenarios: [{ ...main!, stimulus: [stimulus[1]!] }] }
    expect(reasons(stirred, 'A', 10)).toContain('block bC')
    expect(reasons(stirred, 'A', 10)).not.toContain('block bL')
    expect(reasons(stirred, 'A', 30)).toContain('block bL')
  })

  test('a supplier in full that is asked for more than it can make is named as such, not as goods on the way', () => {
    const [main] = pair(null).scenarios!
    // M doubles its sales and its orders; S cannot make more, and L, which only wants the usual, gets a share.
    const shared: Chain = {
      ...pair(null),
      enterprises: [
        { id: 'S', name: 'S', role: 'core', stage: 's0', finalDemand: 0 },
        { id: 'M', name: 'M', role: 'core', stage: 's0', finalDemand: 2, spareCapacity: 1 },
        { id: 'L', name: 'L', role: 'leading', stage: 's0', finalDemand: 2 },
      ],
      supplies: [
        { id: 'sm', from: 'S', to: 'M', product: 's', flow: 1 },
        { id: 'sl', from: 'S', to: 'L', product: 's', flow: 1 },
      ],
      inputs: [{ enterprise: 'M', product: 's', coverDays: 5 }],
      blocks: [],
      scenarios: [{ ...main!, stimulus: [{ enterprise: 'M', factor: 2, since: START, until: dateOfDay(40) }] }],
    }
    expect(reasons(shared, 'L', 5)).toEqual(['rationed'])
    const played = playedOf(shared)
    const row = played.index.enterpriseIds.indexOf('L')
    const [root] = explain(played, row, 5).roots
    expect(root).toMatchObject({ kind: 'rationed', row: played.index.enterpriseIds.indexOf('S'), hops: 1, steps: [] })
  })
})
