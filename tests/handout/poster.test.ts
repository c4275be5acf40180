/** A poster is cut into sheets between the columns and between the cards: glued together, no name is cut at a join. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { CARD, GRID } from '../../src/analysis/layout/grid.ts'
import { spreadRows } from '../../src/analysis/layout/spread-rows.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { handoutState } from '../../src/handout/handout-state.ts'
import { extentOf } from '../../src/handout/picture/marks.ts'
import { tilingOf, type Tiling } from '../../src/handout/poster.ts'
import { times } from '../how-often.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'

const OPTIONS = { lens: 'state', origin: { fingerprint: 'f'.repeat(64), engine: 'test' } } as const
const large = randomChain({ enterprises: 300, supplies: 750, seed: 5 })
const CHAINS = [['300 enterprises', large], ...SHIPPED.map((file) => [file, chainOf(file)] as const)] as const

/** Texts that no sheet shows whole on its own part. */
function cutTexts({ picture, columns, rows }: Tiling): readonly string[] {
  const isWithin = (joins: readonly number[], from: number, to: number): boolean =>
    joins.some((join, at) => from >= join && to <= (joins[at + 1] ?? -1))
  return picture.marks.flatMap((mark) => {
    if (mark.kind !== 'text') return []
    const { left, right, top, bottom } = extentOf(mark)
    return isWithin(columns, left, right) && isWithin(rows, top, bottom) ? [] : [mark.text]
  })
}

test.each(CHAINS)('%s: every text of the poster is whole on the own part of one sheet', (_, chain) => {
  for (const language of ['zh', 'en'] as const) {
    const state = handoutState({ chain, scenarioId: chain.scenarios![0]!.id, day: 3, language })
    const tiling = tilingOf(state, OPTIONS)
    expect(tiling.columns.length).toBeGreaterThanOrEqual(4)
    expect(cutTexts(tiling)).toEqual([])
    // What is glued together is the picture, without a gap; no sheet is larger than its paper.
    expect(tiling.columns[0]).toBe(0)
    expect(tiling.columns.at(-1)).toBe(tiling.picture.width)
    expect(tiling.rows.at(-1)).toBe(tiling.picture.height)
    const largest = (joins: readonly number[]): number =>
      Math.max(...joins.slice(1).map((join, at) => join - joins[at]!))
    expect(largest(tiling.columns) * tiling.scale).toBeLessThanOrEqual(297 - 16 - 10 + 1e-9)
    expect(largest(tiling.rows) * tiling.scale).toBeLessThanOrEqual(210 - 16 - 10 - 5 + 1e-9)
  }
})

test('without the room that is made at joins, names of the large chain would be cut', () => {
  const state = handoutState({ chain: large, scenarioId: large.scenarios![0]!.id, day: 3, language: 'zh' })
  const { layout } = state
  const lines = [200, 400, 600]
  const cut = (y: Float64Array): number =>
    y.filter((centre) => lines.some((line) => Math.abs(centre - line) < CARD.height / 2)).length
  expect(cut(layout.y)).toBeGreaterThan(10)
  expect(cut(spreadRows(layout, lines, 6).y)).toBe(0)
})

test('rows that are drawn apart keep their order and columns, and none comes nearer to another', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 1, maxLength: 4 }),
      (seed, heights) => {
        const chain = randomChain({ enterprises: 90, supplies: 150, seed })
        const layout = tierLayout(chain, indexChain(chain).index)
        const lines = heights.toSorted((a, b) => a - b).filter((line, at, all) => at === 0 || line - all[at - 1]! > 80)
        const spread = spreadRows(layout, lines, 6)
        expect(spread.x).toEqual(layout.x)
        for (let lane = 0; lane < layout.laneX.length; lane++) {
          const rows = [...layout.y.keys()].filter((row) => layout.lane[row] === lane)
          const sorted = rows.toSorted((a, b) => layout.y[a]! - layout.y[b]!)
          sorted.slice(1).forEach((row, at) => {
            expect(spread.y[row]! - spread.y[sorted[at]!]!).toBeGreaterThanOrEqual(GRID.row - 1e-9)
          })
        }
        for (const line of lines)
          expect(spread.y.every((centre) => Math.abs(centre - line) >= CARD.height / 2 + 6 - 1e-9)).toBe(true)
        expect(spread.bottom - layout.bottom).toBe(spread.height - layout.height)
      },
    ),
    { numRuns: times(40) },
  )
})
