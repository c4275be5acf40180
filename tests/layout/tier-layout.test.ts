import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { countCrossings } from '../../src/analysis/layout/crossings.ts'
import { CARD } from '../../src/analysis/layout/grid.ts'
import { tierLayout, type TierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain } from '../../src/model/chain.ts'

const layoutOf = (chain: Chain) => {
  const { index } = indexChain(chain)
  return { index, layout: tierLayout(chain, index) }
}

/** Column of each enterprise, by the band its card stands in. */
function columnOf({ bands, lane }: TierLayout): Int32Array {
  const bandOfLane = bands.flatMap(({ laneCount }, band) => Array.from({ length: laneCount }, () => band))
  return Int32Array.from(lane, (at) => bandOfLane[at]!)
}

/** Heights with every column filled in the order of the rows: what stands there when nobody orders it. */
function naiveHeights(layout: TierLayout): Float64Array {
  const column = columnOf(layout)
  const next = layout.bands.map(() => 0)
  return Float64Array.from(column, (band) => {
    const { laneCount } = layout.bands[band]!
    return Math.floor(next[band]!++ / laneCount)
  })
}

/** The same chain with every list in another order. */
const shuffled = (chain: Chain): Chain => ({
  ...chain,
  enterprises: [...chain.enterprises].toReversed(),
  supplies: [...chain.supplies.slice(40), ...chain.supplies.slice(0, 40).toReversed()],
  inputs: [...(chain.inputs ?? [])].toReversed(),
})

describe('the layout by tiers', () => {
  const chain = randomChain({ enterprises: 400, supplies: 1_000, seed: 11 })
  const { index, layout } = layoutOf(chain)

  it('puts upstream tiers left of downstream tiers', () => {
    const tiers = layout.bands.map(({ tier }) => tier)
    expect(tiers).toEqual(tiers.toSorted((a, b) => b - a))
    const lefts = layout.bands.map(({ x }) => x)
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
  })

  it('gives every enterprise a finite place inside the band of its tier', () => {
    const column = columnOf(layout)
    for (let row = 0; row < index.enterpriseCount; row++) {
      const band = layout.bands[column[row]!]!
      expect(layout.x[row]! - CARD.width / 2).toBeGreaterThanOrEqual(band.x)
      expect(layout.x[row]! + CARD.width / 2).toBeLessThanOrEqual(band.x + band.width)
      expect(layout.y[row]!).toBeGreaterThan(0)
      expect(layout.y[row]! + CARD.height / 2).toBeLessThanOrEqual(layout.bottom)
    }
  })

  it('lets no card cover another', () => {
    const places = new Map<number, number[]>()
    layout.lane.forEach((lane, row) => places.set(lane, [...(places.get(lane) ?? []), layout.y[row]!]))
    for (const heights of places.values()) {
      heights.sort((a, b) => a - b)
      for (let at = 1; at < heights.length; at++) expect(heights[at]! - heights[at - 1]!).toBeGreaterThan(CARD.height)
    }
  })

  it('is the same twice, and whatever the order of the lists in the file', () => {
    expect(layoutOf(chain).layout).toEqual(layout)
    expect(layoutOf(shuffled(chain)).layout).toEqual(layout)
  })

  it('has fewer crossings than the order of the rows', () => {
    const column = columnOf(layout)
    const ordered = countCrossings(index, column, layout.y)
    const naive = countCrossings(index, column, naiveHeights(layout))
    expect(ordered).toBeLessThan(naive * 0.9)
  })

  it('keeps the enterprises of a stage together where a tier has several', () => {
    const stages = ['a', 'b', 'c'].map((id) => ({ id, name: id, tier: 1 }))
    const mixed: Chain = {
      ...chain,
      stages: [...chain.stages.filter(({ tier }) => tier !== 1), ...stages],
      enterprises: chain.enterprises.map((enterprise, at) =>
        enterprise.stage === 't1' ? { ...enterprise, stage: stages[at % 3]!.id } : enterprise,
      ),
    }
    const { index: rows, layout: mixedLayout } = layoutOf(mixed)
    const band = mixedLayout.bands.find(({ tier }) => tier === 1)!
    expect(band.headings.map(({ stageId }) => stageId).toSorted()).toEqual(['a', 'b', 'c'])
    const stageOf = new Map(mixed.enterprises.map(({ id, stage }) => [id, stage]))
    for (const heading of band.headings) {
      const below = band.headings.filter(
        (other) => other.x < heading.x + heading.width && heading.x < other.x + other.width && other.y > heading.y,
      )
      const end = Math.min(Infinity, ...below.map(({ y }) => y))
      for (let row = 0; row < rows.enterpriseCount; row++) {
        const isInside =
          mixedLayout.x[row]! > heading.x &&
          mixedLayout.x[row]! < heading.x + heading.width &&
          mixedLayout.y[row]! > heading.y &&
          mixedLayout.y[row]! < end
        if (isInside) expect(stageOf.get(rows.enterpriseIds[row]!)).toBe(heading.stageId)
      }
    }
  })

  it('stands up to chains with one enterprise, one tier, or no supply', () => {
    const one = {
      ...chain,
      enterprises: chain.enterprises.slice(0, 1),
      supplies: [],
      inputs: [],
      blocks: [],
      scenarios: [],
    }
    expect(layoutOf(one).layout.x).toHaveLength(1)
    const flat = { ...one, enterprises: chain.enterprises.filter(({ stage }) => stage === 't3') }
    const { layout: flatLayout } = layoutOf(flat)
    expect(flatLayout.bands).toHaveLength(1)
    expect([...flatLayout.x, ...flatLayout.y].every(Number.isFinite)).toBe(true)
    expect(layoutOf({ ...one, enterprises: [] }).layout.bands).toHaveLength(0)
  })
})

describe('the shipped chains', () => {
  it.each(['vehicles', 'electronics', 'textiles', 'spring-dawn'])(
    '%s fits into its columns, no card over another',
    (name) => {
      const file = new URL(`../../graph-data/${name}.chain.json`, import.meta.url)
      const { layout } = layoutOf(JSON.parse(readFileSync(file, 'utf8')) as Chain)
      expect(Math.max(...layout.y) + CARD.height / 2).toBeLessThanOrEqual(layout.bottom)
      const taken = new Set<string>()
      layout.lane.forEach((lane, row) => taken.add(`${lane} ${layout.y[row]}`))
      expect(taken.size).toBe(layout.lane.length)
    },
  )
})

describe('crossings', () => {
  it('are counted exactly: every pair of links looked at', () => {
    const { index, layout } = layoutOf(randomChain({ enterprises: 60, supplies: 150, seed: 5 }))
    const column = columnOf(layout)
    let expected = 0
    const ends = Array.from({ length: index.linkCount }, (_, link) => {
      const pair = [index.linkFrom[link]!, index.groupEnterprise[index.linkGroup[link]!]!]
      return pair.toSorted((a, b) => column[a]! - column[b]!)
    }).filter(([a, b]) => column[a!] !== column[b!])
    for (const [at, [a, b]] of ends.entries()) {
      for (const [c, d] of ends.slice(at + 1)) {
        if (column[a!] !== column[c!] || column[b!] !== column[d!]) continue
        if ((layout.y[a!]! - layout.y[c!]!) * (layout.y[b!]! - layout.y[d!]!) < 0) expected++
      }
    }
    expect(countCrossings(index, column, layout.y)).toBe(expected)
  })
})
