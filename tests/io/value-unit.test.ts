/** Money is counted as its heading or the title above the table says, and never in silence. */
import { expect, test } from 'vitest'
import { bring } from '../../src/io/bring/bring.ts'
import { emptyChain } from '../../src/model/new-chain.ts'
import { guessMapping } from '../../src/io/bring/guess-mapping.ts'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { valueUnitOf } from '../../src/io/tables/value-unit.ts'
import type { ValueUnit } from '../../src/model/bring.ts'

const bytesOf = (content: string) => new TextEncoder().encode(content)
const read = (content: string) => readAsChain(bytesOf(content), 'table.csv')

test.each<[string, ValueUnit]>([
  ['金额（万元）', 'tenThousand'],
  ['金额_万元', 'tenThousand'],
  ['采购额/万', 'tenThousand'],
  ['年采购额万元', 'tenThousand'],
  ['产值(亿元)', 'hundredMillion'],
  ['金额（千万元）', 'tenMillion'],
  ['金额(百万美元)', 'million'],
  ['交易额（千元）', 'thousand'],
  ['output (10k CNY)', 'tenThousand'],
  ['value (CNY 10,000)', 'tenThousand'],
  ['value (k€)', 'thousand'],
  ["annual value ('000 USD)", 'thousand'],
  ['amount (thousand CNY per year)', 'thousand'],
  ['sales in million USD', 'million'],
  ['flow (bn)', 'billion'],
  ['金额', 'one'],
  ['金额（元）', 'one'],
  ['value (USD)', 'one'],
  ['weight (kg)', 'one'],
  ['企业（万家）', 'one'],
  ['milk', 'one'],
  ['Material', 'one'],
])('the heading %s counts in %s', (heading, unit) => {
  expect(valueUnitOf(heading)).toBe(unit)
})

test('values under 万元 a year are values a day in yuan, which is said; a cell with a unit of its own has that', async () => {
  const { chain, problems } = await read(
    '供应商,客户,产品,金额（万元）\n甲,乙,丙,36.5\n甲,乙,丁,365元\n甲,乙,戊,1.46亿\n',
  )
  expect(chain!.supplies.map(({ flow }) => flow)).toEqual([1000, 1, 400_000])
  const said = problems.filter(({ code }) => code === 'UNIT')
  expect(said).toMatchObject([{ severity: 'warning', column: '金额（万元）', expected: '× 10000' }])
})

test('the title 单位：亿元 above a table counts for its money, unless the heading says otherwise', async () => {
  const rows = '甲,乙,丙,0.365\n'
  const titled = await read(`某链供应关系表（单位：亿元）,,,\n供应商,客户,产品,金额\n${rows}`)
  expect(titled.chain!.supplies[0]!.flow).toBe(100_000)
  const other = await read(`单位：家、亿元,,,\n供应商,客户,产品,金额（元）\n${rows}`)
  expect(other.chain!.supplies[0]!.flow).toBe(0.001)
})

test('final demand in 万元 is read so too, and shares and days are not', async () => {
  const { chain } = await read('企业名称,最终需求（万元）,富余产能（万元）\n甲,2,0.5\n')
  expect(chain!.enterprises[0]).toMatchObject({ finalDemand: 20_000, spareCapacity: 0.5 })
})

test('the unit can be chosen otherwise, and a unit nobody knows, as a chain file may hold, multiplies nothing', async () => {
  const { source } = await readFiles(
    [{ bytes: bytesOf('供应商,客户,产品,金额（万元）\n甲,乙,丙,365\n'), name: 'a.csv' }],
    {},
  )
  if (source?.kind !== 'tables') throw new Error('expected tables')
  const guessed = guessMapping(source.tables)
  const flowWith = (unit: string) => {
    const tables = guessed.tables.map((table) => ({ ...table, unit: unit as ValueUnit }))
    const into = { file: 'a.csv', chain: emptyChain('a'), past: null, scenario: null }
    return bring(source, { ...into, mapping: { ...guessed, tables } }).chain!.supplies[0]!.flow
  }
  expect(flowWith('tenThousand')).toBe(10_000)
  expect(flowWith('one')).toBe(1)
  expect(flowWith('hundredMillion')).toBe(1e8)
  expect(flowWith('__proto__')).toBe(1)
})
