import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyDifferences,
  differencesOf,
  membersByRole,
  membersOf,
  versionBefore,
  versionsOf,
  withMember,
  withReason,
  type ListRole,
} from '../../src/analysis/lists/list-versions.ts'
import type { ChainList } from '../../src/model/chain.ts'
import { randomChain } from '../generators/random-chain.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', '企业', '__proto__']

const arbitraryList: fc.Arbitrary<ChainList> = fc
  .record({
    date: fc.constantFrom('2020-02-01', '2020-03-01', '2020-04-01'),
    roles: fc.array(fc.constantFrom('leading', 'core', null), { minLength: IDS.length, maxLength: IDS.length }),
    order: fc.shuffledSubarray(IDS, { minLength: IDS.length, maxLength: IDS.length }),
    reasons: fc.subarray(IDS),
  })
  .map(({ date, roles, order, reasons }) => ({
    date,
    leading: order.filter((id) => roles[IDS.indexOf(id)] === 'leading'),
    core: order.filter((id) => roles[IDS.indexOf(id)] === 'core'),
    changes: reasons.map((enterprise) => ({ enterprise, reason: `because ${enterprise}` })),
  }))

test('the differences applied to the version before give the version', () => {
  fc.assert(
    fc.property(fc.option(arbitraryList), arbitraryList, (before, after) => {
      const members = applyDifferences(membersOf(before), differencesOf(before, after))
      expect(members).toEqual(membersOf(after))
    }),
  )
})

test('the order of ids in a version changes no difference, and a version differs in nothing from itself', () => {
  fc.assert(
    fc.property(arbitraryList, arbitraryList, (before, after) => {
      const turned = (list: ChainList): ChainList => ({
        ...list,
        leading: list.leading.toReversed(),
        core: list.core.toReversed(),
        changes: list.changes!.toReversed(),
      })
      expect(differencesOf(turned(before), turned(after))).toEqual(differencesOf(before, after))
      expect(differencesOf(before, turned(before))).toEqual([])
    }),
  )
})

test('every difference says how the enterprise stood and stands, and its reason', () => {
  fc.assert(
    fc.property(arbitraryList, arbitraryList, (before, after) => {
      const [then, now] = [membersOf(before), membersOf(after)]
      for (const { enterprise, from, to, kind, reason } of differencesOf(before, after)) {
        expect([from, to]).toEqual([then.get(enterprise) ?? null, now.get(enterprise) ?? null])
        expect(kind).toBe(from === null ? 'joined' : to === null ? 'left' : 'changed')
        const given = after.changes!.some((each) => each.enterprise === enterprise)
        expect(reason).toBe(given ? `because ${enterprise}` : null)
      }
    }),
  )
})

test('an enterprise put in a role stands in it alone, the others as before; a reason stays only for a change', () => {
  fc.assert(
    fc.property(
      arbitraryList,
      arbitraryList,
      fc.constantFrom(...IDS),
      fc.constantFrom<ListRole | null>('leading', 'core', null),
      (before, list, enterprise, role) => {
        const next = withMember(list, before, { enterprise, role })
        const expected = new Map(membersOf(list))
        expected.delete(enterprise)
        if (role) expected.set(enterprise, role)
        expect(membersOf(next)).toEqual(expected)
        expect([...next.leading, ...next.core].filter((id) => id === enterprise)).toHaveLength(role ? 1 : 0)
        if ((membersOf(before).get(enterprise) ?? null) === role)
          expect((next.changes ?? []).some((each) => each.enterprise === enterprise)).toBe(false)
      },
    ),
  )
})

test('a reason given, changed and taken away leaves the version as it was', () => {
  const list: ChainList = { date: '2020-03-01', leading: ['a'], core: [] }
  const given = withReason(list, 'a', 'x')
  expect(given.changes).toEqual([{ enterprise: 'a', reason: 'x' }])
  expect(withReason(given, 'a', { zh: '乙', en: 'y' }).changes).toEqual([
    { enterprise: 'a', reason: { zh: '乙', en: 'y' } },
  ])
  expect(withReason(given, 'a', null)).toEqual(list)
})

test('versions stand by date, whatever their order in the file; each knows the one before', () => {
  fc.assert(
    fc.property(fc.array(arbitraryList, { maxLength: 5 }), (lists) => {
      const chain = { ...randomChain({ seed: 1, enterprises: 2 }), lists }
      const versions = versionsOf(chain)
      const dates = versions.map(({ list }) => list.date)
      for (const [at, date] of dates.entries()) expect(date >= (dates[at - 1] ?? '')).toBe(true)
      expect(new Set(versions.map(({ position }) => position))).toEqual(new Set(lists.keys()))
      expect(versions).toHaveLength(lists.length)
      versions.forEach((version, at) => expect(versionBefore(chain, version)).toEqual(versions[at - 1] ?? null))
    }),
  )
})

test('a version by the present roles holds exactly the leading and the core enterprises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const chain = randomChain({ seed, enterprises: 12 })
      const members = membersOf(membersByRole(chain))
      for (const { id, role } of chain.enterprises) expect(members.get(id) ?? 'sme').toBe(role)
    }),
  )
})
