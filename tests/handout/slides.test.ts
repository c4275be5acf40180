import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { slidesOf } from '../../src/handout/slides/slides.ts'
import type { Chain } from '../../src/model/chain.ts'
import { textIn } from '../../src/model/local-text.ts'
import { scenesOf } from '../../src/model/scenes.ts'
import { xmlProblems } from './xml.ts'

const chain = JSON.parse(
  readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8'),
) as Chain
const parts = async (shown: Chain): Promise<ReadonlyMap<string, string>> => {
  const bytes = await slidesOf({ chain: shown, scenarioId: shown.scenarios![0]!.id, day: 5, language: 'zh' }, () => {})
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return new Map(files.map(([name, content]) => [name, strFromU8(content)]))
}
const files = await parts(chain)

test('every part of the slides is sound XML, without pictures and without anything from outside', () => {
  expect([...files.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
    6 + scenesOf(chain).length,
  )
  for (const [name, text] of files) {
    expect(xmlProblems(text), name).toEqual([])
    expect(text, name).not.toMatch(/TargetMode="External"|<p:pic>/)
  }
})

test('the map is native shapes with its names as text, the gains and the order are native tables', () => {
  const map = files.get('ppt/slides/slide2.xml')!
  expect(map.match(/<a:custGeom>/g)!.length).toBeGreaterThan(100)
  for (const { name } of chain.enterprises) expect(map).toContain(Array.from(textIn(name, 'zh')).slice(0, 3).join(''))
  for (const slide of [10, 11]) expect(files.get(`ppt/slides/slide${slide}.xml`)).toContain('<a:tbl>')
})

test('each scene has a slide with its title, its figures computed, and the notes for the speaker', () => {
  for (const [at, { name, notes }] of scenesOf(chain).entries()) {
    const slide = files.get(`ppt/slides/slide${at + 3}.xml`)!
    expect(slide).toContain(textIn(name, 'zh'))
    expect(slide).not.toMatch(/\{\{|…天/)
    expect(files.get(`ppt/notesSlides/notesSlide${at + 3}.xml`)).toContain(textIn(notes, 'zh').slice(0, 4))
  }
  expect(files.get('ppt/slides/slide6.xml')).toContain('26.9')
})

test('names that look like markup, and signs that XML cannot hold, do no harm', async () => {
  const [first, ...others] = chain.enterprises
  const hostile: Chain = {
    ...chain,
    name: '</a:t>&<x>\u0001',
    enterprises: [{ ...first!, name: '<a:br/>\ud800"' }, ...others],
  }
  for (const [name, text] of await parts(hostile)) expect(xmlProblems(text), name).toEqual([])
})
