import { expect, test } from 'vitest'
import { deliverySearch } from '../../src/analysis/planners/delivery-search.ts'
import { PATIENCE, restartGap } from '../../src/analysis/planners/restart-gap.ts'
import type { Chain } from '../../src/model/chain.ts'
import { ignoreProgress, searchOf } from './fixture.ts'
import { smallChain } from './small-chains.ts'

/** Random chains that stay stuck: what restarts some of them restarts none of them when a little more is delivered. */
const STUCK = [65, 450, 590, 1600, 4613, 5295]
/** Amounts of the scan between 0.5 % of a day's need and the most that is searched. */
const SCANNED = 60

function stuckChain(seed: number): Chain {
  const chain = smallChain(seed, 4)
  return { ...chain, blocks: chain.blocks!.map((block) => ({ ...block, until: '2020-02-20' })) }
}

test.for(STUCK)('no smaller delivery restarts random chain %i on any day of the window', (seed) => {
  const { index, timeline } = searchOf(stuckChain(seed))
  const { stuck, loops, deliveries, lastBlockGone } = restartGap(index, timeline, ignoreProgress)
  expect(stuck.length).toBeGreaterThan(0)
  const search = deliverySearch(index, { ...timeline, days: lastBlockGone + PATIENCE }, stuck)
  const groups = new Set(loops.flatMap(({ missing }) => missing.map(({ group }) => group)))
  for (const group of groups) {
    const found = deliveries.find((delivery) => delivery.group === group)
    const least = 0.005 * index.need[group]!
    const most = index.need[group]! * (index.cover[group]! + 30)
    for (let step = 0; step <= SCANNED; step++) {
      const amount = least * (most / least) ** (step / SCANNED)
      // The answer is narrowed to a thousandth.
      if (found && amount >= found.amount * 0.998) break
      for (let day = lastBlockGone; day < lastBlockGone + 14; day++) {
        expect(search.restarts(group, day, amount), `group ${group}, day ${day}, ${amount}`).toBe(false)
      }
    }
    if (found) expect(search.restarts(group, found.day, found.amount)).toBe(true)
    if (found && found.tooLittle > 0) expect(search.restarts(group, found.day, found.tooLittle)).toBe(false)
  }
})
