/** Cells and rows as people write them: what they mean is read, and what they do not mean is not. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemText } from '../../src/i18n/problem-text.ts'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import { dayOf } from '../../src/io/bring/read-cell.ts'
import { mojibakeOf } from '../../src/io/tables/mojibake.ts'
import type { Chain } from '../../src/model/chain.ts'

const corpus = (name: string) => new Uint8Array(readFileSync(new URL(`../corpus/tables/${name}`, import.meta.url)))
const read = async (content: string | Uint8Array, name = 'table.csv') =>
  readAsChain(typeof content === 'string' ? new TextEncoder().encode(content) : content, name)
const chainOf = async (name: string): Promise<Chain> => (await read(corpus(name), name)).chain!

test('two enterprises whose codes a spreadsheet has rounded to one number stay two', async () => {
  for (const name of ['id-precision-two-enterprises.xlsx', 'id-precision-exponent.csv']) {
    const { enterprises } = await chainOf(name)
    expect(enterprises.map((each) => each.name)).toEqual(['甲', '乙'])
  }
  const { enterprises } = await chainOf('id-precision-exponent.csv')
  expect(enterprises.map(({ code }) => code)).toEqual([undefined, undefined])
})

test('one code under two different names refuses the second; under two spellings of one name it is one enterprise', async () => {
  const code = '91350900587527783P'
  const other = await read(`企业名称,统一社会信用代码\n甲公司,${code}\n乙公司,${code}\n`)
  expect(other.chain!.enterprises).toHaveLength(1)
  expect(other.problems.find((each) => each.code === 'DUP_ID')).toMatchObject({ severity: 'error', row: 3 })
  const same = await read(`企业名称,统一社会信用代码\n华翔（宁波）公司,${code}\n华翔(宁波)有限公司,${code}\n`)
  expect(same.chain!.enterprises).toHaveLength(1)
  expect(same.problems.find((each) => each.code === 'DUP_ID')).toMatchObject({ severity: 'warning', row: 3 })
})

test('a text in UTF-8 that was read as GBK is said with what stood there before', async () => {
  const { problems } = await read(corpus('encoding-utf-8-as-gbk.csv'))
  const problem = problems.find(({ code }) => code === 'ENCODING')!
  expect(problem).toMatchObject({ row: 2, column: '企业名称', expected: '宁德时代' })
})

test('no text of the shipped chains looks as if it went through a wrong encoding', () => {
  const folder = new URL('../../graph-data/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.chain.json'))
  const texts = files.flatMap(
    (name) => readFileSync(new URL(name, folder), 'utf8').match(/[^"\\]*[\u4e00-\u9fff][^"\\]*/g) ?? [],
  )
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => mojibakeOf(text) !== null)).toEqual([])
})

test.each([
  ['365元', 365],
  ['￥365', 365],
  ['365万元', 3_650_000],
  ['1.5亿元', 150_000_000],
  ['３６５，０００', 365_000],
  ['2 百万', 2_000_000],
])('%s a year is %d a year', async (cell, value) => {
  const { chain } = await read(`供应商,客户,产品,金额\n甲,乙,丙,"${cell}"\n`)
  expect(chain!.supplies[0]!.flow).toBe(value / 365)
})

test('a dash where a number should stand is said and taken as not given, an error of a spreadsheet refuses the row', async () => {
  const { chain, problems } = await read('供应商,客户,产品,金额\n甲,乙,丙,—\n丁,乙,丙,#REF!\n')
  expect(chain!.supplies.map(({ from, flow }) => [from, flow])).toEqual([['甲', undefined]])
  expect(problems.filter(({ code }) => code === 'NUMBER').map(({ severity, row }) => [severity, row])).toEqual([
    ['warning', 2],
    ['error', 3],
  ])
})

test('a day is taken with the year of the date above the table, and a due date in words costs nobody a row', async () => {
  const chain = await chainOf('dates-as-people-write.csv')
  expect(chain.enterprises.map(({ name }) => name)).toEqual(['甲', '乙', '丙'])
  expect(chain.observations!.map(({ date }) => date)).toEqual(['2020-03-02', '2020-03-02', '2020-03-02'])
  expect(chain.blocks!.map(({ due }) => due)).toEqual(['2020-03-08', undefined, '2020-03-31'])
  expect(chain.blocks![1]!.note).toBe('用工缺口\n完成时限：尽快')
  const { problems } = await read(corpus('dates-as-people-write.csv'))
  expect(problems.find(({ code }) => code === 'DATE_YEAR')).toMatchObject({ row: 4, expected: '2020-03-08' })
})

test.each([
  ['2020年2月底', '2020-02-29'],
  ['2020年12月末前', '2020-12-31'],
  ['2020年3月5日之前', '2020-03-05'],
  ['2020年13月底', null],
  ['二月底', null],
])('%s is the day %s', (cell, day) => expect(dayOf(cell)).toBe(day))

test('two rows of headings are one: the lower names what the upper stands over', async () => {
  for (const name of ['sound-two-row-heading.csv', 'merged-two-row-heading.xlsx']) {
    const { enterprises, blocks } = await chainOf(name)
    expect(enterprises.map((each) => [each.name, each.region])).toEqual([
      ['甲公司', '广东广州'],
      ['乙公司', '福建宁德'],
    ])
    expect(blocks!.map(({ at, cause }) => [at, cause])).toEqual([[{ enterprise: '乙公司' }, 'labour']])
  }
})

test('totals, notes, rules and repeated headings are no enterprises', async () => {
  const { chain, problems } = await read(
    '企业名称,角色\n甲,龙头\n合 计：,1家\n企业名称,角色\n——,——\n注：数据截至2月,\n填表人：某人,审核人：某人\n合计公司,中小\n',
  )
  expect(chain!.enterprises.map(({ name }) => name)).toEqual(['甲', '合计公司'])
  expect(problems.filter(({ code }) => code === 'NOT_DATA').map(({ row }) => row)).toEqual([3, 4, 5, 6, 7])
})

test('a code keeps the zeros that its format shows, and loses the marks that kept it a text', async () => {
  expect((await chainOf('sound-padded-code.xlsx')).enterprises[0]!.code).toBe('000007')
  expect((await chainOf('sound-apostrophe-code.csv')).enterprises[0]!.code).toBe('350900587527783001')
  expect((await chainOf('formula-text-code.csv')).enterprises[0]!.code).toBe('350900587527783001')
})

test('what cannot be seen is shown in the words of a problem', async () => {
  const { problems } = await read('企业名称,角色\n宁德\u202e时代,龙头\n')
  const text = problemText(
    problems.find(({ code }) => code === 'ENCODING')!,
    'zh',
  )
  expect(text.sentence).toContain('\\u202e')
  expect(text.sentence).not.toContain('\u202e')
})

test('a table without a heading is not read by its first row', async () => {
  const { chain, problems } = await read('甲公司,乙公司,电池\n丙公司,乙公司,轮胎\n')
  expect(chain).toBeNull()
  expect(problems.map(({ code }) => code)).toEqual(['NO_COLUMNS'])
})

test('the words for a table speak of cells, those for a chain file of fields', async () => {
  const table = await read('供应商,客户,产品,金额\n甲,乙,丙,abc\n')
  const chain = await read('{"format":"industrial-chain","version":1,"name":5}', 'x.chain.json')
  expect(problemText(table.problems[0]!, 'en').mend).toContain('1,234.5')
  expect(problemText(chain.problems[0]!, 'en').mend).toContain('place named')
})

test('a name that was read as Latin says what it was, from UTF-8 and from GBK', () => {
  const name = '宏源钢铁有限公司'
  const asLatin = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)
  const utf8 = new TextEncoder().encode(name)
  expect(mojibakeOf(String.fromCharCode(...utf8))).toEqual({ original: name })
  expect(mojibakeOf(asLatin(utf8, 'windows-1252'))).toEqual({ original: name })
  const gbk = Uint8Array.from([0xba, 0xea, 0xd4, 0xb4, 0xb8, 0xd6, 0xcc, 0xfa])
  expect(mojibakeOf(asLatin(gbk, 'windows-1252'))).toEqual({ original: '宏源钢铁' })
  // What was lost on the way is not guessed.
  expect(mojibakeOf('é”åŒ–åŠ¨åŠ›')).toEqual({ original: null })
})

test('a number that a workbook shows as a percentage is that percentage, also above a hundred and where it is 1', async () => {
  const { chain, problems } = await read(corpus('percent-format.xlsx'), 'percent-format.xlsx')
  expect(chain!.observations!.map(({ operatingRate, outputRecovery }) => [operatingRate, outputRecovery])).toEqual([
    [0.605, 0.8],
    [1, 1],
  ])
  // Somebody typed 60 into a cell with that format: the sheet shows 6000 %, and so it is said.
  expect(problems.find(({ code }) => code === 'NUMBER')).toMatchObject({ row: 4, column: '开工率', found: '"6000%"' })
  const { chain: recovered } = await read('企业名称,复产率,更新时间\n甲,80%,2020-02-28\n乙,120%,2020-02-28\n')
  expect(recovered!.observations!.map(({ outputRecovery }) => outputRecovery)).toEqual([0.8, 1.2])
})

test('output recovers to more than before, and 1 beside 95 is one per cent: both are said', async () => {
  const { chain, problems } = await read(corpus('percent-plain.csv'))
  expect(chain!.observations!.map(({ operatingRate, outputRecovery }) => [operatingRate, outputRecovery])).toEqual([
    [0.01, 0.8],
    [0.95, 1.2],
  ])
  const said = problems
    .filter(({ code }) => code === 'NUMBER')
    .map(({ row, found, expected }) => [row, found, expected])
  expect(said).toEqual([
    [2, '"1"', '1 %'],
    [3, '"1.2"', '120 %'],
  ])
})

test('under a heading with a percent sign 0.5 beside 35 is half of one per cent; alone it is said as 50 %', async () => {
  const beside = await read('供应商,客户,产品,占比(%)\n甲,乙,丙,0.5\n丁,乙,丙,35\n')
  expect(beside.chain!.supplies.map(({ share }) => share)).toEqual([0.005, 0.35])
  expect(beside.problems.find(({ code }) => code === 'NUMBER')).toMatchObject({
    severity: 'warning',
    expected: '0.5 %',
  })
  const alone = await read('供应商,客户,产品,占比(%)\n甲,乙,丙,0.5\n')
  expect(alone.chain!.supplies.map(({ share }) => share)).toEqual([0.5])
  expect(alone.problems.find(({ code }) => code === 'NUMBER')).toMatchObject({ severity: 'warning', expected: '50 %' })
})

test.each(['heading-units.xlsx', 'heading-row-of-units.csv'])(
  '%s: a row of units belongs to the heading',
  async (name) => {
    const { chain, problems } = await read(corpus(name), name)
    expect(chain!.enterprises.map(({ id }) => id)).not.toContain('供应商')
    expect(chain!.supplies[0]).toMatchObject({ from: '甲公司', to: '乙公司', product: '棉布', flow: 10_000 })
    expect(problems.find(({ code }) => code === 'UNIT')).toMatchObject({ column: '金额（万元）' })
  },
)

test('a year is one year however it is written, and one that cannot be read is said instead of counting as the latest', async () => {
  const { chain, problems } = await read(corpus('year-in-words.csv'))
  expect(chain!.supplies.map(({ from }) => from)).toEqual(['丙公司', '丁公司'])
  expect(problems.find(({ code }) => code === 'SCHEMA')).toMatchObject({ severity: 'error', row: 3, found: '"去年"' })
})

test('money in two currencies is never taken as one', async () => {
  const two = await read(corpus('currency-two.csv'))
  expect(two.chain!.supplies.map(({ from }) => from)).toEqual(['甲公司', '丁公司'])
  expect(two.problems.find(({ code }) => code === 'CURRENCY')).toMatchObject({
    severity: 'error',
    row: 3,
    column: '币种',
    found: '"USD"',
    expected: '"CNY"',
  })
  const foreign = await read(corpus('currency-foreign.csv'))
  expect(
    foreign.problems.filter(({ code }) => code === 'CURRENCY').map(({ severity, row }) => [severity, row]),
  ).toEqual([
    ['warning', undefined],
    ['error', 3],
  ])
  const plain = await read('供应商,客户,产品,金额（万元）\n甲,乙,丙,365\n')
  expect(plain.problems.filter(({ code }) => code === 'CURRENCY')).toEqual([])
})

test.each([
  ['八成', 0.8],
  ['7成', 0.7],
  ['六成半', 0.65],
  ['九成五', 0.95],
  ['十成', 1],
])('an operating rate of %s is %d', async (cell, rate) => {
  const { chain } = await read(`企业名称,开工率,更新时间\n甲,${cell},2020-02-28\n`)
  expect(chain!.observations![0]!.operatingRate).toBe(rate)
})

test.each(['没有困难', '暂无困难', '无明显问题', '生产正常', '基本正常'])(
  '%s is no difficulty, and asks for no cause',
  async (cell) => {
    const { problems } = await read(`企业名称,存在困难\n甲,${cell}\n`)
    expect(problems.filter(({ code }) => code === 'NO_CAUSE')).toEqual([])
  },
)

test('a backup with an amount of 0 is a backup; a link with an amount of 0 is refused', async () => {
  const { chain, problems } = await read(
    '供应商,客户,产品,金额,备用\n甲,丙,线束,365,否\n乙,丙,线束,0,是\n丁,丙,线束,0,否\n',
  )
  expect(chain!.supplies.map(({ flow, backup }) => [flow, backup])).toEqual([
    [1, false],
    [0, true],
  ])
  expect(problems.filter(({ code }) => code === 'NUMBER')).toEqual([
    expect.objectContaining({ row: 4, column: '金额' }),
  ])
})
