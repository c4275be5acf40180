import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../../src/handout/fingerprint.ts'
import { handoutState } from '../../src/handout/handout-state.ts'
import { mapPicture } from '../../src/handout/picture/map-picture.ts'
import { widthOf } from '../../src/handout/picture/paper.ts'
import { svgOf } from '../../src/handout/svg.ts'
import { xmlProblems } from './xml.ts'
import type { Chain } from '../../src/model/chain.ts'
import { textIn } from '../../src/model/local-text.ts'

const shipped = (id: string): Chain =>
  JSON.parse(readFileSync(new URL(`../../graph-data/${id}.chain.json`, import.meta.url), 'utf8')) as Chain
const IDS = ['vehicles', 'electronics', 'textiles', 'spring-dawn'] as const
const LANGUAGES = ['zh', 'en'] as const

async function svg(
  chain: Chain,
  language: 'zh' | 'en',
  lens: 'state' | 'wave' | 'difference' = 'state',
): Promise<string> {
  const state = handoutState({ chain, scenarioId: chain.scenarios![0]!.id, day: 3, language })
  return svgOf(mapPicture(state, { lens, origin: { fingerprint: await fingerprintOf(chain), engine: 'test' } }))
}

const textsOf = (file: string): readonly string[] =>
  [...file.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!)

test.each(IDS)('%s as SVG is XML with real text, no raster, no script, and nothing from outside', async (id) => {
  for (const language of LANGUAGES) {
    const file = await svg(shipped(id), language)
    expect(xmlProblems(file)).toEqual([])
    expect(file).not.toMatch(/<image|<script|<style|<foreignObject|<use|url\(|href|data:|NaN|undefined/)
    expect(textsOf(file).length).toBeGreaterThan(30)
  }
})

test('every enterprise is named on its card, in both languages, in whole or with an ellipsis', async () => {
  const chain = shipped('spring-dawn')
  for (const language of LANGUAGES) {
    const words = textsOf(await svg(chain, language)).join('\n')
    for (const { name } of chain.enterprises)
      expect(words).toContain(Array.from(textIn(name, language)).slice(0, 4).join(''))
  }
})

test('title, date, figures, legend and the fingerprint of the chain stand in the picture', async () => {
  const chain = shipped('spring-dawn')
  const words = textsOf(await svg(chain, 'zh')).join('\n')
  expect(words).toContain(textIn(chain.name, 'zh'))
  expect(words).toMatch(/2020年3月\d日：开工率 \d+ %/)
  expect(words).toContain('龙头企业 2')
  expect(words).toContain((await fingerprintOf(chain)).slice(0, 16))
})

test('the same chain gives the same bytes, and no order of rows changes the map', async () => {
  const chain = shipped('vehicles')
  const turned: Chain = { ...chain, supplies: chain.supplies.toReversed(), enterprises: chain.enterprises.toReversed() }
  expect(await svg(chain, 'en')).toBe(await svg(chain, 'en'))
  const cards = (file: string) => textsOf(file).filter((text) => !/chain [0-9a-f]{16}/.test(text))
  expect(cards(await svg(turned, 'en'))).toEqual(cards(await svg(chain, 'en')))
})

test('what stands in a name never becomes markup', async () => {
  const chain = shipped('spring-dawn')
  const [first, ...others] = chain.enterprises
  const hostile: Chain = {
    ...chain,
    name: '<script>alert(1)</script>&"\u0007\ud800',
    enterprises: [{ ...first!, name: '"><image href="x"/>' }, ...others],
  }
  const file = await svg(hostile, 'zh')
  expect(xmlProblems(file)).toEqual([])
  expect(file).not.toMatch(/<script|<image/)
})

test('the width of a text grows with it, and a Chinese sign is as wide as its letter is high', () => {
  expect(widthOf('汽车', 10, false)).toBe(20)
  expect(widthOf('Dongfeng', 10, false)).toBeLessThan(60)
  expect(widthOf('Dongfeng', 10, true)).toBeGreaterThan(widthOf('Dongfeng', 10, false))
})

test('notes stand in the picture as numbered pins and in words under the map, in its language', async () => {
  const chain = shipped('spring-dawn')
  const [first] = chain.enterprises
  const { supplies, blocks } = chain
  const notes = [
    { id: 'n1', at: { enterprise: first!.id }, text: { zh: '已约周一', en: 'call on Monday' }, created: '2020-03-02' },
    { id: 'n2', at: { enterprise: first!.id }, text: 'twice' },
    { id: 'n3', at: { supply: supplies[0]!.id }, text: { zh: '绕行', en: 'goes round' } },
    { id: 'n4', at: { block: blocks![0]!.id }, text: '<b>bold</b> & long: '.repeat(20) },
    { id: 'n5', at: { x: -900, y: 1e6 }, text: 'far out' },
    { id: 'n6', at: { enterprise: 'gone' }, text: 'its enterprise is gone' },
  ]
  const noted = { ...chain, notes }
  const file = await svg(noted, 'zh')
  const words = textsOf(file)
  expect(xmlProblems(file)).toEqual([])
  expect(file).not.toContain('<b>')
  expect(words).toContain(`${textIn(first!.name, 'zh')}：已约周一 (2020年3月2日)`)
  expect(words.join('')).toContain('图上位置：far out')
  expect(textsOf(await svg(noted, 'en'))).toContain(`${textIn(first!.name, 'en')}: call on Monday (2 Mar 2020)`)
  // A pin and a line each, but for the one whose enterprise is gone.
  const numbered = (number: string) => words.filter((text) => text === number).length
  const before = textsOf(await svg(chain, 'zh'))
  const gained = notes.map((_, at) => numbered(`${at + 1}`) - before.filter((text) => text === `${at + 1}`).length)
  expect(gained).toEqual([2, 2, 2, 2, 2, 1])
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(file)!
  for (const [, x, y] of file.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(0)
    expect(Number(x)).toBeLessThanOrEqual(Number(width))
    expect(Number(y)).toBeLessThanOrEqual(Number(height))
  }
})

test('what feels a release and does not come back for good shows the day on which it first makes more', async () => {
  const chain = shipped('spring-dawn')
  const origin = { fingerprint: await fingerprintOf(chain), engine: 'test' }
  const wordsOn = (day: number) => {
    const state = handoutState({ chain, scenarioId: 'together', day, language: 'en' })
    return textsOf(svgOf(mapPicture(state, { lens: 'wave', origin }))).map((text) => text.trim())
  }
  expect(wordsOn(0)).toEqual(expect.arrayContaining(['↗ 5 Mar', '↗ first day on which it makes more']))
  expect(wordsOn(8)).not.toContain('↗ 5 Mar')
})
