import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { dayViewOf } from '../../src/analysis/day-view.ts'
import { foldDay } from '../../src/analysis/folding/fold-day.ts'
import { foldGraph } from '../../src/analysis/folding/fold-graph.ts'
import { NOT_FOLDED, type FoldRule } from '../../src/analysis/folding/folds.ts'
import { essentialAncestors } from '../../src/analysis/folding/what-matters.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { causesOf, type Played } from '../../src/analysis/played.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import type { Chain } from '../../src/model/chain.ts'

const REGIONS = ['湖北', 'Zhejiang', undefined]

/** A made-up chain with regions, played. */
function played(seed: number) {
  const made = randomChain({ enterprises: 160, supplies: 420, seed })
  const chain: Chain = {
    ...made,
    enterprises: made.enterprises.map((enterprise, row) => {
      const region = REGIONS[(row * 7) % 3]
      return region ? { ...enterprise, region } : enterprise
    }),
  }
  const { index } = indexChain(chain)
  const timeline = timelineOf(chain, index, chain.scenarios![0]!)
  const run: Played = {
    index,
    timeline,
    run: simulate(index, timeline, { record: 'full' }),
    causes: causesOf(chain, timeline),
  }
  return { chain, index, run, blocked: [] as number[] }
}

const RULES: readonly FoldRule[] = ['stage', 'region', 'stageRegion', 'list', 'industry', 'matters']

test.each(RULES)(
  'folded by %s: every enterprise and every link is in one place, and sums are those of the links',
  (rule) => {
    for (const seed of [1, 2, 3, 4]) {
      const { chain, index, run, blocked } = played(seed)
      const leading = index.enterpriseIds.filter((_, row) => index.role[row] === 0).slice(0, 2)
      const graph = foldGraph({ chain, index, blocked, folds: { rule, open: [], leading } })!
      expect([...graph.members].flatMap((rows) => [...rows]).toSorted((a, b) => a - b)).toEqual([...index.role.keys()])
      const outside = graph.links.flatMap((links) => [...links])
      expect(new Set(outside).size).toBe(outside.length)
      expect(outside.length + graph.inside.reduce((sum, count) => sum + count, 0)).toBe(index.linkCount)
      const day = dayViewOf(run, null, 20)
      const folded = foldDay(graph, index, day)
      graph.links.forEach((links, at) => {
        expect(graph.index.flow[at]).toBeCloseTo(
          [...links].reduce((sum, link) => sum + index.flow[link]!, 0),
          9,
        )
        expect(folded.linkSent[at]).toBeCloseTo(
          [...links].reduce((sum, link) => sum + day.linkSent[link]!, 0),
          9,
        )
        expect(folded.linkState[at]).toBe(Math.max(...[...links].map((link) => day.linkState[link]!)))
      })
      const layout = tierLayout(graph.chain, graph.index)
      expect(layout.x.every(Number.isFinite) && layout.y.every(Number.isFinite)).toBe(true)
    }
  },
)

test.each(RULES)('folded by %s and unfolded fold by fold: identical links', (rule) => {
  const { chain, index, blocked } = played(5)
  const leading = [index.enterpriseIds.find((_, row) => index.role[row] === 0)!]
  const open: string[] = []
  let graph = foldGraph({ chain, index, blocked, folds: { rule, open, leading } })
  let before = Infinity
  while (graph) {
    const folds = graph.keys.filter((key) => key !== null)
    expect(folds.length).toBeLessThan(before)
    before = folds.length
    open.push(folds[0]!)
    graph.links.forEach((links, at) => {
      for (const link of links) {
        const to = index.groupEnterprise[index.linkGroup[link]!]!
        expect(graph!.members[graph!.index.linkFrom[at]!]).toContain(index.linkFrom[link])
        expect(graph!.members[graph!.index.groupEnterprise[graph!.index.linkGroup[at]!]!]).toContain(to)
      }
      const ends = [graph!.index.linkFrom[at]!, graph!.index.groupEnterprise[graph!.index.linkGroup[at]!]!]
      if (ends.every((row) => graph!.keys[row] === null))
        expect(graph!.index.linkIds[at]).toBe(index.linkIds[links[0]!])
    })
    graph = foldGraph({ chain, index, blocked, folds: { rule, open: [...open], leading } })
  }
  // Nothing folded is the chain itself: the map then draws its own index, link by link.
  expect(graph).toBeNull()
})

test('what matters to a leading enterprise is what a breadth-first search over essential inputs finds', () => {
  const { index } = played(6)
  const first = index.role.indexOf(0)
  const found = new Set([first])
  const queue = [first]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (let link = 0; link < index.linkCount; link++) {
      const group = index.linkGroup[link]!
      const from = index.linkFrom[link]!
      if (index.groupEnterprise[group] !== at || index.needKind[group] !== 0 || index.flow[link] === 0) continue
      if (!found.has(from)) queue.push(from)
      found.add(from)
    }
  }
  expect(essentialAncestors(index, [first])).toEqual(found)
})

test('a large chain folds by itself, a small one does not; blocked enterprises stay out', () => {
  const small = played(7)
  const auto = { ...NOT_FOLDED, rule: 'auto' } as const
  expect(foldGraph({ ...small, folds: auto })).toBeNull()
  const chain = randomChain({ enterprises: 3000, supplies: 7500, seed: 8 })
  const { index } = indexChain(chain)
  const graph = foldGraph({ chain, index, blocked: [17, 401], folds: auto })!
  expect(graph.members.length).toBeLessThan(700)
  for (const row of [17, 401]) expect([...graph.members[graph.rowOf[row]!]!]).toEqual([row])
})

test('folding by list follows the list of the newest date, wherever it stands in the file; without a list the roles', () => {
  const of = played(9)
  const [first, second, third, ...others] = of.chain.enterprises.map(({ id }) => id)
  const newest = { date: '2020-04-01', leading: [first!, second!], core: [third!] }
  const old = { date: '2020-03-01', leading: others.slice(0, 40), core: others.slice(40, 80) }
  const foldsWith = (chain: Chain) => foldGraph({ ...of, chain, folds: { ...NOT_FOLDED, rule: 'list' } })!
  const keys = (chain: Chain) => foldsWith(chain).keys
  const without = keys(of.chain)
  const one = keys({ ...of.chain, lists: [old, newest] })
  expect(keys({ ...of.chain, lists: [newest, old] })).toEqual(one)
  expect(keys({ ...of.chain, lists: [newest] })).toEqual(one)
  expect(one).not.toEqual(keys({ ...of.chain, lists: [old] }))
  expect(one).not.toEqual(without)
  const graph = foldsWith({ ...of.chain, lists: [newest, old] })
  for (const [at, members] of graph.members.entries()) {
    const listed = Array.from(members).filter((row) => row < 2)
    if (listed.length > 0 && members.length > 1) expect(graph.keys[at]).toMatch(/^list:leading/)
  }
})

test('a region or an industry given in both languages names its fold in each', () => {
  const of = played(11)
  const enterprises = of.chain.enterprises.map((each) => ({
    ...each,
    region: '云岭省 · Yunling',
    industry: '汽车 · Vehicles',
  }))
  const names = (rule: FoldRule) =>
    foldGraph({ ...of, chain: { ...of.chain, enterprises }, folds: { ...NOT_FOLDED, rule } })!.chain.enterprises.map(
      ({ name }) => name,
    )
  expect(names('region')).toEqual([{ zh: '云岭省 160 家', en: 'Yunling × 160' }])
  expect(names('industry')).toEqual([{ zh: '汽车 160 家', en: 'Vehicles × 160' }])
  for (const name of names('stageRegion')) expect(JSON.stringify(name)).not.toContain('云岭省 · Yunling')
})
