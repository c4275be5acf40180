import { expect, test } from 'vitest'
import { NO_FILTER } from '../../src/model/filter.ts'
import { OBSERVED_DAYS, scenesOf } from '../../src/model/scenes.ts'
import { takeScene } from '../../src/state/actions/edit-scenes.ts'
import { showScene } from '../../src/state/actions/show-scene.ts'
import { TEST_CHAIN } from '../e2e/test-chain.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'
import { storesOf } from '../panels/page-of.tsx'

const VIEW = {
  scenarioId: 'main',
  day: 4,
  lens: 'state',
  filter: { facets: { stage: ['parts'] }, only: [], hidden: ['cable'], hiddenLinks: ['s3'], way: 'fade' },
  trace: { enterprise: 'handle', direction: 'downstream', steps: 1 },
  lit: ['handle', 'car'],
  camera: { x: 1, y: 2, width: 300 },
} as const

test('a scene that was taken with a filter, a trace and what is lit brings all three back', () => {
  const stores = storesOf(TEST_CHAIN, VIEW)
  const id = takeScene(stores, { zh: '一', en: 'one' })
  const scene = scenesOf(stores.document.getState().chain).find((each) => each.id === id)!
  expect(scene).toMatchObject({ filter: VIEW.filter, trace: VIEW.trace, lit: VIEW.lit })
  stores.session.setState({ filter: NO_FILTER, trace: null, lit: null, day: 0, camera: null })
  showScene(stores, scene)
  expect(stores.session.getState()).toMatchObject(VIEW)
})

test('the next scene, taken without a filter, shows all again', () => {
  const stores = storesOf(TEST_CHAIN, { ...VIEW, filter: NO_FILTER, trace: null, lit: null })
  takeScene(stores, { zh: '二', en: 'two' })
  stores.session.setState({ filter: VIEW.filter, lit: ['car'], trace: VIEW.trace })
  showScene(stores, scenesOf(stores.document.getState().chain)[0]!)
  expect(stores.session.getState()).toMatchObject({ filter: NO_FILTER, lit: null, trace: null })
})

test('a scene of a comparison keeps what the difference is to and brings it back; one that holds nothing against it ends it', () => {
  const stores = storesOf(TEST_CHAIN, { ...VIEW, lens: 'difference', against: { a: 'main' } })
  const compared = scenesOf(stores.document.getState().chain).length
  takeScene(stores, { zh: '三', en: 'three' })
  stores.session.setState({ against: null, lens: 'state' })
  takeScene(stores, { zh: '四', en: 'four' })
  const [three, four] = scenesOf(stores.document.getState().chain).slice(compared)
  expect(three!.compare).toEqual({ a: 'main' })
  expect(four!.compare).toBeUndefined()
  showScene(stores, three!)
  expect(stores.session.getState()).toMatchObject({ against: { a: 'main' }, lens: 'difference', scenarioId: 'main' })
  showScene(stores, four!)
  expect(stores.session.getState()).toMatchObject({ against: null, lens: 'state' })
})

test('a scene that names both futures, as older files do, is read and shows B', () => {
  const scene = { id: 's', name: 'x', words: '', scenario: 'main', day: 1, compare: { a: 'main', b: 'other' } }
  const stores = storesOf({ ...TEST_CHAIN, scenes: [scene] }, {})
  showScene(stores, scenesOf(stores.document.getState().chain)[0]!)
  expect(stores.session.getState()).toMatchObject({ against: { a: 'main' }, scenarioId: 'other', lens: 'difference' })
})

test('a scene keeps observed days as B: they are held against the scenario on screen; observed days on both sides are no scene', () => {
  const pair = { a: 'main', b: OBSERVED_DAYS }
  const stores = storesOf(TEST_CHAIN, { ...VIEW, lens: 'difference', against: pair })
  const id = takeScene(stores, { zh: '五', en: 'five' })
  const find = () => scenesOf(stores.document.getState().chain).find((each) => each.id === id)!
  expect(find()).toMatchObject({ scenario: 'main', compare: pair })
  stores.session.setState({ against: null, lens: 'state', scenarioId: 'other' })
  showScene(stores, find())
  expect(stores.session.getState()).toMatchObject({ against: pair, lens: 'difference', scenarioId: 'main' })
  const { chain } = stores.document.getState()
  const both = { ...find(), compare: { a: OBSERVED_DAYS, b: OBSERVED_DAYS } }
  expect(scenesOf({ ...chain, scenes: [both] })).toEqual([])
})

test('filters of the shipped stories name values that are there, and leave every enterprise that the scene lights', () => {
  const filtered = SHIPPED.flatMap((file) => {
    const chain = chainOf(file)
    return scenesOf(chain).flatMap(({ id, filter, lit }) => (filter ? [{ chain, id, filter, lit: lit ?? [] }] : []))
  })
  expect(filtered.length).toBeGreaterThan(1)
  for (const { chain, id, filter, lit } of filtered) {
    const stages = new Set(chain.stages.map((stage) => stage.id))
    const wanted = filter.facets.stage ?? []
    expect(
      wanted.filter((stage) => !stages.has(stage)),
      id,
    ).toEqual([])
    const outside = chain.enterprises.filter((each) => lit.includes(each.id) && !wanted.includes(each.stage))
    expect(outside, id).toEqual([])
  }
})
