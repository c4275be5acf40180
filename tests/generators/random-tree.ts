/**
 * Random trees: every supplier has one customer and is the only one of its product, so that no supply is shared; every input is
 * essential and bought inside.
 */
import * as fc from 'fast-check'
import type { Block, Chain, Enterprise, Input, Supply } from '../../src/model/chain.ts'
import { dateOfDay, START } from './random-scenario.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'

interface RandomTreeShape {
  readonly seed: number
  /** 2..10 */
  readonly enterprises: number
  /** Without any stock: no cover, goods on their way for one day only. */
  readonly stocks: 'none' | 'some'
}

const HORIZON_DAYS = 40

/** Enterprise 0 sells to the end market; every other has a customer among those before it. No spare capacity, no backups. */
export function randomTree({ seed, enterprises: count, stocks }: RandomTreeShape): Chain {
  const random = seededRandom(seed * 17 + count)
  const enterprises = Array.from({ length: count }, (_, row): Enterprise => ({
    id: `e${row}`,
    name: `e${row}`,
    role: row === 0 ? 'leading' : 'core',
    stage: 's0',
    finalDemand: row === 0 ? 10 : 0,
  }))
  const supplies = enterprises.slice(1).map((enterprise, row): Supply => ({
    id: `s${row}`,
    from: enterprise.id,
    to: `e${random.whole(0, row)}`,
    product: `made by ${enterprise.id}`,
    flow: random.between(0.5, 5),
    leadDays: stocks === 'none' ? 1 : random.whole(1, 4),
  }))
  const inputs = supplies.map((supply): Input => ({
    enterprise: supply.to,
    product: supply.product,
    coverDays: stocks === 'none' ? 0 : random.between(0, 6),
  }))
  const blocks = Array.from({ length: random.whole(1, 5) }, (_, row) => randomTreeBlock(random, supplies, count, row))
  return {
    format: 'industrial-chain',
    version: 1,
    name: `tree ${seed}`,
    stages: [{ id: 's0', name: 'all', tier: 0 }],
    enterprises,
    supplies,
    inputs,
    blocks,
    scenarios: [{ id: 'main', name: 'main', start: START, days: HORIZON_DAYS, blocks: 'all' }],
  }
}

function randomTreeBlock(random: SeededRandom, supplies: readonly Supply[], count: number, row: number): Block {
  const since = random.whole(-5, 12)
  const shared = {
    id: `b${row}`,
    severity: random.chance(0.4) ? 1 : random.between(0.1, 1),
    since: dateOfDay(since),
    until: dateOfDay(since + random.whole(1, 25)),
    rampDays: random.chance(0.3) ? random.whole(1, 5) : 0,
  }
  const kind = random.whole(0, 3)
  if (kind === 0) return { ...shared, cause: 'logistics', at: { supply: random.oneOf(supplies).id } }
  if (kind === 1) return { ...shared, cause: 'demand', at: { market: 'e0' } }
  return { ...shared, cause: 'labour', at: { enterprise: `e${random.whole(0, count - 1)}` } }
}

export const arbitraryTree = (stocks: RandomTreeShape['stocks']): fc.Arbitrary<Chain> =>
  fc
    .record({ seed: fc.integer({ min: 1, max: 1_000_000 }), enterprises: fc.integer({ min: 2, max: 10 }) })
    .map((shape) => randomTree({ ...shape, stocks }))
