import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Chain } from '../../src/model/chain.ts'
import { fastRun, scenarioOf } from '../properties/fast-run.ts'
import { slowModel } from '../reference/slow-model.ts'

const FOLDER = new URL('../fixtures/', import.meta.url)
const TOLERANCE = 1e-9

interface Expected {
  readonly scenario: string
  readonly enterprises: readonly string[]
  readonly level: readonly (readonly number[])[]
  readonly why: readonly (readonly string[])[]
  readonly stockLast?: readonly { readonly enterprise: string; readonly product: string; readonly value: number }[]
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))
const readChain = (name: string): Chain => read(`${name}.chain.json`) as Chain
const readExpected = (name: string): Expected => read(`${name}.expected.json`) as Expected

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.expected.json') && !file.startsWith('criticality-'))
  .map((file) => file.replace('.expected.json', ''))

describe('the daily model gives what an independent implementation has computed', () => {
  test('for at least the twenty chains that came with it', () => {
    expect(names.length).toBeGreaterThanOrEqual(20)
  })

  test.each(names)('%s', (name) => {
    const chain = readChain(name)
    const expected = readExpected(name)
    const fast = fastRun(chain, scenarioOf(chain, expected.scenario))
    expect(fast.run.days).toBe(expected.level.length)
    expected.enterprises.forEach((id, column) => {
      const days = [...expected.level.keys()]
      expect(days.map((day) => fast.why(day, id))).toEqual(expected.why.map((row) => row[column]))
      for (const day of days) {
        const level = expected.level[day]![column]!
        expect(Math.abs(fast.level(day, id) - level), `${id} on day ${day}`).toBeLessThanOrEqual(TOLERANCE)
      }
    })
    for (const { enterprise, product, value } of expected.stockLast ?? []) {
      const stock = fast.stockLast(enterprise, product)
      expect(Math.abs(stock - value), `${product} at ${enterprise}`).toBeLessThanOrEqual(TOLERANCE * Math.max(1, value))
    }
  })

  test.each(names)('%s, by the slow model too', (name) => {
    const chain = readChain(name)
    const expected = readExpected(name)
    const slow = slowModel(chain, scenarioOf(chain, expected.scenario))
    expect(slow.why).toEqual(expected.why)
    slow.level.forEach((levels, day) =>
      levels.forEach((level, column) =>
        expect(Math.abs(level - expected.level[day]![column]!)).toBeLessThanOrEqual(TOLERANCE),
      ),
    )
    for (const { enterprise, product, value } of expected.stockLast ?? []) {
      const found = slow.stockLast.find((stock) => stock.enterprise === enterprise && stock.product === product)
      expect(Math.abs(found!.value - value)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, value))
    }
  })
})
