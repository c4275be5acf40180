import { beforeEach, expect, test } from 'vitest'
import { writeChain } from '../../src/io/write-chain.ts'
import { computedStore } from '../../src/state/computed.ts'
import { documentStore, redo, undo } from '../../src/state/document.ts'
import { sessionStore } from '../../src/state/session.ts'
import type { Stores } from '../../src/state/stores.ts'
import { assignBlocks, closeBlocks, playDueDates, setWorkState } from '../../src/state/actions/work-on-blocks.ts'
import { chainOf } from '../graph-data/shipped.ts'

const spring = chainOf('spring-dawn.chain.json')
let stores: Stores
beforeEach(() => {
  const document = documentStore(spring, { kind: 'file', name: 'x.chain.json' })
  stores = { document, session: sessionStore({ scenarioId: 'main' }), computed: computedStore() }
})

const now = () => stores.document.getState()
const block = (id: string) => now().chain.blocks!.find((each) => each.id === id)!
const clear = () => now().chain.scenarios!.find(({ id }) => id === 'main')!.clear ?? []
const one = (id: string) => ({ ids: [id], thing: id })

test('a due date is the clearing day of the shown scenario, and of no other', () => {
  const others = now().chain.scenarios!.slice(1)
  assignBlocks(stores, one('cable'), { due: '2020-03-11' }, 'en')
  expect(block('cable').due).toBe('2020-03-11')
  expect(clear()).toEqual([{ block: 'cable', on: '2020-03-11' }])
  expect(now().chain.scenarios!.slice(1)).toEqual(others)
  assignBlocks(stores, one('cable'), { due: '' }, 'en')
  expect(block('cable').due).toBeUndefined()
  expect(clear()).toEqual([])
})

test('who is named is assigned; a department that the chain knows comes in both languages, a new one as it is typed', () => {
  expect(block('castings').state).toBe('found')
  const given = { department: 'port authority', owner: '白石省联络员' }
  assignBlocks(stores, { ids: ['castings', 'stampings'], thing: 'two' }, given, 'en')
  expect(block('castings')).toMatchObject({
    state: 'assigned',
    department: { zh: '口岸主管部门', en: 'port authority' },
  })
  expect(block('stampings').state).toBe('inHand')
  assignBlocks(stores, one('castings'), { owner: 'liaison officer, Baishi', department: 'Taskforce' }, 'en')
  expect(block('castings')).toMatchObject({ owner: '白石省联络员 · liaison officer, Baishi', department: 'Taskforce' })
  assignBlocks(stores, one('castings'), { department: '' }, 'en')
  expect(block('castings').department).toBeUndefined()
})

test('cleared: with evidence and day; without evidence only as a decision that stands in the history', () => {
  closeBlocks(stores, one('handle'), { evidence: '批复〔2020〕7号', on: '2020-03-05' }, 'zh')
  expect(block('handle')).toMatchObject({ state: 'cleared', evidence: '批复〔2020〕7号' })
  expect(clear()).toEqual([{ block: 'handle', on: '2020-03-05' }])
  closeBlocks(stores, one('cable'), { evidence: '  ', on: '2020-03-06' }, 'zh')
  expect(block('cable').evidence).toBeUndefined()
  expect(now().past.map(({ name }) => name)).toEqual(['closeBlocks', 'closeWithoutEvidence'])
})

test('what is not to be cleared stays open in the shown scenario', () => {
  playDueDates(stores, new Map([['handle', '2020-03-06'], ['cable', '2020-03-08']])) // prettier-ignore
  setWorkState(stores, one('handle'), 'notToBeCleared')
  expect(block('handle').state).toBe('notToBeCleared')
  expect(clear()).toEqual([{ block: 'cable', on: '2020-03-08' }])
})

test('each is one step: undone, the bytes are the first ones; done again, the last ones', () => {
  const first = writeChain(now().chain)
  assignBlocks(stores, { ids: ['handle', 'cable'], thing: 'two' }, { owner: 'A', due: '2020-03-20' }, 'zh')
  setWorkState(stores, { ids: ['handle', 'cable'], thing: 'two' }, 'inHand')
  closeBlocks(stores, one('cable'), { evidence: 'x', on: '2020-03-19' }, 'zh')
  playDueDates(stores, new Map([['cable', '2020-03-20']]))
  expect(now().past).toHaveLength(4)
  const last = writeChain(now().chain)
  for (let step = 0; step < 4; step++) undo(stores.document)
  expect(writeChain(now().chain)).toBe(first)
  for (let step = 0; step < 4; step++) redo(stores.document)
  expect(writeChain(now().chain)).toBe(last)
})
