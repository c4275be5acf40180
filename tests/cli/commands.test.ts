import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { fixtures } from '../io/fixtures.ts'
import { run } from './in-process.ts'

const textOf = (name: string): string => fixtures.find((fixture) => fixture.name === name)!.text
const chain = { 'a.chain.json': textOf('handle') }

test('every command stands in --help, in both languages, with the exit codes', async () => {
  expect(COMMANDS.length).toBeGreaterThanOrEqual(3)
  for (const language of ['en', 'zh']) {
    const { code, out } = await run(['--language', language, '--help'])
    expect(code).toBe(0)
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    for (const exitCode of [0, 1, 2, 130]) expect(out).toMatch(new RegExp(`^  ${exitCode} `, 'm'))
  }
})

test('every command has a help of its own', async () => {
  for (const { name } of COMMANDS) {
    const { code, out } = await run([name, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`chain ${name}`)
  }
})

test('a sound file passes the check, and says what is in it', async () => {
  const { code, out, error } = await run(['check', 'a.chain.json'], chain)
  expect({ code, out, error }).toEqual({
    code: 0,
    out: 'enterprises 4, supply links 3, blocks 2, scenarios 1; errors 0, warnings 0\n',
    error: '',
  })
})

test('a broken file gives exit code 1 and names each error with file and place', async () => {
  const broken = textOf('handle').replace('"from": "H"', '"from": "Q"').replace('"flow": 2.0', '"flow": -2')
  for (const command of ['check', 'baseline', 'simulate']) {
    const { code, out, error } = await run([command, 'b.chain.json'], { 'b.chain.json': broken })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(error).toContain('b.chain.json supplies[0].from\n  error DANGLING')
    expect(error).toContain('b.chain.json supplies[1].flow\n  error NUMBER')
  }
})

test('an enterprise that makes nothing is an error of the file', async () => {
  const idle = textOf('handle').replace('"finalDemand": 10.0', '"finalDemand": 0.0')
  const { code, error } = await run(['check', 'c'], { c: idle.replace('"flow": 0.05', '"flow": 0.05') })
  expect(code).toBe(1)
  expect(error).toContain('OUTPUT_ZERO')
})

test('a sum of shares in a problem has no noise of the last digits', async () => {
  const [stages, enterprises] = [[{ id: 's', name: 's', tier: 0 }], [] as object[]]
  for (const id of ['a', 'b']) enterprises.push({ id, name: id, role: 'sme', stage: 's' })
  const supplies = ['p', 'q'].map((product) => ({ id: product, from: 'a', to: 'b', product }))
  const inputs = [{ enterprise: 'b', product: 'p', costShare: 0.7 }, { enterprise: 'b', product: 'q', costShare: 0.6 }] // prettier-ignore
  expect(0.7 + 0.6).not.toBe(1.3)
  const chain = { format: 'industrial-chain', version: 1, name: 'c', stages, enterprises, supplies, inputs }
  const { error } = await run(['check', 'c.chain.json'], { 'c.chain.json': JSON.stringify(chain) })
  expect(error).toContain('found 1.3, expected below 1')
  // Without a solution nobody's output is known, and who sells to the end market has one.
  expect(error).not.toContain('OUTPUT_ZERO')
})

test('problems can be had as JSON', async () => {
  const { code, out } = await run(['check', '--json', 'b'], { b: '{' })
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual([
    { code: 'JSON', severity: 'error', row: 1, column: 2, found: 'endOfFile', expected: '" | }', file: 'b' },
  ])
})

test.each([
  { args: [], says: 'Usage: chain' },
  { args: ['unblock'], says: 'unblock' },
  { args: ['check'], says: 'file' },
  { args: ['check', 'a.chain.json', 'b'], says: 'too many arguments' },
  { args: ['check', '--colour', 'a.chain.json'], says: '--colour' },
  { args: ['check', 'missing.json'], says: 'ENOENT' },
  { args: ['simulate', 'a.chain.json', '--scenario'], says: '--scenario' },
  { args: ['simulate', 'a.chain.json', '--scenario', 'spring'], says: 'main' },
  { args: ['simulate', 'a.chain.json', '--language', 'fr'], says: 'fr' },
])('wrong use $args ends with 2 and says why', async ({ args, says }) => {
  const { code, out, error } = await run(args, chain)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(error).toContain(says)
})

test('the tables speak both languages', async () => {
  for (const command of ['simulate', 'baseline', 'check']) {
    const zh = await run([command, 'a.chain.json', '--language', 'zh'], chain)
    expect(zh.code).toBe(0)
    expect(zh.out).toMatch(/[\u4e00-\u9fff]/)
    const en = await run([command, 'a.chain.json', '--language=en'], chain)
    expect(en.out).not.toMatch(/[\u4e00-\u9fff]/)
  }
})

test('the baseline of the handle chain: what is sold plus final demand', async () => {
  const { out } = await run(['baseline', '--json', 'a.chain.json'], chain)
  const { enterprises, inputs, supplies } = JSON.parse(out) as Record<string, Record<string, unknown>[]>
  expect(enterprises!.map(({ id, output }) => [id, output])).toEqual([
    ['H', 0.05],
    ['E1', 2],
    ['E2', 2],
    ['L', 10],
  ])
  expect(inputs!.map(({ product, needPerDay }) => [product, needPerDay])).toEqual([
    ['door handle', 0.05],
    ['engine', 4],
  ])
  expect(supplies!.map(({ id }) => id)).toEqual(['e0', 'e1', 'e2'])
})

test('a scenario is chosen by its id; without a wish main is played, else the first', async () => {
  const document = JSON.parse(textOf('handle')) as { scenarios: { id: string; days: number }[] }
  const [main] = document.scenarios
  const played = async (ids: readonly string[], ...wish: string[]): Promise<string> => {
    const text = JSON.stringify({ ...document, scenarios: ids.map((id) => ({ ...main, id })) })
    const { out } = await run(['simulate', '--json', 'x', ...wish], { x: text })
    return (JSON.parse(out) as { scenario: string }).scenario
  }
  expect(await played(['first', 'main'])).toBe('main')
  expect(await played(['first', 'second'])).toBe('first')
  expect(await played(['first', 'second'], '--scenario', 'second')).toBe('second')
  const none = await run(['simulate', 'x'], { x: JSON.stringify({ ...document, scenarios: [] }) })
  expect(none.code).toBe(1)
})

test('a run that would not fit in memory is refused beforehand, with what it would take', async () => {
  const enterprises = Array.from({ length: 100_000 }, (_, row) => ({ id: `${row}`, name: '', role: 'sme', stage: 's' }))
  const scenarios = [{ id: 'main', name: 'long', start: '2020-02-10', days: 3_660, blocks: 'all' }]
  const stages = [{ id: 's', name: 's', tier: 0 }]
  const head = { format: 'industrial-chain', version: 1, name: 'large' }
  const text = JSON.stringify({ ...head, stages, enterprises, supplies: [], scenarios })
  const { code, out, error } = await run(['simulate', 'x'], { x: text })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  // 12 bytes of each enterprise on each day.
  expect(error).toContain('4.4')
  expect(error).toContain('4.0')
})
