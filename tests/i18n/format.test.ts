import { expect, test } from 'vitest'
import { percent } from '../../src/i18n/format.ts'

test('only all is shown as 100 %, and only nothing as 0 %', () => {
  expect([1, 0.995, 0.9994, 0.994, 0.75].map((share) => percent(share, 'en'))).toEqual([
    '100 %',
    '99.5 %',
    '99.9 %',
    '99 %',
    '75 %',
  ])
  expect([0, 0.004, 0.006].map((share) => percent(share, 'zh'))).toEqual(['0 %', '0.4 %', '1 %'])
})

test('what differs by rounding alone is all or nothing', () => {
  expect([1 - 1e-9, 1e-9].map((share) => percent(share, 'en'))).toEqual(['100 %', '0 %'])
  expect(percent(Number.NaN, 'en')).toBe('–')
})
