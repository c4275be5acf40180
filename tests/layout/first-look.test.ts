/** A map of many columns begins with a part that can be read, where most of what matters lies. */
import { expect, test } from 'vitest'
import { CARD } from '../../src/analysis/layout/grid.ts'
import { columnsIn, firstLook, isReadableWhole } from '../../src/analysis/layout/first-look.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { FORTY_TIERS } from '../e2e/forty-tiers.ts'
import { chainOf, SHIPPED } from '../graph-data/shipped.ts'

const { index } = indexChain(FORTY_TIERS)
const layout = tierLayout(FORTY_TIERS, index)
const PANES = [
  { width: 1160, height: 590 },
  { width: 750, height: 480 },
  { width: 390, height: 450 },
] as const
const rowsOf = (...ids: readonly string[]): readonly number[] => ids.map((id) => index.enterpriseIds.indexOf(id))

test.each(PANES)(
  'forty tiers on $width x $height: names can be read, and the two blocked neighbours are in sight',
  (pane) => {
    expect(isReadableWhole(layout, pane)).toBe(false)
    const look = firstLook(layout, pane, rowsOf('w31-0', 'w12-0', 'w11-0'))
    expect(pane.width / look.width).toBeGreaterThanOrEqual(0.62)
    for (const row of rowsOf('w12-0', 'w11-0')) {
      expect(Math.abs(layout.x[row]! - look.x) + CARD.width / 2).toBeLessThanOrEqual(look.width / 2)
      expect(Math.abs(layout.y[row]! - look.y)).toBeLessThanOrEqual((pane.height / pane.width) * (look.width / 2))
    }
    expect(firstLook(layout, pane, rowsOf('w31-0', 'w12-0', 'w11-0'))).toEqual(look)
  },
)

test('with nothing that matters it is the downstream end; with one enterprise, that one', () => {
  const [pane] = PANES
  const end = firstLook(layout, pane, [])
  expect(end.x + end.width / 2).toBeCloseTo(layout.width)
  const [row = -1] = rowsOf('w39-0')
  const { x, width } = firstLook(layout, pane, [row])
  expect(Math.abs(layout.x[row]! - x)).toBeLessThanOrEqual(width / 2)
})

test('columns on screen are counted from the left; all of them where the whole map is', () => {
  expect(columnsIn(layout, { x: 0, width: layout.width })).toEqual({ first: 1, last: 40, of: 40 })
  const third = layout.bands[2]!
  expect(columnsIn(layout, { x: third.x - 1, width: third.width + 2 })).toEqual({ first: 3, last: 3, of: 40 })
})

test.each(SHIPPED)(
  '%s begins as a whole on a desk, and on a phone with a part of which the names can be read',
  (file) => {
    const chain = chainOf(file)
    const { index: shipped } = indexChain(chain)
    const map = tierLayout(chain, shipped)
    const [desk, , phone] = PANES
    expect(isReadableWhole(map, desk)).toBe(true)
    expect(isReadableWhole(map, phone)).toBe(false)
    const blocked = (chain.blocks ?? []).flatMap(({ at }) => ('enterprise' in at ? [at.enterprise] : []))
    const rows = blocked.map((id) => shipped.enterpriseIds.indexOf(id))
    const look = firstLook(map, phone, rows)
    const scale = phone.width / look.width
    expect(scale).toBeGreaterThanOrEqual(0.62)
    const [left, top] = [look.x - look.width / 2, look.y - phone.height / 2 / scale]
    const inSight = rows.filter((row) => {
      const [x, y] = [(map.x[row]! - left) * scale, (map.y[row]! - top) * scale]
      return x > 0 && x < phone.width && y > 40 && y < phone.height - 40
    })
    expect(inSight.length).toBeGreaterThan(0)
  },
)
