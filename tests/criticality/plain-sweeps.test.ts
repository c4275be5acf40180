import { describe, expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { supplyNetwork } from '../../bench/supply-network.ts'
import { criticalityOf } from '../../src/engine/criticality.ts'
import { CONVERGED, PUBLISHED, type CriticalitySettings } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain, Enterprise, Input, Supply } from '../../src/model/chain.ts'
import { seededRandom } from '../generators/seeded-random.ts'
import { plainSweeps } from '../reference/plain-sweeps.ts'

/** Closer to the tolerance than this, the order of additions decides whether one more sweep is made. */
const TIE = 1e-12
const CLOSURES = 4
const NEEDS = ['essential', 'partial', 'negligible'] as const

interface Trade {
  readonly from: number
  readonly to: number
  readonly product: number
  readonly flow: number
}

interface Market {
  readonly firms: number
  readonly trades: readonly Trade[]
  readonly demand: (firm: number) => number
  readonly need: (trade: Trade) => (typeof NEEDS)[number]
}

function network({ firms, trades, demand, need }: Market): Chain {
  const inputs = new Map<string, Input>()
  const supplies = trades.map((trade, position): Supply => {
    const { from, to, product, flow } = trade
    inputs.set(`${to} ${product}`, {
      enterprise: `f${to}`,
      product: `p${product}`,
      need: need(trade),
      outsideFlow: (to % 3) * flow,
    })
    return { id: `l${position}`, from: `f${from}`, to: `f${to}`, product: `p${product}`, flow }
  })
  const enterprises = Array.from({ length: firms }, (_, firm): Enterprise => {
    return { id: `f${firm}`, name: `${firm}`, role: 'core', stage: 's', finalDemand: demand(firm) }
  })
  const stages = [{ id: 's', name: 's', tier: 0 }]
  return {
    format: 'industrial-chain',
    version: 1,
    name: 'n',
    stages,
    enterprises,
    supplies,
    inputs: [...inputs.values()],
  }
}

/** Flows that the baseline derives, written into the document. */
function withFlows(chain: Chain): Chain {
  const { index } = indexChain(chain)
  const flows = new Map(index.linkIds.map((id, link) => [id, index.flow[link]!]))
  const outside = new Map(
    index.groupProducts.map((product, group) => [
      `${index.enterpriseIds[index.groupEnterprise[group]!]!} ${product}`,
      index.outside[group]!,
    ]),
  )
  const demand = new Map(index.enterpriseIds.map((id, row) => [id, index.finalDemand[row]!]))
  return {
    ...chain,
    enterprises: chain.enterprises.map((one) => ({ ...one, finalDemand: demand.get(one.id)! })),
    supplies: chain.supplies.map((one) => ({ ...one, flow: flows.get(one.id)! })),
    inputs: chain.inputs!.map((one) => ({ ...one, outsideFlow: outside.get(`${one.enterprise} ${one.product}`)! })),
  }
}

/** Anybody sells to anybody, also to itself and over several links at once. */
function tangle(flowOf: (share: number) => number): Chain {
  const random = seededRandom(17)
  const firms = 220
  const trades = Array.from({ length: 700 }, (): Trade => {
    const from = random.whole(0, firms - 1)
    const to = random.chance(0.05) ? from : random.whole(0, firms - 21)
    return { from, to, product: (from * 7 + random.whole(0, 1)) % 30, flow: flowOf(random.between(0, 1)) }
  })
  const doubled = trades.filter((_, place) => place % 9 === 0).map((trade) => ({ ...trade, flow: trade.flow / 3 }))
  const need = ({ to, product }: Trade) => NEEDS[(to + product) % 3]!
  return network({
    firms,
    trades: [...trades, ...doubled],
    demand: (firm) => (firm % 4 === 0 ? flowOf(0.5) : flowOf(0) / 9),
    need,
  })
}

const around = (size: number): Trade[] =>
  Array.from({ length: size }, (_, firm) => ({
    from: firm,
    to: (firm + 1) % size,
    product: firm % 5,
    flow: 2 + (firm % 3),
  }))

const star = (size: number): Trade[] =>
  Array.from({ length: size - 1 }, (_, leaf) => [
    { from: 0, to: leaf + 1, product: 0, flow: 1 + (leaf % 7) },
    { from: leaf + 1, to: 0, product: 1 + (leaf % 3), flow: 2 + (leaf % 5) },
  ]).flat()

const KINDS: Readonly<Record<string, () => Chain>> = {
  'hubs, 600 enterprises': () => supplyNetwork(600, 1_500, 4),
  'dense hubs, 300 enterprises': () => supplyNetwork(300, 2_400, 5),
  'tiers with derived flows below 1': () => withFlows(randomChain({ enterprises: 400, supplies: 1_000, seed: 6 })),
  'a tangle with parallel links and sales to itself': () => tangle((share) => 1 + 99 * share),
  'flows so small that markets count as gone': () => tangle((share) => 1e-12 + 3e-10 * share * share),
  'a closed loop': () => network({ firms: 60, trades: around(60), demand: () => 0, need: () => 'essential' }),
  'a loop that draws on partial inputs': () =>
    network({ firms: 90, trades: around(90), demand: (firm) => firm % 2, need: ({ to }) => NEEDS[to % 2]! }),
  'a star whose centre buys and sells everything': () =>
    network({
      firms: 250,
      trades: star(250),
      demand: () => 1,
      need: ({ product }) => (product === 2 ? 'partial' : 'essential'),
    }),
}

const SETTINGS: readonly CriticalitySettings[] = [
  PUBLISHED,
  CONVERGED,
  { tolerance: 1e-4, closed: true, replaceability: false, weight: 'output' },
  { tolerance: 1e-6, closed: false, replaceability: true, weight: 'flows' },
]

/** Places of the document in the rows of the engine. */
function inRows(chain: Chain, ids: readonly string[], shares: readonly number[]): Float64Array {
  const byId = new Map(chain.enterprises.map(({ id }, place) => [id, shares[place]!]))
  return Float64Array.from(ids, (id) => byId.get(id)!)
}

function closuresOf(firms: number): readonly { readonly down: readonly number[]; readonly up: readonly number[] }[] {
  const random = seededRandom(firms)
  return Array.from({ length: CLOSURES }, (_, which) => {
    const alone = Math.floor((which * firms) / CLOSURES)
    const single = Array.from({ length: firms }, (_one, firm) => (firm === alone ? 1 : 0))
    if (which % 4 < 2) return { down: single, up: single }
    const some = () => Array.from({ length: firms }, () => (random.chance(0.05) ? random.between(0, 1) : 0))
    const down = some()
    return { down, up: which % 4 === 2 ? down : some() }
  })
}

describe('sweep by sweep the figures of a plain program, to 1e-12', () => {
  test.each(Object.keys(KINDS))('%s', (kind) => {
    const chain = KINDS[kind]!()
    const { index } = indexChain(chain)
    const closures = closuresOf(chain.enterprises.length)
    let compared = 0
    for (const settings of SETTINGS) {
      const plain = plainSweeps(chain, settings)
      const rows = closures.map(({ down, up }) => {
        return { down: inRows(chain, index.enterpriseIds, down), up: inRows(chain, index.enterpriseIds, up) }
      })
      const found = criticalityOf(index, settings, rows)
      closures.forEach(({ down, up }, place) => {
        const expected = plain(down, up)
        if (expected.nearestTie < TIE) return
        compared++
        expect(found.sweeps[place]).toBe(expected.sweeps)
        for (const which of ['index', 'down', 'up'] as const) {
          expect(Math.abs(found[which][place]! - expected[which])).toBeLessThan(1e-12)
        }
      })
    }
    expect(compared).toBeGreaterThan(SETTINGS.length * CLOSURES * 0.7)
  })
})
