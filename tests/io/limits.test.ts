import { expect, test } from 'vitest'
import { readChain } from '../../src/io/read-chain.ts'
import { bytesOf } from './fixtures.ts'

const head = '{"format":"industrial-chain","version":1,"name":"large","stages":[{"id":"s","name":"s","tier":0}],'
const chainOf = (enterprises: number, supplies: number): Uint8Array => {
  const firms = Array.from({ length: enterprises }, (_, row) => `{"id":"${row}","name":"","role":"sme","stage":"s"}`)
  const links = Array.from({ length: supplies }, (_, row) => `{"id":"${row}","from":"0","to":"1","product":""}`)
  return bytesOf(`${head}"enterprises":[${firms.join()}],"supplies":[${links.join()}]}`)
}
const errorsOf = (bytes: Uint8Array): readonly string[] =>
  readChain(bytes, 'large')
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, found }) => [code, path, found].join(' '))

test('a file of 50 MB is read, one byte more is refused', () => {
  const chain = bytesOf(`${head}"enterprises":[{"id":"a","name":"A","role":"sme","stage":"s"}],"supplies":[]}`)
  const padded = new Uint8Array(50 * 1024 * 1024 + 1).fill(0x20)
  padded.set(chain)
  expect(errorsOf(padded.subarray(0, -1))).toEqual([])
  expect(errorsOf(padded)).toEqual(['TOO_LARGE  > 50 MB'])
})

test('200,000 enterprises are read, one more is refused', () => {
  expect(errorsOf(chainOf(200_000, 0))).toEqual([])
  expect(errorsOf(chainOf(200_001, 0))).toEqual(['LIMIT enterprises 200001'])
})

test('1,000,000 supplies are read, one more is refused', () => {
  expect(errorsOf(chainOf(2, 1_000_000))).toEqual([])
  expect(errorsOf(chainOf(2, 1_000_001))).toEqual(['LIMIT supplies 1000001'])
})

test('of a million equal problems a hundred are listed and the others counted', () => {
  const { problems } = readChain(chainOf(2, 5_000), 'large')
  const parallel = problems.filter(({ code }) => code === 'PARALLEL')
  expect(parallel.length).toBe(100)
  expect(parallel.at(-1)!.more).toBe(5_000 - 1 - 100)
  expect(parallel.filter(({ more }) => more !== undefined).length).toBe(1)
})

test.each([
  ['deep lists', '['.repeat(2e6)],
  ['deep objects', '{"a":'.repeat(1e6)],
  ['a long text', `"${'a'.repeat(2e7)}`],
  ['a long text of escapes', `"${'\\u0041'.repeat(4e6)}"`],
  ['a long number', '1'.repeat(2e7)],
  ['much space', `${' '.repeat(2e7)}x`],
  ['many fields', `{${Array.from({ length: 200_000 }, (_, row) => `"k${row}":1`).join()}}`],
])('%s is refused within seconds', (_, text) => {
  const { chain, problems } = readChain(bytesOf(text), 'hostile')
  expect(chain).toBeNull()
  expect(problems.length).toBe(1)
})
