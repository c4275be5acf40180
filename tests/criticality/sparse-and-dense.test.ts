import fc from 'fast-check'
import { expect, test } from 'vitest'
import { supplyNetwork } from '../../bench/supply-network.ts'
import {
  CONVERGED,
  criticalityCoefficients,
  PUBLISHED,
  type CriticalityCoefficients,
} from '../../src/engine/criticality-coefficients.ts'
import { sweepDown } from '../../src/engine/criticality-down.ts'
import { reset } from '../../src/engine/criticality-losses.ts'
import { close, criticalityState, UP_LEVEL, UP_STRIDE } from '../../src/engine/criticality-state.ts'
import { sweepUp } from '../../src/engine/criticality-up.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { allSettings, networks } from './networks.ts'

/** Levels after each of so many sweeps, for each closed row in turn on the same working arrays. */
function iterates(coefficients: CriticalityCoefficients, closed: readonly number[], sweeps: number): number[][] {
  const state = criticalityState(coefficients)
  return closed.flatMap((row) => {
    close(coefficients, state, row, { psiDown: 1, psiUp: 0.75 })
    const levels = Array.from({ length: sweeps }, () => {
      sweepDown(coefficients, state)
      sweepUp(coefficients, state)
      return [...state.down, ...state.upRows.filter((_, place) => place % UP_STRIDE === UP_LEVEL)]
    })
    reset(state, coefficients)
    return levels
  })
}

test('following changes and going through every link give the same iterates, to the bit', () => {
  fc.assert(
    fc.property(networks, allSettings, (chain, settings) => {
      const coefficients = criticalityCoefficients(indexChain(chain).index, settings)
      const rows = chain.enterprises.map((_, row) => row)
      const sparse = iterates({ ...coefficients, denseShare: 2 }, rows, 12)
      expect(iterates({ ...coefficients, denseShare: -1 }, rows, 12)).toEqual(sparse)
      expect(iterates(coefficients, rows, 12)).toEqual(sparse)
    }),
  )
})

test.each([PUBLISHED, CONVERGED])('also on 2,000 enterprises with hubs, with tolerance $tolerance', (settings) => {
  const coefficients = criticalityCoefficients(indexChain(supplyNetwork(2_000, 6_000, 9)).index, settings)
  const rows = [0, 700, 1_999]
  const sparse = iterates({ ...coefficients, denseShare: 2 }, rows, 25)
  const dense = iterates({ ...coefficients, denseShare: -1 }, rows, 25)
  const mixed = iterates(coefficients, rows, 25)
  for (let at = 0; at < sparse.length; at++) {
    expect(Float64Array.from(dense[at]!)).toEqual(Float64Array.from(sparse[at]!))
    expect(Float64Array.from(mixed[at]!)).toEqual(Float64Array.from(sparse[at]!))
  }
})

/** Buffers of all typed arrays that an object holds. */
function buffersOf(holder: object, found = new Set<ArrayBufferLike>()): Set<ArrayBufferLike> {
  for (const value of Object.values(holder) as unknown[]) {
    if (ArrayBuffer.isView(value)) found.add(value.buffer)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) buffersOf(value, found)
  }
  return found
}

test('the working arrays stay below 40 bytes a link and 200 an enterprise beyond the model', () => {
  for (const links of [5_000, 10_000]) {
    const { index } = indexChain(supplyNetwork(2_000, links, 9))
    const coefficients = criticalityCoefficients(index, PUBLISHED)
    const model = buffersOf(index)
    const own = buffersOf({ ...coefficients, index: {}, state: criticalityState(coefficients) })
    let bytes = 0
    for (const buffer of own) if (!model.has(buffer)) bytes += buffer.byteLength
    expect(bytes).toBeGreaterThan(20 * links)
    // Terms made ahead take the same few kilobytes whatever the size.
    expect(bytes).toBeLessThan(40 * links + 200 * 2_000 + 24_576)
  }
})
