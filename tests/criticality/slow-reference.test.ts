import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criticalityOf } from '../../src/engine/criticality.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { slowCriticality } from '../reference/criticality-slow.ts'
import { allSettings, closedShares, idOf, networks } from './networks.ts'

const RUNS = 400
/** Closer to the tolerance than this, the order of additions decides whether one more sweep is made. */
const TIE = 1e-13

test('the engine and the plain equations agree on random networks, sweeps exactly', () => {
  let compared = 0
  const cases = fc.tuple(networks, allSettings).chain(([chain, settings]) => {
    const shares = closedShares(chain.enterprises.length)
    return fc.record({
      chain: fc.constant(chain),
      settings: fc.constant(settings),
      down: shares,
      up: shares,
      both: fc.boolean(),
    })
  })
  fc.assert(
    fc.property(cases, ({ chain, settings, down, up, both }) => {
      const { index } = indexChain(chain)
      const inRows = (shares: readonly number[]): Float64Array => {
        const byId = new Map(shares.map((share, row) => [idOf(row), share]))
        return Float64Array.from(index.enterpriseIds, (id) => byId.get(id)!)
      }
      const byId = (shares: readonly number[]) => new Map(shares.map((share, row) => [idOf(row), share]))
      const upShares = both ? up : down
      const slow = slowCriticality(chain, settings, { down: byId(down), up: byId(upShares) })
      if (slow.nearestTie < TIE || slow.sweeps > 50_000) return
      const fast = criticalityOf(index, settings, [{ down: inRows(down), up: inRows(upShares) }])
      compared++
      expect(fast.sweeps[0]).toBe(slow.sweeps)
      expect(Math.abs(fast.index[0]! - slow.index)).toBeLessThan(1e-12)
      expect(Math.abs(fast.down[0]! - slow.down)).toBeLessThan(1e-12)
      expect(Math.abs(fast.up[0]! - slow.up)).toBeLessThan(1e-12)
    }),
    { numRuns: RUNS },
  )
  expect(compared).toBeGreaterThan(RUNS * 0.9)
})
