import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { player, type Player } from '../../src/engine/player.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Block, Chain } from '../../src/model/chain.ts'
import { arbitraryChain } from '../generators/random-chain.ts'
import { scenarioOf, validIndex } from './fast-run.ts'

const CHAINS = 300

/** All that a day leaves behind and that anybody reads; what stands at rows that nobody asks may be old. */
function figuresOf({ model: { work }, state }: Player): Record<string, Float64Array | Int32Array> {
  const { asked: _asked, booked: _booked, leftFill: _fill, headroom: _headroom, ...read } = work
  const { restocking: _restocking, active: _active, ...figures } = read
  const { tick: _tick, ...morning } = state
  return { ...figures, ...morning }
}

/** The first figure that the compiled days give with other bits, in words; null where there is none. A zero may have another sign. */
function difference(chain: Chain, scenario = scenarioOf(chain)): string | null {
  const index = validIndex(chain)
  const timeline = timelineOf(chain, index, scenario)
  const [plain, compiled] = [player(index, timeline, 'plain'), player(index, timeline, 'kernels')]
  expect(plain.model.kernels).toBeNull()
  expect(compiled.model.kernels).not.toBeNull()
  const days: Record<string, Float64Array | Int32Array>[] = []
  plain.play(timeline, () => {
    days.push(Object.fromEntries(Object.entries(figuresOf(plain)).map(([name, array]) => [name, array.slice()])))
  })
  let found: string | null = null
  compiled.play(timeline, (day) => {
    for (const [name, array] of Object.entries(figuresOf(compiled))) {
      const row = days[day]![name]!.findIndex((value, at) => value !== array[at])
      if (row >= 0) found ??= `day ${day}, ${name} ${row}: ${days[day]![name]![row]} not ${array[row]}`
    }
  })
  return found
}

test('the compiled days have the bits of the plain ones on random chains with blocks of every kind', () => {
  fc.assert(
    fc.property(arbitraryChain, (chain) => {
      expect(difference(chain)).toBeNull()
    }),
    { numRuns: CHAINS, seed: 71 },
  )
})

/** One block in three holds up a link, one a market, half way and with a ramp. */
function withOtherBlocks(chain: Chain, settled: boolean): Chain {
  const blocks = chain.blocks!.map((block, at): Block => {
    const half = { ...block, severity: 0.5, rampDays: 3 }
    if (at % 3 === 0) return { ...half, cause: 'logistics', at: { supply: chain.supplies[at * 7]!.id } }
    if (at % 3 === 1) return { ...half, cause: 'demand', at: { market: chain.enterprises[at * 8]!.id } }
    return block
  })
  return { ...chain, blocks, scenarios: [{ ...chain.scenarios![0]!, settled }] }
}

test('the same on chains of 301 and of 1,000 enterprises, with and without blocked links, settled and not', () => {
  for (const [enterprises, supplies] of [
    [301, 755],
    [1_000, 2_500],
  ] as const) {
    const chain = randomChain({ enterprises, supplies, seed: 3 })
    const id = chain.scenarios![0]!.id
    for (const played of [chain, withOtherBlocks(chain, false), withOtherBlocks(chain, true)])
      expect(difference(played, scenarioOf(played, id))).toBeNull()
  }
})
