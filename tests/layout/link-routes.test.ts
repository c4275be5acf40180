import { describe, expect, it } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { distanceTo, pointOn } from '../../src/analysis/layout/curve.ts'
import { CARD } from '../../src/analysis/layout/grid.ts'
import { linkRouter } from '../../src/analysis/layout/link-routes.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../../src/engine/index-chain.ts'

const chain = randomChain({ enterprises: 120, supplies: 260, seed: 4 })
const { index } = indexChain(chain)
const layout = tierLayout(chain, index)
const router = linkRouter(index, layout)
const at = (row: number) => ({ x: layout.x[row]!, y: layout.y[row]! })
const ends = (link: number) => [index.linkFrom[link]!, index.groupEnterprise[index.linkGroup[link]!]!] as const
const routes = Array.from({ length: index.linkCount }, (_, link) => {
  const [from, to] = ends(link)
  return router.route(link, at(from), at(to), 'laidOut')
})

describe('ways of the links', () => {
  it('lead from the edge of the supplier to the edge of the customer', () => {
    routes.forEach(({ curve }, link) => {
      const [from, to] = ends(link)
      expect(Math.abs(curve[0]! - layout.x[from]!)).toBe(CARD.width / 2)
      expect(curve[1]).toBe(layout.y[from])
      expect(Math.abs(curve.at(-2)! - layout.x[to]!)).toBe(CARD.width / 2)
      expect(curve.at(-1)).toBe(layout.y[to])
    })
  })

  it('are finite and cross no card on the way', () => {
    const crossed: string[] = []
    routes.forEach(({ curve }, link) => {
      expect(curve.every(Number.isFinite)).toBe(true)
      const own = new Set<number>(ends(link))
      for (let step = 0; step <= 60; step++) {
        const { x, y } = pointOn(curve, step / 60)
        for (let row = 0; row < index.enterpriseCount; row++) {
          const isOver =
            Math.abs(x - layout.x[row]!) < CARD.width / 2 - 1 && Math.abs(y - layout.y[row]!) < CARD.height / 2 - 1
          if (isOver && !own.has(row)) crossed.push(`${index.linkIds[link]} over ${index.enterpriseIds[row]}`)
        }
      }
    })
    expect(crossed).toEqual([])
  })

  it('pass below the columns where they run upstream', () => {
    const backward = routes.filter(({ direction }) => direction === 'backward')
    expect(backward.length).toBeGreaterThan(0)
    for (const { curve } of backward) {
      const lowest = Math.max(...Array.from({ length: 101 }, (_, step) => pointOn(curve, step / 100).y))
      expect(lowest).toBeGreaterThan(layout.bottom)
      expect(lowest).toBeLessThan(layout.height)
    }
  })

  it('are hit where they are drawn', () => {
    for (const { curve } of routes) {
      const { x, y } = pointOn(curve, 0.37)
      expect(distanceTo(curve, x, y, 5)).toBeLessThan(1)
      expect(distanceTo(curve, x, y + 5_000, 5)).toBe(Infinity)
    }
  })
})
