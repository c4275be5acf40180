import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainGraph, enterpriseKey, supplyKey } from '../../src/model/graph.ts'
import { anyChain } from '../io/any-chain.ts'

test('the graph holds every enterprise and every supply once, in the order of the document', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const graph = chainGraph(chain)
      expect(graph.mapNodes((_, { enterprise }) => enterprise)).toEqual(chain.enterprises)
      expect(graph.mapEdges((_, { supply }) => supply)).toEqual(chain.supplies)
      for (const { id, from, to } of chain.supplies) {
        expect(graph.extremities(supplyKey(id))).toEqual([enterpriseKey(from), enterpriseKey(to)])
      }
      for (const { id } of chain.enterprises) {
        const sold = chain.supplies.filter(({ from }) => from === id).map((supply) => supply.id)
        const found = graph.mapOutEdges(enterpriseKey(id), (_, { supply }) => supply.id)
        expect(found.toSorted()).toEqual(sold.toSorted())
      }
    }),
    { numRuns: 200 },
  )
})

test('loops and parallel links of one product stay apart', () => {
  const enterprise = { name: '', role: 'sme', stage: 's' } as const
  const link = { from: 'a', to: 'b', product: 'p' }
  const graph = chainGraph({
    format: 'industrial-chain',
    version: 1,
    name: '',
    stages: [{ id: 's', name: '', tier: 0 }],
    enterprises: [
      { id: 'a', ...enterprise },
      { id: 'b', ...enterprise },
    ],
    supplies: [
      { id: '1', ...link },
      { id: '2', ...link },
      { id: '3', ...link, to: 'a' },
    ],
  })
  expect(graph.size).toBe(3)
  expect(graph.edges(enterpriseKey('a'), enterpriseKey('b')).toSorted()).toEqual(['e:1', 'e:2'])
  expect(graph.selfLoopCount).toBe(1)
})

test('an id that is the name of something every object has does no harm', () => {
  const enterprises = ['__proto__', 'constructor', 'toString'].map(
    (id) => ({ id, name: id, role: 'sme', stage: 's' }) as const,
  )
  const supplies = enterprises.flatMap(({ id: from }) =>
    enterprises.map(({ id: to }) => ({ id: `${from} ${to}`, from, to, product: 'p' })),
  )
  const stages = [{ id: 's', name: '', tier: 0 }]
  const graph = chainGraph({ format: 'industrial-chain', version: 1, name: '', stages, enterprises, supplies })
  expect(graph.outDegree(enterpriseKey('__proto__'))).toBe(3)
  expect(Object.keys(Object.prototype)).toEqual([])
})
