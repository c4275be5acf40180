import { describe, expect, test } from 'vitest'
import { leadingRows } from '../../src/analysis/figures.ts'
import { isTooLong } from '../../src/analysis/run-estimate.ts'
import { estimateWork } from '../../src/analysis/planners/work-estimate.ts'
import { isShared } from '../../src/analysis/planners/what-if.ts'
import { BACK_TO_FULL } from '../../src/analysis/played.ts'
import { FELT, slackOf, type SlackResult } from '../../src/analysis/worksheet/slack.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { IndexedChain } from '../../src/engine/indexed-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Timeline } from '../../src/engine/timeline.ts'
import type { Chain } from '../../src/model/chain.ts'
import { randomTree } from '../generators/random-tree.ts'
import { ignoreProgress } from '../planners/fixture.ts'
import { seeded, smallChain } from '../planners/small-chains.ts'

interface Case {
  readonly index: IndexedChain
  readonly timeline: Timeline
  readonly goal: readonly number[]
}

/** The chain's scenario with planned days for most of its blocks, by a seeded draw. */
function planned(chain: Chain, seed: number): Case {
  const { index } = indexChain(chain)
  const timeline = timelineOf(chain, index, chain.scenarios![0]!)
  const random = seeded(seed + 1000)
  const blocks = timeline.blocks.map((block) => {
    const day = Math.floor(random() * timeline.days)
    const rampDays = random() < 0.3 ? 3 : 0
    return random() < 0.8 ? { ...block, until: Math.max(day, block.since + 1, 0), rampDays } : block
  })
  return { index, timeline: { ...timeline, blocks }, goal: leadingRows(index) }
}

/** Whether a leading enterprise feels that a block is cleared on another day: two plain runs, compared by hand. */
function isFelt({ index, timeline, goal }: Case, block: number, day: number): boolean {
  const run = (until: number) => {
    const blocks = timeline.blocks.map((each, at) => (at === block ? { ...each, until } : each))
    const { level } = simulate(index, { ...timeline, blocks }, { record: 'levels' })
    const days = [...Array(timeline.days).keys()]
    return goal.map((row) => {
      const levels = days.map((each) => level[each * index.enterpriseCount + row]!)
      const lastBelow = levels.findLastIndex((share) => share < BACK_TO_FULL)
      return {
        resume: lastBelow + 1 === timeline.days ? Infinity : lastBelow + 1,
        output: levels.reduce((sum, share) => sum + share, 0),
      }
    })
  }
  const before = run(timeline.blocks[block]!.until)
  const after = run(day)
  return before.some(({ resume, output }, at) => after[at]!.resume > resume || output - after[at]!.output > FELT)
}

/** The largest delay with none felt up to it, every delay run. */
function slackByEveryDay(of: Case, block: number): number {
  const { until } = of.timeline.blocks[block]!
  for (let day = until + 1; day <= of.timeline.days; day++) if (isFelt(of, block, day)) return day - 1 - until
  return of.timeline.days - until
}

const ask = (of: Case, mostRuns: number): SlackResult =>
  slackOf({ ...of, question: { today: 3, mostRuns } }, ignoreProgress)

describe('the slack of a clearing', () => {
  test('is what every delay, run one by one, gives: on 60 random chains, shared supplies and loops among them', () => {
    let critical = 0
    let late = 0
    for (let seed = 0; seed < 60; seed++) {
      const of = planned(smallChain(seed, 5), seed)
      for (const { block, slack, planned: day, isToEnd, proof } of ask(of, 1e6).blocks) {
        if (day < 0) continue
        expect(slack, `chain ${seed}, block ${block}`).toBe(slackByEveryDay(of, block))
        expect(isToEnd).toBe(slack === of.timeline.days - day)
        expect(proof).not.toBe('notEveryDay')
        if (slack === 0) critical++
        else if (!isToEnd) late++
      }
    }
    expect(critical).toBeGreaterThan(20)
    expect(late).toBeGreaterThan(20)
  })

  test('is found by halving alone where nothing is shared: on 80 random trees', () => {
    let halved = 0
    for (let seed = 0; seed < 80; seed++) {
      const of = planned(randomTree({ seed, enterprises: 2 + (seed % 6), stocks: 'some' }), seed)
      expect(isShared(of.index)).toBe(false)
      for (const { block, slack, planned: day, proof } of ask(of, 0).blocks) {
        if (day < 0) continue
        expect(slack, `tree ${seed}, block ${block}`).toBe(slackByEveryDay(of, block))
        if (proof === 'halved') halved++
      }
    }
    expect(halved).toBeGreaterThan(20)
  })

  test('one day more than it is felt, and by whom is said; it says when runs were short', () => {
    let short = 0
    for (let seed = 0; seed < 60; seed++) {
      const of = planned(smallChain(seed, 5), seed)
      for (const { block, planned: day, slack, isToEnd, proof, moved } of ask(of, 0).blocks) {
        if (proof === 'notEveryDay') short++
        if (day < 0 || isToEnd) expect(moved).toEqual([])
        else {
          expect(isFelt(of, block, day + slack + 1)).toBe(true)
          expect(moved.length).toBeGreaterThan(0)
          for (const { resume, delayed, lost } of moved)
            expect(lost > FELT || delayed < 0 || delayed > resume, `chain ${seed}`).toBe(true)
        }
      }
    }
    expect(short).toBeGreaterThan(0)
  })

  test('what a clearing frees is the plan less the run without it, in days of full leading output', () => {
    for (let seed = 0; seed < 40; seed++) {
      const of = planned(smallChain(seed, 5), seed)
      const { index, timeline, goal } = of
      const weight = goal.reduce((sum, row) => sum + index.output[row]!, 0)
      const score = (block: number, until: number): number => {
        const blocks = timeline.blocks.map((each, at) => (at === block ? { ...each, until } : each))
        const { level } = simulate(index, { ...timeline, blocks }, { record: 'levels' })
        let sum = 0
        for (let day = 0; day < timeline.days; day++)
          for (const row of goal) sum += level[day * index.enterpriseCount + row]! * index.output[row]!
        return sum / weight
      }
      const result = ask(of, 1e6)
      for (const { block, planned: day, frees } of result.blocks) {
        const plan = score(block, timeline.blocks[block]!.until)
        expect(plan).toBeCloseTo(result.planned, 9)
        const other = score(block, day < 0 ? 3 : Infinity)
        expect(frees, `chain ${seed}`).toBeCloseTo(day < 0 ? other - plan : plan - other, 9)
      }
    }
  })

  test('never takes more runs than were estimated beforehand', () => {
    for (let seed = 0; seed < 30; seed++) {
      const of = planned(smallChain(seed, 5), seed)
      for (const mostRuns of [0, 5, 1e6]) {
        const { runs } = ask(of, mostRuns)
        const estimate = estimateWork('slack', { ...of, question: { today: 0, mostRuns } })
        expect(runs).toBeLessThanOrEqual(estimate.runs)
        expect(isTooLong(estimate)).toBe(false)
      }
    }
  })
})
