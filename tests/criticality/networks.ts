import fc from 'fast-check'
import type { CriticalitySettings } from '../../src/engine/criticality-coefficients.ts'
import type { Chain, Enterprise, Input, NeedKind, Supply } from '../../src/model/chain.ts'

const NEEDS: readonly NeedKind[] = ['essential', 'partial', 'negligible']

interface Shape {
  readonly size: number
  readonly demand: readonly number[]
  readonly links: readonly {
    readonly from: number
    readonly to: number
    readonly product: number
    readonly flow: number
  }[]
  readonly needs: readonly number[]
  readonly outside: readonly number[]
}

export const idOf = (row: number): string => `e${row}`

/** Chains of up to 14 enterprises with given flows >= 1: loops, self-supply, parallel links, all kinds of need, some outside supply. */
export const networks: fc.Arbitrary<Chain> = fc.integer({ min: 2, max: 14 }).chain((size) =>
  fc
    .record({
      size: fc.constant(size),
      demand: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 })), {
        minLength: size,
        maxLength: size,
      }),
      links: fc.array(
        fc.record({
          from: fc.nat(size - 1),
          to: fc.nat(size - 1),
          product: fc.nat(4),
          flow: fc.double({ min: 1, max: 100, noNaN: true }),
        }),
        { minLength: 1, maxLength: 3 * size },
      ),
      needs: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
      outside: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 })), { minLength: 5, maxLength: 5 }),
    })
    .map(chainOf),
)

function chainOf({ size, demand, links, needs, outside }: Shape): Chain {
  const enterprises = Array.from({ length: size }, (_, row): Enterprise => {
    const sells = links.some(({ from }) => from === row)
    return {
      id: idOf(row),
      name: idOf(row),
      role: 'core',
      stage: 's',
      finalDemand: sells ? demand[row]! : demand[row]! + 1,
    }
  })
  const supplies = links.map(({ from, to, product, flow }, position): Supply => {
    return { id: `l${position}`, from: idOf(from), to: idOf(to), product: `p${product}`, flow }
  })
  const inputs = new Map<string, Input>()
  supplies.forEach(({ to, product }, position) => {
    const { product: number, to: row } = links[position]!
    const kind = NEEDS[(needs[number]! + row) % 3]!
    inputs.set(`${to} ${product}`, { enterprise: to, product, need: kind, outsideFlow: outside[(number + row) % 5]! })
  })
  return {
    format: 'industrial-chain',
    version: 1,
    name: 'network',
    stages: [{ id: 's', name: 'all', tier: 0 }],
    enterprises,
    supplies,
    inputs: [...inputs.values()],
  }
}

export const allSettings: fc.Arbitrary<CriticalitySettings> = fc.record({
  tolerance: fc.constantFrom(1e-2, 1e-4, 1e-9),
  closed: fc.boolean(),
  replaceability: fc.boolean(),
  weight: fc.constantFrom('flows', 'output'),
})

/** Shares closed, by row of `idOf`; most are 0. */
export const closedShares = (size: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: size,
    maxLength: size,
  })
