import { expect, test } from 'vitest'
import { severityOn } from '../../src/engine/forces.ts'
import type { TimelineBlock } from '../../src/engine/timeline.ts'

const block = (since: number, until: number): TimelineBlock => ({
  id: 'b', kind: 'capacity', row: 0, severity: 0.8, since, until, rampDays: 3,
}) // prettier-ignore

const severities = (held: TimelineBlock): number[] =>
  Array.from({ length: 8 }, (_, day) => Number(severityOn(held, day).toPrecision(12)))

test('a block is felt in full until the day it is cleared, then less every day of its ramp', () => {
  expect(severities(block(1, 3))).toEqual([0, 0.8, 0.8, 0.6, 0.4, 0.2, 0, 0])
  expect(severities(block(-Infinity, 0))).toEqual([0.6, 0.4, 0.2, 0, 0, 0, 0, 0])
})

test('a block that is cleared on its first day still takes its ramp, one that is cleared before never acts', () => {
  expect(severities(block(1, 1))).toEqual([0, 0.6, 0.4, 0.2, 0, 0, 0, 0])
  expect(severities(block(1, 0))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})
