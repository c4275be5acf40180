import { expect, test } from 'vitest'
import { bring, type BringInto } from '../../src/io/bring/bring.ts'
import { emptyChain } from '../../src/model/new-chain.ts'
import { likelyPast } from '../../src/io/bring/likely-past.ts'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { guessMapping } from '../../src/io/bring/guess-mapping.ts'
import type { Chain } from '../../src/model/chain.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function bringFile(chain: Chain, name: string, text: string) {
  const { source, problems } = await readFiles([{ name, bytes: bytesOf(text) }], {})
  if (source === null) throw new Error(`expected something to bring in, got ${JSON.stringify(problems)}`)
  const mapping = source.kind === 'tables' ? guessMapping(source.tables) : { tables: [], same: [], date: null }
  const into: BringInto = { file: name, mapping, chain, past: null, scenario: null }
  return bring(source, { ...into, past: likelyPast(source, into) })
}

const graph = (edges: string) => `<gexf><graph defaultedgetype="directed"><nodes>
<node id="0" label="甲电池"/><node id="1" label="乙车"/><node id="2" label="丙隔膜"/></nodes><edges>${edges}</edges></graph></gexf>`
const GRAPH = graph(
  '<edge id="0" source="0" target="1" label="电池"/><edge id="1" source="2" target="0" label="隔膜"/>',
)

test('nodes of a graph are the enterprises of the same name, whatever their keys', async () => {
  const base = (
    await readAsChain(bytesOf('企业名称,统一社会信用代码,角色,环节\n甲电池,913509005875277836,龙头,电芯\n'), 'a.csv')
  ).chain!
  const { chain } = await bringFile(base, 'g.gexf', GRAPH)
  expect(chain!.enterprises.map(({ id }) => id)).toEqual(['913509005875277836', '乙车', '丙隔膜'])
  // The graph says neither role nor stage of it, so both stay.
  expect(chain!.enterprises[0]).toMatchObject({ role: 'leading', stage: base.enterprises[0]!.stage })
  expect(chain!.supplies.map(({ from, to, product }) => [from, to, product])).toEqual([
    ['913509005875277836', '乙车', '电池'],
    ['丙隔膜', '913509005875277836', '隔膜'],
  ])
})

test('two nodes of one name stay two enterprises', async () => {
  const { chain } = await bringFile(emptyChain('c'), 'g.gexf', GRAPH.replace('乙车', '甲电池'))
  expect(chain!.enterprises).toHaveLength(3)
})

test('a graph twice changes nothing; A, then B, then A gives the bytes of A', async () => {
  const base = (await readAsChain(bytesOf('企业名称,角色,环节\n甲电池,龙头,电芯\n'), 'a.csv')).chain!
  const a = (await bringFile(base, 'g.gexf', GRAPH)).chain!
  expect(writeChain((await bringFile(a, 'g.gexf', GRAPH)).chain!)).toBe(writeChain(a))
  const b = await bringFile(a, 'g.gexf', graph('<edge id="0" source="1" target="2" label="x"/>'))
  expect(writeChain((await bringFile(b.chain!, 'g.gexf', GRAPH)).chain!)).toBe(writeChain(a))
})

test('a chain file lies over the open chain by its ids', async () => {
  const open = (await readAsChain(bytesOf('企业名称,角色,环节\n甲,龙头,电芯\n'), 'a.csv')).chain!
  const { imports: _imports, ...plain } = open
  const other: Chain = { ...plain, enterprises: [{ ...open.enterprises[0]!, region: '福建' }] }
  const { chain, changes } = await bringFile(open, 'b.chain.json', writeChain(other))
  expect(changes.map(({ kind, table }) => [kind, table])).toEqual([['changed', 'enterprises']])
  expect(chain!.enterprises[0]).toMatchObject({ region: '福建' })
})
