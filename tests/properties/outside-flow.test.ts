import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Chain, Supply } from '../../src/model/chain.ts'
import { arbitraryChain } from '../generators/random-chain.ts'
import { seededRandom } from '../generators/seeded-random.ts'
import { slowBaseline } from '../reference/slow-baseline.ts'
import { validIndex } from './fast-run.ts'

const purchaseKey = (row: { readonly to: string; readonly product: string }): string =>
  JSON.stringify([row.to, row.product])

/** Everybody sells something, and groups whose flows follow from shares also buy a given amount outside. */
function withOutsideFlows(chain: Chain, seed: number): Chain {
  const random = seededRandom(seed)
  const derived = new Map(
    chain.supplies
      .filter((row) => row.flow === undefined && row.backup !== true)
      .map((row) => [purchaseKey(row), { enterprise: row.to, product: row.product }]),
  )
  const rows = new Map((chain.inputs ?? []).map((row) => [purchaseKey({ ...row, to: row.enterprise }), row]))
  for (const [key, ends] of derived) {
    const outsideFlow = random.chance(0.3) ? 0 : random.between(0, 0.5)
    if (random.chance(0.7)) rows.set(key, { ...rows.get(key), ...ends, outsideFlow })
  }
  const enterprises = chain.enterprises.map((row) => ({ ...row, finalDemand: Math.max(1, row.finalDemand ?? 0) }))
  return { ...chain, enterprises, inputs: [...rows.values()] }
}

const given = (outsideFlow: number, shares: readonly (number | undefined)[]): Chain => ({
  format: 'industrial-chain',
  version: 1,
  name: 'shares',
  stages: [{ id: 's', name: 's', tier: 0 }],
  enterprises: ['A', 'B', 'L'].map((id) => ({
    id, name: id, role: 'core', stage: 's', finalDemand: id === 'L' ? 10 : 1,
  })), // prettier-ignore
  supplies: shares.map((share, row): Supply => ({
    id: `e${row}`,
    from: row === 0 ? 'A' : 'B',
    to: 'L',
    product: 'part',
    ...(share === undefined ? {} : { share }),
  })),
  inputs: [{ enterprise: 'L', product: 'part', outsideFlow }],
})

/** Purchases of L are 0.6 of its output of 10. */
test('a share is one of all purchases of the product, so a given outside flow leaves less to links without a share', () => {
  const flow = (chain: Chain): number[] => [...validIndex(chain).flow]
  const close = (found: number[], wanted: number[]) =>
    found.forEach((value, link) => expect(value).toBeCloseTo(wanted[link]!, 12))
  close(flow(given(1, [0.5, undefined])), [3, 2])
  close(flow(given(1, [undefined, undefined])), [2.5, 2.5])
  close(flow(given(4, [0.5, undefined])), [3, 0])
  close(flow(given(0, [0.6, 0.2])), [4.5, 1.5])
  close(flow(given(1, [0.6, 0.2])), [3.75, 1.25])
})

test('a given outside flow beside derived flows gives the baseline of the slow model', () => {
  fc.assert(
    fc.property(arbitraryChain, fc.nat(), (random, seed) => {
      const chain = withOutsideFlows(random, seed)
      const index = validIndex(chain)
      const slow = slowBaseline(chain)
      for (const { id, output } of slow.firms) {
        const found = index.output[index.enterpriseIds.indexOf(id)]!
        expect(Math.abs(found - output)).toBeLessThanOrEqual(1e-9 * output)
      }
      for (const { id, flow } of slow.links) {
        const found = index.flow[index.linkIds.indexOf(id)]!
        expect(Math.abs(found - flow)).toBeLessThanOrEqual(1e-9 * Math.max(1, flow))
      }
    }),
    { numRuns: 200, seed: 61 },
  )
})
