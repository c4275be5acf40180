import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentStore, editDocument, redo, undo } from '../../src/state/document.ts'
import { fromFirstLayout } from '../../src/state/persistence/first-layout.ts'
import {
  applyOperation,
  operationBetween,
  operationHash,
  readOperation,
  type KeptState,
} from '../../src/state/persistence/operation.ts'
import { checkedDocument } from '../../src/state/persistence/read-kept.ts'
import { LAYOUT } from '../../src/state/persistence/records.ts'
import { textHash } from '../../src/state/persistence/text-hash.ts'
import { TEST_CHAIN } from '../e2e/test-chain.ts'

const ORIGIN = { kind: 'file', name: 'test.chain.json' } as const

type Step = 'edit' | 'undo' | 'redo'
const steps = fc.array(fc.constantFrom<Step>('edit', 'edit', 'undo', 'redo'), { minLength: 1, maxLength: 25 })

/** What the keeper would write for a run of steps, and the state after each. */
function written(run: readonly Step[]) {
  const store = documentStore(TEST_CHAIN, ORIGIN)
  const states: KeptState[] = [store.getState()]
  const operations: { id: string; seq: number; body: string; previous: string; hash: string; at: number }[] = []
  let head = ''
  store.subscribe((now, before) => {
    const body = JSON.stringify(operationBetween(before, now))
    const seq = operations.length + 1
    const hash = operationHash(head, seq, body)
    operations.push({ id: 'a', seq, body, previous: head, hash, at: seq })
    states.push(now)
    head = hash
  })
  run.forEach((step, number) => {
    if (step === 'undo') undo(store)
    else if (step === 'redo') redo(store)
    else editDocument(store, { name: 'changeBlock' }, (draft) => void (draft.note = `note ${number}`))
  })
  const chain = JSON.stringify(TEST_CHAIN)
  const history = JSON.stringify({ past: [], future: [] })
  const snapshot = {
    id: 'a', seq: 0, head: '', chain, chainHash: textHash(`\n${chain}`), history, historyHash: textHash(history), at: 0,
  } // prettier-ignore
  const record = {
    id: 'a', layout: LAYOUT, epoch: 1, seq: operations.length, head, name: 'test', origin: ORIGIN, savedAt: 0,
    enterprises: 0, size: 0, logSize: 0, snapshotSeq: 0,
  } // prettier-ignore
  return { states, operations, snapshot, record }
}

const plain = ({ chain, past, future }: KeptState): unknown =>
  JSON.parse(JSON.stringify({ chain, past, future })) as unknown

describe('what is kept', () => {
  test('gives the chain, its history and its future back, whatever was edited, undone and done again', () => {
    fc.assert(
      fc.property(steps, (run) => {
        const { states, operations, snapshot, record } = written(run)
        const kept = checkedDocument('a', { record, operations, snapshots: [snapshot] })
        expect(kept.damage).toEqual([])
        expect(plain(kept.intact[0]!.state)).toEqual(plain(states.at(-1)!))
      }),
    )
  })

  test('of a damaged log is all before the damage, and the loss is counted', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.constantFrom('hash', 'missing', 'garbage', 'cut'), (run, where, how) => {
        const { states, operations, snapshot, record } = written(run)
        if (operations.length === 0) return
        const at = where % operations.length
        const damaged = operations.flatMap((operation, index) => {
          if (index !== at) return [operation]
          if (how === 'missing') return []
          if (how === 'garbage') return [{ ...operation, body: 7 as unknown as string }]
          const body = how === 'cut' ? operation.body.slice(0, -3) : operation.body.replace('"', "'")
          return [{ ...operation, body }]
        })
        const kept = checkedDocument('a', { record, operations: damaged, snapshots: [snapshot] })
        expect(plain(kept.intact[0]!.state)).toEqual(plain(states[at]!))
        expect(kept.lostOperations).toBe(operations.length - at)
        expect(kept.damage.length).toBeGreaterThan(0)
      }),
    )
  })

  test('is not shown when a newer program wrote it', () => {
    const { operations, snapshot, record } = written(['edit'])
    const kept = checkedDocument('a', {
      record: { ...record, layout: LAYOUT + 1 },
      operations,
      snapshots: [snapshot],
    })
    expect(kept).toMatchObject({ isNewer: true, intact: [] })
  })

  test('survives a damaged snapshot through the one before it', () => {
    const { states, operations, snapshot, record } = written(['edit', 'edit', 'edit'])
    const newer = { ...snapshot, seq: 2, head: operations[1]!.hash }
    const kept = checkedDocument('a', { record, operations, snapshots: [snapshot, newer] })
    expect(kept.lostOperations).toBe(0)
    expect(kept.damage).toEqual([{ record: 'snapshot', seq: 2, fault: 'hash' }])
    expect(plain(kept.intact[0]!.state)).toEqual(plain(states.at(-1)!))
  })
})

test('an operation that does not fit is refused', () => {
  expect(readOperation('{"kind":"edit","edit":{"name":1}}')).toBeNull()
  expect(readOperation('{')).toBeNull()
  expect(applyOperation({ chain: TEST_CHAIN, origin: ORIGIN, past: [], future: [] }, { kind: 'undo' })).toBeNull()
})

test('the record of the first layout opens with its history, and a broken one is refused', () => {
  const kept = { format: 1, chain: structuredClone(TEST_CHAIN), origin: ORIGIN, past: [], future: [] }
  expect(fromFirstLayout(kept).intact[0]!.state.chain).toEqual(TEST_CHAIN)
  expect(fromFirstLayout({ ...kept, past: 3 }).damage).toEqual([{ record: 'history', seq: 0, fault: 'shape' }])
  expect(fromFirstLayout({ ...kept, chain: { format: 'industrial-chain' } }).intact).toEqual([])
  expect(fromFirstLayout({ ...kept, format: 9 }).isNewer).toBe(true)
  expect(fromFirstLayout(null).intact).toEqual([])
})

test('the hash of a text changes with every letter', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, where) => {
      const at = where % text.length
      const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
      expect(textHash(other)).not.toBe(textHash(text))
    }),
  )
})
