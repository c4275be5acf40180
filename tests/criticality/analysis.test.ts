import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criticalityOfAll } from '../../src/analysis/criticality-pool.ts'
import {
  addedLoss,
  closedLoops,
  criticalityRanking,
  estimateCriticality,
  isTooLarge,
  mergeCriticality,
  standingStill,
} from '../../src/analysis/criticality.ts'
import { inProcessRunner } from '../../src/analysis/in-process-runner.ts'
import { Cancelled } from '../../src/analysis/runner.ts'
import { criticalityOf, criticalityRange } from '../../src/engine/criticality.ts'
import { CONVERGED, PUBLISHED } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { strongComponents } from '../../src/engine/strong-components.ts'
import type { Chain } from '../../src/model/chain.ts'
import { supplyNetwork } from '../../bench/supply-network.ts'
import { networks } from './networks.ts'

const silent = (): void => {}
const { index } = indexChain(supplyNetwork(1_200, 2_600, 5))
const whole = criticalityRange({ index, settings: PUBLISHED, from: 0, to: 1_200 }, silent)

test.each([1, 2, 4])('spread over %i runners the bits are those of one thread', async (count) => {
  const runners = Array.from({ length: count }, () => inProcessRunner(() => 0))
  const seen: number[] = []
  const { result } = criticalityOfAll(runners, { index, settings: PUBLISHED }, ({ done }) => seen.push(done))
  const figures = await result
  for (const which of ['index', 'down', 'up', 'sweeps'] as const) expect(figures[which]).toEqual(whole[which])
  expect(seen.at(-1)).toBe(1_200)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
})

test('a cancelled run ends as cancelled and does no further part', async () => {
  let parts = 0
  const runner = inProcessRunner(() => 0)
  const counting = {
    ...runner,
    start: ((...given: Parameters<typeof runner.start>) => {
      parts++
      return runner.start(...given)
    }) as typeof runner.start,
  }
  const job = criticalityOfAll([counting], { index, settings: PUBLISHED }, ({ done }) => {
    if (done === 250) job.cancel()
  })
  await expect(job.result).rejects.toThrow(Cancelled)
  expect(parts).toBe(1)
})

test('a failing runner fails the run', async () => {
  const broken = inProcessRunner(() => 0)
  const failing = { ...broken, start: () => ({ result: Promise.reject(new Error('gone')), cancel: silent }) }
  const { result } = criticalityOfAll([inProcessRunner(() => 0), failing], { index, settings: PUBLISHED }, silent)
  await expect(result).rejects.toThrow('gone')
})

test('parts that do not make up the whole are our own mistake', () => {
  expect(() => mergeCriticality([{ ...whole, from: 1 }], 1_201)).toThrow('expected a part from row 0, got 1')
  expect(() => mergeCriticality([whole], 1_201)).toThrow('expected 1201 rows, got 1200')
})

test('the ranking is by the converged index, largest first, with ties shown as ties', () => {
  const none = new Float64Array(4)
  const sweeps = new Int32Array(4)
  const converged = { index: Float64Array.of(0.2, 0.5, 0.2, 0.1), down: none, up: none, sweeps }
  const published = { index: Float64Array.of(0.3, 0.5, 0.2, 0.1), down: none, up: none, sweeps }
  const ranking = criticalityRanking(converged, published)
  expect(ranking.map(({ row, rank }) => [row, rank])).toEqual([[1, 1], [0, 2], [2, 2], [3, 4]]) // prettier-ignore
  expect(ranking[1]!.difference).toBeCloseTo(0.1)
})

const loop: Chain = {
  format: 'industrial-chain',
  version: 1,
  name: 'loop',
  stages: [{ id: 's', name: 's', tier: 0 }],
  enterprises: ['a', 'b', 'c', 'd'].map((id) => {
    return { id, name: id, role: 'core', stage: 's', finalDemand: id === 'c' ? 1 : 0 } as const
  }),
  supplies: [
    { id: '1', from: 'a', to: 'b', product: 'p', flow: 2 },
    { id: '2', from: 'b', to: 'a', product: 'q', flow: 2 },
    { id: '3', from: 'b', to: 'd', product: 'q', flow: 1 },
    { id: '4', from: 'd', to: 'c', product: 'r', flow: 1 },
    { id: '5', from: 'c', to: 'c', product: 't', flow: 1 },
  ],
  inputs: [],
}

test('a loop without final demand or outside supply is named, an open one is not', () => {
  const rows = (chain: Chain, closed: boolean): string[][] => {
    const indexed = indexChain(chain).index
    return closedLoops(indexed, { closed }).map((members) => members.map((row) => indexed.enterpriseIds[row]!))
  }
  expect(rows(loop, false)).toEqual([['a', 'b']])
  expect(rows(loop, true)).toEqual([['a', 'b'], ['c']])
  expect(rows({ ...loop, inputs: [{ enterprise: 'a', product: 'q', outsideFlow: 1 }] }, false)).toEqual([])
})

test('two enterprises share a component exactly when each reaches the other', () => {
  fc.assert(
    fc.property(networks, (chain) => {
      const indexed = indexChain(chain).index
      const { componentOf, count } = strongComponents(indexed)
      const reach = reachability(chain)
      const ids = indexed.enterpriseIds
      ids.forEach((one, row) => {
        ids.forEach((other, column) => {
          const together = row === column || (reach.get(one)!.has(other) && reach.get(other)!.has(one))
          expect(componentOf[row] === componentOf[column]).toBe(together)
        })
      })
      expect(new Set(componentOf).size).toBe(count)
    }),
  )
})

function reachability(chain: Chain): Map<string, Set<string>> {
  const reach = new Map(chain.enterprises.map(({ id }) => [id, new Set([id])]))
  for (let round = 0; round < chain.enterprises.length; round++) {
    for (const { from, to } of chain.supplies) for (const id of reach.get(to)!) reach.get(from)!.add(id)
  }
  return reach
}

test('a path of 30,000 enterprises has as many components', () => {
  const size = 30_000
  const path = indexChain({
    ...loop,
    enterprises: Array.from({ length: size }, (_, row) => ({ ...loop.enterprises[0]!, id: `${row}`, finalDemand: 1 })),
    supplies: Array.from({ length: size - 1 }, (_, row) => {
      return { id: `${row}`, from: `${row}`, to: `${row + 1}`, product: 'p', flow: 1 }
    }),
  }).index
  expect(strongComponents(path).count).toBe(size)
})

test('what would break next costs what is lost beyond today, and nothing is asked of who stands still', () => {
  const level = Float64Array.from(index.enterpriseIds, (_, row) => (row % 50 === 0 ? 0 : row % 7 === 0 ? 0.5 : 1.1))
  const already = standingStill(level)
  const today = criticalityOf(index, CONVERGED, [{ down: already, up: already }]).index[0]!
  const range = criticalityRange({ index, settings: CONVERGED, from: 40, to: 60, already }, silent)
  const added = addedLoss(range, today, level)
  expect(Number.isNaN(added[10]!)).toBe(true)
  added.forEach((loss, place) => place !== 10 && expect(loss).toBeGreaterThan(-1e-9))
  expect(Math.max(...added.filter((loss) => !Number.isNaN(loss)))).toBeGreaterThan(0)
})

test('the estimate counts every enterprise and refuses what is too much', () => {
  let clock = 0
  const estimate = estimateCriticality({ index, settings: PUBLISHED }, () => (clock += 5))
  expect(estimate.milliseconds).toBeGreaterThan(1_200 * 5)
  expect(isTooLarge(estimate, 1)).toBe(false)
  expect(isTooLarge({ milliseconds: 3 * 7_200_000, bytes: 0 }, 2)).toBe(true)
  expect(isTooLarge({ milliseconds: 1, bytes: 6e8 }, 2)).toBe(true)
  expect(
    estimateCriticality(
      { index: indexChain({ ...loop, enterprises: [], supplies: [] }).index, settings: PUBLISHED },
      () => 0,
    ).milliseconds,
  ).toBe(0)
})
