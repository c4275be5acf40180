import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadingRows } from '../../src/analysis/figures.ts'
import { gainsOf } from '../../src/analysis/planners/gains.ts'
import type { Goal } from '../../src/analysis/planners/goal.ts'
import { jointGains } from '../../src/analysis/planners/joint.ts'
import { whatIf, withClearings } from '../../src/analysis/planners/what-if.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import type { IndexedChain } from '../../src/engine/indexed-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Timeline } from '../../src/engine/timeline.ts'
import { arbitraryChain } from '../generators/random-chain.ts'
import { scenarioOf, validIndex } from '../properties/fast-run.ts'

const quiet = (): void => {}

/** [row of the goal][day] levels of a run with one block cleared on day 0; -1 = none. */
function levelsOf(index: IndexedChain, timeline: Timeline, rows: readonly number[], cleared: number): number[][] {
  const played = cleared < 0 ? timeline : withClearings(timeline, new Map([[cleared, 0]]))
  const { level, days, enterpriseCount } = simulate(index, played, { record: 'levels' })
  return rows.map((row) => Array.from({ length: days }, (_, day) => level[day * enterpriseCount + row]!))
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const runningDays = (levels: readonly number[], least: number): number =>
  levels.filter((level) => level >= least - 1e-9).length

/** Days at the end of the run, all of them at the level. */
const daysBack = (levels: readonly number[], least: number): number =>
  levels.length - 1 - levels.findLastIndex((level) => level < least - 1e-9)

test('gains by running days and by the return to a level are those of two plain runs, alone and joint', () => {
  fc.assert(
    fc.property(arbitraryChain, fc.constantFrom(0.3, 0.8, 0.999), (chain, level) => {
      const index = validIndex(chain)
      const timeline = timelineOf(chain, index, scenarioOf(chain))
      const rows = leadingRows(index)
      if (rows.length === 0) return
      for (const [measure, count] of [['running', runningDays] as const, ['reached', daysBack] as const]) {
        const goal: Goal = { rows, measure, level }
        const gains = gainsOf(whatIf(index, timeline, goal), 0, quiet)
        const of = (block: number) => mean(levelsOf(index, timeline, rows, block).map((days) => count(days, level)))
        for (const { block, gain } of gains) expect(gain).toBeCloseTo(of(block) - of(-1), 9)
        const joint = jointGains(whatIf(index, timeline, goal), 0, { mayGoOn: () => false }, quiet)
        for (const [block, gain] of joint.alone)
          expect(gain).toBeCloseTo(gains.find((one) => one.block === block)!.gain, 9)
      }
    }),
    { numRuns: 100, seed: 81 },
  )
})

test('nobody named wins nothing, however it is counted', () => {
  fc.assert(
    fc.property(arbitraryChain, fc.constantFrom('output', 'running', 'reached'), (chain, measure) => {
      const index = validIndex(chain)
      const search = whatIf(index, timelineOf(chain, index, scenarioOf(chain)), { rows: [], measure })
      for (const { gain } of gainsOf(search, 0, quiet)) expect(gain).toBe(0)
    }),
    { numRuns: 20, seed: 82 },
  )
})
