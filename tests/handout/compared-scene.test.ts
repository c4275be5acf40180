/** A scene of a comparison shows it wherever the scene is shown: on each card the day of B less the day of A. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { indexChain } from '../../src/engine/index-chain.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { TextMark } from '../../src/handout/picture/marks.ts'
import { makeHandout } from '../../src/handout/handouts.ts'
import { scenePictures, stateOfScene } from '../../src/handout/story/scene-pictures.ts'
import type { Chain } from '../../src/model/chain.ts'
import { textIn } from '../../src/model/local-text.ts'
import { OBSERVED_DAYS, scenesOf, type Scene } from '../../src/model/scenes.ts'
import { chainOf } from '../graph-data/shipped.ts'

const chain = chainOf('spring-dawn.chain.json')
const { index } = indexChain(chain)
type Scenario = NonNullable<Chain['scenarios']>[number]
const scenarioOf = (wanted: string): Scenario => chain.scenarios!.find(({ id }) => id === wanted)!
const [A, B] = [scenarioOf('main'), scenarioOf('together')]
const DAY = 20
const SCENE: Scene = { id: 'x', name: 'Two futures', words: '', scenario: B.id, day: DAY, compare: { a: A.id } }

/** Points of a hundred by which B is above A on the day, by row; from runs of their own. */
function pointsOf(a: Scenario, b: Scenario): readonly number[] {
  const levelOf = (scenario: Scenario) =>
    simulate(index, timelineOf(chain, index, { ...scenario, start: b.start, days: b.days }), { record: 'levels' }).level
  const [levelA, levelB] = [levelOf(a), levelOf(b)]
  const at = DAY * index.enterpriseCount
  return Array.from(index.enterpriseIds, (_, row) => Math.round(100 * (levelB[at + row]! - levelA[at + row]!)))
}
const signsIn = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => /^[▲▼] [+−]\d/.test(text)).toSorted()
const signsOf = (points: readonly number[]): readonly string[] =>
  points.flatMap((each) => (each === 0 ? [] : [each > 0 ? `▲ +${each}` : `▼ −${-each}`])).toSorted()

function drawn(scene: Scene, of: Chain = chain): readonly string[] {
  const { map, legend } = scenePictures(stateOfScene(of, scene, 'en')!, scene).at(-1)!
  const marks = [...map.marks, ...legend.marks]
  return marks.filter((mark): mark is TextMark => mark.kind === 'text').map(({ text }) => text)
}

test('each card carries the points by which B is above or below A, and the legend says what they are to', () => {
  const wanted = signsOf(pointsOf(A, B))
  expect(wanted.length).toBeGreaterThan(5)
  const texts = drawn(SCENE)
  expect(signsIn(texts)).toEqual(wanted)
  expect(texts).toContain(`▲ Better than “${textIn(A.name, 'en')}”`)
})

test('A and B changed about, every sign turns', () => {
  const turned = { ...SCENE, scenario: A.id, compare: { a: B.id } }
  const other = signsIn(drawn(SCENE)).map((text) =>
    text.startsWith('▲') ? text.replace('▲ +', '▼ −') : text.replace('▼ −', '▲ +'),
  )
  expect(signsIn(drawn(turned))).toEqual(other.toSorted())
})

test('a scene that names B shows B, whatever its scenario; one that names no scenario of the chain shows the states', () => {
  expect(drawn({ ...SCENE, scenario: A.id, compare: { a: A.id, b: B.id } })).toEqual(drawn(SCENE))
  const gone = drawn({ ...SCENE, compare: { a: 'gone' } })
  const { compare: _, ...plain } = SCENE
  expect(gone).toEqual(drawn(plain))
})

test('against observed days a difference stands only where something was observed', () => {
  const [first, second] = chain.enterprises
  const date = new Date(Date.parse(B.start) + DAY * 86_400_000).toISOString().slice(0, 10)
  const observed: Chain = {
    ...chain,
    observations: [
      { enterprise: first!.id, date, outputRecovery: 0.5 },
      { enterprise: second!.id, date, outputRecovery: 0.1 },
    ],
  }
  const texts = drawn({ ...SCENE, compare: { a: OBSERVED_DAYS } }, observed)
  expect(texts).toContain('▲ Better than “Observed days”')
  expect(texts.filter((text) => text === '–')).toHaveLength(chain.enterprises.length - 2)
})

test('observed days less a scenario: the same points the other way round, and no others', () => {
  const date = new Date(Date.parse(B.start) + DAY * 86_400_000).toISOString().slice(0, 10)
  const observations = chain.enterprises.slice(0, 4).map(({ id }, at) => ({
    enterprise: id,
    date,
    outputRecovery: [0.512, 0.123, 0.914, 0.334][at]!,
  }))
  const observed: Chain = { ...chain, observations }
  const less = drawn({ ...SCENE, compare: { a: OBSERVED_DAYS } }, observed)
  const more = drawn({ ...SCENE, scenario: A.id, compare: { a: B.id, b: OBSERVED_DAYS } }, observed)
  const turned = signsIn(less).map((text) =>
    text.startsWith('▲') ? text.replace('▲ +', '▼ −') : text.replace('▼ −', '▲ +'),
  )
  expect(turned.length).toBeGreaterThan(1)
  expect(signsIn(more)).toEqual(turned.toSorted())
  expect(more).toContain(`▲ Better than “${textIn(B.name, 'en')}”`)
  expect(more.filter((text) => text === '–')).toHaveLength(chain.enterprises.length - 4)
})

test('story and slides carry the comparison', async () => {
  const told: Chain = { ...chain, scenes: [...scenesOf(chain), SCENE] as unknown[] }
  const request = { chain: told, scenarioId: B.id, day: 0, language: 'en' } as const
  const story = strFromU8(await makeHandout('story', request, () => {}))
  const page = story.slice(story.lastIndexOf('<section'))
  const signs = signsOf(pointsOf(A, B))
  expect(signsIn([...page.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!))).toEqual(signs)
  const slides = unzipSync(await makeHandout('slides', request, () => {}))
  const slide = strFromU8(slides[`ppt/slides/slide${2 + scenesOf(told).length}.xml`]!)
  expect(slide).toContain('Two futures')
  expect(signsIn([...slide.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text!))).toEqual(signs)
})
