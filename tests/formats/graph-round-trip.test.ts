import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../../src/io/formats/chain-graph.ts'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { writeGexf } from '../../src/io/formats/write-gexf.ts'
import { writeGraphml } from '../../src/io/formats/write-graphml.ts'
import { writeCytoscapeJson, writeGraphologyJson } from '../../src/io/formats/write-graph-json.ts'
import type { WrittenGraph } from '../../src/io/formats/graph-document.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { anyChain } from '../io/any-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'
import { times } from '../how-often.ts'

const FORMATS: readonly (readonly [string, (graph: WrittenGraph) => string])[] = [
  ['GEXF', writeGexf],
  ['GraphML', writeGraphml],
  ['Cytoscape JSON', writeCytoscapeJson],
  ['graphology JSON', writeGraphologyJson],
]

test.each(FORMATS)('%s gives any chain back, to the byte', (_, write) => {
  fc.assert(
    fc.property(anyChain, fc.constantFrom('zh' as const, 'en' as const), (chain, language) => {
      const text = write(graphOf(chain, language))
      const { chain: again, problems, foreign } = readGraph(bytesOf(text), 'own')
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(foreign).toBeNull()
      expect(writeChain(again!)).toBe(writeChain(chain))
      expect(write(graphOf(again!, language))).toBe(text)
    }),
    { numRuns: times(500, 150) },
  )
})

test.each(FORMATS)('%s gives every published case back', (_, write) => {
  for (const { text } of fixtures) {
    const { chain } = readChain(bytesOf(text), 'case')
    const again = readGraph(bytesOf(write(graphOf(chain!, 'en'))), 'own')
    expect(writeChain(again.chain!)).toBe(writeChain(chain!))
  }
})
