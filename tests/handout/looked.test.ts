/** The pictures of a story show what its scenes show on the page: the same enterprises hidden, the same pale. */
import { expect, test } from 'vitest'
import { ENTERPRISE_STATES } from '../../src/analysis/day-view.ts'
import { onDay } from '../../src/handout/handout-state.ts'
import { CARD } from '../../src/analysis/layout/grid.ts'
import { svgOf } from '../../src/handout/svg.ts'
import { noteLines } from '../../src/handout/picture/note-marks.ts'
import { focusOf } from '../../src/handout/picture/focus-of-looked.ts'
import { sceneFrames, scenePictures, stateOfScene } from '../../src/handout/story/scene-pictures.ts'
import type { TextMark } from '../../src/handout/picture/marks.ts'
import type { Chain } from '../../src/model/chain.ts'
import { NO_FILTER, type Filter } from '../../src/model/filter.ts'
import { textIn } from '../../src/model/local-text.ts'
import { scenesOf, type Scene } from '../../src/model/scenes.ts'
import { chainOf } from '../graph-data/shipped.ts'

const chain = chainOf('spring-dawn.chain.json')
const SCENE: Scene = { id: 'x', name: 'x', words: '', scenario: chain.scenarios![0]!.id, day: 5 }
const idsOf = (those: readonly { readonly id: string }[]): readonly string[] => those.map(({ id }) => id).toSorted()

/** Ids of enterprises whose name stands on a card of the last picture, whole, or pale, or both. */
function drawn(
  scene: Scene,
  of: Chain = chain,
): { readonly shown: readonly string[]; readonly pale: readonly string[] } {
  const { marks } = scenePictures(stateOfScene(of, scene, 'zh')!, scene).at(-1)!.map
  const texts = marks.filter((mark): mark is TextMark => mark.kind === 'text')
  const named = of.enterprises.flatMap(({ id, name }) => {
    const found = texts.find(({ text }) => text.length > 1 && textIn(name, 'zh').startsWith(text.replace('…', '')))
    return found ? [{ id, isPale: (found.opacity ?? 1) < 1 }] : []
  })
  return { shown: idsOf(named), pale: idsOf(named.filter(({ isPale }) => isPale)) }
}

/** Ids that supplies lead to, or come from, an enterprise; itself among them. */
function follow(start: string, way: 'from' | 'to', steps: number): ReadonlySet<string> {
  const found = new Set([start])
  const other = way === 'from' ? 'to' : 'from'
  for (let step = 0; step < steps; step++) {
    const reached = chain.supplies.filter((supply) => found.has(supply[way])).map((supply) => supply[other])
    reached.forEach((id) => found.add(id))
  }
  return found
}

test('a scene without a filter draws every enterprise, none of them pale', () => {
  expect(drawn(SCENE)).toEqual({ shown: idsOf(chain.enterprises), pale: [] })
})

test('what the filter of a scene hides is not in its picture, and what it leaves pale is pale', () => {
  const stage = chain.enterprises[0]!.stage
  const filter: Filter = { ...NO_FILTER, facets: { stage: [stage] } }
  const inside = idsOf(chain.enterprises.filter((each) => each.stage === stage))
  const outside = idsOf(chain.enterprises.filter((each) => each.stage !== stage))
  expect(inside.length).toBeGreaterThan(1)
  expect(drawn({ ...SCENE, filter })).toEqual({ shown: inside, pale: [] })
  const faded = drawn({ ...SCENE, filter: { ...filter, way: 'fade' } })
  expect(faded).toEqual({ shown: idsOf(chain.enterprises), pale: outside })
})

test('links of hidden enterprises, and links hidden by hand, are not drawn', () => {
  const [supply] = chain.supplies
  const count = (filter: Filter): number => {
    const scene = { ...SCENE, filter }
    const { cover, ...focus } = focusOf(stateOfScene(chain, scene, 'zh')!, scene)
    expect(focus).toEqual({ selected: null, lit: null, litLinks: null })
    return cover!.links.reduce((sum, each) => sum + each, 0)
  }
  const touching = chain.supplies.filter(({ from, to }) => [from, to].includes(supply!.from)).length
  expect(count({ ...NO_FILTER, hiddenLinks: [supply!.id] })).toBe(chain.supplies.length - 1)
  expect(count({ ...NO_FILTER, hidden: [supply!.from] })).toBe(chain.supplies.length - touching)
})

test('a trace leaves pale what it does not reach, as a breadth-first search says', () => {
  const start = chain.supplies[0]!.from
  for (const steps of [1, 2]) {
    const trace = { enterprise: start, direction: 'downstream', steps } as const
    const lit = follow(start, 'from', steps)
    expect(drawn({ ...SCENE, trace }).pale).toEqual(idsOf(chain.enterprises.filter(({ id }) => !lit.has(id))))
  }
})

test('named enterprises go before a trace, and a selected one stands out with its neighbours', () => {
  const named = idsOf(chain.enterprises.slice(3, 6))
  const trace = { enterprise: chain.supplies[0]!.from, direction: 'both' } as const
  const others = idsOf(chain.enterprises.filter(({ id }) => !named.includes(id)))
  expect(drawn({ ...SCENE, lit: named, trace }).pale).toEqual(others)
  const { id } = chain.enterprises[0]!
  const near = new Set([...follow(id, 'from', 1), ...follow(id, 'to', 1)])
  const selected = drawn({ ...SCENE, selection: { kind: 'enterprise', id } })
  expect(selected.pale).toEqual(idsOf(chain.enterprises.filter((each) => !near.has(each.id))))
})

test('a filter by state follows the days of a scene that is played', () => {
  const filter: Filter = { ...NO_FILTER, facets: { state: ['stopped'] } }
  const scene: Scene = { ...SCENE, scenario: 'largest-first', play: { from: 0 }, day: 30, filter }
  const state = stateOfScene(chain, scene, 'zh')!
  const stopped = ENTERPRISE_STATES.indexOf('stopped')
  const counts = scenePictures(state, scene).map(({ day }) => {
    const shown = onDay(state, day)
    const { cards } = focusOf(shown, scene).cover!
    expect(cards).toEqual(Uint8Array.from(shown.view.state, (each) => (each === stopped ? 1 : 0)))
    return cards.reduce((sum, each) => sum + each, 0)
  })
  expect(new Set(counts).size).toBeGreaterThan(1)
})

test('a scene with clearings of its own lights whom they reach', () => {
  const electronics = chainOf('electronics.chain.json')
  const scene = scenesOf(electronics).find(({ clear }) => clear)!
  const state = stateOfScene(electronics, scene, 'zh')!
  const { lit } = focusOf(state, scene)
  expect(lit!.size).toBeGreaterThan(0)
  expect(lit).toEqual(new Set([...state.wave!.feels.keys()].filter((row) => state.wave!.feels[row]! >= 0)))
  expect(lit!.size).toBeLessThan(electronics.enterprises.length)
})

test('notes on what a scene hides are neither pinned nor read there', () => {
  const [first, second] = chain.enterprises
  const notes = [
    { id: 'a', at: { enterprise: first!.id }, text: 'hidden' },
    { id: 'b', at: { enterprise: second!.id }, text: 'seen' },
    { id: 'c', at: { x: 10, y: 10 }, text: 'a place' },
    { id: 'd', at: { enterprise: 'gone' }, text: 'gone' },
  ]
  const noted = { ...chain, notes }
  const scene: Scene = { ...SCENE, filter: { ...NO_FILTER, hidden: [first!.id] } }
  const state = stateOfScene(noted, scene, 'en')!
  const lines = noteLines(state, focusOf(state, scene))
  expect(lines.map(({ number, text, hasPin }) => [number, text, hasPin])).toEqual([
    [2, 'seen', true],
    [3, 'a place', true],
    [4, 'gone', false],
  ])
})

test('a story looks at what a scene lights, closer than the whole map and with every lit card in sight', () => {
  const textiles = chainOf('textiles.chain.json')
  const lighting = scenesOf(textiles).filter(({ lit, trace }) => lit || trace)
  expect(lighting.length).toBeGreaterThan(2)
  const closer = lighting.filter((scene) => {
    const state = stateOfScene(textiles, scene, 'zh')!
    const { map } = sceneFrames(state, scene).at(-1)!
    if (!map.window) return false
    const { x, y, width, height } = map.window
    for (const row of focusOf(state, scene).lit!) {
      const [left, top] = [state.layout.x[row]! - CARD.width / 2, state.layout.y[row]! - CARD.height / 2]
      expect(left).toBeGreaterThanOrEqual(x)
      expect(left + CARD.width).toBeLessThanOrEqual(x + width)
      expect(top).toBeGreaterThanOrEqual(y)
      expect(top + CARD.height).toBeLessThanOrEqual(y + height)
    }
    return true
  })
  expect(closer.length).toBeGreaterThan(1)
})

test('a scene with a camera of its own is seen through it, and one that lights nothing as a whole', () => {
  const state = stateOfScene(chain, SCENE, 'en')!
  const [{ map: plain } = expect.fail()] = sceneFrames(state, SCENE)
  expect(plain.window).toBeUndefined()
  const camera = { x: 400, y: 300, width: 440 }
  const [{ map: seen } = expect.fail()] = sceneFrames(state, { ...SCENE, camera })
  expect(seen.window).toMatchObject({ x: 180, y: 200, width: 440 })
  expect(svgOf(seen)).toContain('viewBox="180 200 440 200" preserveAspectRatio="xMidYMin meet"')
})

test('the legend of every shipped scene is read from ten metres: letters of 20 px where the picture is 1024 px wide', () => {
  // The room at both sides of a story, and of a slide 13.333 inches wide.
  for (const width of [1024 - 64, (1024 * 12.333) / 13.333]) {
    for (const file of ['spring-dawn.chain.json', 'textiles.chain.json'] as const) {
      const told = chainOf(file)
      for (const scene of scenesOf(told)) {
        const { legend } = scenePictures(stateOfScene(told, scene, 'en')!, scene).at(-1)!
        const sizes = legend.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []))
        for (const size of sizes) expect((size * width) / legend.width).toBeGreaterThanOrEqual(19.5)
        // Not at the cost of the map.
        expect((legend.height * width) / legend.width, `${file} ${scene.id}`).toBeLessThanOrEqual(0.2 * 768)
      }
    }
  }
})

test('where a scene lights some cards its legend explains their states and causes, and no others', () => {
  const [down] = chain.enterprises.filter(({ id }) => id === 'chunxiao')
  const legendOf = (lit: readonly string[] | undefined): readonly string[] => {
    const scene: Scene = { ...SCENE, ...(lit && { lit }) }
    const { legend } = scenePictures(stateOfScene(chain, scene, 'en')!, scene).at(-1)!
    return legend.marks.flatMap((mark) => (mark.kind === 'text' && mark.text.length > 3 ? [mark.text] : []))
  }
  const [all, one] = [legendOf(undefined), legendOf([down!.id])]
  expect(all.length).toBeGreaterThan(4)
  expect(one).toHaveLength(1)
  expect(all).toEqual(expect.arrayContaining([...one]))
})
