import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, withChange } from '../../src/analysis/comparison/changes.ts'
import { compareRuns, observedLevels } from '../../src/analysis/comparison/compare-runs.ts'
import { changeEffects } from '../../src/analysis/comparison/effects.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Scenario } from '../../src/model/chain.ts'
import { chainOf } from '../graph-data/shipped.ts'

const chain = chainOf('spring-dawn.chain.json')
const { index } = indexChain(chain)
const scenario = (id: string): Scenario => chain.scenarios!.find((each) => each.id === id)!
const play = (of: Scenario) => simulate(index, timelineOf(chain, index, of), { record: 'levels' })
const [main, together] = [scenario('main'), scenario('together')]

const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    blocks: fc.subarray(chain.blocks!.map(({ id }) => id)),
    clear: fc.array(
      fc.record({
        block: fc.constantFrom(...chain.blocks!.map(({ id }) => id)),
        on: fc.constantFrom('2020-03-05', '2020-03-09'),
      }),
      { maxLength: 4 },
    ),
    deliveries: fc.array(
      fc.record({
        enterprise: fc.constant('chunxiao'),
        product: fc.constant('门把手 · door handles'),
        amount: fc.constantFrom(1, 2),
        on: fc.constant('2020-03-04'),
      }),
      { maxLength: 3 },
    ),
    settled: fc.boolean(),
  })
  .map((parts) => ({ ...main, ...parts }))

test('a future compared with itself differs nowhere, and has no changes', () => {
  const run = play(main)
  const { difference, lostA, lostB } = compareRuns(run, run, 5)
  expect(difference.every((each) => each === 0)).toBe(true)
  expect(lostA).toEqual(lostB)
  expect(changesBetween(chain, main, main)).toEqual([])
})

test('B - A is the opposite of A - B', () => {
  const [a, b] = [play(main), play(together)]
  for (const day of [0, 6, 30, 59]) {
    const [there, back] = [compareRuns(a, b, day), compareRuns(b, a, day)]
    there.difference.forEach((each, row) => expect(each + back.difference[row]!).toBe(0))
    expect(there.lostA).toEqual(back.lostB)
  }
})

/** Deliveries of one day add up, in whatever order they are written. */
const timeline = (of: Scenario) => {
  const { deliveries, ...others } = timelineOf(chain, index, of)
  return { ...others, deliveries: deliveries.toSorted((one, other) => one.amount - other.amount) }
}

test('all changes made to A give B', () => {
  fc.assert(
    fc.property(anyScenario, anyScenario, (a, b) => {
      const made = changesBetween(chain, a, b).reduce((now, change) => withChange(chain, now, change), a)
      expect(timeline(made)).toEqual(timeline(b))
      expect(changesBetween(chain, made, b)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('effects come from runs: handle and cable alone win nothing, the port neither', () => {
  const three = { ...together, clear: [...together.clear!, { block: 'castings', on: '2020-03-05' }] }
  const effects = changeEffects({ chain, index, a: main, b: three }, () => {})
  expect(effects.map(({ change }) => 'block' in change && change.block)[0]).toBe('castings')
  const of = (block: string) => effects.find(({ change }) => 'block' in change && change.block === block)!.effect
  expect(of('handle')).toBeCloseTo(0, 9)
  expect(of('cable')).toBeCloseTo(0, 9)
  expect(of('castings')).toBeGreaterThan(5)
})

test('an effect of the only change is what the two runs differ by', () => {
  const [only] = changeEffects(
    { chain, index, a: main, b: { ...main, clear: [{ block: 'castings', on: '2020-03-05' }] } },
    () => {},
  )
  const leading = ['chunxiao', 'yunxiu'].map((id) => index.enterpriseIds.indexOf(id))
  const { lostA, lostB } = compareRuns(
    play(main),
    play({ ...main, clear: [{ block: 'castings', on: '2020-03-05' }] }),
    0,
  )
  const weight = leading.reduce((sum, row) => sum + index.output[row]!, 0)
  const won = leading.reduce((sum, row) => sum + (lostA[row]! - lostB[row]!) * index.output[row]!, 0) / weight
  expect(only!.effect).toBeCloseTo(won, 9)
})

test('a day that nobody observed stays a gap, and so does its difference', () => {
  const seen = { ...chain, observations: [{ enterprise: 'chunxiao', date: '2020-03-03', outputRecovery: 0.25 }] }
  const levels = observedLevels(seen, index, main)
  const row = index.enterpriseIds.indexOf('chunxiao')
  const { b, difference, lostB } = compareRuns(play(main), levels, 1)
  expect(b[row]).toBe(0.25)
  expect(difference[row]).toBe(0.25)
  expect(lostB[row]).toBe(0.75)
  expect(difference.filter((each) => !Number.isNaN(each))).toHaveLength(1)
  expect(compareRuns(play(main), levels, 2).b[row]).toBeNaN()
})
