import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeChains } from '../../src/io/merge/merge-chains.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { anyChain } from '../io/any-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'
import { times } from '../how-often.ts'

const errorsOf = (chain: Chain) =>
  readChain(bytesOf(writeChain(chain)), 'merged').problems.filter(({ severity }) => severity === 'error')

test('a chain merged with itself stays as it is, and nothing is said', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const { chain: merged, problems } = mergeChains(chain, chain, 'b')
      expect(problems).toEqual([])
      expect(writeChain(merged!)).toBe(writeChain(chain))
    }),
    { numRuns: times(300) },
  )
})

test('two chains give a sound one that holds every row of the first as it was, and every row of the second or a word about it', () => {
  fc.assert(
    fc.property(anyChain, anyChain, (one, other) => {
      const { chain, problems } = mergeChains(one, other, 'b')
      if (chain === null) {
        expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
        return
      }
      expect(errorsOf(chain)).toEqual([])
      one.enterprises.forEach((row, at) =>
        expect(chain.enterprises[at]).toMatchObject(
          row.code === undefined ? { id: row.id, role: row.role } : { id: row.id, code: row.code },
        ),
      )
      expect(chain.supplies.slice(0, one.supplies.length).map(({ id }) => id)).toEqual(one.supplies.map(({ id }) => id))
      const links = (rows: Chain['supplies']) => rows.map(({ product }) => product)
      for (const product of links(other.supplies)) expect(links(chain.supplies)).toContain(product)
      expect(chain.blocks!.length).toBeGreaterThanOrEqual(Math.max(one.blocks!.length, other.blocks!.length))
    }),
    { numRuns: times(300) },
  )
})

test('merging once more changes nothing', () => {
  fc.assert(
    fc.property(anyChain, anyChain, (one, other) => {
      const once = mergeChains(one, other, 'b').chain
      if (once === null) return
      const twice = mergeChains(once, once, 'b')
      expect(writeChain(twice.chain!)).toBe(writeChain(once))
    }),
    { numRuns: times(100) },
  )
})

const base = readChain(bytesOf(fixtures.find(({ name }) => name === 'handle')!.text), 'handle').chain!
const row = base.enterprises[0]!
const withRow = (change: object, chain: Chain = base): Chain => ({
  ...chain,
  enterprises: chain.enterprises.map((each) => (each.id === row.id ? { ...each, ...change } : each)),
})

test('what the two say differently is kept from the first and said with both values', () => {
  const { chain, problems } = mergeChains(withRow({ region: '春江' }), withRow({ region: '云岭' }), 'b')
  expect(chain!.enterprises[0]!.region).toBe('春江')
  expect(problems).toEqual([
    {
      code: 'CONFLICT',
      severity: 'warning',
      file: 'b',
      path: 'enterprises[0].region',
      found: '"云岭"',
      expected: '"春江"',
    },
  ])
})

test('what only one says is taken', () => {
  const { chain, problems } = mergeChains(base, withRow({ region: '云岭', code: '91350900587527783P' }), 'b')
  expect(problems).toEqual([])
  expect(chain!.enterprises[0]).toMatchObject({ region: '云岭', code: '91350900587527783P' })
})

const turned = (id: string, chain: Chain): Chain =>
  JSON.parse(writeChain(chain).replaceAll(JSON.stringify(row.id), JSON.stringify(id))) as Chain

test('an enterprise under another id is the same by its code, and its links follow', () => {
  const code = { code: '91350900587527783P' }
  const { chain, problems } = mergeChains(withRow(code), turned('other', withRow(code)), 'b')
  expect(writeChain(chain!)).toBe(writeChain(withRow(code)))
  expect(problems[0]).toMatchObject({
    code: 'CONFLICT',
    path: 'enterprises[0].id',
    found: '"other"',
    expected: JSON.stringify(row.id),
  })
})

test('two enterprises with one id and two codes stay two', () => {
  const { chain, problems } = mergeChains(withRow({ code: 'A' }), withRow({ code: 'B' }), 'b')
  expect(chain!.enterprises.length).toBe(base.enterprises.length + 1)
  expect(problems[0]).toMatchObject({
    code: 'DUP_ID',
    found: JSON.stringify(row.id),
    expected: JSON.stringify(`${row.id}-2`),
  })
  expect(errorsOf(chain!)).toEqual([])
})
