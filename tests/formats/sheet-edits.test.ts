/** What people do to a workbook before they give it back. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { workbook as zh } from '../../src/i18n/zh/workbook.ts'
import { readOwnSheets, type CellSheet, type SheetCell } from '../../src/io/formats/read-sheets.ts'
import { sheetsOf } from '../../src/io/formats/written-sheets.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { inFileOrder, writeChain } from '../../src/io/write-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'

const chain = readChain(bytesOf(fixtures.find(({ name }) => name === 'handle')!.text), 'handle').chain!
const sheets: readonly CellSheet[] = sheetsOf(chain, { language: 'zh', words: zh, scenarioId: null }).map(
  ({ title, columns, rows }) => ({
    name: title,
    rows: [columns.map(({ heading }) => heading), columns.map(({ field }) => field), ...rows],
  }),
)
const same = (changed: readonly CellSheet[]): void => {
  const { chain: again, problems } = readOwnSheets(changed, 'x')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(writeChain(again!)).toBe(writeChain(chain))
}
const eachRow = (change: (row: readonly SheetCell[]) => readonly SheetCell[]) =>
  sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(change) }))

/** Changes the cell of a field in the first row below the heads. */
function withCell(field: string, value: SheetCell): readonly CellSheet[] {
  return sheets.map((sheet) => {
    const column = sheet.rows[1]!.indexOf(field)
    if (column < 0) return sheet
    const rows = sheet.rows.map((row, at) =>
      at === 2 ? row.map((cell, here) => (here === column ? value : cell)) : row,
    )
    return { ...sheet, rows }
  })
}

test('the order of sheets and columns, their names and the explanation do not matter', () => {
  same([...sheets].toReversed())
  same(sheets.map((sheet, at) => ({ ...sheet, name: `Sheet${at}` })))
  same(eachRow((row) => [...row].toReversed()))
  same(sheets.filter(({ name }) => name !== zh.sheets.readme))
  same(sheets.map((sheet) => ({ ...sheet, rows: [['x'], ...sheet.rows.slice(1)] })))
})

test('columns for reading only are not read, empty rows and cells at the end are nothing', () => {
  const names = eachRow((row) => row.map((cell) => cell))
  same(
    names.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        at < 2 ? row : row.map((cell, column) => (String(sheet.rows[1]![column]).startsWith('#') ? 'x' : cell)),
      ),
    })),
  )
  same(sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows, [], [null, null], ['', '']] })))
  same(eachRow((row) => [...row, null, '']))
})

test('numbers, days and flags that a spreadsheet has turned into its own come back as they were', () => {
  const turned = (cell: SheetCell): SheetCell => {
    if (typeof cell === 'number') return String(cell)
    if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
    return cell
  }
  same(eachRow((row) => row.map(turned)))
  const day = /^\d{4}-\d{2}-\d{2}$/
  const dated = (cell: SheetCell): SheetCell =>
    typeof cell === 'string' && day.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell
  same(eachRow((row) => row.map(dated)))
  const short = (cell: SheetCell): SheetCell =>
    typeof cell === 'string' && day.test(cell) ? cell.replaceAll(/-0?/g, '/') : cell
  same(eachRow((row) => row.map(short)))
})

test('a changed cell changes its field', () => {
  const { chain: changed } = readOwnSheets(withCell('enterprises.region', '湖北'), 'x')
  expect(changed!.enterprises[0]!.region).toBe('湖北')
  const expected = {
    ...chain,
    enterprises: chain.enterprises.map((row, at) => (at === 0 ? { ...row, region: '湖北' } : row)),
  }
  expect(writeChain(inFileOrder(changed!))).toBe(writeChain(expected))
})

test.each([
  ['supplies.flow', 'viel', 'NUMBER'],
  ['supplies.flow', -1, 'NUMBER'],
  ['supplies.from', 'nobody', 'DANGLING'],
  ['enterprises.role', 'chief', 'SCHEMA'],
  ['scenarios.start', '2020-02-31', 'SCHEMA'],
  ['scenarios.clear', '[{', 'SCHEMA'],
  ['enterprises.id', '', 'SCHEMA'],
] as const)('%s = %s is said with sheet, row and heading', (field, value, code) => {
  const { chain: none, problems } = readOwnSheets(withCell(field, value), 'x')
  expect(none).toBeNull()
  const sheet = sheets.find(({ rows }) => rows[1]!.includes(field))!
  const heading = sheet.rows[0]![sheet.rows[1]!.indexOf(field)]
  expect(problems.find((problem) => problem.code === code)).toMatchObject({
    sheet: sheet.name,
    row: 3,
    column: heading,
  })
})

test('a column that somebody added is passed over, and said', () => {
  const changed = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, at) => [
      ...row,
      at === 1 && String(row[0]).startsWith('supplies.') ? 'supplies.colour' : 'x',
    ]),
  }))
  const { chain: again, problems } = readOwnSheets(changed, 'x')
  expect(writeChain(again!)).toBe(writeChain(chain))
  expect(problems.map(({ code, found }) => [code, found])).toEqual([['UNKNOWN_FIELDS', '"colour"']])
})

test('any cells get an answer', () => {
  const cell: fc.Arbitrary<SheetCell> = fc.oneof(
    fc.constantFrom(
      null,
      '',
      '__proto__',
      '{"__proto__": {"x": 1}}',
      '[[',
      'all',
      Number.NaN,
      Infinity,
      new Date(Number.NaN),
    ),
    fc.string(),
    fc.double(),
    fc.boolean(),
  )
  const place = fc.tuple(fc.nat(), fc.nat(), fc.nat(), cell)
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const changed = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }))
      for (const [sheetAt, rowAt, columnAt, value] of places) {
        const { rows } = changed[sheetAt % changed.length]!
        const row = rows[rowAt % rows.length]!
        if (row.length > 0) row[columnAt % row.length] = value
      }
      const { chain: read, problems } = readOwnSheets(changed, 'x')
      expect(read === null).toBe(problems.some(({ severity }) => severity === 'error'))
      if (read) writeChain(read)
    }),
    { numRuns: 1000 },
  )
  expect(({} as { x?: unknown }).x).toBeUndefined()
})
