import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { dayViewOf, ENTERPRISE_STATES } from '../../src/analysis/day-view.ts'
import { facetValues, regionKey } from '../../src/analysis/filter/facet-values.ts'
import { countsOf, shownRows } from '../../src/analysis/filter/shown-rows.ts'
import { causesOf, type Played } from '../../src/analysis/played.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { severityOn } from '../../src/engine/forces.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain } from '../../src/model/chain.ts'
import { FACETS, isFilter, NO_FILTER, type Facet, type Filter } from '../../src/model/filter.ts'

const made = randomChain({ enterprises: 120, supplies: 300, seed: 11 })
const chain: Chain = {
  ...made,
  enterprises: made.enterprises.map((enterprise, at) => ({
    ...enterprise,
    ...(at % 3 === 0 ? { region: at % 2 === 0 ? '湖北武汉' : 'Spring county' } : {}),
    ...(at % 4 === 0 ? { industry: 'vehicles' } : {}),
    ...(at % 7 === 0 ? { foreign: true } : {}),
  })),
  blocks: [
    ...made.blocks!.map((block, at) => ({ ...block, ...(at % 2 === 0 ? { cause: 'permit' as const } : {}) })),
    { id: 'on-link', at: { supply: made.supplies[5]!.id }, cause: 'logistics', severity: 1 },
  ],
  settings: { unlistedShare: 0 },
  lists: [
    { date: '2020-02-01', leading: [made.enterprises[3]!.id], core: [] },
    { date: '2020-03-01', leading: [made.enterprises[1]!.id], core: [made.enterprises[2]!.id] },
  ],
}
const { index } = indexChain(chain)
const timeline = timelineOf(chain, index, chain.scenarios![0]!)
const played: Played = {
  index,
  timeline,
  run: simulate(index, timeline, { record: 'full' }),
  causes: causesOf(chain, timeline),
}
const DAY = 12
const view = dayViewOf(played, null, DAY)
const values = facetValues({ chain, played, view })
const ids = index.enterpriseIds

/** Whether an enterprise has a value, asked of the chain itself. */
function has(id: string, facet: Facet, value: string): boolean {
  const enterprise = chain.enterprises.find((each) => each.id === id)!
  const row = ids.indexOf(id)
  switch (facet) {
    case 'stage':
      return enterprise.stage === value
    case 'role':
      return enterprise.role === value
    case 'region':
      return regionKey(enterprise.region) === value
    case 'industry':
      return (enterprise.industry ?? '') === value
    case 'cause':
      return timeline.blocks.some(
        (block, at) =>
          severityOn(block, DAY) > 0 &&
          played.causes[at] === value &&
          (block.kind === 'link' ? index.linkFrom[block.row] : block.row) === row,
      )
    case 'state':
      return ENTERPRISE_STATES[view.state[row]!] === value
    case 'list': {
      const list = chain.lists![1]!
      const on = [...(list.leading.includes(id) ? ['leading'] : []), ...(list.core.includes(id) ? ['core'] : [])]
      return on.length > 0 ? on.includes(value) : value === 'none'
    }
    case 'trait':
      if (value === 'foreign') return enterprise.foreign === true
      return (
        value === 'sole' &&
        chain.supplies.some(
          ({ from, to, product }) =>
            from === id &&
            chain.supplies.filter((other) => other.to === to && other.product === product).length === 1 &&
            !(
              (chain.inputs ?? []).find((input) => input.enterprise === to && input.product === product)?.outsideFlow ??
              0
            ),
        )
      )
  }
}

const known = Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(values[facet].flat())]])) as Record<
  Facet,
  string[]
>

const arbitraryFilter: fc.Arbitrary<Filter> = fc.record({
  facets: fc
    .record(
      Object.fromEntries(FACETS.map((facet) => [facet, fc.subarray([...known[facet], 'unknown'])])) as Record<
        Facet,
        fc.Arbitrary<string[]>
      >,
      { requiredKeys: [] },
    )
    .map((facets) => facets),
  only: fc.oneof(fc.constant([]), fc.subarray([...ids])),
  hidden: fc.subarray([...ids], { maxLength: 20 }),
  hiddenLinks: fc.constant([]),
  way: fc.constantFrom('hide', 'fade'),
})

test('every facet has at least two values in the chain of this test', () => {
  for (const facet of FACETS) expect(known[facet].length, facet).toBeGreaterThan(1)
})

test('any of the values within a facet, all facets together, without what was hidden by hand; a pin overrules', () => {
  fc.assert(
    fc.property(arbitraryFilter, fc.subarray([...ids], { maxLength: 3 }), (filter, pinned) => {
      expect(isFilter(filter)).toBe(true)
      const { isShown, hidden } = shownRows(filter, ids, values, pinned)
      ids.forEach((id, row) => {
        const wanted =
          !filter.hidden.includes(id) &&
          (filter.only.length === 0 || filter.only.includes(id)) &&
          FACETS.every((facet) => {
            const of = filter.facets[facet] ?? []
            return of.length === 0 || of.some((value) => has(id, facet, value))
          })
        expect(isShown[row], id).toBe(wanted || pinned.includes(id) ? 1 : 0)
      })
      expect(hidden).toBe(isShown.filter((each) => each === 0).length)
    }),
    { numRuns: 60 },
  )
})

test('without a filter all are shown, and the counts of a facet of one value each sum to all', () => {
  expect(shownRows(NO_FILTER, ids, values, []).hidden).toBe(0)
  for (const facet of ['stage', 'role', 'region', 'industry', 'state'] as const) {
    const counts = countsOf(NO_FILTER, facet, ids, values)
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(ids.length)
  }
})

test('the count beside a value is what choosing it alone in its facet would show', () => {
  const filter: Filter = { ...NO_FILTER, facets: { role: ['core', 'sme'], state: known.state.slice(0, 2) } }
  for (const facet of FACETS) {
    for (const [value, count] of countsOf(filter, facet, ids, values)) {
      const chosen = shownRows({ ...filter, facets: { ...filter.facets, [facet]: [value] } }, ids, values, [])
      expect(count, `${facet} ${value}`).toBe(ids.length - chosen.hidden)
    }
  }
})

test('what is not a filter is not taken for one', () => {
  for (const value of [null, 3, {}, { ...NO_FILTER, way: 'burn' }, { ...NO_FILTER, facets: { colour: ['red'] } }])
    expect(isFilter(value)).toBe(false)
  expect(isFilter({ ...NO_FILTER, hidden: [1] })).toBe(false)
})
