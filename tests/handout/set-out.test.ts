/** Pictures show the map as a person has set it out: dragged cards where they were dragged, what is folded folded. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { foldGraph } from '../../src/analysis/folding/fold-graph.ts'
import { NOT_FOLDED, type Folds } from '../../src/analysis/folding/folds.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { SetOut } from '../../src/handout/drawn-map.ts'
import { handoutState } from '../../src/handout/handout-state.ts'
import { makeHandout } from '../../src/handout/handouts.ts'
import { pictureFocus } from '../../src/handout/picture/focus-of-looked.ts'
import { mapPicture } from '../../src/handout/picture/map-picture.ts'
import { extentOf, type TextMark } from '../../src/handout/picture/marks.ts'
import { underLens } from '../../src/handout/picture/under-lens.ts'
import { tilingOf } from '../../src/handout/poster.ts'
import { scenePictures, stateOfScene } from '../../src/handout/story/scene-pictures.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { textIn } from '../../src/model/local-text.ts'
import { scenesOf } from '../../src/model/scenes.ts'
import { chainOf } from '../graph-data/shipped.ts'

const chain = chainOf('spring-dawn.chain.json')
const { index } = indexChain(chain)
const REQUEST = { chain, scenarioId: chain.scenarios![0]!.id, day: 3, language: 'en' } as const
const OPTIONS = { lens: 'state', origin: { fingerprint: 'f'.repeat(64), engine: 'test' } } as const
const STAGE = 'metal'
const inside = chain.enterprises.filter(({ stage }) => stage === STAGE)
const FOLDED_STAGE = `${textIn(chain.stages.find(({ id }) => id === STAGE)!.name, 'en')} × ${inside.length}`

function foldedBy(folds: Folds): NonNullable<SetOut['folded']> {
  const graph = foldGraph({ chain, index, folds, blocked: [] })!
  return { graph, layout: tierLayout(graph.chain, graph.index) }
}
/** All stages opened but one. */
const ONE_FOLD = foldedBy({
  ...NOT_FOLDED,
  rule: 'stage',
  open: chain.stages.filter(({ id }) => id !== STAGE).map(({ id }) => `stage:${id}`),
})

const picture = (setOut: SetOut) => mapPicture(handoutState({ ...REQUEST, setOut }), OPTIONS)
const isText = (mark: { readonly kind: string }): mark is TextMark => mark.kind === 'text'
const textsOf = (setOut: SetOut): readonly string[] =>
  picture(setOut)
    .marks.filter(isText)
    .map(({ text }) => text)
const isNamed = (texts: readonly string[], name: string): boolean =>
  texts.some((text) => name.startsWith(text.replace('…', '')) && text.length > 3)

test('a dragged card and the links of it are drawn where it was dragged to, and all others stay', () => {
  const dragged = chain.enterprises[0]!
  const name = textIn(dragged.name, 'en')
  const plain = picture({})
  const row = index.enterpriseIds.indexOf(dragged.id)
  const { layout } = handoutState(REQUEST)
  const moved = { [dragged.id]: { x: layout.x[row]! + 40, y: layout.y[row]! + 30 } }
  const set = picture({ moved })
  const letters = (of: typeof plain) => of.marks.filter(isText).filter(({ text }) => name.startsWith(text))
  const [before, after] = [letters(plain), letters(set)]
  expect(after.length).toBe(before.length)
  expect(after[0]!.x - before[0]!.x).toBeCloseTo(40)
  expect(after[0]!.y - before[0]!.y).toBeCloseTo(30)
  const others = (of: typeof plain) => of.marks.filter(isText).filter(({ text }) => !name.startsWith(text)).length
  expect(others(set)).toBe(others(plain))
  const paths = (of: typeof plain) => new Set(of.marks.map((mark) => JSON.stringify(mark)))
  const known = paths(plain)
  const changed = set.marks.filter((mark) => mark.kind === 'shape' && !known.has(JSON.stringify(mark)))
  // The parts of its card, and a bed, a line and an arrow for each of its links.
  const links = chain.supplies.filter(({ from, to }) => from === dragged.id || to === dragged.id).length
  expect(changed.length).toBeGreaterThan(links)
})

test('where a card was dragged out of the map the picture is larger, and nothing of it lies outside', () => {
  const plain = picture({})
  for (const [x, y] of [
    [-300, 100],
    [5_000, 100],
    [200, -150],
    [200, 4_000],
  ] as const) {
    const set = picture({ moved: { [chain.enterprises[0]!.id]: { x, y } } })
    expect(set.width * set.height).toBeGreaterThan(plain.width * plain.height)
    for (const mark of set.marks) {
      const { left, top, right, bottom } = extentOf(mark)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(set.width)
      expect(bottom).toBeLessThanOrEqual(set.height)
    }
  }
})

test('a fold is one card with its count, the worst state inside and how many are blocked; its links are merged', () => {
  const texts = textsOf({ folded: ONE_FOLD })
  expect(texts.join('|')).toContain(FOLDED_STAGE)
  for (const { name } of inside) expect(isNamed(texts, textIn(name, 'en')), textIn(name, 'en')).toBe(false)
  const whole = textsOf({})
  expect(whole.join('|')).not.toContain(FOLDED_STAGE)
  for (const { name } of inside) expect(isNamed(whole, textIn(name, 'en')), textIn(name, 'en')).toBe(true)
  const { map, index: rows } = underLens(handoutState({ ...REQUEST, setOut: { folded: ONE_FOLD } }), 'state')
  const fold = map.index.enterpriseIds.indexOf(`fold:stage:${STAGE}`)
  expect(map.folds!.members[fold]).toBe(inside.length)
  expect(map.index.linkCount).toBeLessThan(rows.linkCount)
  expect(map.view.linkSent.reduce((sum, sent) => sum + sent, 0)).toBeGreaterThan(0)
})

test('everything folded by stage: blocks inside stand on the folds as numbers', () => {
  const folded = foldedBy({ ...NOT_FOLDED, rule: 'stage' })
  const state = underLens(handoutState({ ...REQUEST, setOut: { folded } }), 'state')
  const { map, view } = state
  const blocked = view.block.reduce((sum, block) => sum + (block >= 0 ? 1 : 0), 0)
  const single = [...map.folds!.isFold.keys()].filter((row) => map.folds!.isFold[row] === 0)
  const alone = single.reduce((sum, row) => sum + (map.view.block[row]! >= 0 ? 1 : 0), 0)
  expect(blocked).toBeGreaterThan(0)
  expect(map.folds!.blocked.reduce((sum, count) => sum + count, 0) + alone).toBe(blocked)
  const badges = textsOf({ folded })
  for (const count of map.folds!.blocked) if (count > 0) expect(badges).toContain(String(count))
})

test('a filter, a trace and a note reach the fold that holds what they mean', () => {
  const noted = { ...chain, notes: [{ id: 'n', at: { enterprise: inside[0]!.id }, text: 'inside' }] }
  const state = handoutState({ ...REQUEST, chain: noted, setOut: { folded: ONE_FOLD } })
  const fold = ONE_FOLD.graph.index.enterpriseIds.indexOf(`fold:stage:${STAGE}`)
  const filter = { ...NO_FILTER, facets: { stage: [STAGE] } }
  const { onMap, whole } = pictureFocus(state, { filter, lit: [inside[0]!.id] })
  expect([...onMap.lit!]).toEqual([fold])
  expect([...onMap.cover!.cards.keys()].filter((row) => onMap.cover!.cards[row] === 1)).toEqual([fold])
  expect(whole.cover!.cards.reduce((sum, each) => sum + each, 0)).toBe(inside.length)
  const pins = mapPicture(state, OPTIONS)
    .marks.filter(isText)
    .filter(({ text, isBold }) => text === '1' && isBold)
  expect(pins.length).toBe(2)
})

test('a poster of a folded map with dragged cards cuts no name', () => {
  const dragged = ONE_FOLD.graph.index.enterpriseIds.slice(0, 3)
  const moved = Object.fromEntries(dragged.map((id, at) => [id, { x: 300 + 31 * at, y: 173 + 67 * at }]))
  const {
    picture: tiled,
    columns,
    rows,
  } = tilingOf(handoutState({ ...REQUEST, setOut: { folded: ONE_FOLD, moved } }), OPTIONS)
  const isWithin = (joins: readonly number[], from: number, to: number): boolean =>
    joins.some((join, at) => from >= join && to <= (joins[at + 1] ?? -1))
  for (const mark of tiled.marks.filter(isText)) {
    const { left, right, top, bottom } = extentOf(mark)
    expect(isWithin(columns, left, right) && isWithin(rows, top, bottom), mark.text).toBe(true)
  }
})

test('scenes and slides of them are folded as on the stage, a report never is', async () => {
  const scene = scenesOf(chain)[0]!
  const setOut = { folded: ONE_FOLD }
  const { marks } = scenePictures(stateOfScene(chain, scene, 'en', setOut)!, scene).at(-1)!.map
  expect(
    marks
      .filter(isText)
      .map(({ text }) => text)
      .join('|'),
  ).toContain(FOLDED_STAGE)
  const made = async (format: 'story' | 'slides' | 'report', options: { setOut?: SetOut }) =>
    makeHandout(format, { ...REQUEST, ...options }, () => {})
  expect(strFromU8(await made('story', { setOut }))).toContain(FOLDED_STAGE)
  const deck = unzipSync(await made('slides', { setOut }))
  for (const slide of [2, 3]) expect(strFromU8(deck[`ppt/slides/slide${slide}.xml`]!)).toContain(FOLDED_STAGE)
  expect(Buffer.compare(await made('report', { setOut }), await made('report', {}))).toBe(0)
})
