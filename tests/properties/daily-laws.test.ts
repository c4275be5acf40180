import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chain } from '../../src/model/chain.ts'
import type { IndexedChain } from '../../src/engine/indexed-chain.ts'
import { player, type Player } from '../../src/engine/player.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { arbitraryChain } from '../generators/random-chain.ts'
import { fastRun, scenarioOf, validIndex } from './fast-run.ts'

const CHAINS = 200
const TOLERANCE = 1e-9

/** The chain without anything that disturbs it, for `days` days. */
const undisturbed = (chain: Chain, days: number): Chain => ({
  ...chain,
  scenarios: [{ ...scenarioOf(chain), days, blocks: [], clear: [], deliveries: [], stimulus: [] }],
})

interface DaySeen {
  readonly index: IndexedChain
  readonly played: Player
  readonly day: number
  /** [groups] on the evening before. */
  readonly stockBefore: Float64Array
  /** [groups] bought outside the day before, or at the baseline. */
  readonly outside: Float64Array
  /** [days][links] */
  readonly sent: readonly Float64Array[]
}

/** Plays the chain from its baseline and shows each day to `look`. */
function eachDay(chain: Chain, look: (seen: DaySeen) => void): void {
  const index = validIndex(chain)
  const timeline = { ...timelineOf(chain, index, { ...scenarioOf(chain), settled: false }), deliveries: [] }
  const played = player(index, timeline)
  const sent: Float64Array[] = []
  let stockBefore = played.start.state.stock.slice()
  let outside = played.start.state.outsideArriving.slice()
  played.play(timeline, (day) => {
    sent.push(played.model.work.sent.slice())
    look({ index, played, day, stockBefore, outside, sent })
    stockBefore = played.state.stock.slice()
    outside = played.state.outsideArriving.slice()
  })
}

/** Every random chain, looked at on every day of its scenario. */
function onEveryDay(seed: number, look: (seen: DaySeen) => void): void {
  fc.assert(
    fc.property(arbitraryChain, (chain) => eachDay(chain, look)),
    { numRuns: CHAINS, seed },
  )
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))

/** What reaches a group today: sent as many days ago as its links take, the baseline's flow where that lies before day 0. */
function arrivals({ index, day, sent }: DaySeen, group: number): number {
  let value = 0
  for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
    const left = day - index.lead[link]!
    value += left < 0 ? index.flow[link]! : sent[left]![link]!
  }
  return value
}

describe('laws of a day', () => {
  test('a chain without blocks stands still: every level is 1 on each of 60 days', () => {
    fc.assert(
      fc.property(arbitraryChain, (chain) => {
        const { run } = fastRun(undisturbed(chain, 60))
        expect(run.level.every((level) => Math.abs(level - 1) <= TOLERANCE)).toBe(true)
        expect(run.why.every((why) => why === 0)).toBe(true)
      }),
      { numRuns: CHAINS, seed: 11 },
    )
  })

  test('goods delivered and sold are the output', () => {
    onEveryDay(12, ({ index, played }) => {
      const { work } = played.model
      const gone = work.sold.slice()
      for (let link = 0; link < index.linkCount; link++) gone[index.linkFrom[link]!]! += work.sent[link]!
      gone.forEach((value, row) => expect(isClose(value, work.level[row]! * index.output[row]!)).toBe(true))
    })
  })

  test('stock is what was there, plus what came, less what was used, and never negative', () => {
    onEveryDay(13, (seen) => {
      const { index, played, stockBefore, outside } = seen
      played.state.stock.forEach((stock, group) => {
        const had = stockBefore[group]! + arrivals(seen, group) + outside[group]!
        const wanted = index.need[group]! * played.model.work.level[index.groupEnterprise[group]!]!
        expect(stock).toBeGreaterThanOrEqual(0)
        expect(isClose(stock, had - Math.min(had, wanted))).toBe(true)
      })
    })
  })

  test('nothing is delivered beyond what was asked, what is possible, or what a link lets through', () => {
    onEveryDay(14, ({ index, played }) => {
      const { work } = played.model
      const { demand, room, capacity } = played.forces
      work.level.forEach((level, row) => {
        const x = index.output[row]!
        const asked =
          work.contracts[row]! + index.finalDemand[row]! * demand[row]! + work.substitute[row]! + work.restock[row]!
        expect(level * x).toBeLessThanOrEqual(Math.min(asked, work.possible[row]!) + TOLERANCE * x)
        expect(level).toBeLessThanOrEqual(capacity[row]! * (1 + index.spare[row]!) + TOLERANCE)
      })
      work.sent.forEach((sent, link) => expect(sent).toBeLessThanOrEqual(room[link]! * (1 + TOLERANCE)))
    })
  })

  test('an enterprise passes on at most its own capacity in orders, and never less than its baseline', () => {
    onEveryDay(15, ({ index, played }) => {
      played.state.signal.forEach((signal, row) => {
        expect(signal).toBeGreaterThanOrEqual(1)
        expect(signal).toBeLessThanOrEqual(1 + index.spare[row]!)
      })
    })
  })

  test('goods under way are all that was sent and has not arrived', () => {
    onEveryDay(16, ({ index, played, day, sent }) => {
      for (let group = 0; group < index.groupCount; group++) {
        let value = 0
        for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
          for (let left = day; left > day - index.lead[link]!; left--) {
            value += left < 0 ? index.flow[link]! : sent[left]![link]!
          }
        }
        expect(isClose(played.state.underWay[group]!, value)).toBe(true)
      }
    })
  })
})
