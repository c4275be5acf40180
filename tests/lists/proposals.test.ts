import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadingRows } from '../../src/analysis/figures.ts'
import { inProcessRunner } from '../../src/analysis/in-process-runner.ts'
import { askListEffects } from '../../src/analysis/lists/list-question.ts'
import type { Members } from '../../src/analysis/lists/list-versions.ts'
import { heldRow, MATTERS, proposalsFor, UNFELT } from '../../src/analysis/lists/proposals.ts'
import { passes, EVERY_MEMBER } from '../../src/analysis/lists/member-filter.ts'
import { whatIf } from '../../src/analysis/planners/what-if.ts'
import { criticalityOf } from '../../src/engine/criticality.ts'
import { CONVERGED } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain, Scenario } from '../../src/model/chain.ts'
import { randomChain } from '../generators/random-chain.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'

const runner = inProcessRunner(() => performance.now())

async function effectsIn(chain: Chain, scenario: Scenario = chain.scenarios![0]!) {
  const { index } = indexChain(chain)
  const timeline = timelineOf(chain, index, scenario)
  const input = { index, timeline, goal: leadingRows(index), day: 0 }
  const answer = await askListEffects(runner, input, () => {}).result
  if (answer.kind !== 'answer') throw new Error('expected an answer')
  return { index, timeline, input, effects: answer.effects }
}

test('the effects are the engine’s own figures, one closure and one run for each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (seed) => {
      const chain = randomChain({ seed, enterprises: 8 })
      const { index, timeline, input, effects } = await effectsIn(chain)
      const all = index.output.reduce((sum, output) => sum + output, 0)
      const search = whatIf(index, timeline, { rows: input.goal })
      const base = search.score(new Map())
      for (const { row, othersLose, gain } of effects) {
        const closed = new Float64Array(index.enterpriseCount)
        closed[row] = 1
        const { index: lost } = criticalityOf(index, CONVERGED, [{ down: closed, up: closed }], () => {})
        expect(othersLose).toBeCloseTo(lost[0]! - index.output[row]! / all, 9)
        const own = timeline.blocks.flatMap((block, at) =>
          heldRow(index, block) === row && block.until > Math.max(0, block.since) && block.severity > 0 ? [at] : [],
        )
        const best = own.map((block) => search.score(new Map([[block, 0]])) - base)
        expect(gain).toBeCloseTo(Math.max(0, ...best), 9)
      }
    }),
    { numRuns: 25 },
  )
})

test('who is proposed matters and is not listed; who is without effect is listed, unfelt and holds up nothing; order changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), fc.nat(255), async (seed, mask) => {
      const chain = randomChain({ seed, enterprises: 8 })
      const { index, effects } = await effectsIn(chain)
      const members: Members = new Map(
        index.enterpriseIds.flatMap((id, row) => (mask & (1 << row) ? [[id, 'core'] as const] : [])),
      )
      const found = proposalsFor(index, effects, members, MATTERS)
      for (const { row, othersLose, gain, together } of found.add) {
        expect(members.has(index.enterpriseIds[row]!)).toBe(false)
        expect(othersLose >= MATTERS.lost || Math.max(gain, together) >= MATTERS.gain).toBe(true)
      }
      for (const { row, othersLose, gain, together } of found.withoutEffect) {
        expect(members.has(index.enterpriseIds[row]!)).toBe(true)
        expect(othersLose).toBeLessThan(UNFELT)
        expect(Math.max(gain, together)).toBeLessThanOrEqual(1e-9)
      }
      const turned = new Map([...members].toReversed())
      expect(proposalsFor(index, effects, turned, MATTERS)).toEqual(found)
      // Whoever is proposed is so no more once added, and nobody else's case changes.
      const added = new Map([
        ...members,
        ...found.add.map(({ row, role }) => [index.enterpriseIds[row]!, role] as const),
      ])
      expect(proposalsFor(index, effects, added, MATTERS).add).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('in Spring Dawn the first list is told to take up the handle and the cable, which help only together', async () => {
  const chain = chainOf('spring-dawn.chain.json')
  const { index, effects } = await effectsIn(chain)
  const list = chain.lists![0]!
  const members: Members = new Map([
    ...list.leading.map((id) => [id, 'leading'] as const),
    ...list.core.map((id) => [id, 'core'] as const),
  ])
  const { add } = proposalsFor(index, effects, members, MATTERS)
  const [first, second] = add
  expect(new Set([first, second].map((each) => index.enterpriseIds[each!.row]))).toEqual(
    new Set(['fushou', 'mianchang']),
  )
  for (const each of [first!, second!]) expect(each.gain).toBeCloseTo(0, 9)
  expect(first!.partners).toEqual([second!.row])
  expect(first!.together).toBe(second!.together)
  expect(first!.together).toBeGreaterThan(20)
})

test('filters part the members: each enterprise passes exactly one side of each question', () => {
  for (const { enterprises } of SHIPPED.map(chainOf)) {
    for (const enterprise of enterprises) {
      expect(passes(enterprise, EVERY_MEMBER)).toBe(true)
      const sides = (['foreign', 'domestic'] as const).filter((owned) => passes(enterprise, { ...EVERY_MEMBER, owned }))
      expect(sides).toEqual([enterprise.foreign ? 'foreign' : 'domestic'])
      const sizes = (['sme', 'other'] as const).filter((size) => passes(enterprise, { ...EVERY_MEMBER, size }))
      expect(sizes).toEqual([enterprise.role === 'sme' ? 'sme' : 'other'])
    }
  }
})
