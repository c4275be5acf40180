import { expect, test } from 'vitest'
import { run } from './in-process.ts'

const WHITE =
  '单位,链上位置,环节,开工率,困难类型,更新时间\n甲电池,龙头,电池,35%,用工,2020-02-28\n乙材料,配套,材料,80%,无,2020-02-28\n'
const LINKS = '下家,上家,品种\n甲电池,乙材料,隔膜\n'
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test('columns that headings do not tell are named, and a table becomes a chain file', async () => {
  const { code, written, out } = await run(['import', 'w.csv', '--map', '链上位置=role', '--to', 'out.chain.json'], {
    'w.csv': WHITE,
  })
  expect(code).toBe(0)
  expect(out).toMatch(/9 added|added/)
  const chain = JSON.parse(text(written.get('out.chain.json'))) as {
    enterprises: { role: string }[]
    blocks: unknown[]
  }
  expect(chain.enterprises.map(({ role }) => role)).toEqual(['leading', 'core'])
  expect(chain.blocks).toHaveLength(1)
})

test('brought into the chain that holds it already, nothing changes', async () => {
  const first = await run(['import', 'w.csv', '--to', 'a.chain.json'], { 'w.csv': WHITE })
  const a = first.written.get('a.chain.json')!
  const again = await run(['import', 'w.csv', '--into', 'a.chain.json', '--to', 'b.chain.json'], {
    'w.csv': WHITE,
    'a.chain.json': a,
  })
  expect(text(again.written.get('b.chain.json'))).toBe(text(a))
})

test('links are turned round when asked, and said as sentences', async () => {
  const map = '下家=supplier,上家=customer,品种=product'
  const { code, out } = await run(['import', 'l.csv', '--map', map, '--reverse'], { 'l.csv': LINKS })
  expect(code).toBe(0)
  expect(out).toContain('乙材料 supplies 甲电池 with 隔膜')
})

test('a row with an error is left out and ends with 1; the rest is written', async () => {
  const { code, written, error } = await run(['import', 'l.csv', '--to', 'o.chain.json'], {
    'l.csv': 'from,to,flow\na,b,x\nb,c,1\n',
  })
  expect(code).toBe(1)
  expect(error).toContain('NUMBER')
  expect(text(written.get('o.chain.json'))).toContain('"to": "c"')
})

test.each([
  ['--map', '单位=nonsense'],
  ['--encoding', 'ebcdic'],
  ['--separator', 'x'],
  ['--date', 'soon'],
  ['--map', '公司名=name'],
  ['--map', '单位'],
  ['--same', '丙公司=甲电池'],
  ['--same', '乙材料=丙公司'],
  ['--year', '2019'],
])('%s %s is wrong use', async (option, value) => {
  const { code, written } = await run(['import', 'w.csv', option, value, '--to', 'o'], { 'w.csv': WHITE })
  expect(code).toBe(2)
  expect(written.size).toBe(0)
})

test('money under a heading in 万元 is multiplied and said so; --unit one takes it as it stands', async () => {
  const files = { 's.csv': '供应商,客户,产品,金额（万元）\n甲,乙,丙,365\n' }
  const flowOf = (bytes: Uint8Array | undefined) =>
    (JSON.parse(text(bytes)) as { supplies: { flow: number }[] }).supplies[0]!.flow
  const told = await run(['import', 's.csv', '--to', 'a.chain.json'], files)
  expect(flowOf(told.written.get('a.chain.json'))).toBe(10_000)
  expect(told.error).toContain('UNIT')
  const plain = await run(['import', 's.csv', '--unit', 'one', '--to', 'a.chain.json'], files)
  expect(flowOf(plain.written.get('a.chain.json'))).toBe(1)
  expect(plain.error).not.toContain('UNIT')
  expect((await run(['import', 's.csv', '--unit', 'dozen'], files)).code).toBe(2)
})

test('names and headings may hold commas', async () => {
  const links = '"Supplier, full name",to\n"Acme Co., Ltd",Bolt\n"ACME CO., LTD",Clamp\n'
  const { code, written, error } = await run(
    ['import', 'l.csv', '--map', 'Supplier, full name=supplier,to=customer', '--same', 'ACME CO., LTD=Acme Co., Ltd', '--to', 'o'],
    { 'l.csv': links },
  ) // prettier-ignore
  expect(error).not.toContain('LOOKALIKE')
  expect(code).toBe(0)
  const { supplies } = JSON.parse(text(written.get('o'))) as { supplies: { from: string }[] }
  expect(supplies.map(({ from }) => from)).toEqual(['Acme Co., Ltd', 'Acme Co., Ltd'])
})

test('in quotation marks any name may hold commas', async () => {
  const same = '"ACME CO., LTD"="Acme Co., Ltd","甲,乙"='
  const { code, written } = await run(['import', 'l.csv', '--same', same, '--to', 'o'], {
    'l.csv': 'from,to\n"Acme Co., Ltd","甲,乙"\n"ACME CO., LTD",甲乙\n',
  })
  expect(code).toBe(0)
  const { supplies } = JSON.parse(text(written.get('o'))) as { supplies: { from: string; to: string }[] }
  expect(supplies.map(({ from, to }) => [from, to])).toEqual([
    ['Acme Co., Ltd', '甲,乙'],
    ['Acme Co., Ltd', '甲乙'],
  ])
})

test('a link without a product is a whole sentence, and rows of other years are counted', async () => {
  const { out } = await run(['import', 'l.csv'], { 'l.csv': 'from,to,year\na,b,2019\nb,c,2020\n' })
  expect(out).toContain('read as: b supplies c (turn round')
  expect(out).toContain('rows of other years left out: 1')
})

test('columns that no field takes are named, in words and in JSON', async () => {
  const files = { 's.csv': '供应商,客户,产品,数量,\u001b[2J颜色\n甲,乙,丙,5,x\n' }
  const { out } = await run(['import', 's.csv'], files)
  expect(out).toContain('columns left out: 数量, ')
  expect(out).not.toContain('\u001b')
  const { leftOut } = JSON.parse((await run(['import', 's.csv', '--json'], files)).out) as { leftOut: string[] }
  expect(leftOut).toHaveLength(2)
})

test('nothing is written over in silence, and never what was read', async () => {
  const again = await run(['import', 'w.csv', '--to', 'out.chain.json'], { 'w.csv': WHITE, 'out.chain.json': '{}' })
  expect(again.code).toBe(0)
  expect(again.error).toContain('out.chain.json was there before and has been written over')
  const fresh = await run(['import', 'w.csv', '--to', 'out.chain.json'], { 'w.csv': WHITE })
  expect(fresh.error).not.toContain('written over')
  const itself = await run(['import', './g.json', '--to', 'g.json'], { './g.json': '{}' })
  expect(itself).toMatchObject({ code: 2, error: expect.stringContaining('one of the files that are read') as string })
  expect(itself.written.size).toBe(0)
})

test('a chain file is not written under the name of another format', async () => {
  for (const command of [
    ['import', 'w.csv'],
    ['merge', 'w.csv', 'w.csv'],
  ]) {
    const { code, error, written } = await run([...command, '--to', 'out.xlsx'], { 'w.csv': WHITE })
    expect([code, written.size]).toEqual([2, 0])
    expect(error).toContain('a chain file ends in .chain.json')
  }
})

test('what is missing is said in words', async () => {
  expect((await run(['import', 'no.csv'])).error).toBe(
    'the file cannot be read: no.csv (there is no such file or folder; ENOENT)\n',
  )
  const year = await run(['import', 'w.csv', '--year', '2020'], { 'w.csv': WHITE })
  expect(year).toMatchObject({ code: 2, error: expect.stringContaining('there is no column of years') as string })
})

test('a name that would steer the terminal is shown with its characters as escapes', async () => {
  const name = '甲\u001b[2J\u202e公司\u0007'
  const { out, error } = await run(['import', 'w.csv'], { 'w.csv': `供应商,客户,产品\n${name},乙公司,布\n` })
  expect(out).toContain('甲\\u001b[2J\\u202e公司\\u0007')
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  expect(out + error).not.toMatch(/[\u0000-\u0008\u001b\u202e]/)
})

test('a decimal comma that was found is said, and can be chosen otherwise', async () => {
  const files = { 'w.csv': '供应商,客户,产品,金额\n甲,乙,布,"1,234"\n丙,乙,布,"12,34"\n' }
  const found = await run(['import', 'w.csv', '--to', 'a.chain.json'], files)
  expect(found.out).toContain('commas are read as decimal marks')
  const chosen = await run(['import', 'w.csv', '--decimal', 'point', '--json'], files)
  expect(chosen.out).toContain('\\"12,34\\"')
  expect((await run(['import', 'w.csv', '--decimal', 'dot'], files)).code).toBe(2)
})

test('a chain that would make nothing on a normal day is said at once, not only when it is run', async () => {
  const files = { 'w.csv': '供应商,客户,产品,占比\n甲,乙,布,0\n' }
  const { code, error } = await run(['import', 'w.csv', '--to', 'a.chain.json'], files)
  expect(error).toContain('OUTPUT_ZERO')
  expect(code).toBe(1)
})

test('a second table counts in the currency of the first', async () => {
  const first = await run(['import', 'a.csv', '--to', 'a.chain.json'], {
    'a.csv': '供应商,客户,产品,金额（万元）\n甲,乙,布,365\n',
  })
  const { error } = await run(['import', 'b.csv', '--into', 'a.chain.json', '--to', 'b.chain.json'], {
    'a.chain.json': first.written.get('a.chain.json')!,
    'b.csv': '供应商,客户,产品,金额（万美元）\n丙,乙,布,365\n',
  })
  expect(error).toContain('error CURRENCY')
})
