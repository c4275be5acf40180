import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { criticalityOf, type Closure } from '../../src/engine/criticality.ts'
import type { CriticalityFigures } from '../../src/engine/criticality-figures.ts'
import type { CriticalitySettings } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain } from '../../src/model/chain.ts'

interface Expected {
  readonly settings: CriticalitySettings
  readonly closures: string | readonly (readonly number[])[]
  readonly closuresUpstream: readonly (readonly number[])[] | null
  readonly index: readonly number[]
  readonly down: readonly number[]
  readonly up: readonly number[]
  readonly sweeps: readonly number[]
}

const FOLDER = new URL('../fixtures/', import.meta.url)
const names = readdirSync(FOLDER)
  .filter((name) => /^criticality-.*\.expected\.json$/.test(name))
  .map((name) => name.replace('.expected.json', ''))
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))

describe('published and hand-checked networks', () => {
  test('there are some', () => expect(names.length).toBeGreaterThanOrEqual(6))

  test.each(names)('%s', (name) => {
    const chain = read(`${name}.chain.json`) as Chain
    const expected = read(`${name}.expected.json`) as Expected
    const { index, problems } = indexChain(chain)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const row = new Map(index.enterpriseIds.map((id, at) => [id, at]))
    const inRows = (ofDocument: readonly number[]): Float64Array => {
      const rows = new Float64Array(ofDocument.length)
      chain.enterprises.forEach(({ id }, position) => (rows[row.get(id)!] = ofDocument[position]!))
      return rows
    }
    const each = chain.enterprises.map((_, closed) => chain.enterprises.map((_, other) => (other === closed ? 1 : 0)))
    const vectors = typeof expected.closures === 'string' ? each : expected.closures
    const closures = vectors.map((vector, place): Closure => ({
      down: inRows(vector),
      up: inRows(expected.closuresUpstream?.[place] ?? vector),
    }))
    const figures: CriticalityFigures = criticalityOf(index, expected.settings, closures)
    expect([...figures.sweeps]).toEqual(expected.sweeps)
    for (const which of ['index', 'down', 'up'] as const) {
      const worst = Math.max(...expected[which].map((value, place) => Math.abs(value - figures[which][place]!)))
      expect(worst).toBeLessThan(1e-12)
    }
  })
})
