/** What is made of cells that are each within the limits: ids, notes, places. And empty ends of files at the limit. */
import { expect, test } from 'vitest'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import { readChain } from '../../src/io/read-chain.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const read = async (content: string) => readAsChain(text(content), 'x.csv')
const LONGEST = 10_000

test('names as long as a text may be can supply each other, each pair with a link of its own', async () => {
  const [one, other] = ['甲'.repeat(LONGEST), '乙'.repeat(LONGEST)]
  const { chain, problems } = await read(`供应商,客户,产品\n${one},${other},x\n${other},${one},x\n${one},丙,x\n`)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(chain!.supplies).toHaveLength(3)
  expect(new Set(chain!.supplies.map(({ id }) => id)).size).toBe(3)
})

test('cells that together make too long a text refuse their row, and no other', async () => {
  const half = '备'.repeat(6000)
  const { chain, problems } = await read(
    `企业名称,省,市,困难类型,存在困难,备注,补充说明\n甲,,,用工,${half},${half},x\n乙,,,,,${half},${half}\n丙,${half},${half},,,,\n丁,,,,,,\n`,
  )
  const limits = problems.filter(({ code }) => code === 'LIMIT')
  expect(limits.map(({ severity, row, column }) => [severity, row, column])).toEqual([
    ['error', 2, '存在困难'],
    ['error', 3, '备注'],
    ['error', 4, '省'],
  ])
  expect(chain!.enterprises.map(({ name }) => name)).toEqual(['丁'])
})

test('fifty megabytes of empty lines behind the rows are no rows', async () => {
  const rows = '供应商,客户\n甲,乙\n'
  const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x0a)
  bytes.set(text(rows))
  const { chain, problems } = await readAsChain(bytes, 'x.csv')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(chain!.supplies).toHaveLength(1)
})

test('the byte that is named is the wrong one, not the one behind it', () => {
  const bytes = Uint8Array.from([...text('{"name": "caf'), 0xe9, ...text('"}')])
  expect(readChain(bytes, 'x').problems).toEqual([
    { code: 'ENCODING', severity: 'error', row: 1, found: '0xe9', expected: 'UTF-8', file: 'x' },
  ])
})
