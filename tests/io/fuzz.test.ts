import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexChain } from '../../src/engine/index-chain.ts'
import { readChain, type ReadChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { anyChain } from './any-chain.ts'
import { bytesOf, fixtures } from './fixtures.ts'
import { times } from '../how-often.ts'

/** Whatever came in: a chain or errors, never both, never an exception; a chain can be indexed and written. */
function expectAnswer({ chain, problems }: ReadChain): void {
  expect(chain === null).toBe(problems.some(({ severity }) => severity === 'error'))
  if (chain === null) return
  indexChain(chain)
  const again = readChain(bytesOf(writeChain(chain)), 'again')
  expect(codesOf(again)).toEqual(codesOf({ chain, problems }))
}

test('any bytes get an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectAnswer(readChain(bytes, 'any'))),
    { numRuns: times(2000) },
  )
})

test('any JSON gets an answer', () => {
  fc.assert(
    fc.property(fc.json(), (text) => expectAnswer(readChain(bytesOf(text), 'any'))),
    { numRuns: times(500) },
  )
})

const codesOf = ({ problems }: ReadChain): readonly string[] =>
  problems.map(({ code, found }) => `${code} ${found}`).toSorted()

const changedByte = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }), drop: fc.nat(3) })

test('a sound file with bytes changed or missing gets an answer', () => {
  const texts = fixtures.map(({ text }) => text).filter((text) => text.length < 8000)
  expect(texts.length).toBeGreaterThan(5)
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(changedByte, { minLength: 1, maxLength: 4 }), (text, changes) => {
      let bytes = bytesOf(text)
      for (const { at, to, drop } of changes) {
        const place = at % bytes.length
        bytes = Uint8Array.from([...bytes.subarray(0, place), to, ...bytes.subarray(place + drop)])
      }
      expectAnswer(readChain(bytes, 'any'))
    }),
    { numRuns: times(1000) },
  )
})

const wrongValue = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e300, 0.5, '', 'x', [], {}, [[]], [null], { __proto__: null, at: 1 }),
  fc.jsonValue(),
)

/** Replaces the value at a place found by walking down with `steps`. */
function replaced(value: unknown, steps: readonly number[], by: unknown): unknown {
  if (steps.length === 0 || typeof value !== 'object' || value === null) return by
  const names = Object.keys(value)
  if (names.length === 0) return by
  const name = names[steps[0]! % names.length]!
  const inner = replaced((value as Record<string, unknown>)[name], steps.slice(1), by)
  if (Array.isArray(value)) return value.map((each: unknown, row) => (String(row) === name ? inner : each))
  return { ...value, [name]: inner }
}

test('a sound document with values of another kind gets an answer', () => {
  const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(anyChain, fc.array(fc.tuple(steps, wrongValue), { minLength: 1, maxLength: 4 }), (chain, changes) => {
      let document: unknown = chain
      for (const [place, by] of changes) document = replaced(document, place, by)
      expectAnswer(readChain(bytesOf(JSON.stringify(document)), 'any'))
    }),
    { numRuns: times(1500) },
  )
})

test('nothing that was read has changed a prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})
