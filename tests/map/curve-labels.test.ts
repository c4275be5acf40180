import { expect, test } from 'vitest'
import { placeLabels } from '../../src/analysis/picture/curve-labels.ts'

const LOWEST = 120

test('where both curves end at full output the one with the clearings is named above', () => {
  for (const apart of [0, 1e-12, -1e-12, 0.5]) {
    const { cleared, uncleared } = placeLabels(60 + apart, 60, LOWEST)
    expect(cleared).toBeLessThan(uncleared)
  }
})

test('a curve that ends clearly higher is named above the other one, whichever it is', () => {
  const better = placeLabels(30, 80, LOWEST)
  expect(better.cleared).toBeLessThan(better.uncleared)
  const worse = placeLabels(80, 30, LOWEST)
  expect(worse.uncleared).toBeLessThan(worse.cleared)
})

test('two names never touch each other, and none lies under the axis', () => {
  for (let cleared = 10; cleared <= LOWEST; cleared += 5)
    for (let uncleared = 10; uncleared <= LOWEST; uncleared += 5) {
      const placed = placeLabels(cleared, uncleared, LOWEST)
      expect(Math.abs(placed.cleared - placed.uncleared)).toBeGreaterThanOrEqual(13)
      expect(Math.max(placed.cleared, placed.uncleared)).toBeLessThanOrEqual(LOWEST)
    }
})
