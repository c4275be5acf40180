import { describe, expect, it } from 'vitest'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { customersOf, suppliersOf, traceRows } from '../../src/analysis/trace-rows.ts'
import { walk } from '../../src/view/canvas/walk.ts'
import { randomChain } from '../../bench/random-chain.ts'

const chain = randomChain({ enterprises: 80, supplies: 200, seed: 21 })
const { index } = indexChain(chain)
const layout = tierLayout(chain, index)
const rows = Array.from({ length: index.enterpriseCount }, (_, row) => row)
const bandOf = (row: number) => layout.bands.find(({ x, width }) => layout.x[row]! > x && layout.x[row]! < x + width)!

describe('walking by keys', () => {
  it('goes right to a customer and left to a supplier, or nowhere', () => {
    for (const row of rows) {
      const right = walk(index, layout, row, 'ArrowRight')
      const left = walk(index, layout, row, 'ArrowLeft')
      expect(right === null ? customersOf(index, row).length : customersOf(index, row).includes(right)).toBe(
        right === null ? 0 : true,
      )
      expect(left === null ? suppliersOf(index, row).length : suppliersOf(index, row).includes(left)).toBe(
        left === null ? 0 : true,
      )
    }
  })

  it('goes down and up through every enterprise of a tier, once each', () => {
    for (const band of layout.bands) {
      const members = rows.filter((row) => bandOf(row) === band)
      let at = members.find((row) => walk(index, layout, row, 'ArrowUp') === null)!
      const seen = [at]
      for (
        let next = walk(index, layout, at, 'ArrowDown');
        next !== null;
        next = walk(index, layout, at, 'ArrowDown')
      ) {
        expect(walk(index, layout, next, 'ArrowUp')).toBe(at)
        at = next
        seen.push(at)
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(members)
    }
  })

  it('traces every enterprise upstream from which this one can be reached', () => {
    const reaches = (from: number, to: number) => traceRows(index, from, 'downstream').has(to)
    const target = rows.at(-1)!
    const upstream = traceRows(index, target, 'upstream')
    for (const row of rows) expect(upstream.has(row)).toBe(row === target || reaches(row, target))
  })
})
