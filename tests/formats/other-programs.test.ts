/** What is written must be what the programs it is written for take: graphology and Cytoscape.js themselves read it. */
import cytoscape from 'cytoscape'
import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { graphOf } from '../../src/io/formats/chain-graph.ts'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { writeGexf } from '../../src/io/formats/write-gexf.ts'
import { writeCytoscapeJson, writeGraphologyJson } from '../../src/io/formats/write-graph-json.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'

const chains = fixtures.map(({ name, text }) => ({ name, chain: readChain(bytesOf(text), name).chain! }))

test.each(chains)('graphology imports $name, and what it exports is the same chain', ({ chain }) => {
  const graph = new MultiDirectedGraph()
  graph.import(JSON.parse(writeGraphologyJson(graphOf(chain, 'en'))) as Parameters<typeof graph.import>[0])
  expect([graph.order, graph.size]).toEqual([chain.enterprises.length, chain.supplies.length])
  const again = readGraph(bytesOf(JSON.stringify(graph.export())), 'exported')
  expect(writeChain(again.chain!)).toBe(writeChain(chain))
})

test.each(chains)('Cytoscape.js takes $name with every link, and what it saves is the same chain', ({ chain }) => {
  const file = JSON.parse(writeCytoscapeJson(graphOf(chain, 'en'))) as {
    data: object
    elements: cytoscape.ElementsDefinition
  }
  const cy = cytoscape({ headless: true, ...file })
  expect([cy.nodes().length, cy.edges().length]).toEqual([chain.enterprises.length, chain.supplies.length])
  const again = readGraph(bytesOf(JSON.stringify(cy.json())), 'saved')
  expect(again.foreign).toBeNull()
  expect(writeChain(again.chain!)).toBe(writeChain(chain))
})

test('other programs find the enterprises where our map has them: upstream left', () => {
  const { chain } = chains.find(({ name }) => name === 'handle')!
  const graph = graphOf(chain, 'en')
  const tierOf = new Map(chain.stages.map(({ id, tier }) => [id, tier]))
  const tiers = chain.enterprises.map(({ id, stage }) => ({ tier: tierOf.get(stage)!, x: graph.positions.get(id)!.x }))
  for (const one of tiers) for (const other of tiers) if (one.tier > other.tier) expect(one.x).toBeLessThan(other.x)
  expect(writeGexf(graph).match(/<viz:position /g)!.length).toBe(chain.enterprises.length)
})
