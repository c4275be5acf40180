import { expect, test } from 'vitest'
import { listedImports } from '../../src/state/actions/edit-lists.ts'
import { membersOf } from '../../src/analysis/lists/list-versions.ts'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import { readXlsx } from 'hucre/xlsx'
import { chainOf, textOf } from '../graph-data/shipped.ts'
import { run } from './in-process.ts'

const NAME = 'spring-dawn.chain.json'
const files = { [NAME]: textOf(NAME), 'vehicles.chain.json': textOf('vehicles.chain.json') }
const chain = chainOf(NAME)

test('lists says who joined, how many leading enterprises are covered, and who is missing', async () => {
  const { code, out } = await run(['lists', NAME], files)
  expect(code).toBe(0)
  expect(out).toContain('2020-03-02  2 leading, 8 core supporting')
  expect(out).toContain('+ Fushou Handles (– → core)')
  expect(out).toMatch(/0 of 2 leading enterprises have all sole sources/)
})

test('--json gives every version with its changes and coverage; --propose adds figures of the engine', async () => {
  const { out } = await run(['lists', NAME, '--json', '--date', '2020-02-20', '--propose'], files)
  const { versions, proposals } = JSON.parse(out) as {
    versions: { date: string; leading: string[]; changes: unknown; coverage: { leading: number } }[]
    proposals: { add: { enterprise: string; together: number; partners: string[] }[]; withoutEffect: unknown[] }
  }
  expect(versions.map(({ date }) => date)).toEqual(['2020-02-20'])
  expect(versions[0]).toMatchObject({ leading: ['chunxiao'], changes: null, coverage: { leading: 1 } })
  expect(proposals.add.find(({ enterprise }) => enterprise === 'fushou')).toMatchObject({ partners: ['mianchang'] })
})

test('who is on a list without effect is said for the vehicle chain, whose first list is marked as assumed', async () => {
  const { out } = await run(['lists', 'vehicles.chain.json', '--propose'], files)
  expect(out).toContain('assumed: made by the roles')
  expect(out).toMatch(/On the list without effect \((?!0)\d+\)/)
  expect(out).toMatch(/unnamed Wuhan brake-hose supplier \(core\): its block wins 0\.\d+ days/)
})

test('a day without a version is wrong use and names those there are; another ending too', async () => {
  const { code, error } = await run(['lists', NAME, '--date', '2021-01-01'], files)
  expect(code).toBe(2)
  expect(error).toContain('2020-02-20, 2020-03-02')
  expect((await run(['lists', NAME, '--to', 'x.txt'], files)).code).toBe(2)
})

test.each(['en', 'zh'])(
  'a version written as CSV in %s and brought in again gives the same members in the same roles',
  async (language) => {
    const { code, written } = await run(['lists', NAME, '--to', 'list.csv', '--language', language], files)
    expect(code).toBe(0)
    const { chain: back } = await readAsChain(written.get('list.csv')!, 'list.csv')
    const [brought] = listedImports(back!)
    const names = new Map(back!.enterprises.map(({ id, name }) => [id, name]))
    const expected = [...membersOf(chain.lists!.at(-1)!)].map(([id, role]) => {
      const name = chain.enterprises.find((each) => each.id === id)!.name as { zh: string; en: string }
      return [name[language as 'zh'], role]
    })
    expect(new Map([...membersOf(brought!)].map(([id, role]) => [names.get(id), role]))).toEqual(
      new Map(expected as []),
    )
  },
)

test('a version written as a workbook has its members, and who joined, with texts like formulas guarded', async () => {
  const hostile = {
    ...chain,
    enterprises: chain.enterprises.map((each) => (each.id === 'fushou' ? { ...each, name: '=1+1' } : each)),
  }
  const { written } = await run(['lists', NAME, '--to', 'list.xlsx'], { [NAME]: JSON.stringify(hostile) })
  const [members, changes] = (await readXlsx(written.get('list.xlsx')!)).sheets
  expect(members!.name).toBe('list 2020-03-02')
  expect(members!.rows).toHaveLength(11)
  expect(members!.rows.flat()).toContain("'=1+1")
  expect(changes!.rows.slice(1).map(([kind]) => kind)).toEqual(['joined', 'joined', 'joined', 'joined'])
})
