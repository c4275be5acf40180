import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { slidesOf } from '../../src/handout/slides/slides.ts'
import { TEXTS } from '../../src/handout/texts.ts'
import type { Chain } from '../../src/model/chain.ts'
import { textIn } from '../../src/model/local-text.ts'
import { scenesOf } from '../../src/model/scenes.ts'
import { xmlProblems } from './xml.ts'

const chain = JSON.parse(
  readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8'),
) as Chain
const deckOf = (shown: Chain): Promise<Uint8Array> =>
  slidesOf({ chain: shown, scenarioId: shown.scenarios![0]!.id, day: 5, language: 'zh' }, () => {})
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return new Map(files.map(([name, content]) => [name, strFromU8(content)]))
}

const deck = await deckOf(chain)
const files = partsOf(deck)

test('the file of slides is compressed', () => {
  const inflated = Object.values(unzipSync(deck)).reduce((sum, { length }) => sum + length, 0)
  expect(deck.length).toBeLessThan(inflated / 5)
})

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

test('the legend under the whole map has all signs that occur, native, in letters of 12 points or more', async () => {
  for (const language of ['zh', 'en'] as const) {
    const parts = partsOf(await slidesOf({ chain, scenarioId: chain.scenarios![0]!.id, day: 5, language }, () => {}))
    const texts = [...parts.get('ppt/slides/slide2.xml')!.matchAll(/<p:sp>.*?<\/p:sp>/gs)].flatMap(([shape]) => {
      const text = /<a:t>(.*?)<\/a:t>/.exec(shape)?.[1]
      const [size, y] = [/ sz="(\d+)"/, /<a:off x="-?\d+" y="(\d+)"/].map((part) => Number(part.exec(shape)?.[1]))
      return text === undefined ? [] : [{ text, points: size! / 100, y: y! }]
    })
    const { state, cause, role } = TEXTS[language].words
    const first = texts.findIndex(({ text }) => new RegExp(`^${role.leading} \\d+$`).test(text))
    const legend = texts.filter(({ y }) => y >= texts[first]!.y - 10_000)
    for (const word of [role.core, state.blocked, cause.labour])
      expect(legend.some(({ text }) => text.startsWith(word))).toBe(true)
    for (const { text, points } of legend) expect(points, text).toBeGreaterThanOrEqual(12)
  }
})

test('names that look like markup, and signs that XML cannot hold, do no harm', async () => {
  const [first, ...others] = chain.enterprises
  const hostile: Chain = {
    ...chain,
    name: '</a:t>&<x>\u0001',
    enterprises: [{ ...first!, name: '<a:br/>\ud800"' }, ...others],
  }
  for (const [name, text] of partsOf(await deckOf(hostile))) expect(xmlProblems(text), name).toEqual([])
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
  const noted = partsOf(await deckOf({ ...chain, notes }))
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

test('the package is whole: every relation leads to a part, every typed part is there and has one type, no entry is a folder', () => {
  const all = new Set(Object.keys(unzipSync(deck)))
  for (const name of all) expect(name).not.toMatch(/\/$/)
  const typed = [...files.get('[Content_Types].xml')!.matchAll(/<Override PartName="\/([^"]*)"/g)].map(
    ([, name]) => name!,
  )
  expect(typed.filter((name) => !all.has(name))).toEqual([])
  expect(new Set(typed).size).toBe(typed.length)
  expect(typed).toEqual(expect.arrayContaining([...all].filter((name) => /^ppt\/.*[^s]\.xml$/.test(name))))
  const relations = [...files].filter(([name]) => name.endsWith('.rels'))
  expect(relations.length).toBeGreaterThan(12)
  for (const [name, text] of relations) {
    const folder = new URL(name.replace(/_rels\/[^/]*$/, ''), 'zip:/')
    for (const [, target] of text.matchAll(/ Target="([^"]*)"/g)) {
      const path = new URL(target!, `file:///${folder.pathname.replace(/^\//, '')}`).pathname.slice(1)
      expect(all, `${name} -> ${target}`).toContain(path)
    }
  }
  expect(files.get('ppt/presentation.xml')).toMatch(/<\/p:sldMasterIdLst><p:notesMasterIdLst>.*<p:sldIdLst>/s)
})

test('no two shapes of a slide have one id, and nothing stands outside of the slide', () => {
  const [, width, height] = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(files.get('ppt/presentation.xml')!)!.map(Number)
  const slides = [...files].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides.length).toBeGreaterThan(6)
  for (const [name, text] of slides) {
    const ids = [...text.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size, name).toBe(ids.length)
    const boxes = [...text.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/g)]
    expect(boxes.length, name).toBeGreaterThan(1)
    for (const [, ...box] of boxes) {
      const [x = 0, y = 0, w = 0, h = 0] = box.map(Number)
      expect([x >= 0, y >= 0, x + w <= width!, y + h <= height!], `${name} ${box.join(' ')}`).not.toContain(false)
    }
  }
})
