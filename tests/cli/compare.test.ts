import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outputCurve, leadingRows } from '../../src/analysis/figures.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain } from '../../src/model/chain.ts'
import { chainOf } from '../graph-data/shipped.ts'
import { played } from '../observed/observed-chains.ts'
import { run } from './in-process.ts'

const text = (name: string): string =>
  readFileSync(new URL(`../../graph-data/${name}.chain.json`, import.meta.url), 'utf8')
const files = { 'dawn.chain.json': text('spring-dawn'), 'cars.chain.json': text('vehicles') }

interface Compared {
  readonly date: string
  readonly observed: boolean
  readonly figures: readonly {
    readonly name: string
    readonly a: number | null
    readonly b: number | null
    readonly over: number
  }[]
  readonly enterprises: readonly {
    readonly enterprise: string
    readonly a: number | null
    readonly b: number | null
    readonly difference: number | null
    readonly lostA: number | null
    readonly lostB: number | null
  }[]
  readonly changes: readonly { readonly effect: number }[]
}

test('A, B and B - A of every enterprise are the levels of the two runs', async () => {
  const { code, out } = await run(
    ['compare', 'dawn.chain.json', '--a', 'main', '--b', 'together', '--day', '10', '--json'],
    files,
  )
  expect(code).toBe(0)
  const compared = JSON.parse(out) as Compared
  expect(compared.date).toBe('2020-03-12')
  const chain = chainOf('spring-dawn.chain.json')
  const runs = ['main', 'together'].map((id) =>
    played({ ...chain, scenarios: [chain.scenarios!.find((scenario) => scenario.id === id)!] }),
  )
  const { index } = runs[0]!.played
  expect(compared.enterprises).toHaveLength(index.enterpriseCount)
  for (const { enterprise, a, b, difference } of compared.enterprises) {
    const at = 10 * index.enterpriseCount + index.enterpriseIds.indexOf(enterprise)
    expect([a, b]).toEqual(runs.map((each) => each.played.run.level[at]))
    expect(difference).toBe(b! - a!)
  }
  const leading = compared.figures.find(({ name }) => name === 'leadingOutput')!
  const curves = runs.map(({ played: { run: result } }) => outputCurve(index, result, leadingRows(index))[10]!)
  expect(leading.a).toBeCloseTo(curves[0]!, 12)
  expect(leading.b).toBeCloseTo(curves[1]!, 12)
  const effects = compared.changes.map(({ effect }) => Math.abs(effect))
  expect(effects).toHaveLength(2)
  expect(effects).toEqual(effects.toSorted((one, other) => other - one))
})

test('beside observed days every figure is over what was observed, and a gap stays a gap', async () => {
  const args = ['compare', 'cars.chain.json', '--a', 'A-SH22', '--observed', '--day', '2022-04-09', '--json']
  const compared = JSON.parse((await run(args, files)).out) as Compared
  expect(compared.observed).toBe(true)
  const seen = compared.enterprises.filter(({ b }) => b !== null)
  expect(seen.map(({ enterprise }) => enterprise)).toEqual(['nio'])
  expect(seen[0]).toMatchObject({ b: 0, lostB: 4 })
  expect(compared.figures.find(({ name }) => name === 'operatingRate')).toMatchObject({ b: 0, over: 1 })
  const unseen = compared.enterprises.find(({ enterprise }) => enterprise === 'svw')!
  expect(unseen).toMatchObject({ b: null, difference: null, lostA: null, lostB: null })
})

test('the error of the model is over the observed pairs of the scenario alone', async () => {
  const { code, out } = await run(['observed', 'cars.chain.json', '--scenario', 'A-KRH20', '--json'], files)
  expect(code).toBe(0)
  const { error, outside, days } = JSON.parse(out) as {
    readonly error: Readonly<
      Record<string, { readonly pairs: number; readonly meanAbsolute: number | null; readonly bias: number | null }>
    >
    readonly outside: number
    readonly days: readonly { readonly date: string }[]
  }
  const all = (JSON.parse(files['cars.chain.json']) as Chain).observations!.length
  expect(days.map(({ date }) => date)).toEqual(['2020-02-07', '2020-02-10'])
  expect(outside).toBe(all - 2)
  expect(error.level).toMatchObject({ pairs: 1 })
  // Hyundai stood still on 7 Feb for want of harnesses, and so it does in the model.
  expect(error.level!.meanAbsolute).toBeCloseTo(0, 3)
  expect(error.staffReturn).toMatchObject({ pairs: 1 })
  expect(error.operatingRate).toMatchObject({ pairs: 0, meanAbsolute: null, bias: null })
})

test('tables can be read in both languages, and say where nothing was observed', async () => {
  for (const [language, words] of [
    ['en', ['mean |error|', 'nio', 'A gap enters nothing']],
    ['zh', ['平均绝对误差', 'nio', '空缺不计入']],
  ] as const) {
    const { out } = await run(['observed', 'cars.chain.json', '--scenario', 'A-SH22', '--language', language], files)
    for (const word of words) expect(out).toContain(word)
    const compared = await run(['compare', 'dawn.chain.json', '--b', 'together', '--language', language], files)
    expect(compared.code).toBe(0)
    expect(compared.out).toContain('chunxiao')
  }
  const { out } = await run(['observed', 'dawn.chain.json', '--language', 'en'], files)
  expect(out).toBe('Nothing was observed on the 60 days from 2020-03-02; 0 observations lie on other days.\n')
})

test('wrong use of the two commands says what is right', async () => {
  const wrong = async (...args: readonly string[]) => {
    const { code, error } = await run([args[0]!, 'dawn.chain.json', ...args.slice(1), '--language', 'en'], files)
    expect(code).toBe(2)
    return error
  }
  expect(await wrong('compare')).toContain('name the other side: --b ID, or --observed')
  expect(await wrong('compare', '--b', 'together', '--observed')).toContain('exclude each other')
  expect(await wrong('compare', '--b', 'nowhere')).toContain('no scenario nowhere; there are: main')
  expect(await wrong('compare', '--b', 'together', '--day', '60')).toContain('60')
  expect(await wrong('observed', '--threshold', '0')).toContain('above 0, up to 100')
})

test('where A begins on another day both stand on the calendar of B: its levels are those of its own run, as in a scene', async () => {
  const { code, out } = await run(
    ['compare', 'dawn.chain.json', '--a', 'main', '--b', 'stock-clock', '--day', '4', '--json'],
    files,
  )
  expect(code).toBe(0)
  const compared = JSON.parse(out) as Compared
  expect(compared.date).toBe('2020-02-05')
  const chain = chainOf('spring-dawn.chain.json')
  const { index } = indexChain(chain)
  const clock = chain.scenarios!.find(({ id }) => id === 'stock-clock')!
  const { level } = simulate(index, timelineOf(chain, index, clock), { record: 'levels' })
  for (const { enterprise, b } of compared.enterprises)
    expect(b).toBe(level[4 * index.enterpriseCount + index.enterpriseIds.indexOf(enterprise)])
})
