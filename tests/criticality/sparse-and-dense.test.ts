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
import { emptyFigures, type CriticalityFigures } from '../../src/engine/criticality-figures.ts'
import { emptyLanes, loadLane, sweepLanesDown, sweepLanesUp } from '../../src/engine/criticality-lanes.ts'
import { LANES } from '../../src/engine/criticality-lane-rows.ts'
import { endLane, reset } from '../../src/engine/criticality-losses.ts'
import { close, criticalityState, type CriticalityState } from '../../src/engine/criticality-state.ts'
import { criticalitySweeper } from '../../src/engine/criticality-sweeper.ts'
import type { LoopWay } from '../../src/engine/wasm-memory.ts'
import { sweepUp } from '../../src/engine/criticality-up.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { allSettings, networks } from './networks.ts'

const lost = ({ down, up }: CriticalityState): number[] => [...down, ...up].map((level) => 1 - level)

/**
 * What is lost after each of so many sweeps, with changes followed and in each lane in turn, for each closed row in turn on the same
 * working arrays. Following ends where a level rises: the lanes alone go on there.
 */
function iterates(coefficients: CriticalityCoefficients, closed: readonly number[], sweeps: number, way: LoopWay) {
  const lanes = emptyLanes(coefficients, way)
  expect(lanes.rows.memory !== null).toBe(way === 'kernels')
  const { scratch } = emptyLanes(coefficients, 'plain').rows
  const state = criticalityState(coefficients, { ...lanes.rows, scratch })
  const followed: number[][] = []
  const inLane: number[][] = []
  closed.forEach((row, at) => {
    const lane = at % LANES
    close(coefficients, state, { row, psiDown: 1, psiUp: 0.75 })
    loadLane(lanes, lane, state)
    for (let sweep = 0; sweep < sweeps && !state.hasRisen; sweep++) {
      sweepDown(coefficients, state)
      if (state.hasRisen) break
      sweepUp(coefficients, state)
      followed.push(lost(state))
      sweepLanesDown(lanes)
      sweepLanesUp(lanes)
      inLane.push([...ofLane(lanes.rows.down, lane), ...ofLane(lanes.rows.up, lane)])
    }
    reset(state, coefficients)
    endLane(coefficients, lanes, lane, emptyFigures(1), 0)
    const { down, up } = lanes.rows
    expect(down.every((loss) => loss === 0) && up.every((loss) => loss === 0)).toBe(true)
  })
  return { followed, inLane }
}

const ofLane = (values: Float64Array, lane: number): Float64Array => values.filter((_, place) => place % LANES === lane)

/** Figures of closed pairs of rows, each place with its own. */
function figuresOf(coefficients: CriticalityCoefficients, denseShare: number): CriticalityFigures {
  const { enterpriseCount } = coefficients.index
  const figures = emptyFigures(enterpriseCount)
  const shared = { ...coefficients, denseShare }
  const { state, sweep, finish } = criticalitySweeper(shared, figures)
  for (let row = 0; row < enterpriseCount; row++) {
    close(shared, state, { row, psiDown: 1, psiUp: 0.75 })
    const other = (row * 7 + 3) % enterpriseCount
    if (other !== row) close(shared, state, { row: other, psiDown: 0.25, psiUp: 0.5 })
    sweep(row)
  }
  finish()
  return figures
}

const WAYS = ['kernels', 'plain'] as const

test.each(WAYS)('following changes and going through every link by %s give the same iterates, to the bit', (way) => {
  let compared = 0
  fc.assert(
    fc.property(networks, allSettings, (chain, settings) => {
      const coefficients = criticalityCoefficients(indexChain(chain).index, settings)
      const rows = chain.enterprises.map((_, row) => row)
      const { followed, inLane } = iterates(coefficients, rows, 12, way)
      expect(inLane).toEqual(followed)
      compared += followed.length
    }),
  )
  expect(compared).toBeGreaterThan(1_000)
})

test('nor does it matter for a figure when a closure is swept beside others', () => {
  fc.assert(
    fc.property(networks, allSettings, (chain, settings) => {
      const coefficients = criticalityCoefficients(indexChain(chain).index, settings)
      const followed = figuresOf(coefficients, 2)
      for (const denseShare of [-1, 0.05, 0.15, 0.4]) expect(figuresOf(coefficients, denseShare)).toEqual(followed)
    }),
  )
})

test.each([PUBLISHED, CONVERGED])('also on 300 enterprises with hubs, with tolerance $tolerance', (settings) => {
  const coefficients = criticalityCoefficients(indexChain(supplyNetwork(300, 900, 9)).index, settings)
  for (const way of WAYS) {
    const { followed, inLane } = iterates(coefficients, [0, 120, 299], 25, way)
    expect(inLane).toEqual(followed)
  }
  const figures = figuresOf(coefficients, 2)
  for (const denseShare of [-1, 0.15]) expect(figuresOf(coefficients, denseShare)).toEqual(figures)
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
    const lanes = emptyLanes(coefficients)
    const state = criticalityState(lanes.coefficients, lanes.rows)
    const own = buffersOf({ ...lanes.coefficients, index: {}, lanes: lanes.rows, state })
    let bytes = 0
    for (const buffer of own) if (!model.has(buffer)) bytes += buffer.byteLength
    expect(bytes).toBeGreaterThan(20 * links)
    // Terms made ahead take the same few kilobytes whatever the size, and the last page of a memory is seldom full.
    expect(bytes).toBeLessThan(40 * links + 200 * 2_000 + 24_576 + 65_536)
  }
})
