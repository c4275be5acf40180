import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leadingRows } from '../../src/analysis/figures.ts'
import { estimatePlay, isTooLong } from '../../src/analysis/run-estimate.ts'
import { MOST_RUN_BYTES, runBytes } from '../../src/engine/run-size.ts'
import { scenesOf } from '../../src/model/scenes.ts'
import { estimateWork } from '../../src/analysis/planners/work-estimate.ts'
import { gainsOf } from '../../src/analysis/planners/gains.ts'
import { bestOrder } from '../../src/analysis/planners/best-order.ts'
import { whatIf } from '../../src/analysis/planners/what-if.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { IndexedChain } from '../../src/engine/indexed-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain, Supply } from '../../src/model/chain.ts'
import { ignoreProgress } from './fixture.ts'

const chain = JSON.parse(
  readFileSync(new URL('../../graph-data/vehicles.chain.json', import.meta.url), 'utf8'),
) as Chain
const { index } = indexChain(chain)
const timeline = timelineOf(chain, index, chain.scenarios![0]!)
const goal = leadingRows(index)
const question = (maxRuns: number) => ({ crews: 1, from: 0, effort: timeline.blocks.map(() => 1), maxRuns })

test('no search spends more runs than were estimated', () => {
  const gains = whatIf(index, timeline, { rows: goal })
  gainsOf(gains, 0, ignoreProgress)
  expect(gains.runs()).toBeLessThanOrEqual(estimateWork('gains', { index, timeline, goal, day: 0 }).runs * 2)
  const order = whatIf(index, timeline, { rows: goal })
  const { runs } = bestOrder(order, question(300), ignoreProgress)
  expect(runs).toBeLessThanOrEqual(estimateWork('order', { index, timeline, goal, question: question(300) }).runs * 2)
})

test('a search on a chain a thousand times as large is refused beforehand, and a usual one is not', () => {
  const large: IndexedChain = {
    ...index,
    enterpriseCount: index.enterpriseCount * 1000,
    linkCount: index.linkCount * 1000,
  }
  const asked = { timeline, goal, question: question(60_000) }
  expect(isTooLong(estimateWork('order', { index, ...asked }))).toBe(false)
  expect(isTooLong(estimateWork('order', { index: large, ...asked }))).toBe(true)
})

test('twice the days, or twice the runs, are estimated as twice the time', () => {
  const from = { ...timeline, settled: false }
  const time = (runs: number, days: number): number =>
    estimateWork('order', { index, timeline: { ...from, days }, goal, question: question(runs) }).milliseconds
  expect(time(1000, 60)).toBeCloseTo(2 * time(1000, 30), 9)
  expect(time(2000, 30)).toBeCloseTo(2 * time(1000, 30), 9)
})

test('ranges are estimated by their cases, and refused beforehand on a chain too large for them', () => {
  const scenario = chain.scenarios![0]!
  const unsure: Chain = {
    ...chain,
    blocks: chain.blocks!.map((block, at) => (at < 2 ? { ...block, severity: { low: 0.2, high: 0.6 } } : block)),
  }
  const huge: Chain = { ...unsure, supplies: new Array<Supply>(12_000_000).fill(chain.supplies[0]!) }
  const of = (asked: Chain) => estimateWork('ranges', { chain: asked, scenario, day: 0, goalIds: [] })
  const open = scenario.blocks === 'all' ? chain.blocks!.length : scenario.blocks.length
  expect(of(unsure).runs % (4 * (1 + open))).toBe(0)
  expect(isTooLong(of(unsure))).toBe(false)
  expect(isTooLong(of(huge))).toBe(true)
})

test('scenes of one scenario are one run, effects one run for each difference and one more', () => {
  const scenes = scenesOf(chain)
  const runs = new Set(scenes.map(({ scenario, clear }) => JSON.stringify([scenario, clear ?? []]))).size
  expect(scenes.length).toBeGreaterThan(runs)
  expect(estimateWork('scenes', { chain, index, scenes }).runs).toBe(runs)
  const [a] = chain.scenarios!
  const first = timeline.blocks[0]!.id
  const clear = [{ block: first, on: a!.start }]
  expect(estimateWork('effects', { chain, index, a: { ...a!, clear: [] }, b: { ...a!, clear } }).runs).toBe(2)
})

test('what the memory of the page allows is played within minutes, and the longest scenario of a large chain is refused', () => {
  const days = 3660
  const large = { ...index, enterpriseCount: 200_000, linkCount: 1_000_000, groupCount: 600_000 }
  expect(isTooLong(estimatePlay({ index: large, timeline: { ...timeline, days: 100 * days } }))).toBe(true)
  const allowed = Math.floor(MOST_RUN_BYTES / runBytes(large, 1))
  expect(
    estimatePlay({ index: large, timeline: { ...timeline, settled: true, days: allowed } }).milliseconds,
  ).toBeLessThan(300_000)
})
