import { expect, test } from 'vitest'
import type { Ranges } from '../../src/analysis/planners/ranges.ts'
import { firstOfRanges } from '../../src/view/panels/planners/first-of-ranges.ts'

const ranges = (
  certainlyFirst: readonly string[],
  mayBeFirst: readonly string[],
  askFirst: Ranges['askFirst'],
): Ranges => ({
  gains: [],
  certainlyFirst,
  mayBeFirst,
  askFirst,
  cases: 2,
  allEnds: true,
  bounds: false,
})

test('a block that is first in every case is named once, and nobody is sent to ask', () => {
  expect(firstOfRanges(ranges(['hose'], ['hose'], null))).toEqual({ certainly: ['hose'], may: [], next: 'settled' })
})

test('where the first is open, those that may be first are named, with what to ask or that nothing settles it', () => {
  const ask = { kind: 'severity', block: 'hose' } as const
  expect(firstOfRanges(ranges([], ['hose', 'harness'], ask))).toEqual({
    certainly: [],
    may: ['hose', 'harness'],
    next: 'ask',
  })
  expect(firstOfRanges(ranges([], ['hose', 'harness'], null)).next).toBe('nothingToAsk')
})
