import type { Block, Chain, Enterprise, Input, Role, Stage, Supply } from '../src/model/chain.ts'

export interface RandomChainSize {
  readonly enterprises: number
  readonly supplies: number
  readonly seed: number
  /** Enterprises with a block of their own; default one in twenty. */
  readonly blocks?: number
  /** Day on which they are cleared; null = open. */
  readonly until?: string | null
}

const TIERS = 8
/** Share of links that run back towards the raw material: recycling, machines, services. */
const BACKWARD = 0.02
const START = '2020-02-10'
const DAYS = 60

/** Evenly spread numbers in [0, 1); same seed, same numbers (mulberry32, Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A made-up chain in eight tiers with loops, stocks, lead times and blocks; the same for the same size and seed. */
export function randomChain(size: RandomChainSize): Chain {
  const { enterprises, supplies, seed, blocks = Math.round(enterprises / 20), until = '2020-03-01' } = size
  const random = seeded(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const tierOf = (row: number): number => row % TIERS
  const id = (row: number): string => `e${String(row).padStart(6, '0')}`
  const stages = Array.from({ length: TIERS }, (_, tier): Stage => ({
    id: `t${tier}`,
    name: { zh: `第 ${tier} 级`, en: `Tier ${tier}` },
    tier,
  }))
  const rows = Array.from({ length: enterprises }, (_, row): Enterprise => {
    const role: Role = tierOf(row) === 0 ? 'leading' : row % 3 === 0 ? 'core' : 'sme'
    return {
      id: id(row),
      name: { zh: `企业 ${row}`, en: `Enterprise ${row}` },
      role,
      stage: `t${tierOf(row)}`,
      spareCapacity: row % 5 === 0 ? 0.1 : 0,
    }
  })
  const taken = new Set<number>()
  /** Two ends that no link joins yet: a tier nearer to the end market, now and then back; the end market's tier sells back. */
  const ends = (): readonly [from: number, to: number] => {
    for (;;) {
      const from = below(enterprises)
      const step = random() < BACKWARD ? 1 : TIERS - 1
      const tier = (tierOf(from) + step) % TIERS
      const to = (from - tierOf(from) + tier + TIERS * below(Math.ceil(enterprises / TIERS))) % enterprises
      const pair = from * enterprises + to
      if (to === from || taken.has(pair)) continue
      taken.add(pair)
      return [from, to]
    }
  }
  const links = Array.from({ length: supplies }, (_, position): Supply => {
    const [from, to] = ends()
    return {
      id: `s${String(position).padStart(7, '0')}`,
      from: id(from),
      to: id(to),
      product: `p${from % 24}`,
      leadDays: 1 + below(4),
    }
  })
  return {
    format: 'industrial-chain',
    version: 1,
    name: { zh: `随机链 ${seed}`, en: `Random chain ${seed}` },
    stages,
    enterprises: rows,
    supplies: links,
    inputs: inputsOf(links, random),
    blocks: blocksOf(rows, random, blocks, until),
    scenarios: [{ id: 'main', name: { zh: '停工', en: 'Standstill' }, start: START, days: DAYS, blocks: 'all' }],
  }
}

function inputsOf(links: readonly Supply[], random: () => number): readonly Input[] {
  const groups = new Map<string, Input>()
  for (const { to, product } of links) {
    const key = `${to} ${product}`
    if (groups.has(key)) continue
    groups.set(key, {
      enterprise: to,
      product,
      need: random() < 0.7 ? 'essential' : 'partial',
      coverDays: Math.floor(random() * 8),
    })
  }
  return [...groups.values()]
}

function blocksOf(
  rows: readonly Enterprise[],
  random: () => number,
  count: number,
  until: string | null,
): readonly Block[] {
  const left = [...rows]
  return Array.from({ length: Math.min(count, rows.length) }, (_, position): Block => {
    const [chosen] = left.splice(Math.floor(random() * left.length), 1)
    return {
      id: `b${position}`,
      at: { enterprise: chosen!.id },
      cause: 'labour',
      severity: 0.5 + random() / 2,
      since: START,
      until,
      rampDays: 5,
    }
  })
}
