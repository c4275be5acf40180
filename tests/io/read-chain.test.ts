import { expect, test } from 'vitest'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { bytesOf, fixtures } from './fixtures.ts'

test('there are fixtures to read', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(26)
})

test.each(fixtures)('$name reads without an error and is written back with nothing lost', ({ text }) => {
  const { chain, problems } = readChain(bytesOf(text), 'fixture')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const written = writeChain(chain!)
  expect(JSON.parse(written)).toEqual(JSON.parse(text))
  expect(writeChain(readChain(bytesOf(written), 'written').chain!)).toBe(written)
})
