import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemText } from '../../src/i18n/problem-text.ts'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import type { Problem, ProblemCode } from '../../src/model/problem.ts'

interface Expected {
  readonly chain: 'refused' | { readonly enterprises: number; readonly supplies: number }
  /** `code severity place` */
  readonly problems: readonly string[]
}

const corpus = new URL('../corpus/graphs/', import.meta.url)
const expectedOf = JSON.parse(readFileSync(new URL('expected.json', corpus), 'utf8')) as Record<string, Expected>
const names = readdirSync(corpus).filter((name) => name !== 'expected.json')

const placeOf = ({ row, column, path }: Problem): string =>
  [row === undefined ? '' : `${row}:${column}`, path ?? ''].filter((part) => part !== '').join(' ')

function resultOf(name: string): Expected {
  const { chain, problems } = readGraph(readFileSync(new URL(name, corpus)), name)
  return {
    chain: chain ? { enterprises: chain.enterprises.length, supplies: chain.supplies.length } : 'refused',
    problems: problems.map((problem) => `${problem.code} ${problem.severity} ${placeOf(problem)}`.trim()),
  }
}

const GRAPH_CODES: readonly ProblemCode[] = [
  'XML', 'XML_DTD', 'WRONG_ROOT', 'ATTR', 'UNDIRECTED', 'NO_NAME', 'NO_ROLE', 'NO_STAGE', 'NO_PRODUCT', 'NO_ROWS', 'EMPTY', 'ENCODING',
  'TYPE_MISMATCH', 'TOO_DEEP', 'TOO_WIDE', 'ID_PRECISION', 'JSON', 'SCHEMA', 'VERSION_NEWER', 'NUMBER', 'DUP_ID', 'DANGLING', 'PARALLEL', 'SELF_LOOP', 'LIMIT',
  'SHARES', 'DUP_FIELD',
] // prettier-ignore

test('the corpus holds a file for every code that reading a graph can give', () => {
  expect(names.toSorted()).toEqual(Object.keys(expectedOf).toSorted())
  const codes = new Set(
    Object.values(expectedOf).flatMap(({ problems }) => problems.map((each) => each.split(' ')[0]!)),
  )
  expect(GRAPH_CODES.filter((code) => !codes.has(code))).toEqual([])
})

test.each(names)('%s: each problem with its place, none besides, within two seconds', (name) => {
  const begin = process.cpuUsage()
  expect(resultOf(name)).toEqual(expectedOf[name])
  const { user, system } = process.cpuUsage(begin)
  expect((user + system) / 1e6).toBeLessThan(2)
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test.each(names)('%s: each problem can be said in both languages', (name) => {
  for (const problem of readGraph(readFileSync(new URL(name, corpus)), name).problems) {
    for (const language of ['zh', 'en'] as const) {
      const text = problemText(problem, language)
      expect(text.place).toContain(name)
      expect(text.what + text.detail + text.mend).not.toMatch(/undefined|\{\{/)
    }
  }
})
