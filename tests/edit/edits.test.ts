import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { changeTable } from '../../src/state/actions/change-table.ts'
import { undo } from '../../src/state/document.ts'
import { goToStep } from '../../src/state/actions/go-to-step.ts'
import { removeRows } from '../../src/state/actions/remove-rows.ts'
import { namesOf, cellText, readCell, type CellWords } from '../../src/state/edits/cell-text.ts'
import { EDIT_FIELDS } from '../../src/state/edits/field-list.ts'
import { cellsOfText, planPaste, textOfRows } from '../../src/state/edits/paste.ts'
import {
  clearedBy,
  editablePositions,
  errorsOf,
  rowsOf,
  withEvidence,
  type TableChange,
} from '../../src/state/edits/table-change.ts'
import { TABLES } from '../../src/state/sheets.ts'
import { anyChain } from '../io/any-chain.ts'
import { TEST_CHAIN } from '../e2e/test-chain.ts'
import { storesOf } from '../panels/page-of.tsx'
import { times } from '../how-often.ts'

const wordsOf = (chain: Chain): CellWords => ({
  language: 'en',
  names: namesOf(chain, 'en'),
  wordOf: (id) => id,
})
const stepName = { name: 'changeCell', values: {} }
const storesWith = (chain: Chain) => storesOf(chain, { language: 'en' })

const wish = fc.record({
  kind: fc.constantFrom('change', 'change', 'change', 'copyRow', 'remove'),
  table: fc.constantFrom(...TABLES),
  row: fc.nat(),
  field: fc.nat(),
  text: fc.constantFrom('', '0.5', '35%', '3', '2020-03-01', 'labour', 'core', 'all', 'yes', 'x', '0.2..0.4', '-1', '1e400', '=1+1'),
}) // prettier-ignore
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never

function doWish(stores: ReturnType<typeof storesWith>, { kind, table, row, field, text }: Wish): void {
  const { chain } = stores.document.getState()
  const rows = rowsOf(chain, table)
  const positions = editablePositions(chain, table)
  if (positions.length === 0) return
  const position = positions[row % positions.length]!
  if (kind === 'remove') return void removeRows(stores, stepName, { table, positions: new Set([position]) })
  if (kind === 'copyRow') {
    const copied = { ...rows[position], id: `${table} ${chain.supplies.length} ${row}` }
    return void changeTable(stores, stepName, { table, cells: [], rows: [copied] })
  }
  const fields = EDIT_FIELDS[table].filter(({ name }) => name !== 'id')
  const edited = fields[field % fields.length]!
  const read = readCell(text, edited, wordsOf(chain), rows[position]![edited.name])
  if ('expected' in read) return
  changeTable(stores, stepName, { table, cells: [{ row: position, field: edited.name, value: read.value }], rows: [] })
}

test('300 random sequences of edits: undo all gives the first bytes, redo all the last, and every file can be read', () => {
  let steps = 0
  fc.assert(
    fc.property(anyChain, fc.array(wish, { minLength: 1, maxLength: 12 }), (drawn, wishes) => {
      fc.pre(errorsOf(drawn).length === 0)
      const stores = storesWith(drawn)
      const first = writeChain(drawn)
      for (const each of wishes) doWish(stores, each)
      const { chain, past } = stores.document.getState()
      steps += past.length
      const last = writeChain(chain)
      expect(readChain(new TextEncoder().encode(last), 'x').chain).not.toBeNull()
      goToStep(stores, 0)
      expect(writeChain(stores.document.getState().chain)).toBe(first)
      goToStep(stores, past.length)
      expect(writeChain(stores.document.getState().chain)).toBe(last)
    }),
    { numRuns: times(300) },
  )
  expect(steps).toBeGreaterThan(300)
})

test('what goes with an enterprise comes back with it, to the byte', () => {
  for (const [position] of TEST_CHAIN.enterprises.entries()) {
    const stores = storesWith(TEST_CHAIN)
    const { id } = TEST_CHAIN.enterprises[position]!
    expect(removeRows(stores, stepName, { table: 'enterprises', positions: new Set([position]) })).toEqual([])
    const { chain } = stores.document.getState()
    expect(chain.supplies.some(({ from, to }) => from === id || to === id)).toBe(false)
    expect(errorsOf(chain)).toEqual([])
    goToStep(stores, 0)
    expect(writeChain(stores.document.getState().chain)).toBe(writeChain(TEST_CHAIN))
  }
})

test('a stage that has enterprises stays, and it is said why', () => {
  const stores = storesWith(TEST_CHAIN)
  const errors = removeRows(stores, stepName, { table: 'stages', positions: new Set([0]) })
  expect(errors.map(({ code }) => code)).toContain('DANGLING')
  expect(stores.document.getState().past).toEqual([])
})

test('what a cell says can be typed into it again', () => {
  let cells = 0
  for (const table of TABLES) {
    for (const row of rowsOf(TEST_CHAIN, table)) {
      for (const field of EDIT_FIELDS[table]) {
        const text = cellText(row[field.name], field, wordsOf(TEST_CHAIN))
        if (text === '') continue
        cells++
        expect(readCell(text, field, wordsOf(TEST_CHAIN), row[field.name])).toEqual({ value: row[field.name] })
      }
    }
  }
  expect(cells).toBeGreaterThan(20)
})

test('pasted rows: sound cells enter, each other one is refused with its row, its column and what is expected', () => {
  const [first, second] = TEST_CHAIN.enterprises
  const fields = EDIT_FIELDS.supplies.filter(({ name }) => ['from', 'to', 'product', 'flow'].includes(name))
  const text = [
    `${first.id}\t${second.id}\tbolts\t12.5`,
    `nobody\t${second.id}\tbolts\t1`,
    `${first.id}\t${second.id}\tnuts\t-3`,
    `${first.id}\t${second.id}\tscrews\tmany`,
  ].join('\r\n')
  const place = { table: 'supplies', rows: [], at: 0, fields, firstField: 0 } as const
  const { change, refused } = planPaste(TEST_CHAIN, cellsOfText(text), place, wordsOf(TEST_CHAIN))
  expect(change.rows.map(({ product }) => product)).toEqual(['bolts'])
  expect(refused.map(({ row, column }) => `${row} ${column}`).toSorted()).toEqual(['2 from', '3 flow', '4 flow'])
  const stores = storesWith(TEST_CHAIN)
  expect(changeTable(stores, stepName, change)).toEqual([])
  expect(stores.document.getState().past).toHaveLength(1)
})

test('copied rows are guarded against formulas and come back as they were', () => {
  const row = { id: 's', title: '=1+1', date: '2020-01-01' }
  const fields = EDIT_FIELDS.sources
  const text = textOfRows([row], fields, wordsOf(TEST_CHAIN))
  expect(text).toContain("'=1+1")
  expect(cellsOfText(text)[0]!.slice(0, 3)).toEqual(['s', '=1+1', '2020-01-01'])
  expect(cellsOfText('a\t"b\n""c"""\nd\te')).toEqual([['a', 'b\n"c"'], ['d', 'e']]) // prettier-ignore
})

test('blocks that a change makes cleared are known, with what shows it; the answer enters with it in one step', () => {
  const asked = (change: TableChange) => clearedBy(TEST_CHAIN, change).map(({ evidence = '' }) => evidence)
  const cells = [{ row: 0, field: 'state', value: 'cleared' }]
  const given = { table: 'blocks', cells, rows: [] } as const
  expect(asked(given)).toEqual([''])
  const proof = { row: 0, field: 'evidence', value: 'permit no. 7' }
  expect(asked({ ...given, cells: [...cells, proof] })).toEqual(['permit no. 7'])
  const row = { id: 'b', at: { enterprise: 'cable' }, cause: 'cash', severity: 1, state: 'cleared' }
  expect(asked({ table: 'blocks', cells: [], rows: [row] })).toEqual([''])

  const stores = storesWith(TEST_CHAIN)
  const [first] = TEST_CHAIN.blocks
  const ids = [first.id, 'b']
  const whole = withEvidence(TEST_CHAIN, { ...given, rows: [row] }, new Set(ids), { text: ' photo ', language: 'en' })
  const days = new Map(ids.map((id) => [id, '2020-02-14'] as const))
  expect(changeTable(stores, stepName, whole, days)).toEqual([])
  const { chain, past } = stores.document.getState()
  expect(chain.blocks!.map(({ state, evidence }) => [state, evidence])).toEqual([
    ['cleared', 'photo'],
    ...TEST_CHAIN.blocks.slice(1).map(() => [undefined, undefined]),
    ['cleared', 'photo'],
  ])
  const planned = chain.scenarios![0]!.clear!.filter(({ on }) => on === '2020-02-14')
  expect(planned.map(({ block }) => block)).toEqual(ids)
  expect(past).toHaveLength(1)
  undo(stores.document)
  expect(writeChain(stores.document.getState().chain)).toBe(writeChain(TEST_CHAIN))
})

test.each([
  ['1,234.5', 1234.5],
  ['１２', 12],
  ['12万', 120_000],
  ['35％', 0.35],
  ['57%', 0.57],
])('in a cell %s is the number %d, as in a table that is brought in', (typed, value) => {
  const field = EDIT_FIELDS.supplies.find(({ name }) => name === 'flow')!
  expect(readCell(typed, field, wordsOf(TEST_CHAIN), undefined)).toEqual({ value })
  expect(readCell('1,23,4', field, wordsOf(TEST_CHAIN), undefined)).toEqual({ expected: field.range })
})

test('a day in a cell is read as people write it', () => {
  const field = EDIT_FIELDS.blocks.find(({ name }) => name === 'due')!
  for (const typed of ['2020/2/3', '２０２０年２月３日', '20200203', '2020年2月3日前'])
    expect(readCell(typed, field, wordsOf(TEST_CHAIN), undefined)).toEqual({ value: '2020-02-03' })
})

test('the rows of a table that a chain does not have are one and the same nothing', () => {
  for (const table of ['notes', 'observations'] as const)
    expect(rowsOf(TEST_CHAIN, table)).toBe(rowsOf(TEST_CHAIN, table))
})

test('deliveries and stimuli of a scenario come back from the text of their cell; what is no such row is refused', () => {
  const words = wordsOf(TEST_CHAIN)
  const field = (name: string) => EDIT_FIELDS.scenarios.find((each) => each.name === name)!
  const [enterprise] = TEST_CHAIN.enterprises
  const deliveries = [
    { enterprise: enterprise.id, product: 'p·x', amount: 0.25, on: '2020-02-17' },
    { enterprise: enterprise.id, product: 'q', amount: 1e6, on: '2020-03-01' },
  ]
  const stimulus = [{ enterprise: enterprise.id, factor: 1.2, since: '2020-02-17', until: '2020-03-01' }]
  for (const [name, rows] of Object.entries({ deliveries, stimulus })) {
    const text = cellText(rows, field(name), words)
    expect(readCell(text, field(name), words, undefined)).toEqual({ value: rows })
    expect(readCell(text.replaceAll(' | ', '｜'), field(name), words, undefined)).toEqual({ value: rows })
  }
  for (const wrong of [
    'x',
    'nobody | p | 1 | 2020-03-01',
    'a | p | many | 2020-03-01',
    'a | b | 1 | 2020-03-01 | more',
  ])
    expect(readCell(wrong, field('deliveries'), words, undefined)).toEqual({ expected: 'deliveries' })
  expect(readCell('', field('deliveries'), words, deliveries)).toEqual({ value: undefined })
})
