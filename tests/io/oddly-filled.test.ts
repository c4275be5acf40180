/** Tables that are filled oddly: units by the row, days that are none, headings over headings, names that name nobody. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import type { Chain } from '../../src/model/chain.ts'

const corpus = (name: string) => new Uint8Array(readFileSync(new URL(`../corpus/tables/${name}`, import.meta.url)))
const read = async (content: string | Uint8Array, name = 'table.csv') =>
  readAsChain(typeof content === 'string' ? new TextEncoder().encode(content) : content, name)
const chainOf = async (name: string): Promise<Chain> => (await read(corpus(name), name)).chain!

test('a column of units counts each row in its own, and refuses what is no money', async () => {
  const { chain, problems } = await read(corpus('odd-n-unit-column.csv'), 'units.csv')
  expect(chain!.supplies.map(({ flow }) => Math.round(flow! * 365))).toEqual([12_000, 300, 500_000_000])
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'UNIT', row: 5, column: '单位', found: '"吨"' },
  ])
  const pieces = await read('供应商,客户,产品,金额,单位\n甲,乙,a,100,吨\n丙,乙,b,100,件\n')
  expect(pieces.chain!.supplies.map(({ flow }) => Math.round(flow! * 365))).toEqual([100, 100])
})

test('a number that no calendar has as a day is shown as the spreadsheet shows it, and refused', async () => {
  const { problems } = await read(corpus('odd-d-serials.xlsx'), 'serials.xlsx')
  const days = problems.filter(({ column }) => column === '更新时间').map(({ row, found }) => `${row} ${found}`)
  expect(days.slice(0, 3)).toEqual(['2 "1900-02-29"', '3 "1900-01-00"', '4 "########"'])
  const from1904 = await chainOf('odd-d-serials-1904.xlsx')
  expect(from1904.observations!.map(({ date }) => date)).toEqual(['2020-02-28'])
})

test('words over several columns complete the headings under them, and a third row holds their units', async () => {
  for (const name of ['odd-m-two-rows.xlsx', 'odd-m-three-rows.xlsx'])
    expect((await chainOf(name)).blocks!.map(({ cause }) => cause)).toEqual(['labour', 'logistics'])
})

test('a sheet of supplies that names both ends by their codes alone is read', async () => {
  const { supplies } = await chainOf('odd-s-lookup.xlsx')
  expect(supplies.map(({ from, to }) => [from, to])).toEqual([['甲', '乙']])
})

test('a table of days says nothing of an enterprise that stands in it once a day', async () => {
  const rows = (second: string): string => `企业名称,开工率,更新时间\n甲,50%,2020-02-01\n甲,60%,${second}\n`
  const codes = async (text: string) => (await read(text)).problems.map(({ code }) => code)
  expect(await codes(rows('2020-02-02'))).not.toContain('DUP_ID')
  expect(await codes(rows('2020-02-01'))).toContain('DUP_ID')
})

test('what is no name makes no enterprise, stage or product', async () => {
  const { chain, problems } = await read(
    '企业名称,角色,环节\n#N/A,核心,电池\n同上,核心,电池\n无,核心,电池\n甲,核心,#REF!\n',
  )
  expect(chain!.enterprises.map(({ id }) => id)).toEqual(['甲'])
  expect(chain!.stages.map(({ id }) => id)).not.toContain('#REF!')
  expect(problems.filter(({ code }) => code === 'SCHEMA').map(({ row, severity }) => `${row} ${severity}`)).toEqual([
    '2 error', '3 error', '4 error', '5 warning',
  ]) // prettier-ignore
})
