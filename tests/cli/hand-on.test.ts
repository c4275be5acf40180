import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { readOwnSheets } from '../../src/io/formats/read-sheets.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'
import { run } from './in-process.ts'

const text = fixtures.find(({ name }) => name === 'handle')!.text
const files = { 'a.chain.json': text }
const chain = readChain(bytesOf(text), 'a').chain!

test.each(['x.gexf', 'x.graphml', 'x.cyjs', 'x.json'])('export writes %s, which gives the chain back', async (path) => {
  const { code, out, written } = await run(['export', 'a.chain.json', '--to', path], files)
  expect(code).toBe(0)
  expect(out).toContain(path)
  expect(writeChain(readGraph(written.get(path)!, path).chain!)).toBe(writeChain(chain))
})

test.each(['x.xlsx', 'x.csv.zip'])(
  'export writes %s, the same bytes each time, headings in the language asked for',
  async (path) => {
    const once = await run(['export', 'a.chain.json', '--to', path], files)
    const twice = await run(['export', 'a.chain.json', '--to', path], files)
    const zh = await run(['export', 'a.chain.json', '--to', path, '--language', 'zh'], files)
    expect([once.code, zh.code]).toEqual([0, 0])
    expect(twice.written.get(path)).toEqual(once.written.get(path))
    expect(zh.written.get(path)).not.toEqual(once.written.get(path))
  },
)

test('export to x.csv writes one file a table', async () => {
  const { code, written } = await run(['export', 'a.chain.json', '--to', 'out/x.csv'], files)
  expect(code).toBe(0)
  expect([...written.keys()]).toContain('out/x-supplies.csv')
  const sheets = [...written].map(([name, bytes]) => ({
    name,
    rows: Papa.parse<string[]>(new TextDecoder().decode(bytes), { newline: '\r\n', delimiter: ',' }).data,
  }))
  expect(writeChain(readOwnSheets(sheets, 'x').chain!)).toBe(writeChain(chain))
})

test('export writes the chain file itself as it stands', async () => {
  const { written } = await run(['export', 'a.chain.json', '--to', 'b.chain.json'], files)
  expect(new TextDecoder().decode(written.get('b.chain.json'))).toBe(writeChain(chain))
})

test('export says which endings there are, which scenario is missing, and which file it cannot read', async () => {
  const ending = await run(['export', 'a.chain.json', '--to', 'x.pdf2'], files)
  expect([ending.code, ending.error]).toEqual([2, expect.stringContaining('.graphml') as unknown])
  const scenario = await run(['export', 'a.chain.json', '--to', 'x.gexf', '--scenario', 'none'], files)
  expect([scenario.code, scenario.written.size]).toEqual([2, 0])
  const missing = await run(['export', 'nothing.chain.json', '--to', 'x.gexf'], files)
  expect([missing.code, missing.written.size]).toEqual([2, 0])
  expect((await run(['export', 'a.chain.json'], files)).code).toBe(2)
})

test('merge of a file with itself gives it back, to the output or to a file', async () => {
  const two = { ...files, 'b.chain.json': text }
  expect((await run(['merge', 'a.chain.json', 'b.chain.json'], two)).out).toBe(writeChain(chain))
  const { code, written, error } = await run(['merge', 'a.chain.json', 'b.chain.json', '--to', 'c.chain.json'], two)
  expect([code, error]).toEqual([0, ''])
  expect(new TextDecoder().decode(written.get('c.chain.json'))).toBe(writeChain(chain))
})

test('merge names every conflict with both values', async () => {
  const changed = { ...chain, enterprises: chain.enterprises.map((row) => ({ ...row, region: row.id })) }
  const other = { ...chain, enterprises: chain.enterprises.map((row) => ({ ...row, region: '云岭' })) }
  const two = { 'a.chain.json': writeChain(changed), 'b.chain.json': writeChain(other) }
  const { code, error } = await run(['merge', 'a.chain.json', 'b.chain.json', '--to', 'c.chain.json'], two)
  expect(code).toBe(0)
  expect(error.match(/CONFLICT/g)?.length).toBe(chain.enterprises.length)
  expect(error).toContain('云岭')
})

test.each(['x.xlsx', 'x.csv.zip', 'x.gexf', 'x.graphml', 'x.cyjs', 'x.json'])(
  'what was handed on as %s is opened by every command, and goes back to the chain file',
  async (path) => {
    const { written } = await run(['export', 'a.chain.json', '--to', path, '--language', 'zh'], files)
    const back = await run(['export', path, '--to', 'b.chain.json'], { [path]: written.get(path)! })
    expect([back.code, back.error]).toEqual([0, ''])
    expect(new TextDecoder().decode(back.written.get('b.chain.json'))).toBe(writeChain(chain))
    const merged = await run(['merge', 'a.chain.json', path], { ...files, [path]: written.get(path)! })
    expect(merged.out).toBe(writeChain(chain))
  },
)

test.each(['x.xlsx', 'x.csv.zip', 'x.gexf', 'x.cyjs'])(
  '%s brought into the chain it comes from changes no row',
  async (path) => {
    const { written } = await run(['export', 'a.chain.json', '--to', path], files)
    const { code, out } = await run(['import', path, '--into', 'a.chain.json', '--json'], {
      ...files,
      [path]: written.get(path)!,
    })
    expect(code).toBe(0)
    const { added, changed, removed } = JSON.parse(out) as Record<string, unknown>
    expect([added, changed, removed]).toEqual([0, 0, 0])
  },
)

test.each(['x.xlsx', 'x.csv.zip', 'x.gexf', 'x.json'])(
  'import of %s alone gives the whole chain, with its name and lists',
  async (path) => {
    const { written } = await run(['export', 'a.chain.json', '--to', path], files)
    const { written: out } = await run(['import', path, '--to', 'b.chain.json'], { [path]: written.get(path)! })
    expect(new TextDecoder().decode(out.get('b.chain.json'))).toBe(writeChain(chain))
  },
)

test('export says what other programs do not see of a file', async () => {
  expect((await run(['export', 'a.chain.json', '--to', 'a.gexf'], files)).out).toContain('for other programs: Blocks')
  expect((await run(['export', 'a.chain.json', '--to', 'a.xlsx'], files)).out).not.toContain('for other programs')
})
