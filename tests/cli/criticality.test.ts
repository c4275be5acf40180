import { expect, test, vi } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { run } from './in-process.ts'

const FOLDER = new URL('../fixtures/', import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const names = readdirSync(FOLDER)
  .filter((name) => /^criticality-.*\.expected\.json$/.test(name))
  .map((name) => name.replace('.expected.json', ''))

interface Figures {
  readonly enterprises: readonly string[]
  readonly index: readonly number[]
  readonly down: readonly number[]
  readonly up: readonly number[]
  readonly sweeps: readonly number[]
}

interface Expected extends Figures {
  readonly settings: { tolerance: number; closed: boolean; replaceability: boolean; weight: string }
  readonly closures: unknown
  readonly closuresUpstream: unknown
}

test.each(names)('%s comes out of the command line, in the order of the document', async (name) => {
  const expected = JSON.parse(textOf(`${name}.expected.json`)) as Expected
  const { settings, closures, closuresUpstream } = expected
  const hasVectors = typeof closures !== 'string'
  const chain = textOf(`${name}.chain.json`)
  const args = [
    'criticality',
    'x',
    '--json',
    '--tolerance',
    String(settings.tolerance),
    '--weight',
    settings.weight,
    ...(settings.closed ? ['--closed'] : []),
    ...(settings.replaceability ? [] : ['--no-replaceability']),
    ...(hasVectors ? ['--closures', 'c'] : []),
  ]
  const ran = await run(args, { x: chain, c: JSON.stringify({ closures, upstream: closuresUpstream }) })
  expect(ran).toMatchObject({ code: 0, error: '' })
  const found = JSON.parse(ran.out) as Figures
  expect(found.enterprises).toEqual(
    (JSON.parse(chain) as { enterprises: { id: string }[] }).enterprises.map(({ id }) => id),
  )
  expect(found.sweeps).toEqual(expected.sweeps)
  for (const which of ['index', 'down', 'up'] as const) {
    expected[which].forEach((value, place) => expect(Math.abs(found[which][place]! - value)).toBeLessThan(1e-9))
  }
})

const published = textOf('criticality-published-13.chain.json')

test('the published setting is one word', async () => {
  const word = await run(['criticality', 'x', '--json', '--published'], { x: published })
  const spelled = ['--tolerance', '0.01', '--closed', '--weight', 'flows']
  expect((await run(['criticality', 'x', '--json', ...spelled], { x: published })).out).toBe(word.out)
  expect((await run(['criticality', 'x', '--json'], { x: published })).out).not.toBe(word.out)
})

test('the order of rows in the file changes no bit', async () => {
  const { enterprises, supplies, inputs, ...rest } = JSON.parse(published) as Record<
    'enterprises' | 'supplies' | 'inputs',
    unknown[]
  >
  const turned = JSON.stringify({ ...rest, enterprises, supplies: supplies.toReversed(), inputs: inputs.toReversed() })
  const ran = await run(['criticality', 'x', '--json'], { x: turned })
  expect(ran.out).toBe((await run(['criticality', 'x', '--json'], { x: published })).out)
})

test('the table ranks, explains itself, and warns of closed loops', async () => {
  const { out } = await run(['criticality', 'x', '--published'], { x: published })
  expect(out.split('\n')[1]).toMatch(/^f1 +f1 +100\.000%/)
  expect(out).toContain('index = share')
  const loop = await run(['criticality', 'x', '--closed'], { x: textOf('criticality-cycle-damped.chain.json') })
  expect(loop.out).toContain('f0, f1, f2')
  const zh = await run(['criticality', 'x', '--language', 'zh'], { x: published })
  expect(zh.out).toContain('关键度')
})

test.each([
  { args: ['--tolerance', '0'], says: '0' },
  { args: ['--tolerance', 'small'], says: 'small' },
  { args: ['--weight', 'mass'], says: 'mass' },
  { args: ['--published', '--tolerance', '0.1'], says: '--tolerance' },
  { args: ['--closures', 'missing'], says: 'ENOENT' },
  { args: ['--closures', 'broken'], says: '13 shares' },
  { args: ['--closures', 'short'], says: '13 shares' },
  { args: ['--closures', 'wide'], says: '13 shares' },
])('wrong use $args ends with 2 and says why', async ({ args, says }) => {
  const files = {
    x: published,
    broken: '{',
    short: '{"closures": [[1]]}',
    wide: JSON.stringify({ closures: [Array(13).fill(2)] }),
  }
  const { code, out, error } = await run(['criticality', 'x', ...args], files)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toContain(says)
})

test('closures have a table of their own', async () => {
  const closures = JSON.stringify({ closures: [Array(13).fill(0), Array(13).fill(1)], upstream: null })
  const { out } = await run(['criticality', 'x', '--closures', 'c'], { x: published, c: closures })
  expect(out.trim().split('\n').slice(1)).toEqual([
    expect.stringMatching(/^ +1 +0\.000% +0\.000% +0\.000% +1$/),
    expect.stringMatching(/^ +2 +100\.000% +100\.000% +100\.000% +1$/),
  ])
})

test.each([
  ['every enterprise', []],
  ['closures of a file', ['--closures', 'c']],
])('%s: what would take longer than a day is refused beforehand, with the estimate', async (_, args) => {
  let hours = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (hours += 2) * 3_600_000)
  try {
    const c = JSON.stringify({ closures: Array.from({ length: 13 }, () => Array(13).fill(1)), upstream: null })
    const { code, out, error } = await run(['criticality', 'x', ...args], { x: published, c })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    // One closure took four hours by this clock.
    expect(error).toMatch(/187,?200/)
  } finally {
    clock.mockRestore()
  }
})
