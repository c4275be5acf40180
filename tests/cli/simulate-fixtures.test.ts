import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { fixtures } from '../io/fixtures.ts'
import { run } from './in-process.ts'

const bin = fileURLToPath(new URL('../../bin/chain.mjs', import.meta.url))
const place = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const runFile = promisify(execFile)
const chain = (...args: readonly string[]) => runFile(process.execPath, [bin, ...args], { maxBuffer: 1 << 28 })

interface Played {
  readonly scenario: string
  readonly days: number
  readonly enterprises: readonly string[]
  readonly level: readonly (readonly number[])[]
  readonly why: readonly (readonly string[])[]
  readonly stockLast: readonly { readonly enterprise: string; readonly product: string; readonly value: number }[]
}

const daily = fixtures.filter(({ name }) => !name.startsWith('criticality'))

// The first command builds the command line.
beforeAll(async () => void (await chain('--help')), 120_000)

test('there are twenty cases of the daily model', () => {
  expect(daily.length).toBe(20)
})

/** A program started anew costs as much as all cases played: some prove the program, the others what it plays. */
const STARTED = 4

test.each(daily.map(({ name, text }, at) => ({ name, text, how: at < STARTED ? 'program' : 'command' })))(
  'the command line plays $name as published ($how)',
  async ({ name, text, how }) => {
    const expected = JSON.parse(await readFile(place(`${name}.expected.json`), 'utf8')) as Played
    const { stdout, stderr } =
      how === 'program' ? await chain('simulate', place(`${name}.chain.json`), '--json') : await inProcess(name, text)
    expect(stderr).toBe('')
    expect(stdout.endsWith('}\n')).toBe(true)
    const played = JSON.parse(stdout) as Played
    expect(Object.keys(played)).toEqual(['scenario', 'days', 'enterprises', 'level', 'why', 'stockLast'])
    expect(played.scenario).toBe(expected.scenario)
    expect(played.days).toBe(expected.level.length)
    expect(played.enterprises).toEqual(expected.enterprises)
    expect(played.why).toEqual(expected.why)
    expect(played.stockLast.map(({ enterprise, product }) => [enterprise, product])).toEqual(
      expected.stockLast.map(({ enterprise, product }) => [enterprise, product]),
    )
    expectClose(played.level.flat(), expected.level.flat())
    expectClose(
      played.stockLast.map(({ value }) => value),
      expected.stockLast.map(({ value }) => value),
    )
  },
)

async function inProcess(name: string, text: string) {
  const { code, out, error } = await run(['simulate', name, '--json'], { [name]: text })
  expect(code).toBe(0)
  return { stdout: out, stderr: error }
}

function expectClose(got: readonly number[], expected: readonly number[]): void {
  expect(got.length).toBe(expected.length)
  const worst = got.reduce((most, value, at) => {
    const wanted = expected[at]!
    return Math.max(most, Math.abs(value - wanted) / Math.max(1, Math.abs(wanted)))
  }, 0)
  expect(worst).toBeLessThanOrEqual(1e-9)
}

test('errors end with 1, wrong use with 2, and nothing is printed as a result', async () => {
  const broken = join(await mkdtemp(join(tmpdir(), 'chain-')), 'broken.chain.json')
  await writeFile(broken, '{"format": "industrial-chain", ')
  await expect(chain('check', broken)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(`${broken}:1:`),
  })
  await expect(chain('simulate')).rejects.toMatchObject({ code: 2, stdout: '' })
})

test('Ctrl+C stops a long run at once', async () => {
  const enterprises = Array.from({ length: 3000 }, (_, row) => ({
    id: `f${row}`,
    name: `f${row}`,
    role: 'sme',
    stage: 's',
  }))
  const scenarios = [{ id: 'main', name: 'ten years', start: '2020-02-10', days: 3660, blocks: 'all' }]
  const stages = [{ id: 's', name: 's', tier: 0 }]
  const head = { format: 'industrial-chain', version: 1, name: 'long' }
  const long = join(await mkdtemp(join(tmpdir(), 'chain-')), 'long.chain.json')
  await writeFile(long, JSON.stringify({ ...head, stages, enterprises, supplies: [], scenarios }))
  const command = `"${process.execPath}" "${bin}" simulate "${long}" --json > "${long}.out" & pid=$!; sleep 1; kill -INT $pid; wait $pid; echo $?`
  // Job control on: a shell without it starts what runs in the background deaf to Ctrl+C.
  const child = spawn('bash', ['-m', '-c', command])
  let printed = ''
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()))
  await once(child, 'close')
  expect(printed.trim()).toBe('130')
  expect((await readFile(`${long}.out`, 'utf8')).endsWith('}\n')).toBe(false)
})
