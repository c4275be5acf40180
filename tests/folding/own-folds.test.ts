import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { dayViewOf, ENTERPRISE_STATES } from '../../src/analysis/day-view.ts'
import { foldDay, foldObserved } from '../../src/analysis/folding/fold-day.ts'
import { foldGraph, type FoldGraph } from '../../src/analysis/folding/fold-graph.ts'
import { FOLD_RULES, OWN_FOLD, type Folds } from '../../src/analysis/folding/folds.ts'
import { observedView } from '../../src/analysis/observed/observed-view.ts'
import { cardFigure } from '../../src/analysis/picture/card-figure.ts'
import { causesOf } from '../../src/analysis/played.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain } from '../../src/model/chain.ts'
import { readView } from '../../src/state/view-state.ts'
import { foldBy, foldGroup, openFold } from '../../src/view/fold-actions.ts'
import { EMPTY, storesOf } from '../panels/page-of.tsx'

const REGIONS = ['湖北', 'Zhejiang', undefined]

function made(seed: number, size: number) {
  const random = randomChain({ enterprises: size, supplies: 2 * size, seed })
  const chain: Chain = {
    ...random,
    enterprises: random.enterprises.map((enterprise, row) => {
      const region = REGIONS[(row * 7 + seed) % 3]
      // Each makes something on a normal day, as in any file that is taken.
      const finalDemand = enterprise.finalDemand ?? 0.02
      return { ...enterprise, finalDemand, industry: `i${row % 4}`, ...(region ? { region } : {}) }
    }),
  }
  const { index } = indexChain(chain)
  const timeline = timelineOf(chain, index, chain.scenarios![0]!)
  const run = simulate(index, timeline, { record: 'full' })
  const day = dayViewOf({ index, timeline, run, causes: causesOf(chain, timeline) }, null, 12)
  return { chain, index, day, ids: index.enterpriseIds }
}

/** Any rule, with groups of a person's own that have no enterprise in common, opened folds, and some that stand alone. */
const wish = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  size: fc.integer({ min: 20, max: 90 }),
  rule: fc.constantFrom(...FOLD_RULES),
  places: fc.uniqueArray(fc.nat(19), { minLength: 4, maxLength: 14 }),
  cut: fc.integer({ min: 2, max: 12 }),
  alone: fc.array(fc.nat(19), { maxLength: 3 }),
  opened: fc.nat(3),
})

const sumOf = (values: Float64Array, members: Iterable<number>): number =>
  [...members].reduce((sum, member) => sum + values[member]!, 0)
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))

/** What of a folded chain is not the sum of its parts; empty = all is. */
function wrongSums(graph: FoldGraph, { index, day }: ReturnType<typeof made>): readonly string[] {
  const folded = foldDay(graph, index, day)
  const wrong: string[] = []
  const must = (isRight: boolean, what: string) => isRight || wrong.push(what)
  const rows = [...graph.members].flatMap((inside) => [...inside])
  must(rows.length === index.enterpriseCount && new Set(rows).size === rows.length, 'each enterprise in one place')
  const outside = graph.links.flatMap((links) => [...links])
  const inside = graph.inside.reduce((sum, count) => sum + count, 0)
  must(new Set(outside).size === outside.length, 'each link in one place')
  must(outside.length + inside === index.linkCount, 'no link lost')
  graph.members.forEach((members, row) => {
    const makes = [...members].reduce((sum, member) => sum + day.level[member]! * index.output[member]!, 0)
    must(isNear(graph.index.output[row]!, sumOf(index.output, members)), `output of ${row}`)
    must(isNear(folded.level[row]! * graph.index.output[row]!, makes), `level of ${row}`)
  })
  graph.links.forEach((links, link) => {
    must(isNear(graph.index.flow[link]!, sumOf(index.flow, links)), `flow of ${link}`)
    must(isNear(folded.linkSent[link]!, sumOf(day.linkSent, links)), `what passes over ${link}`)
    for (const each of links) {
      must(graph.rowOf[index.linkFrom[each]!] === graph.index.linkFrom[link], `supplier of ${link}`)
      const to = graph.index.groupEnterprise[graph.index.linkGroup[link]!]
      must(graph.rowOf[index.groupEnterprise[index.linkGroup[each]!]!] === to, `customer of ${link}`)
    }
  })
  return wrong
}

test('random chains under any rule with folds of one’s own: links are the sums of their parts, unfolded they are the same', () => {
  fc.assert(
    fc.property(wish, ({ seed, size, rule, places, cut, alone, opened }) => {
      const world = made(seed, size)
      const { chain, index, ids } = world
      const group = (part: readonly number[]) => part.map((place) => ids[place]!)
      const groups = [group(places.slice(0, cut)), group(places.slice(cut))].filter((each) => each.length > 1)
      const { session, ...others } = storesOf(EMPTY, {})
      const stores = { session, ...others }
      session.setState({ folds: { rule, open: [], leading: [], alone: alone.map((place) => ids[place]!), groups } })
      const graphNow = () => foldGraph({ chain, index, blocked: [], folds: session.getState().folds })
      const keysOf = (graph: FoldGraph | null) => (graph?.keys ?? []).filter((key) => key !== null)
      for (let at = 0; at < opened; at++) {
        const key = keysOf(graphNow()).at(at)
        if (key !== undefined) openFold(stores, key)
      }
      // Fold by fold until nothing is folded.
      for (let graph = graphNow(); graph; graph = graphNow()) {
        expect(wrongSums(graph, world)).toEqual([])
        const own = keysOf(graph).filter((key) => key.startsWith(OWN_FOLD))
        for (const key of own) {
          const members = graph.members[graph.keys.indexOf(key)]!
          const ofIt = groups.find((each) => each.includes(ids[members[0]!]!))!
          expect([...members].map((row) => ids[row]!).toSorted()).toEqual(ofIt.toSorted())
        }
        const before = keysOf(graph).length
        openFold(stores, keysOf(graph).at(-1)!)
        const after = graphNow()
        // An own fold may give its members back to a fold of the rule, which may come up again by that.
        if (own.length === 0) expect(keysOf(after).length).toBe(before - 1)
        if (!after) break
        const changed = after.links.filter((links, at) => {
          const ends = [after.index.linkFrom[at]!, after.index.groupEnterprise[after.index.linkGroup[at]!]!]
          if (ends.some((row) => after.keys[row] !== null)) return false
          const [link] = links
          return links.length > 1 || after.index.linkIds[at] !== index.linkIds[link!] || after.index.flow[at] !== index.flow[link!] // prettier-ignore
        })
        expect(changed).toEqual([])
      }
      expect(graphNow()).toBeNull()
    }),
    { numRuns: 80 },
  )
})

test('another rule keeps what was folded by hand and what stands alone; not folded at all means nothing is', () => {
  const stores = storesOf(EMPTY, { folds: { rule: 'stage', open: ['stage:t1'], leading: [] } })
  const folds = (): Folds => stores.session.getState().folds
  foldGroup(stores, ['b', 'a'])
  stores.session.setState({ folds: { ...folds(), alone: ['c'] } })
  foldBy(stores, 'region')
  expect(folds()).toEqual({ rule: 'region', open: [], leading: [], groups: [['b', 'a']], alone: ['c'] })
  openFold(stores, 'region:湖北')
  foldBy(stores, 'region')
  expect(folds().open).toEqual(['region:湖北'])
  foldBy(stores, 'matters', ['x'])
  expect(folds()).toEqual({ rule: 'matters', open: [], leading: ['x'], groups: [['b', 'a']], alone: ['c'] })
  // A link, and the next visit, bring it all along.
  expect(readView({ folds: folds() })).toEqual({ folds: folds() })
  foldBy(stores, 'none')
  expect(folds()).toEqual({ rule: 'none', open: [], leading: [] })
})

test('a fold observed in part shows those that were observed, and of how many; one that nobody observed shows a gap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      (seed, seen) => {
        const { chain, index, day } = made(seed, 40)
        const graph = foldGraph({ chain, index, blocked: [], folds: { rule: 'stage', open: [], leading: [] } })!
        const level = day.level.map((each, row) => (seen[row] ? each : Number.NaN))
        const view = foldDay(graph, index, observedView(day, { level, staffReturn: day.staffReturn }))
        const folds = {
          members: Int32Array.from(graph.members, (inside) => inside.length),
          known: Int32Array.from(graph.members, (_, row) => foldObserved(graph, index, level, row).count),
        }
        graph.members.forEach((inside, row) => {
          const known = [...inside].filter((member) => seen[member])
          const state = ENTERPRISE_STATES[view.state[row]!]!
          const input = {
            view,
            wave: null,
            levelUncleared: level,
            facts: [],
            holders: null,
            lens: 'observed',
            folds,
          } as const
          const { text } = cardFigure({ ...input, dayLabel: String, daysLeft: String }, row, state)
          expect(folds.known[row]).toBe(known.length)
          if (known.length === 0) {
            expect([state, text]).toEqual(['noData', '–'])
            return
          }
          const weight = sumOf(index.output, known)
          const mean = known.reduce((sum, member) => sum + level[member]! * index.output[member]!, 0) / weight
          expect(isNear(view.level[row]!, mean)).toBe(true)
          expect(state).not.toBe('noData')
          const share = String(Math.round(view.level[row]! * 100))
          expect(text).toBe(known.length < inside.length ? `${share} · ${known.length}/${inside.length}` : share)
        })
      },
    ),
    { numRuns: 60 },
  )
})
