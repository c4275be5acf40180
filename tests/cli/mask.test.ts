import { expect, test } from 'vitest'
import { chainOf, textOf } from '../graph-data/shipped.ts'
import { run } from './in-process.ts'

const NAME = 'spring-dawn.chain.json'
const files = { [NAME]: textOf(NAME), 'textiles.chain.json': textOf('textiles.chain.json') }
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test.each(['key.csv', 'key.json'])(
  'mask writes a copy and %s, the same bytes each time; unmask gives the file back',
  async (key) => {
    const args = ['mask', NAME, '--to', 'm.chain.json', '--key', key, '--provinces', '--chain-name']
    const { code, out, written } = await run(args, files)
    expect(code).toBe(0)
    expect(out).toContain('masked: enterprises 36')
    expect((await run(args, files)).written).toEqual(written)
    const copy = text(written.get('m.chain.json'))
    for (const { name } of chainOf(NAME).enterprises) expect(copy).not.toContain((name as { zh: string }).zh)
    const back = await run(
      ['unmask', 'm.chain.json', '--key', key, '--to', 'b.chain.json'],
      Object.fromEntries(written),
    )
    expect(back.code).toBe(0)
    expect(back.out).toContain('to the byte')
    expect(text(back.written.get('b.chain.json'))).toBe(files[NAME])
  },
)

test('simulate prints the same levels of a masked chain', async () => {
  const { written } = await run(['mask', NAME, '--to', 'm.chain.json', '--key', 'k.csv'], files)
  const levels = async (path: string, given: Readonly<Record<string, string | Uint8Array>>) => {
    const { out } = await run(['simulate', path, '--json'], given)
    const { level, stockLast } = JSON.parse(out) as { level: unknown; stockLast: { value: number }[] }
    return { level, stocks: stockLast.map(({ value }) => value) }
  }
  expect(await levels('m.chain.json', Object.fromEntries(written))).toEqual(await levels(NAME, files))
})

test('a key of another copy is refused with exit code 1, a missing key option with 2', async () => {
  const [one, two] = await Promise.all(
    [NAME, 'textiles.chain.json'].map((file) => run(['mask', file, '--to', 'm.chain.json', '--key', 'k.csv'], files)),
  )
  const mixed = { 'm.chain.json': one!.written.get('m.chain.json')!, 'k.csv': two!.written.get('k.csv')! }
  const { code, error, written } = await run(['unmask', 'm.chain.json', '--key', 'k.csv', '--to', 'b.json'], mixed)
  expect([code, written.size]).toEqual([1, 0])
  expect(error).toContain('KEY_OTHER')
  expect((await run(['mask', NAME, '--to', 'm.chain.json'], files)).code).toBe(2)
  expect((await run(['mask', NAME, '--to', 'm.csv', '--key', 'm.csv'], files)).code).toBe(2)
})
