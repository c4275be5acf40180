/** docs/format.md and the readers say the same: each field, column and code stands in it, and what stands in it is read. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CHAIN_SHAPE, type RecordShape } from '../../src/io/chain-fields.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { COLUMN_FIELDS } from '../../src/model/bring.ts'
import { FACETS, type Filter } from '../../src/model/filter.ts'
import { notesOf, type Note } from '../../src/model/notes.ts'
import { PROBLEM_CODES } from '../../src/model/problem.ts'
import { scenesOf, type Scene } from '../../src/model/scenes.ts'

const text = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8')
const example = /```jsonc\n([^]*?)```/.exec(text)![1]!.replace(/,(\s*[\]}])/g, '$1')
const inBackticks = new Set(Array.from(text.replace(/```[^]*?```/g, '').matchAll(/`([^`]+)`/g), ([, word]) => word!))

test('the chain of the example is read without a word, and written in its order', () => {
  const { chain, problems } = readChain(new TextEncoder().encode(example), 'example.chain.json')
  expect(problems).toEqual([])
  expect(scenesOf(chain!)).toHaveLength(chain!.scenes!.length)
  expect(notesOf(chain!)).toHaveLength(chain!.notes!.length)
  expect(JSON.stringify(JSON.parse(writeChain(chain!)))).toBe(JSON.stringify(JSON.parse(example)))
})

/** Fields of a shape that no row of the example has. */
function missingIn(rows: readonly Record<string, unknown>[], { fields }: RecordShape, path: string): string[] {
  return [...fields].flatMap(([name, field]) => {
    const values = rows.flatMap((row) => (name in row ? [row[name]] : []))
    if (values.length === 0) return [`${path}${name}`]
    if (field.kind !== 'record' && field.kind !== 'oneOf' && field.kind !== 'rows') return []
    return missingIn(values.flat() as Record<string, unknown>[], field.of, `${path}${name}.`)
  })
}

test('the example has every field of a chain file', () => {
  const chain = JSON.parse(example) as Record<string, unknown>
  expect(missingIn([chain], CHAIN_SHAPE, '')).toEqual([])
})

/** All keys of a type: a new one does not compile before it is written here and in the example. */
type Keys<T> = { readonly [Key in keyof Required<T>]: true }
const sorted = (of: object): string[] => Object.keys(of).toSorted()

test('the example has every field of a scene, of its trace and filter, and of a note', () => {
  const chain = JSON.parse(example) as { readonly scenes: readonly Scene[]; readonly notes: readonly Note[] }
  const scene = chain.scenes[0]!
  const ofScene: Keys<Scene> = {
    id: true, name: true, words: true, notes: true, scenario: true, day: true, lens: true, camera: true, selection: true, trace: true,
    filter: true, lit: true, play: true, clear: true, compare: true, claims: true,
  } // prettier-ignore
  const ofTrace: Keys<NonNullable<Scene['trace']>> = { enterprise: true, also: true, direction: true, steps: true }
  const ofFilter: Keys<Filter> = { facets: true, only: true, hidden: true, hiddenLinks: true, way: true }
  const ofNote: Keys<Note> = { id: true, at: true, text: true, created: true }
  expect(sorted(scene)).toEqual(sorted(ofScene))
  expect(sorted(scene.trace!)).toEqual(sorted(ofTrace))
  expect(sorted(scene.filter!)).toEqual(sorted(ofFilter))
  expect(sorted(chain.notes[0]!)).toEqual(sorted(ofNote))
})

test('every column that a table can have, every facet and every code of a problem is described', () => {
  const words = [...COLUMN_FIELDS.supplies, ...COLUMN_FIELDS.enterprises, ...FACETS, ...PROBLEM_CODES]
  expect(words.filter((word) => !inBackticks.has(word))).toEqual([])
})

test('no code is described that nothing reports', () => {
  const table = text.slice(text.indexOf('| code '))
  const described = Array.from(table.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+)/gm), ([, codes]) =>
    codes!.match(/[A-Z_]+/g)!,
  )
  expect(described.length).toBeGreaterThan(20)
  expect(described.flat().toSorted()).toEqual([...PROBLEM_CODES].toSorted())
})
