import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { curveAxes } from '../../src/analysis/picture/curve-axes.ts'

const ROOM = { left: 40, right: 240, top: 10, bottom: 60 }
const share = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 1, noNaN: true }))

test('the first and the last day, nothing and all, stand on the edges of the room', () => {
  const { x, y } = curveAxes(ROOM, 11, [0.5, 1])
  expect([x(0), x(10), y(0.5), y(1)]).toEqual([40, 240, 60, 10])
})

test('a run of one day is drawn at the left edge', () => {
  expect(curveAxes(ROOM, 1, [0, 1]).path([1])).toBe('M40.0 10.0')
})

test('a line joins neighbouring known days and runs over no gap', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 30 }), (curve) => {
      const path = curveAxes(ROOM, curve.length, [0, 1]).path(curve)
      const known = curve.filter((each) => !Number.isNaN(each)).length
      const joined = curve.filter((each, day) => day > 0 && !Number.isNaN(each + curve[day - 1]!)).length
      expect(path.match(/L/g)?.length ?? 0).toBe(joined)
      expect(path.match(/M/g)?.length ?? 0).toBe(known - joined)
      expect(path).not.toMatch(/NaN/)
    }),
  )
})
