import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { tiersOf } from '../../src/io/formats/graph-tiers.ts'
import { writeGexf } from '../../src/io/formats/write-gexf.ts'
import { writeGraphml } from '../../src/io/formats/write-graphml.ts'
import { writeGraphologyJson } from '../../src/io/formats/write-graph-json.ts'
import { graphOf } from '../../src/io/formats/chain-graph.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'

const corpus = (name: string) => readGraph(readFileSync(new URL(`../corpus/graphs/${name}`, import.meta.url)), name)

test('Gephi: attributes become fields by their names, the direction is shown with names', () => {
  const { chain, direction, foreign, problems } = corpus('sound-gephi-1.2.gexf')
  expect(problems).toEqual([])
  expect(chain!.name).toBe('汽车链')
  expect(chain!.enterprises).toEqual([
    { id: '0', name: '博世', role: 'core', stage: '零部件' },
    { id: '1', name: '广汽', role: 'leading', stage: '整车', finalDemand: 10 },
  ])
  expect(chain!.supplies).toEqual([{ id: '0', from: '0', to: '1', product: 'ESC', flow: 2.5 }])
  expect(chain!.stages).toEqual([
    { id: '整车', name: '整车', tier: 0 },
    { id: '零部件', name: '零部件', tier: 1 },
  ])
  expect(direction).toEqual([{ from: '博世', to: '广汽', product: 'ESC' }])
  // A weight that is 1 everywhere is what a program writes when nobody has set one.
  expect(foreign!.mapping.attributes.find(({ attribute }) => attribute === 'weight')?.field).toBeNull()
})

test('yEd: labels are names, nested graphs are part of the graph', () => {
  const { chain } = corpus('sound-yed.graphml')
  expect(chain!.enterprises.map(({ name }) => name)).toEqual(['铜业', '集团', '线束'])
  expect(chain!.supplies[0]).toMatchObject({ from: 'n0', to: 'n1::n0', product: '铜杆' })
})

test('attributes named as our fields come back exactly', () => {
  const { chain } = corpus('sound.graphology.json')
  expect(chain!.enterprises[1]).toEqual({ id: 'b', name: { zh: '乙', en: 'B' }, role: 'core', stage: 's1' })
  expect(chain!.supplies[0]).toEqual({ id: 'e', from: 'a', to: 'b', product: 'p', flow: 2, leadDays: 3, backup: false })
})

test('a mapping that a person changed is followed: other fields, other direction', () => {
  const file = 'sound-desktop.cyjs'
  const bytes = readFileSync(new URL(`../corpus/graphs/${file}`, import.meta.url))
  const { foreign, direction } = readGraph(bytes, file)
  const attributes = foreign!.mapping.attributes.map((each) =>
    each.attribute === 'name' ? { ...each, field: 'region' } : each,
  )
  const turned = foreign!.remapped({ attributes, isReversed: true })
  expect(turned.chain!.enterprises[0]).toMatchObject({ name: '1', region: '铜业' })
  expect(turned.chain!.supplies[0]).toMatchObject({ from: '2', to: '1' })
  expect(turned.direction[0]).toMatchObject({ from: '2', to: '1' })
  expect(direction[0]).toMatchObject({ from: '铜业', to: '线束' })
})

test.each(fixtures)(
  '$name keeps enterprises and links when another program drops what it does not know',
  ({ text }) => {
    const chain = readChain(bytesOf(text), 'case').chain!
    const graph = graphOf(chain, 'zh')
    const without = (file: string) =>
      bytesOf(
        file
          .replace(/ <\?changlian[^>]*\?>\n/g, '')
          .replace(/ *<data key="graph\.[^<]*<\/data>\n/g, '')
          .replace(/"attributes": \{"name".*/, '"attributes": {},'),
      )
    for (const file of [writeGexf(graph), writeGraphml(graph), writeGraphologyJson(graph)]) {
      const again = readGraph(without(file), 'again')
      expect(again.foreign).not.toBeNull()
      const { enterprises, supplies } = again.chain!
      expect(enterprises.map(({ id, name, role, stage }) => [id, name, role, stage])).toEqual(
        chain.enterprises.map(({ id, name, role, stage }) => [id, name, role, stage]),
      )
      expect(supplies).toEqual(chain.supplies)
    }
  },
)

test('tiers run from the end market upstream, loops included', () => {
  // ore 0 > steel 1 > part 2 > car 3, scrap: car > steel
  expect(tiersOf(4, [[0, 1], [1, 2], [2, 3]], 24)).toEqual([3, 2, 1, 0]) // prettier-ignore
  expect(tiersOf(4, [[0, 1], [1, 2], [2, 3], [3, 3]], 24)).toEqual([3, 2, 1, 0]) // prettier-ignore
  const looped = tiersOf(5, [[0, 1], [1, 2], [2, 1], [2, 3], [9, 0]], 24) // prettier-ignore
  expect(looped[0]!).toBeGreaterThan(looped[1]!)
  expect(looped[3]).toBe(0)
  expect(
    Math.max(
      ...tiersOf(
        1000,
        Array.from({ length: 999 }, (_, at) => [at, at + 1] as const),
        24,
      ),
    ),
  ).toBe(24)
})
