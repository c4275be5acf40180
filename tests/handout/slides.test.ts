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

test('the file of slides is compressed', async () => {
  const request = { chain, scenarioId: chain.scenarios![0]!.id, day: 5, language: 'zh' } as const
  const file = await slidesOf(request, () => {})
  const inflated = Object.values(unzipSync(file)).reduce((sum, { length }) => sum + length, 0)
  expect(file.length).toBeLessThan(inflated / 5)
})

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

test('notes are numbered pins on the maps and stand in whole on slides of their own', async () => {
  const long = Array.from({ length: 900 }, (_, at) => '甲乙丙丁'[at % 4]).join('')
  const notes = [
    { id: 'a', at: { enterprise: chain.enterprises[0]!.id }, text: { zh: '已约周一', en: 'Monday' } },
    { id: 'b', at: { x: 40, y: 60 }, text: long },
    ...Array.from({ length: 9 }, (_, at) => ({
      id: `n${at}`,
      at: { supply: chain.supplies[at]!.id },
      text: `第${at}条`,
    })),
  ]
  const noted = await parts({ ...chain, notes })
  const slides = [...noted].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  for (const [name, text] of slides) expect(xmlProblems(text), name).toEqual([])
  const lists = slides.filter(([, text]) => text.includes('所在位置')).map(([, text]) => text)
  expect(lists.length).toBeGreaterThan(1)
  const words = lists.join('').replace(/<[^>]*>/g, '')
  for (const { text } of notes.slice(2)) expect(words).toContain(text as string)
  expect(words).toContain('已约周一')
  expect(words.replace(/[^甲乙丙丁]/g, '')).toContain(long)
  // The first map, and the map of each scene, carry pin 11; the foot of the scene says what pin 1 is.
  const pinned = slides.filter(([, text]) => text.includes('<a:t>11</a:t>') && text.includes('<a:custGeom>'))
  expect(pinned).toHaveLength(1 + scenesOf(chain).length)
  expect(
    slides.filter(([, text]) => text.includes('1 ' + textIn(chain.enterprises[0]!.name, 'zh') + '：已约周一')),
  ).toHaveLength(scenesOf(chain).length)
})
