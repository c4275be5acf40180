import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexChain } from '../../src/engine/index-chain.ts'
import { graphOf } from '../../src/io/formats/chain-graph.ts'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { writeGexf } from '../../src/io/formats/write-gexf.ts'
import { writeGraphml } from '../../src/io/formats/write-graphml.ts'
import { writeCytoscapeJson, writeGraphologyJson } from '../../src/io/formats/write-graph-json.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'
import { times } from '../how-often.ts'

const corpus = new URL('../corpus/graphs/', import.meta.url)
const files = readdirSync(corpus)
  .filter((name) => name !== 'expected.json')
  .map((name) => readFileSync(new URL(name, corpus)))
  .filter((bytes) => bytes.length < 6000)
const chain = readChain(bytesOf(fixtures.find(({ name }) => name === 'handle')!.text), 'handle').chain!
const own = [writeGexf, writeGraphml, writeCytoscapeJson, writeGraphologyJson].map((write) =>
  bytesOf(write(graphOf(chain, 'zh'))),
)

/** Whatever came in: an answer, and a chain in it is sound. */
function expectAnswer(bytes: Uint8Array): void {
  const { chain, problems } = readGraph(bytes, 'any')
  if (chain === null) expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
  else {
    indexChain(chain)
    const again = readChain(bytesOf(writeChain(chain)), 'again')
    expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  }
}

test('any bytes and any JSON get an answer', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectAnswer), { numRuns: times(1000) })
  fc.assert(
    fc.property(fc.json(), (text) => expectAnswer(bytesOf(text))),
    { numRuns: times(500) },
  )
})

const change = fc.record({ at: fc.nat(), by: fc.uint8Array({ maxLength: 3 }), drop: fc.nat(4) })

test('a graph file with bytes changed or missing gets an answer', () => {
  expect(files.length).toBeGreaterThan(80)
  fc.assert(
    fc.property(
      fc.constantFrom(...files, ...own, ...own, ...own),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      (file, changes) => {
        let bytes = new Uint8Array(file)
        for (const { at, by, drop } of changes) {
          const place = at % bytes.length
          bytes = Uint8Array.from([...bytes.subarray(0, place), ...by, ...bytes.subarray(place + drop)])
        }
        expectAnswer(bytes)
      },
    ),
    { numRuns: times(1500) },
  )
})

const piece = fc.constantFrom(
  '<node id="', '<nodes>', '</node>', '<edge source="', '<attvalue for="__proto__" value="', '"/>', '<![CDATA[', ']]>', '<!--', '-->', '&#', ';',
  '<!DOCTYPE', '<?changlian chain.format "industrial-chain"?>', '<graph edgedefault="directed">', '<data key="d0">', '<key id="d0" attr.name="__proto__"/>',
  '{"data":{"id":"', '"__proto__":', '"elements":[', '{"key":"', '},', '],', 'x', '"', '>', '\u0000', '1e999',
) // prettier-ignore

test('pieces of markup and JSON in any order get an answer', () => {
  const head = fc.constantFrom('<gexf>', '<graphml>', '{"elements":{"nodes":[', '{"nodes":[{"key":"a"}],"edges":[', '[')
  fc.assert(
    fc.property(head, fc.array(piece, { maxLength: 30 }), (start, pieces) =>
      expectAnswer(bytesOf(start + pieces.join(''))),
    ),
    { numRuns: times(2000) },
  )
})

test.each([
  ['many attributes', `<gexf ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
  ['a long name', `<${'g'.repeat(5e6)}>`],
  ['a long comment', `<gexf><!--${'-x'.repeat(5e6)}--></gexf>`],
  ['deep elements', `<gexf>${'<a>'.repeat(1e6)}`],
  ['many references', `<gexf><a>${'&amp;'.repeat(1e6)}</a></gexf>`],
  ['many ampersands', `<gexf><a b="${'&'.repeat(1e6)}`],
  ['a long attribute', `<gexf a="${'x'.repeat(2e7)}`],
  [
    'many keys',
    `<graphml>${Array.from({ length: 100_000 }, (_, at) => `<key id="${at}"><default>1</default></key>`).join('')}<graph><node id="a"/></graph></graphml>`,
  ],
])('%s get an answer within seconds', (_, text) => {
  const begin = process.cpuUsage()
  expectAnswer(bytesOf(text))
  const { user, system } = process.cpuUsage(begin)
  expect((user + system) / 1e6).toBeLessThan(4)
})

test('nothing that was read has changed a prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})
