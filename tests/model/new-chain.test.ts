import { expect, test } from 'vitest'
import { dayNumber, today } from '../../src/model/dates.ts'
import type { Chain } from '../../src/model/chain.ts'
import { emptyChain, firstDay, firstScenario, lacksScenario } from '../../src/model/new-chain.ts'

const TODAY = '2020-05-01'
const block = (id: string, since?: string) =>
  ({ id, at: { enterprise: 'a' }, cause: 'cash', severity: 1, ...(since && { since }) }) as const
const one: Chain = {
  ...emptyChain('one'),
  stages: [{ id: 's', name: 's', tier: 0 }],
  enterprises: [{ id: 'a', name: 'a', role: 'leading', stage: 's' }],
}

test('the first scenario begins when all that is known has begun, else today', () => {
  expect(firstDay(one, TODAY)).toBe(TODAY)
  expect(firstDay({ ...one, blocks: [block('x', '2020-02-01'), block('y', '2020-03-09'), block('z')] }, TODAY)).toBe(
    '2020-03-09',
  )
  const observations = [{ enterprise: 'a', date: '2020-04-20', operatingRate: 1 }]
  expect(firstDay({ ...one, blocks: [block('x', '2020-02-01')], observations }, TODAY)).toBe('2020-04-20')
})

test('only a chain with something to play lacks a scenario', () => {
  expect(lacksScenario(emptyChain('none'))).toBe(false)
  expect(lacksScenario(one)).toBe(true)
  expect(lacksScenario({ ...one, scenarios: [firstScenario(TODAY)] })).toBe(false)
})

test('today is the day on the wall, not the one in Greenwich', () => {
  const now = new Date()
  expect(dayNumber(today())).toBe(Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000))
})
