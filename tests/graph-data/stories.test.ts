import { describe, expect, test } from 'vitest'
import { gainsOf } from '../../src/analysis/planners/gains.ts'
import { jointGains } from '../../src/analysis/planners/joint.ts'
import { ignoreProgress, searchOf } from '../planners/fixture.ts'
import { chainOf, playWith } from './shipped.ts'

describe('vehicles, February 2020', () => {
  const chain = chainOf('vehicles.chain.json')
  const FIRST = 'A-FEB20'
  const inHubei = chain.enterprises.filter(({ region }) => region!.startsWith('湖北'))

  test('the first view begins on 10 February with Hubei closed, one block for each enterprise', () => {
    const [first] = chain.scenarios!
    expect(first).toMatchObject({ id: FIRST, start: '2020-02-10', days: 90 })
    const blocked = chain.blocks!.filter(({ id }) => first!.blocks.includes(id)).map(({ at }) => at)
    expect(inHubei.length).toBeGreaterThan(20)
    expect(inHubei.filter(({ id }) => !blocked.some((at) => 'enterprise' in at && at.enterprise === id))).toEqual([])
  })

  test('car makers in Hubei, Korea, Shanghai and Japan stand still or are reduced', () => {
    const { levelOf } = playWith(chain, FIRST)
    for (const id of ['dfh', 'dfn', 'dfpv', 'dfr', 'dpca', 'sgmwh']) expect(levelOf(id, 0)).toBe(0)
    for (const id of ['hyundai', 'kia']) expect(levelOf(id, 0)).toBeLessThan(0.1)
    for (const id of ['nissankyu', 'sgm', 'svw', 'tslsh']) expect(levelOf(id, 0)).toBeLessThan(0.4)
    for (const id of ['toyota', 'gwm', 'byd', 'fawvw']) expect(levelOf(id, 0)).toBeCloseTo(1, 6)
  })

  test.each([
    ['A-KRH20:krh', 'hyundai'],
    ['A-KRH20:krh', 'kia'],
    ['A-HOSE20:hosewh', 'nissankyu'],
    ['A-HB20:faurwh', 'sgm'],
    ['A-HB20:joyson', 'tslsh'],
  ])('clearing %s brings %s back weeks earlier', (block, enterprise) => {
    const without = playWith(chain, FIRST).outputOf(enterprise)
    expect(playWith(chain, FIRST, [block]).outputOf(enterprise)).toBeGreaterThan(without + 7)
  })

  test('the block that holds up most is a small maker of brake hoses', () => {
    const [best] = gainsOf(searchOf(chain), 0, ignoreProgress)
    expect(searchOf(chain).timeline.blocks[best!.block]!.id).toBe('A-HOSE20:hosewh')
    expect(best!.gain).toBeGreaterThan(0.5)
  })

  test('three suppliers of brake control stop together when the plant in Muar closes', () => {
    const { run, levelOf } = playWith(chain, 'A-MUAR21')
    for (const id of ['boschcn', 'contish', 'mando']) {
      const levels = Array.from({ length: run.days }, (_, day) => levelOf(id, day))
      expect(Math.min(...levels)).toBeLessThan(0.8)
    }
  })
})

test('orders lost in April 2020 run upstream to the makers of yarn and fabric', () => {
  const { levelOf } = playWith(chainOf('textiles.chain.json'), 'C-DEM20')
  for (const id of ['nike', 'shenzhou', 'ykk', 'bros']) expect(levelOf(id, 100)).toBeLessThan(0.9)
})

test('at Foxconn, clearing the return of the staff brings Apple back earlier', () => {
  const chain = chainOf('electronics.chain.json')
  const without = playWith(chain, 'B-FEB20').outputOf('apple')
  expect(playWith(chain, 'B-FEB20', ['B-ZZ20:fxzz']).outputOf('apple')).toBeGreaterThan(without + 3)
})

describe('Spring Dawn', () => {
  const chain = chainOf('spring-dawn.chain.json')
  const outputs = (cleared: readonly string[]) => {
    const played = playWith(chain, 'main', cleared)
    return { cars: played.outputOf('chunxiao'), vans: played.outputOf('yunxiu') }
  }
  const nothing = outputs([])

  test('says that it is fictional', () => {
    expect(chain.name).toMatchObject({ zh: expect.stringContaining('虚构'), en: expect.stringContaining('fictional') })
  })

  test('the car maker stands still on the first day, the van maker is reduced', () => {
    const { levelOf } = playWith(chain, 'main')
    expect(levelOf('chunxiao', 0)).toBe(0)
    expect(levelOf('yunxiu', 0)).toBeLessThan(0.6)
  })

  test('the handle is 0.5 % of the value of a car, from one maker', () => {
    const car = chain.enterprises.find(({ id }) => id === 'chunxiao')!
    const handles = chain.supplies.filter(({ to, product }) => to === 'chunxiao' && product.includes('handle'))
    expect(handles.length).toBe(1)
    expect(handles[0]!.flow! / car.finalDemand!).toBeCloseTo(0.005, 12)
    expect(chain.supplies.some(({ from }) => from === 'chunxiao')).toBe(false)
  })

  test('handle alone and cable alone free nothing, both together most of the cars', () => {
    expect(outputs(['handle']).cars - nothing.cars).toBeLessThan(0.5)
    expect(outputs(['cable']).cars - nothing.cars).toBeLessThan(0.5)
    expect(outputs(['handle', 'cable']).cars - nothing.cars).toBeGreaterThan(25)
  })

  test('the planner finds that they help only together', () => {
    const search = searchOf(chain)
    const name = (block: number): string => search.timeline.blocks[block]!.id
    const { rows } = jointGains(search, 0, { mayGoOn: () => true }, ignoreProgress)
    const pairs = rows.filter(({ blocks }) => blocks.length === 2).map(({ blocks }) => blocks.map(name).toSorted())
    expect(pairs).toContainEqual(['cable', 'handle'])
    const together = rows.find(({ blocks }) => blocks.map(name).toSorted().join() === 'cable,handle')!
    expect(together.joint).toBeGreaterThan(15)
  })

  test('the largest block frees nothing, the die-caster frees the van maker, the port the cars later', () => {
    expect(outputs(['stampings']).cars).toBeCloseTo(nothing.cars, 9)
    expect(outputs(['stampings']).vans).toBeCloseTo(nothing.vans, 9)
    expect(outputs(['castings']).vans - nothing.vans).toBeGreaterThan(20)
    const both = outputs(['handle', 'cable']).cars
    expect(outputs(['handle', 'cable', 'port']).cars - both).toBeGreaterThan(5)
  })
})
