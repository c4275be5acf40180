import { expect, test } from 'vitest'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { bytesOf } from '../io/fixtures.ts'

const graph = (nodes: number, edges: number): Uint8Array => {
  const keys = Array.from({ length: nodes }, (_, row) => `{"key":"${row}"}`)
  const links = Array.from({ length: edges }, (_, row) => `{"source":"0","target":"${1 + (row % (nodes - 1))}"}`)
  return bytesOf(`{"options":{"type":"directed"},"nodes":[${keys.join()}],"edges":[${links.join()}]}`)
}
const errorsOf = (bytes: Uint8Array): readonly string[] =>
  readGraph(bytes, 'large')
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, found }) => `${code} ${path} ${found}`)

test('200,000 nodes are read, one more is refused', () => {
  expect(errorsOf(graph(200_000, 0))).toEqual([])
  expect(errorsOf(graph(200_001, 0))).toEqual(['LIMIT nodes 200001'])
})

test('more than 1,000,000 edges are refused', () => {
  expect(errorsOf(graph(2, 1_000_001))).toEqual(['LIMIT edges 1000001'])
})

test('a file of more than 50 MB is refused before it is read', () => {
  const large = new Uint8Array(50 * 1024 * 1024 + 1).fill(0x20)
  large.set(bytesOf('<gexf>'))
  expect(errorsOf(large)).toEqual(['TOO_LARGE undefined > 50 MB'])
})

test('200,000 rows get their verdict within ten seconds', () => {
  const rows = graph(50_000, 150_000)
  const begin = process.cpuUsage()
  expect(readGraph(rows, 'large').chain!.supplies.length).toBe(150_000)
  const { user, system } = process.cpuUsage(begin)
  expect((user + system) / 1e6).toBeLessThan(10)
})
