import type { Chain, Enterprise, Input, Supply } from '../src/model/chain.ts'
import { seeded } from './random-chain.ts'

/** Enterprises that sell the same product; each sells one. */
const SELLERS_PER_PRODUCT = 10
/** Share of links whose customer is chosen by the links it already has: few buy from many. */
const PREFERRED = 0.5

/**
 * A made-up supply network with hubs, as firm-level data show them: suppliers and customers of half of the links are chosen in
 * proportion to the links they already have. Given flows, final demand for a third of the enterprises; the same for the same seed.
 */
export function supplyNetwork(enterprises: number, links: number, seed: number): Chain {
  const random = seeded(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const id = (row: number): string => `n${String(row).padStart(6, '0')}`
  const sellers: number[] = []
  const buyers: number[] = []
  const chosen = (among: readonly number[]): number =>
    among.length > 0 && random() < PREFERRED ? among[below(among.length)]! : below(enterprises)
  const supplies: Supply[] = []
  const inputs = new Map<string, Input>()
  while (supplies.length < links) {
    const from = chosen(sellers)
    const to = chosen(buyers)
    if (from === to) continue
    sellers.push(from)
    buyers.push(to)
    const product = `p${from % Math.ceil(enterprises / SELLERS_PER_PRODUCT)}`
    supplies.push({ id: `l${supplies.length}`, from: id(from), to: id(to), product, flow: 1 + below(100) })
    const key = `${to} ${product}`
    if (inputs.has(key)) continue
    inputs.set(key, {
      enterprise: id(to),
      product,
      need: random() < 0.5 ? 'essential' : 'partial',
      outsideFlow: random() < 0.3 ? below(50) : 0,
    })
  }
  const enterpriseRows = Array.from({ length: enterprises }, (_, row): Enterprise => {
    return { id: id(row), name: id(row), role: 'core', stage: 's', finalDemand: row % 3 === 0 ? 10 + below(100) : 1 }
  })
  return {
    format: 'industrial-chain',
    version: 1,
    name: `Network ${seed}`,
    stages: [{ id: 's', name: 'all', tier: 0 }],
    enterprises: enterpriseRows,
    supplies,
    inputs: [...inputs.values()],
  }
}
