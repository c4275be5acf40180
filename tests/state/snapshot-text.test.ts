import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { jsonPieces, operationTexts, snapshotTextInSlices } from '../../src/state/persistence/in-slices.ts'
import { operationHash, type Operation } from '../../src/state/persistence/operation.ts'
import { snapshotTextNow } from '../../src/state/persistence/snapshot-text.ts'
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
    expect(await snapshotTextInSlices('head', state)).toEqual(snapshotTextNow('head', state))
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

  test('has the bodies and the hashes of operations that are written at once', async () => {
    const { supplies } = randomChain({ enterprises: 1_000, supplies: 2_500, seed: 12 })
    const patches = [{ op: 'replace' as const, path: ['supplies'], value: supplies }]
    const edit = { name: 'bring', values: {}, patches, inverse: [] }
    const operations: readonly Operation[] = [{ kind: 'edit', edit }, { kind: 'undo' }, { kind: 'redo' }]
    const place = { id: 'a', epoch: 1, seq: 7, head: 'head' }
    const { bodies, hashes } = await operationTexts(place, operations)
    expect(operations.map((operation) => bodies.get(operation))).toEqual(operations.map((each) => JSON.stringify(each)))
    let head = place.head
    expect(hashes).toEqual(operations.map((each, at) => (head = operationHash(head, place.seq + 1 + at, JSON.stringify(each))))) // prettier-ignore
  })
})
