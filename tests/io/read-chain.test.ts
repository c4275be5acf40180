import { expect, test } from 'vitest'
import { indexChain } from '../../src/engine/index-chain.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
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

test('a backup may say that its flow is 0, a link that delivers may not', () => {
  const { text } = fixtures.find(({ name }) => name === 'substitute')!
  const chain = JSON.parse(text) as Chain
  const withBackup = (backup: boolean, flow: object): string => {
    const link = { ...chain.supplies[1]!, id: 'b', from: 'A2', product: 'ore', backup }
    return JSON.stringify({ ...chain, supplies: [...chain.supplies, { ...link, flow: undefined, ...flow }] })
  }
  const read = (file: string) => readChain(bytesOf(file), 'backup')
  expect(read(withBackup(true, { flow: 0 })).problems).toEqual(read(withBackup(true, {})).problems)
  const zero = read(withBackup(true, { flow: 0 })).chain!
  expect(zero.supplies[2]).toMatchObject({ backup: true, flow: 0 })
  expect(indexChain(zero).index).toEqual(indexChain(read(withBackup(true, {})).chain!).index)
  expect(read(withBackup(false, { flow: 0 })).problems.map(({ code }) => code)).toContain('NUMBER')
})
