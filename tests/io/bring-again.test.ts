/** What a person decided between two versions of a table outlives a version in which its row is missing. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bring } from '../../src/io/bring/bring.ts'
import { guessMapping } from '../../src/io/bring/guess-mapping.ts'
import { likelyPast } from '../../src/io/bring/likely-past.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { emptyChain } from '../../src/model/new-chain.ts'
import { times } from '../how-often.ts'

async function brought(chain: Chain, text: string): Promise<Chain> {
  const { source } = await readFiles([{ name: 'list.csv', bytes: new TextEncoder().encode(text) }], {})
  if (source?.kind !== 'tables') throw new Error('expected tables')
  const into = { file: 'list.csv', mapping: guessMapping(source.tables), chain, past: null, scenario: null }
  const result = bring(source, { ...into, past: likelyPast(source, into) })
  if (result.chain === null) throw new Error(`expected a chain, got ${JSON.stringify(result.problems)}`)
  return result.chain
}

const NAMES = ['甲', '乙', '丙', '丁', '戊', '己']
const list = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('福建', '湖北', '')), {
    minLength: 1,
    selector: ([name]) => name,
  })
  .map((rows) => `企业名称,环节,地区\n${rows.map(([name, region]) => `${name},环,${region}`).join('\n')}\n`)
const some = fc.subarray(NAMES)

const idsOf = ({ enterprises }: Chain): string[] => enterprises.map(({ id }) => id)
const regionOf = ({ enterprises }: Chain, id: string): string | undefined =>
  enterprises.find((row) => row.id === id)?.region

test('A, an edit, B, A: the edit stays, what was deleted stays away, and the same version again changes nothing', async () => {
  let outlived = 0
  await fc.assert(
    fc.asyncProperty(list, list, some, some, async (first, second, edited, deleted) => {
      const came = await brought(emptyChain('c'), first)
      const enterprises = came.enterprises
        .filter(({ id }) => !deleted.includes(id))
        .map((row) => (edited.includes(row.id) ? { ...row, region: '本地' } : row))
      const changed = { ...came, enterprises }
      const next = await brought(changed, second)
      expect(writeChain(await brought(next, second))).toBe(writeChain(next))
      const back = await brought(next, first)
      for (const id of idsOf(changed)) {
        expect(regionOf(back, id)).toBe(regionOf(changed, id))
        if (edited.includes(id) && !second.includes(id)) outlived++
      }
      const gone = idsOf(came).filter((id) => deleted.includes(id))
      expect(idsOf(back).filter((id) => gone.includes(id))).toEqual([])
    }),
    { numRuns: times(60) },
  )
  expect(outlived).toBeGreaterThan(0)
})

/** The rows a person edits, with a region that no list has: what a list has as well is no edit any more. */
const edits = (region: string) =>
  some.map((names) => Object.fromEntries(names.map((name): [string, string] => [name, region])))

test('what was there before a list, and was edited between its versions, stays edited when it comes back; unedited, it is as the list says', async () => {
  let outlived = 0
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(list, list, list),
      some,
      edits('本地'),
      edits('外地'),
      async ([own, first, second], deleted, early, late) => {
        const edited = (chain: Chain, regions: Readonly<Record<string, string>>): Chain => ({
          ...chain,
          enterprises: chain.enterprises.map((row) => {
            const region = Object.hasOwn(regions, row.id) ? regions[row.id] : undefined
            return region === undefined ? row : { ...row, region }
          }),
        })
        // What is there before comes from no list that is remembered.
        const { imports: _, ...before } = await brought(emptyChain('c'), own)
        const came = await brought(before, first)
        expect(writeChain(await brought(await brought(came, second), first))).toBe(writeChain(came))
        const changed = edited(
          { ...came, enterprises: came.enterprises.filter(({ id }) => !deleted.includes(id)) },
          early,
        )
        const next = await brought(changed, second)
        const between = edited(next, late)
        expect(writeChain(await brought(between, second))).toBe(writeChain(between))
        const back = await brought(between, first)
        const isListed = (text: string, id: string): boolean => text.includes(`\n${id},`)
        for (const id of idsOf(came)) {
          const wasThere = isListed(own, id)
          if (deleted.includes(id)) {
            // What was deleted comes back only with a version that puts it there as something new.
            if (!isListed(second, id)) expect(idsOf(back)).not.toContain(id)
            continue
          }
          const isEarly = regionOf(changed, id) !== regionOf(came, id)
          const isLate = regionOf(between, id) !== regionOf(next, id)
          // Over a row that the version before did not have, and that nobody had edited until then, a list comes as for the first time.
          if (!isListed(first, id) || (isLate && !isListed(second, id) && !isEarly)) continue
          const isEdited = isLate || isEarly
          expect(regionOf(back, id)).toBe(regionOf(isLate ? between : isEarly ? changed : came, id))
          if (isEdited && wasThere && !isListed(second, id)) outlived++
        }
      },
    ),
    { numRuns: times(80) },
  )
  expect(outlived).toBeGreaterThan(0)
})

test('what was there before a list, and was set back to what it had been, stays so when a later version has the row again', async () => {
  const { imports: _, ...before } = await brought(emptyChain('c'), '企业名称,环节,地区\n甲,环,江苏\n乙,环,江苏\n')
  const both = '企业名称,环节,地区\n甲,环,福建\n乙,环,福建\n'
  const came = await brought(before, both)
  expect([regionOf(came, '甲'), regionOf(came, '乙')]).toEqual(['福建', '福建'])
  const back = { ...came, enterprises: came.enterprises.map((row) => (row.id === '甲' ? { ...row, region: '江苏' } : row)) } // prettier-ignore
  const without = await brought(back, '企业名称,环节,地区\n丙,环,福建\n')
  expect([regionOf(without, '甲'), regionOf(without, '乙')]).toEqual(['江苏', '江苏'])
  const again = await brought(without, both)
  expect([regionOf(again, '甲'), regionOf(again, '乙')]).toEqual(['江苏', '福建'])
})
