import type { Block, BlockTarget, Chain, Enterprise, Input, Supply } from '../../src/model/chain.ts'

/** Seeded stream of numbers 0 <= x < 1. */
export function seeded(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) + 12345) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

const pick = (random: () => number, count: number): number => Math.floor(random() * count)

/**
 * A random chain of 4 to 9 enterprises that sell downstream, sometimes back up, with 2 to `mostBlocks` blocks.
 * @param tree every supplier has one customer: nothing is shared
 */
export function smallChain(seed: number, mostBlocks: number, tree = false): Chain {
  const random = seeded(seed)
  const count = 4 + pick(random, 6)
  const enterprises = Array.from({ length: count }, (_, i): Enterprise => ({
    id: `e${i}`,
    name: `e${i}`,
    role: i === 0 || (!tree && random() < 0.2) ? 'leading' : 'core',
    stage: 's',
    spareCapacity: random() < 0.5 ? 0 : 0.3,
    ...(i === 0 ? { finalDemand: 2 } : {}),
  }))
  const supplies: Supply[] = []
  for (let from = 1; from < count; from++) supplies.push(supply(random, supplies.length, from, pick(random, from)))
  if (!tree) {
    for (let extra = pick(random, count); extra > 0; extra--) {
      const from = pick(random, count)
      const to = random() < 0.8 ? pick(random, from + 1) : pick(random, count)
      supplies.push(supply(random, supplies.length, from, to))
    }
  }
  const inputs = supplies
    .filter((link, at) => supplies.findIndex((other) => other.to === link.to && other.product === link.product) === at)
    .map((link): Input => ({
      enterprise: link.to,
      product: link.product,
      coverDays: pick(random, 4),
      need: random() < 0.8 ? 'essential' : 'partial',
      outsideFlow: 0,
    }))
  const blocks = Array.from({ length: 2 + pick(random, mostBlocks - 1) }, (_, i) => block(random, i, count, supplies))
  return {
    format: 'industrial-chain',
    version: 1,
    name: `small ${seed}`,
    stages: [{ id: 's', name: 's', tier: 0 }],
    enterprises,
    supplies,
    inputs,
    blocks,
    scenarios: [{ id: 'main', name: 'main', start: '2020-02-10', days: 20, settled: random() < 0.5, blocks: 'all' }],
  }
}

const supply = (random: () => number, id: number, from: number, to: number): Supply => ({
  id: `s${id}`,
  from: `e${from}`,
  to: `e${to}`,
  product: `p${pick(random, 3)}`,
  leadDays: 1 + pick(random, 2),
})

function block(random: () => number, id: number, count: number, supplies: readonly Supply[]): Block {
  const kind = pick(random, 5)
  const enterprise = `e${pick(random, count)}`
  const at: BlockTarget = kind === 0 ? { supply: supplies[pick(random, supplies.length)]!.id } : { enterprise }
  return {
    id: `b${id}`,
    at,
    cause: kind === 0 ? 'logistics' : 'labour',
    severity: 0.4 + 0.6 * random(),
    since: random() < 0.5 ? null : '2020-02-12',
    effort: 1 + pick(random, 3),
  }
}
