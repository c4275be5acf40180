import { expect, test } from 'vitest'
import { byText } from '../../src/engine/canonical-rows.ts'
import { gainsOf } from '../../src/analysis/planners/gains.ts'
import { jointGains } from '../../src/analysis/planners/joint.ts'
import { deliverySearch } from '../../src/analysis/planners/delivery-search.ts'
import { PATIENCE, restartGap } from '../../src/analysis/planners/restart-gap.ts'
import { smallestSet } from '../../src/analysis/planners/smallest-set.ts'
import { blockAt, fixtureSearch, ignoreProgress, readJson, rowAt } from './fixture.ts'

const forever = { mayGoOn: () => true }

interface ExpectedGains {
  readonly gain: Readonly<Record<string, number>>
  readonly smallestSet?: readonly string[]
}

test('two essential suppliers: clearing one frees nothing, clearing both frees nine days', () => {
  const search = fixtureSearch('both')
  const expected = readJson('both.expected.json') as ExpectedGains
  const gains = gainsOf(search, 0, ignoreProgress)
  for (const { block, gain } of gains) expect(gain).toBeCloseTo(expected.gain[search.timeline.blocks[block]!.id]!, 9)
  expect(gains.map(({ rank }) => rank)).toEqual([1, 1])
  const { rows, alone } = jointGains(search, 0, forever, ignoreProgress)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ onlyTogether: true, apart: 0 })
  expect(rows[0]!.together).toBeCloseTo(expected.gain['bA+bB']!, 9)
  expect(alone.map(([, gain]) => gain)).toEqual([0, 0])
})

test('two essential suppliers: the smallest set is both, each is needed', () => {
  const search = fixtureSearch('both')
  const expected = readJson('both.expected.json') as ExpectedGains
  const question = { rows: [rowAt(search, 'L')], level: 1, by: 5, on: 0, atMost: 3, cost: [1, 1], maxRuns: 1000 }
  const answer = smallestSet(search, question, ignoreProgress)
  expect(answer.blocks!.map((block) => search.timeline.blocks[block]!.id)).toEqual(expected.smallestSet)
  expect(answer.proven).toBe(true)
  expect(answer.without.every((level) => level < 1)).toBe(true)
})

test('when nothing within the limit reaches the level, what binds is named', () => {
  const search = fixtureSearch('both')
  const question = { rows: [rowAt(search, 'L')], level: 1, by: 5, on: 0, atMost: 1, cost: [1, 1], maxRuns: 1000 }
  const answer = smallestSet(search, question, ignoreProgress)
  expect(answer.blocks).toBeNull()
  expect(answer.proven).toBe(true)
  const tooSoon = smallestSet(search, { ...question, by: 0, atMost: 2 }, ignoreProgress)
  expect(tooSoon.blocks).toBeNull()
})

test('a door handle worth half a percent holds up the car maker, the larger engine block holds up nobody', () => {
  const search = fixtureSearch('handle')
  const expected = readJson('handle.expected.json') as ExpectedGains
  const gains = gainsOf(search, 0, ignoreProgress)
  expect(gains[0]!.block).toBe(blockAt(search, 'bH'))
  for (const { block, gain } of gains) expect(gain).toBeCloseTo(expected.gain[search.timeline.blocks[block]!.id]!, 9)
  expect(gains[0]!.firstFelt).toBe(1)
})

test('a loop stays down after its only block is gone, and the smallest delivery restarts it', () => {
  const { index, timeline } = fixtureSearch('loop-stuck')
  const gap = restartGap(index, timeline, ignoreProgress)
  expect(gap.loops[0]!.members.map((row) => index.enterpriseIds[row])).toEqual(['A', 'B'])
  const search = deliverySearch(index, { ...timeline, days: gap.lastBlockGone + PATIENCE }, gap.stuck)
  for (const { group, amount, tooLittle, day } of gap.deliveries) {
    expect(search.restarts(group, day, amount)).toBe(true)
    expect(search.restarts(group, day, tooLittle)).toBe(false)
  }
  expect(gap.deliveries.map(({ group }) => index.groupProducts[group]!).toSorted(byText)).toEqual(['a', 'b'])
})

test('on day 10 the loop takes 0.25 b to A, not 0.2; on the other side 0.5 a to B', () => {
  const { index, timeline } = fixtureSearch('loop-stuck')
  const { stuck, loops, lastBlockGone } = restartGap(index, timeline, ignoreProgress)
  const search = deliverySearch(index, { ...timeline, days: lastBlockGone + PATIENCE }, stuck)
  const groupOf = (product: string) =>
    loops[0]!.missing.find(({ group }) => index.groupProducts[group] === product)!.group
  expect(search.restarts(groupOf('b'), 10, 0.25)).toBe(true)
  expect(search.restarts(groupOf('b'), 10, 0.2)).toBe(false)
  expect(search.restarts(groupOf('a'), 10, 0.5)).toBe(true)
  expect(search.restarts(groupOf('a'), 10, 0.45)).toBe(false)
})

test('a loop that has had its delivery is not stuck', () => {
  const search = fixtureSearch('loop-restarted')
  expect(restartGap(search.index, search.timeline, ignoreProgress).stuck).toEqual([])
})
