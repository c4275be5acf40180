/** A graph of another program, brought in: mapped, turned round, brought in again. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bring, type BringSource } from '../../src/io/bring/bring.ts'
import { emptyChain } from '../../src/model/new-chain.ts'
import { likelyPast } from '../../src/io/bring/likely-past.ts'
import { previewFiles } from '../../src/io/bring/preview-files.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { readChain } from '../../src/io/read-chain.ts'
import type { BringMapping } from '../../src/model/bring.ts'
import type { Chain } from '../../src/model/chain.ts'
import { run } from '../cli/in-process.ts'
import { bytesOf } from '../io/fixtures.ts'

const bytesOfFile = (name: string) => new Uint8Array(readFileSync(new URL(`../corpus/graphs/${name}`, import.meta.url)))
const read = async (name: string) => readFiles([{ name, bytes: bytesOfFile(name) }], {})

const brought = (source: BringSource, mapping: BringMapping, chain: Chain) => {
  const into = { file: 'x', mapping, chain, past: null, scenario: null }
  return bring(source, { ...into, past: likelyPast(source, into) })
}

test('links are turned round, and the question is asked with the new sentence', async () => {
  const files = await read('sound-plain.gexf')
  const { mapping } = previewFiles(files, emptyChain('x'), 'x')
  const asIs = brought(files.source!, mapping, emptyChain('x'))
  const turned = brought(files.source!, { ...mapping, graph: { ...mapping.graph!, isReversed: true } }, emptyChain('x'))
  expect(asIs.direction[0]).toMatchObject({ from: '铜业 A', to: '线束 B' })
  expect(turned.direction[0]).toMatchObject({ from: '线束 B', to: '铜业 A' })
  expect(turned.chain!.supplies.map(({ from, to }) => `${from}>${to}`)).toEqual(['线束 B>铜业 A', '整车 C>线束 B'])
})

test('what a mapping mends is no longer among the problems', async () => {
  const files = await read('attr-key-not-declared.graphml')
  const { mapping } = previewFiles(files, emptyChain('x'), 'x')
  const codes = (given: BringMapping) => brought(files.source!, given, emptyChain('x')).problems.map(({ code }) => code)
  expect(files.problems.map(({ code }) => code)).toEqual(['ATTR'])
  expect(codes(mapping)).toEqual(['NO_STAGE', 'NO_PRODUCT'])
  const attributes = mapping.graph!.attributes.map((each) =>
    each.attribute === 'weight' ? { ...each, field: 'product' } : each,
  )
  expect(codes({ ...mapping, graph: { ...mapping.graph!, attributes } })).toEqual(['NO_STAGE'])
})

test('the same graph twice changes nothing, and what was said of its attributes is remembered without a value from it', async () => {
  const files = await read('sound-gephi-1.2.gexf')
  const { mapping } = previewFiles(files, emptyChain('x'), 'x')
  const changed = { ...mapping, graph: { ...mapping.graph!, isReversed: true } }
  const once = brought(files.source!, changed, emptyChain('x')).chain!
  expect(JSON.stringify(once.imports)).not.toContain('"examples":["')
  const again = previewFiles(files, once, 'x')
  expect(again.mapping.graph!.isReversed).toBe(true)
  expect(again.mapping.graph!.attributes[0]!.examples.length).toBeGreaterThan(0)
  expect(writeChain(brought(files.source!, again.mapping, once).chain!)).toBe(writeChain(once))
})

test('a chain whose record of an import was bent by hand still opens the sheet', async () => {
  const files = await read('sound-gephi-1.2.gexf')
  const { mapping } = previewFiles(files, emptyChain('x'), 'x')
  const once = brought(files.source!, mapping, emptyChain('x')).chain!
  const bent = JSON.parse(writeChain(once).replace('"isReversed": false', '"isReversed": "no"')) as Chain
  expect(previewFiles(files, bent, 'x').mapping.graph!.isReversed).toBe(false)
})

test('the command line takes a graph, another field for an attribute, and the other direction', async () => {
  const files = { 'g.gexf': bytesOfFile('sound-gephi-1.2.gexf') }
  const result = async (...args: readonly string[]) => {
    const { code, written } = await run(['import', 'g.gexf', '--to', 'out.chain.json', ...args], files)
    return { code, chain: readChain(written.get('out.chain.json') ?? bytesOf(''), 'out').chain }
  }
  const plain = await result()
  expect(plain.code).toBe(0)
  expect(plain.chain!.supplies[0]).toMatchObject({ from: '博世', to: '广汽', product: 'ESC', flow: 2.5 })
  const turned = await result('--reverse', '--map', '金额=,weight=flow')
  expect(turned.chain!.supplies[0]).toMatchObject({ from: '广汽', to: '博世', flow: 1 })
  expect((await result('--map', '金额=price')).code).toBe(2)
})

test('a preview cuts off a text of millions of characters, which a page would take seconds to lay out', async () => {
  const bytes = new TextEncoder().encode(`企业名称,${'甲'.repeat(5000)}\n乙,${'丙'.repeat(5000)}\n`)
  const files = await readFiles([{ name: 'x.csv', bytes }], {})
  const [table] = previewFiles(files, emptyChain('x'), 'x').tables
  expect([...table!.headings, ...table!.rows.flat()].map((cell) => cell.length)).toEqual([4, 201, 1, 201])
})
