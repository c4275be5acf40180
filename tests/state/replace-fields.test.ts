import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainChange } from '../../src/io/bring/chain-change.ts'
import { CHAIN_SHAPE } from '../../src/io/chain-fields.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { documentStore, redo, undo } from '../../src/state/document.ts'
import { replaceFields } from '../../src/state/replace-fields.ts'
import { anyChain } from '../io/any-chain.ts'
import { times } from '../how-often.ts'

const ORIGIN = { kind: 'file', name: 'a.chain.json' } as const
const STEP = { name: 'bring', values: {} }

/** What the program does not know is never brought in or taken out: it stays as the open chain has it. */
const withUnknownOf = (one: Chain, other: Chain): Chain => {
  const part = (chain: Chain, isKnown: boolean): [string, unknown][] =>
    Object.entries(chain).filter(([name]) => CHAIN_SHAPE.fields.has(name) === isKnown)
  return Object.fromEntries([...part(other, true), ...part(one, false)]) as unknown as Chain
}

test('one chain put in place of another is one step, which undo takes back and redo does again, to the byte', () => {
  fc.assert(
    fc.property(anyChain, anyChain, (one, another) => {
      const other = withUnknownOf(one, another)
      const store = documentStore(one, ORIGIN)
      const shown = (): Chain => store.getState().chain
      replaceFields(store, STEP, chainChange(one, other))
      expect(writeChain(shown())).toBe(writeChain(other))
      const steps = store.getState().past.length
      expect(steps).toBe(writeChain(one) === writeChain(other) ? 0 : 1)
      if (steps === 0) return
      undo(store)
      expect(writeChain(shown())).toBe(writeChain(one))
      redo(store)
      expect(writeChain(shown())).toBe(writeChain(other))
    }),
    { numRuns: times(60) },
  )
})

test('a table that is the same stays the same list: nothing of it is kept twice', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const again = structuredClone(chain)
      const { fields, gone } = chainChange(chain, { ...again, note: 'another' })
      expect(Object.keys(fields)).toEqual(chain.note === 'another' ? [] : ['note'])
      expect(gone).toEqual([])
    }),
    { numRuns: times(30) },
  )
})
