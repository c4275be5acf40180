import { expect, test } from 'vitest'
import type { Block, Chain, Supply } from '../../src/model/chain.ts'
import { bestOrder } from '../../src/analysis/planners/best-order.ts'
import { nextToStop } from '../../src/analysis/planners/next-to-stop.ts'
import { gainRanges } from '../../src/analysis/planners/ranges.ts'
import { restartGap } from '../../src/analysis/planners/restart-gap.ts'
import { smallestSet } from '../../src/analysis/planners/smallest-set.ts'
import { withClearings } from '../../src/analysis/planners/what-if.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { fixtureSearch, ignoreProgress, readJson, rowAt, searchOf } from './fixture.ts'
import { smallChain } from './small-chains.ts'

const fixture = (name: string): Chain => readJson(`${name}.chain.json`) as Chain

test('the search for an order keeps to its runs however many blocks there are', () => {
  const chain = smallChain(7, 2)
  const blocks = Array.from({ length: 60 }, (_, at): Block => ({
    id: `b${at}`,
    at: { enterprise: `e${at % 4}` },
    cause: 'labour',
    severity: 0.5 + at / 200,
  }))
  const search = searchOf({ ...chain, blocks })
  const maxRuns = 300
  const told: number[] = []
  const found = bestOrder(search, { crews: 2, from: 0, effort: blocks.map(() => 1), maxRuns }, (done, total) => {
    expect(total).toBe(maxRuns)
    told.push(done)
  })
  // A search that says nothing for a minute looks like one that hangs.
  expect(told.length).toBeGreaterThan(100)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(found.jobs).toHaveLength(60)
  expect(found.runs).toBeLessThanOrEqual(maxRuns + 30)
  expect(found.proven).toBe(false)
})

test('a block that may not be there at all still has its range of gains', () => {
  const chain = fixture('handle')
  const blocks = chain.blocks!.map((block) => (block.id === 'bH' ? { ...block, severity: { low: 0, high: 1 } } : block))
  const question = { day: 0, goalIds: ['L'] }
  const ranges = gainRanges({ ...chain, blocks }, chain.scenarios![0]!, question, ignoreProgress)
  const handle = ranges.gains.find(({ block }) => block === 'bH')!
  expect(handle.low).toBe(0)
  expect(handle.high).toBeCloseTo(9, 9)
  expect(ranges.mayBeFirst).toContain('bH')
})

test('unknowns of blocks that the scenario leaves out ask for no runs', () => {
  const chain = fixture('handle')
  const blocks = chain.blocks!.map((block) => ({ ...block, severity: { low: 0.5, high: 1 } }))
  const scenario = { ...chain.scenarios![0]!, blocks: ['bH'] }
  const ranges = gainRanges({ ...chain, blocks }, scenario, { day: 0, goalIds: ['L'] }, ignoreProgress)
  expect(ranges.cases).toBe(2)
})

test('when only the limit stands in the way, the best within it is named', () => {
  const search = fixtureSearch('both')
  const question = { rows: [rowAt(search, 'L')], level: 1, by: 5, on: 0, atMost: 1, cost: [1, 1], maxRuns: 1000 }
  const answer = smallestSet(search, question, ignoreProgress)
  expect(answer.blocks).toBeNull()
  expect(answer.reached).toBe(1)
  expect(answer.best).toEqual({ blocks: [], reached: 0 })
})

test('the search for a set is told in the runs that it may take, not in sets by the hundred thousand', () => {
  const chain = smallChain(7, 2)
  const blocks = Array.from({ length: 24 }, (_, at): Block => ({
    id: `b${at}`,
    at: { enterprise: `e${at % 4}` },
    cause: 'labour',
    severity: 1,
  }))
  const search = searchOf({ ...chain, blocks })
  const question = { rows: [0], level: 1, by: 1, on: 0, atMost: 4, cost: blocks.map(() => 1), maxRuns: 200 }
  const told: (readonly [number, number])[] = []
  smallestSet(search, question, (done, total) => told.push([done, total]))
  expect(told.length).toBeGreaterThan(10)
  for (const [done, total] of told) {
    expect(total).toBe(200)
    expect(done).toBeLessThanOrEqual(total)
  }
})

test('by effort, two light blocks go before one heavy that does the same', () => {
  const search = fixtureSearch('both')
  const { blocks } = search.timeline
  const question = { rows: [rowAt(search, 'L')], level: 1, by: 5, on: 0, atMost: 3, maxRuns: 1000 }
  const answer = smallestSet(search, { ...question, cost: blocks.map((_, at) => 0.5 + at) }, ignoreProgress)
  expect(answer.cost).toBeCloseTo(2, 12)
  expect(answer.proven).toBe(true)
})

test('half days of two blocks fit into one day of one crew', () => {
  const search = fixtureSearch('both')
  const whole = bestOrder(search, { crews: 1, from: 0, effort: [1, 1], maxRuns: 1000 }, ignoreProgress)
  const half = bestOrder(search, { crews: 1, from: 0, effort: [0.5, 0.5], maxRuns: 1000 }, ignoreProgress)
  expect(half.jobs.map(({ end }) => end)).toEqual([1, 1])
  expect(half.score).toBeGreaterThan(whole.score)
})

test('a clearing never comes later than planned', () => {
  const { timeline } = fixtureSearch('both')
  const planned = { ...timeline, blocks: timeline.blocks.map((block) => ({ ...block, until: 4 })) }
  expect(withClearings(planned, new Map([[0, 9]])).blocks.map(({ until }) => until)).toEqual([4, 4])
  expect(withClearings(planned, new Map([[0, 2]])).blocks.map(({ until }) => until)).toEqual([2, 4])
})

/** The chain beside itself, ids of the second with a mark. */
function twice(chain: Chain): Chain {
  const marked = (id: string): string => `${id}2`
  const enterprises = chain.enterprises.map((row) => ({ ...row, id: marked(row.id) }))
  const supplies = chain.supplies.map((row): Supply => ({
    ...row,
    id: marked(row.id),
    from: marked(row.from),
    to: marked(row.to),
  }))
  const blocks = chain.blocks!.map((block): Block => {
    const { at } = block
    return { ...block, id: marked(block.id), at: 'enterprise' in at ? { enterprise: marked(at.enterprise) } : at }
  })
  return {
    ...chain,
    enterprises: [...chain.enterprises, ...enterprises],
    supplies: [...chain.supplies, ...supplies],
    blocks: [...chain.blocks!, ...blocks],
  }
}

test('two loops apart need a delivery each, and both together restart the chain', () => {
  const { index, timeline } = searchOf(twice(fixture('loop-stuck')))
  const gap = restartGap(index, timeline, ignoreProgress)
  expect(gap.loops).toHaveLength(2)
  expect(gap.deliveries).toEqual([])
  expect(gap.together).toHaveLength(2)
  const days = gap.lastBlockGone + 240
  const deliveries = gap.together.map(({ group, day, amount }) => ({ group, day, amount }))
  const { level, enterpriseCount } = simulate(index, { ...timeline, days, deliveries }, { record: 'levels' })
  expect(Math.min(...level.subarray((days - 1) * enterpriseCount))).toBeGreaterThan(0.995)
})

test('a loop starved by blocks without an end is found, though the scenario starts from normal stocks', () => {
  const chain = fixture('loop-stuck')
  const blocks = chain.blocks!.map((block) => ({ ...block, until: null }))
  const { index, timeline } = searchOf({ ...chain, blocks })
  const gap = restartGap(index, timeline, ignoreProgress)
  expect(gap.lastBlockGone).toBe(timeline.days)
  expect(gap.stuck.length).toBeGreaterThan(0)
})

test('what is below full today does not fall tomorrow', () => {
  const chain = fixture('handle')
  const blocks = chain.blocks!.map((block) => ({ ...block, severity: 0.3, since: null }))
  const scenario = { ...chain.scenarios![0]!, settled: true }
  const { index, timeline } = searchOf({ ...chain, blocks, scenarios: [scenario] })
  const { rows } = nextToStop(index, timeline, { today: 0, horizon: 30, threshold: 0.5 }, ignoreProgress)
  expect(rows.filter(({ stopsIn }) => stopsIn < 0)).toEqual([])
})

test('who runs at the threshold itself does not stop for a rest of rounding', () => {
  const chain = fixture('ration')
  const blocks = chain.blocks!.slice(0, 1).map((block) => ({ ...block, severity: 0.25, since: null }))
  const scenarios = chain.scenarios!.map((row) => ({ ...row, settled: false }))
  const supplies = chain.supplies.map((row, at) => ({ ...row, flow: [0.3, 0.7][at]! }))
  const { index, timeline } = searchOf({ ...chain, supplies, blocks, scenarios })
  const { level } = simulate(index, timeline, { record: 'levels' })
  expect(level.some((one) => one < 0.75 && one > 0.75 - 1e-12)).toBe(true)
  const { rows } = nextToStop(index, timeline, { today: 0, horizon: 10, threshold: 0.75 }, ignoreProgress)
  expect(rows.filter(({ stopsIn }) => stopsIn >= 0)).toEqual([])
})

test('clearing on any day up to the latest avoids the stop, the day after does not', () => {
  let found = 0
  for (let seed = 0; seed < 300; seed++) {
    const { index, timeline } = searchOf(smallChain(seed, 5))
    const question = { today: 2, horizon: 25, threshold: 0.5 }
    const { rows, latest } = nextToStop(index, timeline, question, ignoreProgress)
    const stopOf = (row: number, block: number, day: number): boolean => {
      const blocks = timeline.blocks.map((one, at) => {
        if (one.since > question.today) return { ...one, severity: 0 }
        const until = question.today < one.until ? Infinity : one.until
        return { ...one, until: at === block ? Math.min(until, day) : until }
      })
      const days = question.today + question.horizon + 1
      const { level, enterpriseCount } = simulate(index, { ...timeline, blocks, days }, { record: 'levels' })
      for (let now = question.today; now < days; now++) if (level[now * enterpriseCount + row]! < 0.5) return true
      return false
    }
    for (const { block, row, stopsIn, latest: last } of latest) {
      if (row < 0) continue
      found++
      expect(rows.find((one) => one.row === row)!.stopsIn).toBe(stopsIn)
      for (let day = question.today; day <= last; day++) expect(stopOf(row, block, day), `${seed} ${day}`).toBe(false)
      expect(stopOf(row, block, last + 1), `${seed} after`).toBe(true)
    }
  }
  expect(found).toBeGreaterThan(20)
})

test('a loop with spare capacity grows back from a crumb, and a crumb is no delivery', () => {
  const supply = (id: string, from: string, to: string, flow: number, leadDays = 1): Supply => {
    return { id, from, to, product: `of ${from}`, flow, leadDays }
  }
  const chain: Chain = {
    ...fixture('loop-stuck'),
    enterprises: [0.3, 0.1, 0.1].map((spareCapacity, at) => {
      const id = `f${at}`
      return { id, name: id, role: 'leading', stage: 's0', finalDemand: at < 2 ? 0.5 : 1, spareCapacity }
    }),
    supplies: [
      supply('a', 'f0', 'f1', 1),
      supply('b', 'f1', 'f2', 3),
      supply('c', 'f2', 'f0', 3, 2),
      supply('d', 'f2', 'f0', 1),
      supply('e', 'f2', 'f1', 2),
      supply('f', 'f1', 'f0', 1),
    ],
    inputs: [],
    blocks: [
      {
        id: 'labour',
        at: { enterprise: 'f0' },
        cause: 'labour',
        severity: 1,
        since: '2020-02-13',
        until: '2020-02-19',
      },
      { id: 'road', at: { supply: 'a' }, cause: 'logistics', severity: 1, since: '2020-02-12' },
    ],
  }
  const { index, timeline } = searchOf(chain)
  const { deliveries, stuck } = restartGap(index, timeline, ignoreProgress)
  expect(stuck).toHaveLength(3)
  expect(deliveries.length).toBeGreaterThan(1)
  for (const { group, amount } of deliveries) expect(amount).toBeGreaterThanOrEqual(0.005 * index.need[group]!)
  expect(deliveries[0]!.tooLittle).toBe(0)
})
