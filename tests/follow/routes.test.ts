import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRoutes } from '../../src/analysis/routes/count-routes.ts'
import { routeGraph } from '../../src/analysis/routes/route-graph.ts'
import { linksOfRoute } from '../../src/analysis/routes/links-of-route.ts'
import { routesBetween, type Route } from '../../src/analysis/routes/routes.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { IndexedChain } from '../../src/engine/indexed-chain.ts'
import { arbitraryNetwork, networkChain } from './networks.ts'

/** Every route, by trying all ways. */
function everyRoute(index: IndexedChain, from: number, to: number): Route[] {
  const flows = new Map<string, number>()
  for (let link = 0; link < index.linkCount; link++) {
    const key = `${index.linkFrom[link]}>${index.groupEnterprise[index.linkGroup[link]!]}`
    flows.set(key, (flows.get(key) ?? 0) + index.flow[link]!)
  }
  const found: Route[] = []
  const go = (rows: readonly number[], flow: number): void => {
    const at = rows.at(-1)!
    if (at === to) return void found.push({ rows, flow })
    for (let next = 0; next < index.enterpriseCount; next++) {
      const step = flows.get(`${at}>${next}`)
      if (step !== undefined && !rows.includes(next)) go([...rows, next], Math.min(flow, step))
    }
  }
  if (from !== to) go([from], Infinity)
  return found
}

const byRows = (a: Route, b: Route): number => {
  const differs = a.rows.findIndex((row, at) => row !== b.rows[at])
  return differs < 0 ? 0 : a.rows[differs]! - b.rows[differs]!
}

test('routes are counted and listed as trying all ways finds them, on graphs with loops and parallel links', () => {
  fc.assert(
    fc.property(arbitraryNetwork(7, 22), fc.nat(), fc.nat(), (chain, a, b) => {
      const { index } = indexChain(chain)
      const [from, to] = [a % index.enterpriseCount, b % index.enterpriseCount]
      const all = everyRoute(index, from, to)
      const shortest = all.toSorted((x, y) => x.rows.length - y.rows.length || byRows(x, y))
      const richest = all.toSorted((x, y) => y.flow - x.flow || x.rows.length - y.rows.length || byRows(x, y))
      for (const listed of [3, 1000]) {
        const question = { index, from, to, listed }
        const answer = routesBetween({ ...question, order: 'shortest' })
        expect(answer.count).toBe(BigInt(all.length))
        expect(answer.isExact).toBe(true)
        expect(answer.routes).toEqual(shortest.slice(0, listed))
        expect(routesBetween({ ...question, order: 'flow' }).routes).toEqual(richest.slice(0, listed))
      }
    }),
    { numRuns: 300 },
  )
})

test('the links of a route are all parallel ones of its steps, and no other', () => {
  fc.assert(
    fc.property(arbitraryNetwork(6, 20), fc.nat(), fc.nat(), (chain, a, b) => {
      const { index } = indexChain(chain)
      const [from, to] = [a % index.enterpriseCount, b % index.enterpriseCount]
      for (const { rows } of routesBetween({ index, from, to, order: 'shortest', listed: 20 }).routes) {
        const wanted = [...index.flow.keys()].filter((link) => {
          const at = rows.indexOf(index.linkFrom[link]!)
          return at >= 0 && rows[at + 1] === index.groupEnterprise[index.linkGroup[link]!]
        })
        expect(linksOfRoute(index, rows).toSorted((x, y) => x - y)).toEqual(wanted)
      }
    }),
    { numRuns: 100 },
  )
})

test('without loops any number of routes is exact: 2 to the power of 80 through 80 forks', () => {
  const links = Array.from({ length: 80 }, (_, at) => [
    [3 * at, 3 * at + 1],
    [3 * at, 3 * at + 2],
    [3 * at + 1, 3 * at + 3],
    [3 * at + 2, 3 * at + 3],
  ]).flat() as [number, number][]
  const { index } = indexChain(networkChain(241, links))
  const rowOf = (at: number) => index.enterpriseIds.indexOf(`e${at}`)
  const answer = routesBetween({ index, from: rowOf(0), to: rowOf(240), order: 'flow', listed: 50 })
  expect(answer.count).toBe(2n ** 80n)
  expect(answer.isExact).toBe(true)
  expect(answer.routes).toHaveLength(50)
})

test('where all supply all, the count ends at its bound, says so, and is never too large', () => {
  const all = [...new Array(11).keys()]
  const links = all.flatMap((a) => all.filter((b) => b !== a).map((b): [number, number] => [a, b]))
  const { index } = indexChain(networkChain(11, links))
  const graph = routeGraph(index, 0, 1)!
  // Ways through k of the 9 others, in any order: 9! / (9 - k)!.
  const exact = 986_410n
  const cut = countRoutes(graph, 50_000)
  expect(cut.isExact).toBe(false)
  expect(cut.count).toBeGreaterThan(1000n)
  expect(cut.count).toBeLessThan(exact)
  const whole = countRoutes(graph, 100_000_000)
  expect(whole).toEqual({ count: exact, isExact: true })
})
