import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemText } from '../../src/i18n/problem-text.ts'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import type { Problem, ProblemCode } from '../../src/model/problem.ts'
import { times } from '../how-often.ts'

interface Expected {
  readonly chain: 'refused' | { readonly enterprises: number; readonly supplies: number }
  /** `code severity place` */
  readonly problems: readonly string[]
}

const corpus = new URL('../corpus/tables/', import.meta.url)
const expectedOf = JSON.parse(readFileSync(new URL('expected.json', corpus), 'utf8')) as Record<string, Expected>
const names = readdirSync(corpus).filter((name) => name !== 'expected.json')
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, corpus)))

/** Milliseconds of this process for a verdict. */
const VERDICT = 2000

const placeOf = ({ sheet, row, column }: Problem): string =>
  [sheet, row, column].filter((part) => part !== undefined).join(':')

/** ZIP_ENTRIES needs five thousand parts, TOO_LARGE fifty megabytes: tests/io/tables.test.ts makes them. */
const TABLE_CODES: readonly ProblemCode[] = [
  'EMPTY', 'NO_ROWS', 'ENCODING', 'TYPE_MISMATCH', 'TOO_WIDE', 'QUOTE', 'RAGGED', 'DUP_HEADER', 'NUMBER', 'DUP_ID', 'DANGLING',
  'PARALLEL', 'SELF_LOOP', 'LOOKALIKE', 'ID_PRECISION', 'ZIP_RATIO', 'ZIP_SIZE', 'ZIP_OVERLAP', 'ZIP_DUPLICATE', 'ZIP_TRUNCATED',
  'ZIP_METHOD', 'ZIP_CRC', 'CELL_TWICE', 'TEXT_MISSING', 'ENCRYPTED', 'LEGACY_XLS', 'NOT_XLSX', 'XML', 'XML_DTD', 'FORMULA', 'MERGED', 'HIDDEN', 'LIMIT', 'SHARES',
  'SCHEMA', 'NO_CAUSE', 'NO_DATE', 'DATE_YEAR', 'DUE_WORDS', 'NO_SEVERITY', 'NO_TIER', 'NO_COLUMNS', 'NOT_DATA', 'UNIT', 'CURRENCY', 'TOO_DEEP', 'NO_ROLE', 'NO_STAGE', 'NO_PRODUCT',
] // prettier-ignore

test('the corpus holds a file for every code that reading a table can give', () => {
  expect(names.toSorted()).toEqual(Object.keys(expectedOf).toSorted())
  const codes = new Set(
    Object.values(expectedOf).flatMap(({ problems }) => problems.map((each) => each.split(' ')[0]!)),
  )
  expect(TABLE_CODES.filter((code) => !codes.has(code))).toEqual([])
})

test.each(names)('%s: each problem with its place, none besides, within two seconds', async (name) => {
  const started = process.cpuUsage()
  const { chain, problems } = await readAsChain(bytesOf(name), name)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(VERDICT)
  expect({
    chain: chain ? { enterprises: chain.enterprises.length, supplies: chain.supplies.length } : 'refused',
    problems: problems.map((problem) => `${problem.code} ${problem.severity} ${placeOf(problem)}`.trim()),
  }).toEqual(expectedOf[name])
  for (const problem of problems) {
    for (const language of ['zh', 'en'] as const) {
      const text = problemText(problem, language)
      expect(text.place).toContain(name)
      expect(text.what + text.detail + text.mend).not.toMatch(/undefined|\{\{/)
    }
  }
  expect(Object.prototype).not.toHaveProperty('polluted')
})

/** Some bytes changed, a piece taken out, doubled, or cut off. */
const mutation = fc.record({
  name: fc.constantFrom(...names),
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
  piece: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40)),
  what: fc.constantFrom('keep', 'remove', 'double', 'cut'),
})

test('a file that is changed anywhere gets a verdict in time, and nothing else happens', async () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype).join()
  await fc.assert(
    fc.asyncProperty(mutation, async ({ name, changes, piece: [from, length], what }) => {
      const bytes = bytesOf(name)
      for (const [at, byte] of changes) if (bytes.length > 0) bytes[Math.floor(at * (bytes.length - 1))] = byte
      const start = Math.floor(from * bytes.length)
      const piece = [...bytes.subarray(start, start + length)]
      const rest = [...bytes.subarray(start + length)]
      const head = [...bytes.subarray(0, start)]
      const all = {
        keep: [...bytes],
        remove: [...head, ...rest],
        double: [...head, ...piece, ...piece, ...rest],
        cut: head,
      }
      const started = process.cpuUsage()
      const { chain, problems } = await readAsChain(new Uint8Array(all[what]), name)
      const { user, system } = process.cpuUsage(started)
      expect((user + system) / 1000).toBeLessThan(VERDICT)
      if (chain === null) expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototype)
    }),
    { numRuns: times(600) },
  )
})
