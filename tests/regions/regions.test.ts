import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayViewOf } from '../../src/analysis/day-view.ts'
import { causesOf } from '../../src/analysis/played.ts'
import { provinceOf } from '../../src/analysis/regions/province-of.ts'
import { PROVINCES, TILES } from '../../src/analysis/regions/province-tiles.ts'
import { regionFlows, regionsOf, regionSums } from '../../src/analysis/regions/region-sums.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain } from '../../src/model/chain.ts'

test.each([
  ['福建宁德', 'FJ'],
  ['Fujian', 'FJ'],
  ['武汉', 'HB'],
  ['湖北武汉 · Wuhan, Hubei', 'HB'],
  ['Shaanxi', 'SN'],
  ['Shanxi', 'SX'],
  ['江苏苏州 · Suzhou, Jiangsu', 'JS'],
  ['United Kingdom', 'x-europe'],
  ['Indonesia', 'x-asia'],
  ['United States, Brazil, India', 'x-north-america'],
  ['春江省 · Chunjiang', 'other'],
  ['', 'other'],
])('%s lies in %s', (region, id) => expect(provinceOf(region)).toBe(id))

test('34 provinces, and no two tiles on one place', () => {
  expect(PROVINCES).toHaveLength(34)
  expect(new Set(TILES.map(({ column, row }) => `${column},${row}`)).size).toBe(TILES.length)
})

const files = readdirSync('graph-data').filter((name) => name.endsWith('.chain.json'))

test.each(files)('%s: sums of the regions are those of the table, on every tenth day', (name) => {
  const chain = JSON.parse(readFileSync(`graph-data/${name}`, 'utf8')) as Chain
  const { index } = indexChain(chain)
  const timeline = timelineOf(chain, index, chain.scenarios![0]!)
  const run = simulate(index, timeline, { record: 'full' })
  const regions = regionsOf(chain, index)
  for (let at = 0; at < timeline.days; at += 10) {
    const day = dayViewOf({ index, timeline, run, causes: causesOf(chain, timeline) }, null, at)
    const sums = regionSums(index, regions, day)
    const total = (of: (sum: (typeof sums)[number]) => number) => sums.reduce((all, sum) => all + of(sum), 0)
    expect(total(({ enterprises }) => enterprises)).toBe(chain.enterprises.length)
    expect(total(({ blocked }) => blocked)).toBe(day.block.filter((block) => block >= 0).length)
    expect(total(({ output, level }) => output * level)).toBeCloseTo(
      index.output.reduce((all, output, row) => all + output * day.level[row]!, 0),
      6,
    )
    const flows = regionFlows(index, regions, day)
    expect(flows.reduce((all, { links }) => all + links, 0)).toBe(index.linkCount)
    expect(flows.reduce((all, { sent }) => all + sent, 0)).toBeCloseTo(
      day.linkSent.reduce((all, sent) => all + sent, 0),
      6,
    )
  }
})
