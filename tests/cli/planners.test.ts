import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import type { Chain } from '../../src/model/chain.ts'
import { run } from './in-process.ts'

const textOf = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}.chain.json`, import.meta.url), 'utf8')

/** Asks about a fixture with `--json`. */
async function asked(command: string, fixture: string, ...options: string[]): Promise<Record<string, unknown>> {
  const file = `${fixture}.chain.json`
  const { code, out, error } = await run([command, file, ...options, '--json'], { [file]: textOf(fixture) })
  expect(error).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}

test('gains: the handle frees nine days, the engine maker whose work another can do frees none', async () => {
  const { gains, on, goal } = await asked('gains', 'handle')
  expect([on, goal]).toEqual(['2020-02-10', ['L']])
  const found = gains as { block: string; gain: number; rank: number; firstFelt: string | null }[]
  expect(found.map(({ block, rank }) => [block, rank])).toEqual([
    ['bH', 1],
    ['bE1', 2],
  ])
  expect(found[0]!.gain).toBeCloseTo(9, 9)
  expect(found[1]!.gain).toBeCloseTo(0, 9)
  expect(found[0]!.firstFelt).toBe('2020-02-11')
})

test('gains count what is asked: running days, the return to a level; an unknown measure is refused', async () => {
  const reached = await asked('gains', 'handle', '--count', 'reached', '--level', '80%')
  expect(reached).toMatchObject({ measure: 'reached', level: 0.8 })
  expect((reached.gains as { gain: number }[])[0]!.gain).toBe(9)
  const running = await asked('joint', 'both', '--count', 'running', '--budget', '0')
  expect(running.joint).toEqual([expect.objectContaining({ blocks: ['bA', 'bB'], onlyTogether: true, apart: 0 })])
  const file = 'handle.chain.json'
  const { code, error } = await run(['gains', file, '--count', 'jobs'], { [file]: textOf('handle') })
  expect(code).toBe(2)
  expect(error).toContain('jobs')
})

test('joint: two useless blocks are one useful pair', async () => {
  const { joint, pairs } = await asked('joint', 'both', '--budget', '0')
  expect(pairs).toBe(1)
  expect(joint).toEqual([expect.objectContaining({ blocks: ['bA', 'bB'], onlyTogether: true, apart: 0 })])
})

test('smallest: both are needed, and that is proven', async () => {
  const answer = await asked(
    'smallest',
    'both',
    '--for',
    'L',
    '--level',
    '100%',
    '--by',
    '2020-02-15',
    '--at-most',
    '2',
  )
  expect(answer).toMatchObject({ blocks: ['bA', 'bB'], cost: 2, proven: true, reached: 1 })
  const impossible = await asked(
    'smallest',
    'both',
    '--for',
    'L',
    '--level',
    '1',
    '--by',
    '2020-02-15',
    '--at-most',
    '1',
  )
  expect(impossible).toMatchObject({ blocks: null, cost: null, proven: true, reached: 1 })
  expect(impossible).toMatchObject({ best: { blocks: [], reached: 0 } })
})

test('order: one crew clears the handle before the engine maker', async () => {
  const { order, proven, score } = await asked('order', 'handle', '--crews', '1')
  expect((order as { block: string }[])[0]!.block).toBe('bH')
  expect(proven).toBe(true)
  expect(score).toBeCloseTo(8, 9)
})

test('restart: names the loop and the deliveries that restart it; a restarted one is not stuck', async () => {
  const { stuck, loops, deliveries } = await asked('restart', 'loop-stuck')
  expect(stuck).toEqual(['A', 'B', 'C'])
  expect(loops).toEqual([expect.objectContaining({ members: ['A', 'B'] })])
  expect(deliveries).toHaveLength(2)
  expect(await asked('restart', 'loop-restarted')).toMatchObject({ stuck: [], deliveries: [] })
})

test('next: stocks run out in order, and each block has its latest day', async () => {
  const { next, latest, today } = await asked('next', 'stock', '--days', '30')
  expect(today).toBe('2020-02-10')
  expect((next as unknown[]).length).toBeGreaterThan(0)
  const [first] = latest as { clearBy: string | null; enterprise: string | null }[]
  expect(first!.clearBy).toMatch(/^2020-02-/)
  expect(first!.enterprise).not.toBeNull()
})

test('next: where nothing can stop any more, no latest day is listed', async () => {
  const springDawn = readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8')
  const { out } = await run(['next', 'x', '--language', 'en'], { x: springDawn })
  expect(out.trim().split('\n')).toEqual([expect.stringMatching(/^Nothing that runs .* stops within 60 days\.$/)])
})

test('each prints a table in both languages', async () => {
  const files = { 'both.chain.json': textOf('both') }
  for (const language of ['zh', 'en']) {
    for (const args of [['gains'], ['joint'], ['order', '--crews', '2'], ['restart'], ['next']]) {
      const [command, ...options] = args
      const { code, out } = await run([command!, 'both.chain.json', ...options, '--language', language], files)
      expect(code).toBe(0)
      expect(out.length).toBeGreaterThan(10)
    }
  }
})

test('when only the number of blocks stands in the way, the text says what is reached within it and what with all', async () => {
  const files = { 'both.chain.json': textOf('both') }
  const limit = ['--level', '0.9', '--by', '2020-02-15', '--at-most', '1', '--language', 'en']
  const { out } = await run(['smallest', 'both.chain.json', '--for', 'L', ...limit], files)
  expect(out).toContain('No set of at most 1 block reaches 90.0% on 2020-02-15')
  expect(out).toContain('Nearest: nothing cleared with 0.0%')
  expect(out).toContain('With every block cleared 100.0% is reached.')
  expect(out).not.toContain('Still binding')
})

test('the output of any enterprise can be what counts; without one and without a leading enterprise that is said', async () => {
  const { goal, gains } = await asked('gains', 'handle', '--goal', 'H,E1')
  expect(goal).toEqual(['H', 'E1'])
  expect((gains as { block: string }[]).map(({ block }) => block).toSorted()).toEqual(['bE1', 'bH'])
  const files = { 'both.chain.json': textOf('both').replaceAll('"leading"', '"core"') }
  for (const command of [['gains'], ['joint'], ['order', '--crews', '1']]) {
    const [name, ...options] = command
    const { code, error } = await run([name!, 'both.chain.json', ...options, '--json', '--language', 'en'], files)
    expect([code, error]).toEqual([0, expect.stringContaining('no leading enterprise')])
  }
})

test('with no block open, each says so instead of showing an empty table', async () => {
  const chain = JSON.parse(textOf('both')) as { scenarios: { blocks: unknown }[] }
  chain.scenarios[0]!.blocks = []
  const files = { 'both.chain.json': JSON.stringify(chain) }
  for (const command of [['gains'], ['joint'], ['order', '--crews', '1'], ['next']]) {
    const [name, ...options] = command
    const { code, out } = await run([name!, 'both.chain.json', ...options, '--language', 'en'], files)
    expect([code, out], name).toEqual([0, expect.stringContaining('No block of the scenario is open')])
  }
})

test('wrong ids, days and numbers end with 2 and say what would be right', async () => {
  const files = { 'both.chain.json': textOf('both') }
  const wrong = [
    ['gains', '--on', '2021-01-01'],
    ['joint', '--budget', 'soon'],
    ['smallest', '--for', 'Z', '--level', '1', '--by', '2020-02-12'],
    ['smallest', '--for', 'L', '--level', '1', '--by', '2019-02-12'],
    ['smallest', '--for', 'L,', '--level', '1', '--by', '2020-02-12'],
    ['smallest', '--for', 'L', '--level', ' ', '--by', '2020-02-12'],
    ['smallest', '--for', 'L', '--level', '1', '--by', '2020-02-12', '--on', '2020-02-13'],
    ['gains', '--goal', 'Z'],
    ['order', '--crews', '0'],
    ['order', '--crews', '200%'],
    ['next', '--days', '1.5'],
    ['restart', '--scenario', 'none'],
  ]
  for (const [command, ...options] of wrong) {
    const { code, out, error } = await run([command!, 'both.chain.json', ...options, '--language', 'en'], files)
    expect([code, out], options.join(' ')).toEqual([2, ''])
    expect(error.length).toBeGreaterThan(10)
  }
})

test('a goal is named by its id, whatever text that is, or by several between commas', async () => {
  const chain = JSON.parse(textOf('ration')) as Chain
  const named = new Map([['S', 'S'], ['X', ' X, Ltd'], ['Y', 'Y']]) // prettier-ignore
  const text = JSON.stringify(chain, (key, value: unknown) =>
    ['id', 'from', 'to', 'enterprise'].includes(key) ? (named.get(value as string) ?? value) : value,
  )
  const goalOf = async (ids: string): Promise<unknown> => {
    const { out } = await run(['gains', 'a.chain.json', '--goal', ids, '--json'], { 'a.chain.json': text })
    return (JSON.parse(out) as Record<string, unknown>)['goal']
  }
  expect(await goalOf(' X, Ltd')).toEqual([' X, Ltd'])
  expect(await goalOf('Y, S')).toEqual(['Y', 'S'])
})
