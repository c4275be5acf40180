import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MovingShare } from '../../src/view/panels/bring/moving-share.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => vi.useRealTimers())

test('the share goes on while a step is silent, never past its end and never back', () => {
  const shown: number[] = []
  const share = new MovingShare((done) => shown.push(done))
  share.start(0.5)
  vi.advanceTimersByTime(1_000)
  share.tell(0.4, 0.8)
  expect(shown.at(-1)).toBeCloseTo(0.2)
  vi.advanceTimersByTime(1_000)
  // As fast as so far, a fifth in a second; ever slower towards the end of the step.
  expect(shown.at(-1)).toBeGreaterThan(0.3)
  vi.advanceTimersByTime(60_000)
  expect(shown.at(-1)).toBeLessThanOrEqual(0.4)
  share.goOn(1)
  share.tell(0.1)
  expect(shown.at(-1)).toBeCloseTo(0.55)
  expect(shown).toEqual(shown.toSorted((a, b) => a - b))
  const steps = shown.length
  share.stop()
  vi.advanceTimersByTime(1_000)
  expect(shown).toHaveLength(steps)
})
