import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { jsonPieces, snapshotText, snapshotTextNow } from '../../src/state/persistence/snapshot-text.ts'
import { hashing, textHash } from '../../src/state/persistence/text-hash.ts'

describe('a snapshot written in slices', () => {
  test('says what JSON says, for any plain object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined })), (value) => {
        expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value))
      }),
    )
  })

  test('says what JSON says of tables that are longer than a slice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 190, max: 900 }), fc.jsonValue(), (length, row) => {
        const value = { before: 1, rows: Array.from({ length }, (_, at) => [at, row]), after: null }
        expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value))
      }),
      { numRuns: 30 },
    )
  })

  test('has the text and the hashes of one written at once', async () => {
    const chain = randomChain({ enterprises: 3_000, supplies: 7_500, seed: 11 })
    const state = { chain, origin: { kind: 'file', name: 'a.chain.json' }, past: [], future: [] } as const
    expect(await snapshotText('head', state)).toEqual(snapshotTextNow('head', state))
  })

  test('has the same hash however the text is parted', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const hash = hashing()
        for (const part of parts) hash.take(part)
        expect(hash.digits()).toBe(textHash(parts.join('')))
      }),
    )
  })
})
