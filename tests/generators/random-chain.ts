/** Random valid chains for property tests: loops, self-supply, parallel links, backups, outside flows, given and missing figures. */
import * as fc from 'fast-check'
import type { Chain, Enterprise, Input, Supply } from '../../src/model/chain.ts'
import { randomBlocks, randomScenario, type Mutable } from './random-scenario.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'

/** `given`: every flow stands in the file; `derived`: none; `mixed`: some. */
type Flows = 'given' | 'derived' | 'mixed'

interface RandomChainShape {
  readonly seed: number
  /** 2..14 */
  readonly enterprises: number
}

const PRODUCTS = ['ore', 'steel', '电芯', 'seat', 'chip'] as const

/** Ids that sort differently as text and in the order of the file. */
const enterpriseId = (row: number): string => (row % 3 === 0 ? `企业${row}` : `e${(row * 7) % 15}-${row}`)

/** A chain without problems, with one scenario `main`; the same shape gives the same chain. */
export function randomChain({ seed, enterprises: count }: RandomChainShape): Chain {
  const random = seededRandom(seed * 31 + count)
  const flows = random.oneOf<Flows>(['given', 'given', 'given', 'derived', 'mixed'])
  const enterprises = Array.from({ length: count }, (_, row) => randomEnterprise(random, row))
  const supplies = randomSupplies(random, enterprises, flows)
  const inputs = randomInputs(random, enterprises, supplies)
  giveEveryoneOutput(random, enterprises, supplies)
  const bare: Chain = {
    format: 'industrial-chain',
    version: 1,
    name: `random ${seed}`,
    stages: [{ id: 's0', name: 'all', tier: 0 }],
    enterprises,
    supplies,
    inputs,
    settings: random.chance(0.5) ? { restock: random.between(0, 0.6), purchasesRatio: random.between(0.2, 0.8) } : {},
  }
  const blocks = randomBlocks(random, bare)
  return { ...bare, blocks, scenarios: [randomScenario(random, { ...bare, blocks })] }
}

/** Shrinks towards few enterprises. */
export const arbitraryChain: fc.Arbitrary<Chain> = fc
  .record({ seed: fc.integer({ min: 1, max: 1_000_000 }), enterprises: fc.integer({ min: 2, max: 14 }) })
  .map(randomChain)

function randomEnterprise(random: SeededRandom, row: number): Mutable<Enterprise> {
  const enterprise: Mutable<Enterprise> = {
    id: enterpriseId(row),
    name: enterpriseId(row),
    role: random.oneOf(['leading', 'core', 'sme'] as const),
    stage: 's0',
  }
  if (random.chance(0.5)) enterprise.finalDemand = random.chance(0.2) ? 0 : random.between(0.5, 20)
  if (random.chance(0.5)) enterprise.spareCapacity = random.between(0, 0.8)
  return enterprise
}

function randomSupplies(random: SeededRandom, enterprises: readonly Enterprise[], flows: Flows): Mutable<Supply>[] {
  const wanted = random.whole(1, enterprises.length * 3)
  const supplies = Array.from({ length: wanted }, (_, row): Mutable<Supply> => {
    const supply: Mutable<Supply> = {
      id: `${random.oneOf(['s', 'z', '链'])}${row}`,
      from: random.oneOf(enterprises).id,
      to: random.oneOf(enterprises).id,
      product: random.oneOf(PRODUCTS),
    }
    if (random.chance(0.7)) supply.leadDays = random.whole(1, 5)
    if (random.chance(0.12)) supply.backup = true
    else if (flows === 'given' || (flows === 'mixed' && random.chance(0.6))) supply.flow = random.between(0.1, 10)
    return supply
  })
  for (const supply of supplies) {
    const told = supplies.filter((row) => row.to === supply.to && row.product === supply.product)
    const left = 1 - told.reduce((sum, row) => sum + (row.share ?? 0), 0)
    if (!supply.backup && random.chance(0.3))
      supply.share = random.chance(0.15) && told.length === 1 ? 1 : left * random.between(0.1, 0.8)
  }
  return supplies
}

const purchaseKey = (row: { readonly to: string; readonly product: string }): string =>
  JSON.stringify([row.to, row.product])

/** Rows for some of the groups, and now and then for a product that only comes from outside. */
function randomInputs(
  random: SeededRandom,
  enterprises: readonly Mutable<Enterprise>[],
  supplies: readonly Supply[],
): Input[] {
  const keys = new Set(supplies.map(purchaseKey))
  const inputs: Input[] = []
  for (const enterprise of enterprises) {
    for (const product of PRODUCTS) {
      const key = purchaseKey({ to: enterprise.id, product })
      const isBought = keys.has(key)
      if (!random.chance(isBought ? 0.7 : 0.08)) continue
      const isDerived = supplies.some((row) => purchaseKey(row) === key && row.flow === undefined && !row.backup)
      inputs.push(randomInput(random, enterprise, product, isDerived))
    }
  }
  return inputs
}

function randomInput(
  random: SeededRandom,
  enterprise: Mutable<Enterprise>,
  product: string,
  isDerived: boolean,
): Input {
  const input: Mutable<Input> = { enterprise: enterprise.id, product }
  if (random.chance(0.6))
    input.need = random.oneOf(['essential', 'essential', 'partial', 'partial', 'negligible'] as const)
  if (random.chance(0.7)) {
    const cover = random.chance(0.3) ? random.whole(0, 4) : random.between(0, 8)
    input.coverDays = random.chance(0.1) ? { low: cover, high: cover + 2 } : cover
  }
  if (!isDerived && random.chance(0.3)) input.outsideFlow = random.chance(0.2) ? 0 : random.between(0.1, 5)
  // Five products: even with a share for each of them the purchases stay below output.
  if (isDerived && random.chance(0.4)) input.costShare = random.between(0.02, 0.19)
  return input
}

/** Final demand for those who would sell nothing: no given flow out, and no derived one to somebody with output. */
function giveEveryoneOutput(
  random: SeededRandom,
  enterprises: readonly Mutable<Enterprise>[],
  supplies: readonly Supply[],
): void {
  const sells = new Set<string>()
  const isSure = (row: Supply): boolean =>
    row.flow !== undefined || (!row.backup && row.from !== row.to && row.share === undefined && sells.has(row.to))
  for (let round = 0; round <= enterprises.length; round++) {
    for (const { id, finalDemand } of enterprises) {
      if ((finalDemand ?? 0) > 0 || supplies.some((row) => row.from === id && isSure(row))) sells.add(id)
    }
  }
  for (const enterprise of enterprises) {
    if (!sells.has(enterprise.id)) enterprise.finalDemand = random.between(0.5, 20)
  }
}
