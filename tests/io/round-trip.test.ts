import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { anyChain } from './any-chain.ts'
import { bytesOf, fixtures } from './fixtures.ts'
import { times } from '../how-often.ts'

const read = (text: string) => readChain(bytesOf(text), 'any')
const errorsOf = (text: string) => read(text).problems.filter(({ severity }) => severity === 'error')

test('a sound document is read as it is, unknown fields included', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const text = JSON.stringify(chain)
      expect(errorsOf(text)).toEqual([])
      expect(JSON.stringify(read(text).chain)).toBe(text)
    }),
    { numRuns: times(500, 200) },
  )
})

test('what was written is read and written again to the byte, and nothing is lost', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const written = writeChain(chain)
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(chain)))
      expect(errorsOf(written)).toEqual([])
      expect(writeChain(read(written).chain!)).toBe(written)
    }),
    { numRuns: times(500, 200) },
  )
})

test('fields are written in the order of the format, whatever their order before', () => {
  const { chain } = read(fixtures.find(({ name }) => name === 'handle')!.text)
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, each]) => [name, turned(each)]),
    )
  }
  expect(writeChain(turned(chain) as Chain)).toBe(writeChain(chain!))
})

test('a changed row changes one line', () => {
  const { chain } = read(fixtures.find(({ name }) => name === 'random-20')!.text)
  const supplies = chain!.supplies.map((supply, row) => (row === 3 ? { ...supply, leadDays: 9 } : supply))
  const before = writeChain(chain!).split('\n')
  const after = writeChain({ ...chain!, supplies }).split('\n')
  expect(after.length).toBe(before.length)
  expect(after.filter((line, row) => line !== before[row]).length).toBe(1)
})

test('a number that JSON cannot hold is never written', () => {
  const { chain } = read(fixtures[0]!.text)
  expect(() => writeChain({ ...chain!, settings: { restock: Number.NaN } })).toThrow('finite')
})
