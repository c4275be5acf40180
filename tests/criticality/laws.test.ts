import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criticalityOf, criticalityRange } from '../../src/engine/criticality.ts'
import type { CriticalityFigures } from '../../src/engine/criticality-figures.ts'
import type { CriticalitySettings } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain, Supply } from '../../src/model/chain.ts'
import { allSettings, closedShares, idOf, networks } from './networks.ts'

const CLOSE = 1e-11
const silent = (): void => {}

/** Every enterprise closed alone, by id. */
function eachAlone(chain: Chain, settings: CriticalitySettings): ReadonlyMap<string, readonly number[]> {
  const { index } = indexChain(chain)
  const figures = criticalityRange({ index, settings, from: 0, to: index.enterpriseCount }, silent)
  return new Map(index.enterpriseIds.map((id, row) => [id, figuresAt(figures, row)]))
}

const figuresAt = ({ index, down, up, sweeps }: CriticalityFigures, at: number): readonly number[] =>
  [index[at]!, down[at]!, up[at]!, sweeps[at]!] // prettier-ignore

function figuresOf(chain: Chain, settings: CriticalitySettings, shares: readonly number[]): readonly number[] {
  const { index } = indexChain(chain)
  const byId = new Map(shares.map((share, row) => [idOf(row), share]))
  const closed = Float64Array.from(index.enterpriseIds, (id) => byId.get(id)!)
  return figuresAt(criticalityOf(index, settings, [{ down: closed, up: closed }]), 0)
}

const far = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...[0, 1, 2].map((figure) => Math.abs(one[figure]! - other[figure]!)))

test('no enterprise loses less than itself nor more than all; both ways together lie between the larger and the sum', () => {
  fc.assert(
    fc.property(networks, allSettings, (chain, settings) => {
      const { index } = indexChain(chain)
      const weights = weightsOf(chain, settings)
      const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
      for (const [id, [both, down, up]] of eachAlone(chain, settings)) {
        expect(both!).toBeGreaterThanOrEqual(weights.get(id)! / total - CLOSE)
        expect(both!).toBeLessThanOrEqual(1 + CLOSE)
        expect(both!).toBeGreaterThanOrEqual(Math.max(down!, up!) - CLOSE)
        expect(both!).toBeLessThanOrEqual(down! + up! + CLOSE)
      }
      expect(index.enterpriseCount).toBe(weights.size)
    }),
  )
})

function weightsOf(chain: Chain, { closed, weight }: CriticalitySettings): ReadonlyMap<string, number> {
  const weights = new Map(
    chain.enterprises.map(({ id, finalDemand }) => [id, closed || weight === 'flows' ? 0 : (finalDemand ?? 0)]),
  )
  for (const { from, flow } of chain.supplies) weights.set(from, weights.get(from)! + flow!)
  return weights
}

test('closing more never loses less', () => {
  const cases = networks.chain((chain) => {
    const shares = closedShares(chain.enterprises.length)
    return fc.record({ chain: fc.constant(chain), some: shares, others: shares })
  })
  // A sweep count that differs lets one of the two stop earlier: only sweeps to the end can be compared.
  const settled = allSettings.map((settings) => ({ ...settings, tolerance: 1e-15 }))
  fc.assert(
    fc.property(cases, settled, ({ chain, some, others }, settings) => {
      const more = some.map((share, row) => Math.max(share, others[row]!))
      const less = figuresOf(chain, settings, some)
      const worse = figuresOf(chain, settings, more)
      for (const figure of [0, 1, 2]) expect(worse[figure]!).toBeGreaterThanOrEqual(less[figure]! - CLOSE)
    }),
  )
})

test('the currency does not matter: scaling every flow changes nothing', () => {
  fc.assert(
    fc.property(networks, allSettings, fc.constantFrom(2, 8, 1024, 65_536), (chain, settings, factor) => {
      const scaled: Chain = {
        ...chain,
        enterprises: chain.enterprises.map((one) => ({ ...one, finalDemand: one.finalDemand! * factor })),
        supplies: chain.supplies.map((one) => ({ ...one, flow: one.flow! * factor })),
        inputs: chain.inputs!.map((one) => ({ ...one, outsideFlow: one.outsideFlow! * factor })),
      }
      expect(eachAlone(scaled, settings)).toEqual(eachAlone(chain, settings))
    }),
  )
})

test('names and the order of rows do not matter', () => {
  fc.assert(
    fc.property(networks, allSettings, fc.integer(), (chain, settings, seed) => {
      const before = eachAlone(chain, settings)
      expect(eachAlone(reversed(chain), settings)).toEqual(before)
      const renamed = (id: string): string => `${(Number(id.slice(1)) * 31 + (seed >>> 3)) % 97} ${id}`
      const after = eachAlone(
        {
          ...chain,
          enterprises: chain.enterprises.map((one) => ({ ...one, id: renamed(one.id) })),
          supplies: chain.supplies.map((one) => ({ ...one, from: renamed(one.from), to: renamed(one.to) })),
          inputs: chain.inputs!.map((one) => ({ ...one, enterprise: renamed(one.enterprise) })),
        },
        settings,
      )
      for (const [id, figures] of before) {
        const same = after.get(renamed(id))!
        if (same[3] === figures[3]) expect(far(same, figures)).toBeLessThan(CLOSE)
      }
    }),
  )
})

const reversed = (chain: Chain): Chain => ({
  ...chain,
  enterprises: chain.enterprises.toReversed(),
  supplies: chain.supplies.toReversed(),
  inputs: chain.inputs!.toReversed(),
})

test('parallel links of one product are one link', () => {
  fc.assert(
    fc.property(networks, allSettings, (chain, settings) => {
      const merged = new Map<string, Supply>()
      for (const supply of chain.supplies) {
        const key = `${supply.from} ${supply.to} ${supply.product}`
        merged.set(key, { ...supply, flow: (merged.get(key)?.flow ?? 0) + supply.flow! })
      }
      const one = eachAlone({ ...chain, supplies: [...merged.values()] }, settings)
      for (const [id, figures] of eachAlone(chain, settings)) {
        if (one.get(id)![3] === figures[3]) expect(far(one.get(id)!, figures)).toBeLessThan(CLOSE)
      }
    }),
  )
})

test('who trades with nobody changes no one else', () => {
  fc.assert(
    fc.property(networks, allSettings, (chain, settings) => {
      const alone = { id: 'alone', name: 'alone', role: 'core', stage: 's', finalDemand: 1 } as const
      const flows = { ...settings, weight: 'flows' } as const
      const larger = eachAlone({ ...chain, enterprises: [alone, ...chain.enterprises] }, flows)
      for (const [id, figures] of eachAlone(chain, flows)) expect(larger.get(id)).toEqual(figures)
    }),
  )
})

test('a range put together from parts is the whole, to the bit; so is one enterprise by itself', () => {
  fc.assert(
    fc.property(networks, allSettings, fc.double({ min: 0, max: 1, noNaN: true }), (chain, settings, part) => {
      const { index } = indexChain(chain)
      const to = index.enterpriseCount
      const cut = Math.floor(part * to)
      const whole = criticalityRange({ index, settings, from: 0, to }, silent)
      const parts = [
        criticalityRange({ index, settings, from: 0, to: cut }, silent),
        criticalityRange({ index, settings, from: cut, to }, silent),
      ]
      for (const which of ['index', 'down', 'up', 'sweeps'] as const) {
        expect(parts.flatMap((range) => [...range[which]])).toEqual([...whole[which]])
      }
      const closures = index.enterpriseIds.map((_, row) => {
        const closed = new Float64Array(to)
        closed[row] = 1
        return { down: closed, up: closed }
      })
      expect([...criticalityOf(index, settings, closures).index]).toEqual([...whole.index])
    }),
  )
})

test('closing on top of what is closed already is one closure of both', () => {
  const cases = networks.chain((chain) =>
    fc.record({ chain: fc.constant(chain), already: closedShares(chain.enterprises.length) }),
  )
  fc.assert(
    fc.property(cases, allSettings, ({ chain, already }, settings) => {
      const { index } = indexChain(chain)
      const byId = new Map(already.map((share, row) => [idOf(row), share]))
      const rows = Float64Array.from(index.enterpriseIds, (id) => byId.get(id)!)
      const range = criticalityRange({ index, settings, from: 0, to: index.enterpriseCount, already: rows }, silent)
      for (let row = 0; row < index.enterpriseCount; row++) {
        const both = rows.with(row, 1)
        expect(figuresAt(range, row)).toEqual(figuresAt(criticalityOf(index, settings, [{ down: both, up: both }]), 0))
      }
    }),
  )
})
