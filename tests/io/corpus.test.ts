import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemText } from '../../src/i18n/problem-text.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../../src/model/problem.ts'

interface Expected {
  readonly code: ProblemCode
  readonly severity: Problem['severity']
  /** Path in the document, or `line` or `line:column` in the text. */
  readonly place: string
}

const corpus = new URL('../corpus/', import.meta.url)
const expectedOf = new Map(
  Object.entries(JSON.parse(readFileSync(new URL('expected.json', corpus), 'utf8')) as Record<string, Expected[]>),
)
const names = readdirSync(corpus)
  .filter((name) => name.endsWith('.chain.json'))
  .map((name) => name.replace('.chain.json', ''))

const read = (name: string) => readChain(readFileSync(new URL(`${name}.chain.json`, corpus)), name)
const placeOf = ({ path, row, column }: Problem): string =>
  path ?? [row, column].filter((part) => part !== undefined).join(':')

/** Told by the engine, by tables, by graph files, by merging, or only by files too large to keep here (tests/io/limits.test.ts). */
const ELSEWHERE: readonly ProblemCode[] = [
  'OUTPUT_ZERO', 'PURCHASES_TOO_LARGE', 'TOO_LARGE', 'LINK', 'LINK_SIZE', 'LINK_STALE', 'KEY', 'KEY_OTHER',
  'QUOTE', 'RAGGED', 'DUP_HEADER', 'LOOKALIKE', 'FORMULA', 'MERGED', 'HIDDEN', 'NO_SEVERITY', 'NO_CAUSE', 'NO_DATE', 'DATE_YEAR', 'DUE_WORDS', 'NO_TIER', 'NO_COLUMNS', 'NOT_DATA', 'UNIT', 'CURRENCY',
  'ZIP_RATIO', 'ZIP_SIZE', 'ZIP_ENTRIES', 'ZIP_OVERLAP', 'ZIP_DUPLICATE', 'ZIP_TRUNCATED', 'ZIP_METHOD', 'ZIP_CRC',
  'ENCRYPTED', 'LEGACY_XLS', 'NOT_XLSX', 'CELL_TWICE', 'TEXT_MISSING',
  'XML', 'XML_DTD', 'WRONG_ROOT', 'ATTR', 'UNDIRECTED', 'NO_NAME', 'NO_ROLE', 'NO_STAGE', 'NO_PRODUCT', 'CONFLICT',
] // prettier-ignore

test('the corpus holds a file for every code that reading a chain can give', () => {
  expect(names.toSorted()).toEqual([...expectedOf.keys()].toSorted())
  const codes = new Set([...expectedOf.values()].flat().map(({ code }) => code))
  expect(PROBLEM_CODES.filter((code) => !codes.has(code) && !ELSEWHERE.includes(code))).toEqual([])
})

test.each(names)('%s: each problem with its place, and none besides', (name) => {
  const { chain, problems } = read(name)
  const expected = expectedOf.get(name)!
  expect(
    problems.map((problem) => ({ code: problem.code, severity: problem.severity, place: placeOf(problem) })),
  ).toEqual(expected)
  expect(chain === null).toBe(expected.some(({ severity }) => severity === 'error'))
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test.each(names)('%s: each problem can be said in both languages', (name) => {
  for (const problem of read(name).problems) {
    for (const language of ['zh', 'en'] as const) {
      const text = problemText(problem, language)
      expect(text.place).toContain(name)
      expect(text.what + text.detail + text.mend).not.toMatch(/undefined|\{\{/)
    }
    expect(problemText(problem, 'en').mend).not.toMatch(/[\u4e00-\u9fff]/)
    expect(problemText(problem, 'zh').mend).toMatch(/[\u4e00-\u9fff]/)
  }
})
