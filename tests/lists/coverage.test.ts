import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf } from '../../src/analysis/lists/coverage.ts'
import { membersOf, type ListRole, type Members } from '../../src/analysis/lists/list-versions.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { randomChain } from '../generators/random-chain.ts'
import { chainOf } from '../graph-data/shipped.ts'

const ROLES = ['leading', 'core', null] as const
const arbitraryCase = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  enterprises: fc.integer({ min: 2, max: 14 }),
  roles: fc.array(fc.constantFrom<ListRole | null>(...ROLES), { minLength: 14, maxLength: 14 }),
})

const membersIn = (chain: Chain, roles: readonly (ListRole | null)[]): Members =>
  new Map(chain.enterprises.flatMap(({ id }, at) => (roles[at] ? [[id, roles[at]] as const] : [])))

/** Sole suppliers of each enterprise, read plainly off the chain and its baseline. */
function soleSuppliers(chain: Chain): ReadonlyMap<string, ReadonlySet<string>> {
  const { index } = indexChain(chain)
  const direct = new Map<string, Set<string>>(chain.enterprises.map(({ id }) => [id, new Set()]))
  for (const { id } of chain.enterprises) {
    const products = new Set(chain.supplies.filter(({ to }) => to === id).map(({ product }) => product))
    for (const product of products) {
      const links = chain.supplies.filter((supply) => supply.to === id && supply.product === product)
      const input = chain.inputs?.find((each) => each.enterprise === id && each.product === product)
      const group = index.groupProducts.findIndex(
        (name, at) => name === product && index.enterpriseIds[index.groupEnterprise[at]!] === id,
      )
      const isAlone = links.length === 1 && index.outside[group]! <= 1e-9 * index.need[group]!
      if (isAlone && input?.need !== 'negligible' && links[0]!.from !== id) direct.get(id)!.add(links[0]!.from)
    }
  }
  return direct
}

/** The same closed under "source of a source". */
function soleAncestors(direct: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map([...direct].map(([id, sources]) => [id, new Set(sources)]))
  for (let grew = true; grew;) {
    grew = false
    for (const [id, sources] of all)
      for (const source of Array.from(sources))
        for (const above of all.get(source)!)
          if (above !== id && !sources.has(above)) {
            sources.add(above)
            grew = true
          }
  }
  return all
}

test('coverage equals brute force: a leading enterprise misses exactly its sole sources, up the chain, that are not listed', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ seed, enterprises, roles }) => {
      const chain = randomChain({ seed, enterprises })
      const members = membersIn(chain, roles)
      const { index } = indexChain(chain)
      const direct = soleSuppliers(chain)
      const above = soleAncestors(direct)
      const { leading, covered, coveredDirect } = coverageOf(index, members)
      expect(leading.map(({ row }) => index.enterpriseIds[row])).toEqual(
        [...members].flatMap(([id, role]) => (role === 'leading' ? [id] : [])).toSorted((a, b) => (a < b ? -1 : 1)),
      )
      for (const { row, missing, sources } of leading) {
        const expected = above.get(index.enterpriseIds[row]!)!
        expect(sources).toBe(expected.size)
        expect(new Set(missing.map(({ supplier }) => index.enterpriseIds[supplier]!))).toEqual(
          new Set([...expected].filter((id) => !members.has(id))),
        )
      }
      const isCovered = (by: typeof above) => (id: string) => [...by.get(id)!].every((source) => members.has(source))
      const ids = leading.map(({ row }) => index.enterpriseIds[row]!)
      expect(covered).toBe(ids.filter(isCovered(above)).length)
      expect(coveredDirect).toBe(ids.filter(isCovered(direct)).length)
    }),
    { numRuns: 300 },
  )
})

test('the order of rows in the file changes nothing, and a longer list never covers less', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat(13), ({ seed, enterprises, roles }, more) => {
      const chain = randomChain({ seed, enterprises })
      const members = membersIn(chain, roles)
      const turned = { ...chain, enterprises: chain.enterprises.toReversed(), supplies: chain.supplies.toReversed() }
      const found = coverageOf(indexChain(chain).index, members)
      expect(coverageOf(indexChain(turned).index, new Map([...members].toReversed()))).toEqual(found)
      const id = chain.enterprises[more % enterprises]!.id
      if (members.has(id)) return
      const longer = coverageOf(indexChain(chain).index, new Map([...members, [id, 'core'] as const]))
      expect(longer.covered).toBeGreaterThanOrEqual(found.covered)
    }),
  )
})

test('in Spring Dawn the second list takes up what the first one lacked', () => {
  const chain = chainOf('spring-dawn.chain.json')
  const { index } = indexChain(chain)
  const [first, second] = chain.lists!.map((list) => coverageOf(index, membersOf(list)))
  const missing = ({ leading }: typeof first & object) =>
    leading.flatMap((each) => each.missing.map(({ supplier }) => index.enterpriseIds[supplier]!))
  for (const id of ['fushou', 'mianchang']) {
    expect(missing(first!)).toContain(id)
    expect(missing(second!)).not.toContain(id)
  }
})
