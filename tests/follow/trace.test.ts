import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { traceOf } from '../../src/analysis/trace-rows.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { arbitraryNetwork } from './networks.ts'

const direction = fc.constantFrom('upstream', 'downstream', 'both' as const)

test('a trace is what a breadth-first search over the list of links finds, for any number of steps', () => {
  fc.assert(
    fc.property(
      arbitraryNetwork(12, 30),
      fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      direction,
      fc.constantFrom(1, 2, 3, Infinity),
      (chain, picks, way, steps) => {
        const { index } = indexChain(chain)
        const starts = [...new Set(picks.map((pick) => pick % index.enterpriseCount))]
        const ends = Array.from(index.linkFrom, (from, link): [number, number] => [
          from,
          index.groupEnterprise[index.linkGroup[link]!]!,
        ])
        const rows = new Set(starts)
        const links = new Set<number>()
        for (const side of way === 'both' ? (['upstream', 'downstream'] as const) : [way]) {
          const distance = new Map(starts.map((row) => [row, 0]))
          // Relaxes until nothing changes: no queue, no order.
          for (let changed = true; changed;) {
            changed = false
            for (const [from, to] of ends) {
              const [near, far] = side === 'upstream' ? [to, from] : [from, to]
              const step = (distance.get(near) ?? Infinity) + 1
              if (step > steps || step >= (distance.get(far) ?? Infinity)) continue
              distance.set(far, step)
              changed = true
            }
          }
          for (const row of distance.keys()) rows.add(row)
          ends.forEach(([from, to], link) => {
            const near = distance.get(side === 'upstream' ? to : from)
            if (near !== undefined && near < steps) links.add(link)
          })
        }
        const trace = traceOf(index, { starts, direction: way, steps })
        expect([...trace.rows].toSorted((a, b) => a - b)).toEqual([...rows].toSorted((a, b) => a - b))
        expect([...trace.links].toSorted((a, b) => a - b)).toEqual([...links].toSorted((a, b) => a - b))
      },
    ),
    { numRuns: 400 },
  )
})
