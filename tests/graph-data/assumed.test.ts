import { expect, test } from 'vitest'
import { indexChain } from '../../src/engine/index-chain.ts'
import { readChain } from '../../src/io/read-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { chainOf } from './shipped.ts'

const chain = chainOf('vehicles.chain.json')
const read = (document: unknown) => readChain(new TextEncoder().encode(JSON.stringify(document)), 'a.chain.json')

test('a figure marked in its row counts as derived, one that is not marked as given', () => {
  const { assumed } = indexChain(chain)
  expect(assumed.lead.every((mark) => mark === 1)).toBe(true)
  expect(assumed.cover.every((mark) => mark === 1)).toBe(true)
  const given: Chain = {
    ...chain,
    supplies: chain.supplies.map((supply) => ({ ...supply, confidence: 'stated', assumed: [] })),
    inputs: chain.inputs!.map((input) => ({ ...input, assumed: [] })),
  }
  const marks = indexChain(given).assumed
  expect(marks.lead.some((mark) => mark === 1)).toBe(false)
  expect(marks.cover.some((mark) => mark === 1)).toBe(false)
})

test('a mark on a field that the row does not have is refused, with its place', () => {
  const [first, ...rest] = chain.supplies
  const { problems } = read({ ...chain, supplies: [{ ...first, assumed: ['leadDays', 'coverDays'] }, ...rest] })
  expect(problems).toMatchObject([{ severity: 'error', path: 'supplies[0].assumed[1]', found: '"coverDays"' }])
})
