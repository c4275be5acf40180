import { describe, expect, it } from 'vitest'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { customersOf, suppliersOf, traceOf } from '../../src/analysis/trace-rows.ts'
import { walk } from '../../src/view/canvas/walk.ts'
import { randomChain } from '../../bench/random-chain.ts'

const chain = randomChain({ enterprises: 80, supplies: 200, seed: 21 })
const { index } = indexChain(chain)
const layout = tierLayout(chain, index)
const map = { index, layout, isSeen: () => true }
const rows = Array.from({ length: index.enterpriseCount }, (_, row) => row)
const bandOf = (row: number) => layout.bands.find(({ x, width }) => layout.x[row]! > x && layout.x[row]! < x + width)!

describe('walking by keys', () => {
  it('goes right to a customer and left to a supplier, or nowhere', () => {
    for (const row of rows) {
      const right = walk(map, row, 'ArrowRight')
      const left = walk(map, row, 'ArrowLeft')
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
      let at = members.find((row) => walk(map, row, 'ArrowUp') === null)!
      const seen = [at]
      for (let next = walk(map, at, 'ArrowDown'); next !== null; next = walk(map, at, 'ArrowDown')) {
        expect(walk(map, next, 'ArrowUp')).toBe(at)
        at = next
        seen.push(at)
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(members)
    }
  })

  it('passes over what is not in sight, and stays within a tier', () => {
    const isSeen = (row: number) => row % 3 !== 0
    for (const row of rows.filter(isSeen)) {
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'] as const) {
        const next = walk({ index, layout, isSeen }, row, key)
        if (next === null) continue
        expect(isSeen(next)).toBe(true)
        if (key === 'ArrowUp' || key === 'ArrowDown') expect(bandOf(next)).toBe(bandOf(row))
      }
    }
  })

  it('traces every enterprise upstream from which this one can be reached', () => {
    const reaches = (from: number, to: number) =>
      traceOf(index, { starts: [from], direction: 'downstream', steps: Infinity }).rows.has(to)
    const target = rows.at(-1)!
    const { rows: upstream } = traceOf(index, { starts: [target], direction: 'upstream', steps: Infinity })
    for (const row of rows) expect(upstream.has(row)).toBe(row === target || reaches(row, target))
  })
})
