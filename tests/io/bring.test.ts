import * as fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { causesOf } from '../../src/io/bring/read-cell.ts'
import { BLOCK_CAUSE_IDS, BLOCK_CAUSES } from '../../src/model/block-causes.ts'
import { bring, type BringInto } from '../../src/io/bring/bring.ts'
import { emptyChain } from '../../src/model/new-chain.ts'
import { lookAlikeKey } from '../../src/io/bring/enterprise-names.ts'
import { guessMapping } from '../../src/io/bring/guess-mapping.ts'
import { likelyPast } from '../../src/io/bring/likely-past.ts'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { readWhole } from '../../src/io/bring/read-whole.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import type { BringMapping } from '../../src/model/bring.ts'
import { times } from '../how-often.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function bringText(chain: Chain, text: string, change: Partial<BringMapping> = {}, file = 'list.csv') {
  const { source, problems } = await readFiles([{ name: file, bytes: bytesOf(text) }], {})
  if (source?.kind !== 'tables') throw new Error(`expected tables, got ${JSON.stringify(problems)}`)
  const mapping = { ...guessMapping(source.tables), ...change }
  const into: BringInto = { file, mapping, chain, past: null, scenario: null }
  const brought = bring(source, { ...into, past: likelyPast(source, into) })
  return { ...brought, problems: [...problems, ...brought.problems] }
}
const asChain = async (text: string, name = 'list.csv') => readAsChain(bytesOf(text), name)
const bytes = (chain: Chain | null): string => writeChain(chain!)

const WHITE = `企业名称,统一社会信用代码,环节,角色,省,市,开工率,返岗率,存在困难,困难类型,联络员,更新时间
甲电池股份有限公司,913509005875277836,动力电池,链主,福建,宁德,35%,50%,缺隔膜,原料,张三,2020/2/28
乙材料有限公司,91130000000000000X,隔膜,核心配套,河北,石家庄,80%,90%,无,,李四,2020年2月28日
`

test('a row of a white list gives an enterprise, a day and a block', async () => {
  const { chain, problems } = await asChain(WHITE)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(chain!.enterprises[0]).toMatchObject({
    name: '甲电池股份有限公司', code: '913509005875277836', role: 'leading', region: '福建宁德', stage: '动力电池',
  }) // prettier-ignore
  expect(chain!.observations).toMatchObject([
    { date: '2020-02-28', operatingRate: 0.35, staffReturn: 0.5 },
    { date: '2020-02-28', operatingRate: 0.8, staffReturn: 0.9 },
  ])
  expect(chain!.blocks).toMatchObject([{ cause: 'material', severity: 0.65, owner: '张三', note: '缺隔膜' }])
  expect(chain!.scenarios).toMatchObject([{ start: '2020-02-28', blocks: 'all' }])
})

test('shares: 35 %, 0.35 and 35 are the same; a yearly value is divided by 365', async () => {
  const text =
    '供应商,客户,产品,占比,采购额,年份\na,z,p,35%,365,2019\nb,z,q,0.35,"3,650",2019\nc,z,r,35,1,2019\nd,z,s,1,1,2018\n'
  const { chain } = await asChain(text)
  expect(chain!.supplies.map(({ share }) => share)).toEqual([0.35, 0.35, 0.35])
  expect(chain!.supplies.map(({ flow }) => flow)).toEqual([1, 10, 1 / 365])
})

test('decimal commas are read where the column shows them', async () => {
  const { chain } = await asChain('from;to;product;flow\na;b;p;1,5\nb;c;q;1.234,5\n')
  expect(chain!.supplies.map(({ flow }) => flow)).toEqual([1.5, 1234.5])
})

test('a number that cannot be read refuses its row, never becomes another', async () => {
  const { chain, problems } = await asChain('from,to,product,flow\na,b,p,many\nb,c,q,-1\nc,d,r,2\n')
  expect(problems.filter(({ code }) => code === 'NUMBER').map(({ row, column }) => [row, column])).toEqual([
    [2, 'flow'],
    [3, 'flow'],
  ])
  expect(chain!.supplies).toHaveLength(1)
})

test('names that look alike are proposed, and merged only when somebody says so', async () => {
  const base = (await asChain(WHITE)).chain!
  const text = '供应商,客户,产品\n乙材料 有限公司,甲电池股份有限公司（原名：甲电池厂）,隔膜\n'
  const first = await bringText(base, text, {}, 'links.csv')
  expect(first.lookAlikes.map(({ name, other }) => [name, other])).toEqual([
    ['乙材料 有限公司', '乙材料有限公司'],
    ['甲电池股份有限公司（原名：甲电池厂）', '甲电池股份有限公司'],
  ])
  expect(first.chain!.enterprises).toHaveLength(4)
  const same = first.lookAlikes.map(({ name, id }) => ({ name, is: id }))
  const merged = await bringText(base, text, { same }, 'links.csv')
  expect(merged.chain!.enterprises).toHaveLength(2)
  expect(merged.lookAlikes).toEqual([])
  expect(merged.chain!.supplies[0]).toMatchObject({ from: '91130000000000000X', to: '913509005875277836' })
})

test.each([
  ['甲（集团）有限公司', '甲(集团)有限公司'],
  ['甲 电池 有限公司', '甲电池有限责任公司'],
  ['ＡＢＣ Co., Ltd.', 'abc'],
])('%s looks like %s', (one, other) => expect(lookAlikeKey(one)).toBe(lookAlikeKey(other)))

test('a list with repeated rows, self-supply and broken names gives a usable chain', async () => {
  const rows = Array.from({ length: 7000 }, (_, at) => `e${at % 900},e${(at * 7) % 900},p${at % 3}`)
  const text = ['source,target,product', ...rows, ...rows.slice(0, 50), 'e1,e1,p', '锟斤拷,e2,p', 'e3,,p'].join('\n')
  const { chain, problems } = await asChain(text, 'edges.csv')
  expect(chain!.enterprises.length).toBeGreaterThanOrEqual(900)
  const codes = new Set(problems.map(({ code }) => code))
  for (const code of ['PARALLEL', 'SELF_LOOP', 'ENCODING', 'SCHEMA', 'NO_STAGE', 'NO_ROLE'] as const)
    expect(codes).toContain(code)
  expect(readChain(bytesOf(bytes(chain)), 'again').problems.filter(({ severity }) => severity === 'error')).toEqual([])
})

const NEWER =
  WHITE.replace('35%', '70%').replace(/乙.*\n/, '') + '丙设备有限公司,,设备,中小,江苏,,20%,,缺工,用工,王五,2020-03-01\n'

test('importing twice changes nothing', async () => {
  const once = (await bringText(emptyChain('c'), WHITE)).chain!
  const twice = await bringText(once, WHITE)
  expect(bytes(twice.chain)).toBe(bytes(once))
  expect(twice.changes).toEqual([])
})

test('A, then B, then A gives the bytes of A', async () => {
  const base = (await asChain('供应商,客户,产品\n甲电池股份有限公司,车企,电池\n', 'links.csv')).chain!
  const a = (await bringText(base, WHITE)).chain!
  const b = await bringText(a, NEWER)
  expect(b.changes.map(({ kind }) => kind)).toContain('removed')
  expect(b.changes.map(({ kind }) => kind)).toContain('added')
  expect(bytes((await bringText(b.chain!, WHITE)).chain)).toBe(bytes(a))
})

test('what has been edited here stays, also what has been deleted', async () => {
  const a = (await bringText(emptyChain('c'), WHITE)).chain!
  const [first, second] = a.enterprises
  const edited: Chain = {
    ...a,
    enterprises: [{ ...first!, region: '福建省宁德市', industry: '新能源' }, second!],
    blocks: [],
  }
  const again = await bringText(edited, WHITE)
  expect(bytes(again.chain)).toBe(bytes(edited))
  const newer = await bringText(edited, NEWER)
  expect(newer.chain!.enterprises[0]).toMatchObject({ region: '福建省宁德市', industry: '新能源' })
  expect(newer.chain!.observations![0]).toMatchObject({ operatingRate: 0.7 })
  expect(newer.chain!.blocks!.map(({ cause }) => cause)).toEqual(['labour'])
})

test('a row that the newer table lacks stays while something here still names it', async () => {
  const a = (await bringText(emptyChain('c'), WHITE)).chain!
  const used: Chain = {
    ...a,
    supplies: [{ id: 's', from: a.enterprises[1]!.id, to: a.enterprises[0]!.id, product: 'p' }],
  }
  const b = (await bringText(used, NEWER)).chain!
  expect(b.enterprises.map(({ name }) => name)).toContain('乙材料有限公司')
})

const word = fc.constantFrom(
  '甲',
  '乙',
  '丙',
  '丁',
  '戊',
  '己',
  '__proto__',
  'constructor',
  '',
  '35%',
  '缺工',
  '2020-02-03',
  '无',
  '龙头',
  '合计',
  '—',
  '365万元',
  '9.13509E+17',
)
const table = fc
  .tuple(
    fc.constantFrom(
      '供应商,客户,产品,占比',
      '企业名称,角色,环节,困难类型',
      'name,code,开工率,date',
      'from,to,flow,year',
    ),
    fc.array(fc.tuple(word, word, word, word), { minLength: 1, maxLength: 12 }),
  )
  .map(([head, rows]) => [head, ...rows.map((row) => row.join(','))].join('\n'))

test('any two tables: A twice is A; A, B, A is A; the chain is always sound', async () => {
  await fc.assert(
    fc.asyncProperty(table, table, async (first, second) => {
      const base = (await asChain('企业名称,角色,环节\n甲,龙头,一\n乙,中小,二\n')).chain!
      const a = await bringText(base, first, {}, 'x.csv').then(({ chain }) => chain)
      if (a === null) return
      expect(readChain(bytesOf(bytes(a)), 'a').problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(bytes((await bringText(a, first, {}, 'x.csv')).chain)).toBe(bytes(a))
      const b = (await bringText(a, second, {}, 'x.csv')).chain
      if (b === null) return
      expect(bytes((await bringText(b, first, {}, 'x.csv')).chain)).toBe(bytes(a))
      expect(Object.prototype).not.toHaveProperty('polluted')
    }),
    { numRuns: times(300, 100) },
  )
})

test('a cause is told by its id, by its sign on the map, or in words', () => {
  for (const cause of BLOCK_CAUSE_IDS) {
    const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
    for (const word of [cause, badgeZh, badgeEn, ` ${badgeEn.toLowerCase()} `]) expect(causesOf(word)).toEqual([cause])
  }
  expect(causesOf('原料荒')).toEqual(['material'])
  expect(causesOf('用工荒、资金荒')).toEqual(['labour', 'cash'])
  expect(causesOf('天气')).toEqual([])
})

test('a long table and a long chain file say how far they are, and never go back', async () => {
  const told: number[] = []
  const rows = Array.from({ length: 20_000 }, (_, at) => `企业${at},龙头`).join('\n')
  const long = [{ name: 'long.csv', bytes: bytesOf(`企业名称,角色\n${rows}\n`) }]
  const read: number[] = []
  const { source } = await readFiles(long, {}, (done) => read.push(done))
  expect(read.length).toBeGreaterThan(8)
  expect(read).toEqual(read.toSorted((a, b) => a - b))
  if (source?.kind !== 'tables') throw new Error('expected tables')
  const into = { file: 'long.csv', mapping: guessMapping(source.tables), past: null, scenario: null }
  const { chain } = bring(source, { ...into, chain: emptyChain('a') }, (done) => told.push(done))
  expect(told.length).toBeGreaterThan(3)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  for (const name of ['long.chain.json', 'long.json']) {
    const shares: number[] = []
    await readWhole(bytesOf(bytes(chain)), name, (done) => shares.push(done))
    expect(shares.at(-1)).toBe(1)
    expect(shares.length).toBeGreaterThan(8)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  }
})

test('a step of a long workbook that tells nothing says where it ends', async () => {
  const rows = Array.from({ length: 6_000 }, (_, at) => [`企业${at}`, '龙头'])
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['企业名称', '角色'], ...rows] }] })
  const told: (readonly [number, number])[] = []
  await readFiles([{ name: 'long.xlsx', bytes }], {}, (done, next = done) => told.push([done, next]))
  const dones = told.map(([done]) => done)
  expect(dones).toEqual(dones.toSorted((a, b) => a - b))
  // No step is silent about more than what it announces.
  told.forEach(([done, next], at) => {
    expect(next).toBeGreaterThanOrEqual(done)
    expect(told[at + 1]?.[0] ?? 1).toBeLessThanOrEqual(Math.max(next, done + 0.2))
  })
})
