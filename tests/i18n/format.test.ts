import { expect, test } from 'vitest'
import { cardDate, percent } from '../../src/i18n/format.ts'

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

test('a day on a card cannot be taken for another one', () => {
  expect([cardDate('2020-03-07', 'en'), cardDate('2020-11-20', 'en')]).toEqual(['7 Mar', '20 Nov'])
  expect([cardDate('2020-03-07', 'zh'), cardDate('2020-11-20', 'zh')]).toEqual(['3/7', '11/20'])
})
