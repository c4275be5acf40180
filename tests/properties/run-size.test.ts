import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { runBytes } from '../../src/engine/run-size.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'

test('the bytes of a run are foretold: what its recorded days take', () => {
  fc.assert(
    fc.property(fc.integer({ min: 9, max: 80 }), fc.integer({ min: 1, max: 90 }), (enterprises, days) => {
      const chain = randomChain({ enterprises, supplies: enterprises * 2, seed: enterprises })
      const { index } = indexChain(chain)
      const timeline = timelineOf(chain, index, { ...chain.scenarios![0]!, days })
      const { level, why, linkFlags, sent, stockDays } = simulate(index, timeline, { record: 'full' })
      const taken = [level, why, linkFlags, sent, stockDays].reduce((sum, { byteLength }) => sum + byteLength, 0)
      expect(runBytes(index, days)).toBe(taken)
    }),
    { numRuns: 30 },
  )
})
