import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadingRows } from '../../src/analysis/figures.ts'
import { gainsOf } from '../../src/analysis/planners/gains.ts'
import { whatIf } from '../../src/analysis/planners/what-if.ts'
import { criticalityRange } from '../../src/engine/criticality.ts'
import { CONVERGED } from '../../src/engine/criticality-coefficients.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { maskChain } from '../../src/io/mask/mask-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import type { MaskOptions } from '../../src/model/masking.ts'
import { randomChain } from '../generators/random-chain.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'

const ALL: MaskOptions = { products: true, provinces: true, chainName: true }
const arbitraryOptions: fc.Arbitrary<MaskOptions> = fc.record({
  products: fc.boolean(),
  provinces: fc.boolean(),
  chainName: fc.boolean(),
})

/** Figures in the order of rows, with ids left out. */
function figuresIn(chain: Chain) {
  const { index } = indexChain(chain)
  const runs = (chain.scenarios ?? []).slice(0, 2).map((scenario) => {
    const timeline = timelineOf(chain, index, scenario)
    const gains = gainsOf(whatIf(index, timeline, { rows: leadingRows(index) }), 0, () => {})
    return { level: simulate(index, timeline, { record: 'levels' }).level, gains }
  })
  const lost = criticalityRange({ index, settings: CONVERGED, from: 0, to: index.enterpriseCount }, () => {})
  const { enterpriseIds: _ids, groupProducts: _products, linkIds: _links, ...numbers } = index
  return { numbers, runs, lost }
}

test.each(SHIPPED)('%s: every figure of the masked chain has the same bits', (file) => {
  const chain = chainOf(file)
  expect(figuresIn(maskChain(chain, ALL).chain)).toEqual(figuresIn(chain))
})

test('random chains: every figure of the masked chain has the same bits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), arbitraryOptions, (seed, options) => {
      const chain = randomChain({ seed, enterprises: 11 })
      expect(figuresIn(maskChain(chain, options).chain)).toEqual(figuresIn(chain))
    }),
    { numRuns: 60 },
  )
})
