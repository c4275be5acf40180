import { expect, test } from 'vitest'
import { observedLess } from '../../src/analysis/comparison/with-gaps.ts'
import { dayViewOf } from '../../src/analysis/day-view.ts'
import { foldDay, foldLevels } from '../../src/analysis/folding/fold-day.ts'
import { foldGraph } from '../../src/analysis/folding/fold-graph.ts'
import { NOT_FOLDED } from '../../src/analysis/folding/folds.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { causesOf, type Played } from '../../src/analysis/played.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { isStep, readView, viewOf } from '../../src/state/view-state.ts'
import { DEFAULT_SESSION } from '../../src/state/session.ts'
import { futureScene } from '../../src/view/panels/compare/future-scene.ts'
import { ghostsOnFolds } from '../../src/view/panels/compare/ghosts.ts'
import type { Future } from '../../src/view/panels/compare/use-futures.ts'
import { chainOf } from '../graph-data/shipped.ts'

const chain = chainOf('spring-dawn.chain.json')
const { index, assumed, problems } = indexChain(chain)
const fold = foldGraph({ chain, index, folds: { ...NOT_FOLDED, rule: 'stage' }, blocked: [] })!
const layout = tierLayout(fold.chain, fold.index)
const main = chain.scenarios![0]!

function future(blocks: readonly string[]): Future {
  const timeline = timelineOf(chain, index, { ...main, blocks, clear: [] })
  const run = simulate(index, timeline, { record: 'full' })
  const played: Played = { index, timeline, run, causes: causesOf(chain, timeline) }
  return { levels: run, kind: played, played, hops: null }
}

const ids = chain.blocks!.map(({ id }) => id)
const structure = { chain, index, assumed, problems, layout }
const input = {
  structure,
  graph: { chain: fold.chain, index: fold.index, layout, fold },
  language: 'en',
  day: 3,
  dayLabel: String,
  moved: {},
  selected: null,
  lit: null,
  litLinks: null,
  cover: null,
} as const

test('a compared map stays folded, and each side counts the blocks and shows the worst state of its own run', () => {
  const sides = [ids, ids.slice(0, 1)].map((blocks) => futureScene(input, future(blocks), null))
  for (const { index: drawn, view, folds } of sides) {
    expect(drawn.enterpriseCount).toBe(fold.index.enterpriseCount)
    expect(view.level).toHaveLength(fold.index.enterpriseCount)
    expect(folds!.isFold.includes(1)).toBe(true)
  }
  const blocked = sides.map(({ view }) => view.block.reduce((sum, block) => sum + (block >= 0 ? 1 : 0), 0))
  expect(blocked[0]).toBeGreaterThan(blocked[1]!)
  expect(blocked[1]).toBe(1)
})

test('signs inside a fold stand on it, several of one kind as one with their number; none is lost', () => {
  const enterprise = (id: string, text: string) =>
    ({ kind: 'enterprise', row: index.enterpriseIds.indexOf(id), text, side: 'there' }) as const
  const at = fold.members.findIndex((members) => members.length > 2)
  const inside = Array.from(fold.members[at]!, (row) => index.enterpriseIds[row]!)
  const link = fold.linkOf.indexOf(-1)
  const signs = [...inside.map((id) => enterprise(id, '−LA')), enterprise(inside[0]!, '+DEL')]
  const { a, b, difference } = ghostsOnFolds(fold, index, { a: signs, b: [], difference: signs.slice(0, 1) })
  expect(a).toEqual([
    { kind: 'enterprise', row: at, text: `−LA ${inside.length}`, side: 'there' },
    { kind: 'enterprise', row: at, text: '+DEL', side: 'there' },
  ])
  expect(b).toEqual([])
  expect(difference).toEqual([{ kind: 'enterprise', row: at, text: '−LA', side: 'there' }])
  if (link >= 0) {
    const [sign] = ghostsOnFolds(fold, index, {
      a: [{ kind: 'supply', row: link, text: '−×', side: 'there' }],
      b: [],
      difference: [],
    }).a
    expect(sign).toMatchObject({ kind: 'enterprise', row: fold.rowOf[index.linkFrom[link]!] })
  }
})

test('a fold of which one enterprise was observed as computed differs by nothing, whatever the others do', () => {
  const { played } = future(ids)
  const view = dayViewOf(played!, null, 3)
  const at = fold.members.findIndex((members) => new Set(Array.from(members, (row) => view.level[row]!)).size > 1)
  const seen = Array.from(fold.members[at]!).toSorted((p, q) => view.level[p]! - view.level[q]!)[0]!
  const observed = new Float64Array(index.enterpriseCount).fill(Number.NaN)
  observed[seen] = view.level[seen]!
  const held = observedLess(view, observed)
  expect(foldDay(fold, index, held.view).level[at]).toBe(view.level[seen])
  expect(foldLevels(fold, index, held.other)[at]).toBe(view.level[seen])
})

test('a link carries the border between two maps, which is no step of its own', () => {
  const { compared } = readView({ compared: { a: 'main', b: 'together', view: 'swipe', share: 37 } })
  expect(compared).toEqual({ a: 'main', b: 'together', view: 'swipe', share: 37 })
  expect(readView({ compared: { a: 'main', b: 'together', view: 'swipe', share: 101 } })).toEqual({})
  const before = { ...viewOf(DEFAULT_SESSION), compared: compared! }
  expect(isStep(before, { ...before, compared: { ...compared!, share: 80 } })).toBe(false)
  expect(isStep(before, { ...before, compared: { ...compared!, view: 'side' } })).toBe(true)
})
