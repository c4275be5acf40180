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
