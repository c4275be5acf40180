import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { workbook as en } from '../../src/i18n/en/workbook.ts'
import { workbook as zh } from '../../src/i18n/zh/workbook.ts'
import { guarded, unguarded } from '../../src/io/formats/formula-guard.ts'
import { areOwnSheets, readOwnSheets, type CellSheet } from '../../src/io/formats/read-sheets.ts'
import type { SheetOptions } from '../../src/io/formats/sheet-types.ts'
import { writeCsvSet } from '../../src/io/formats/write-csv-set.ts'
import { writeWorkbook } from '../../src/io/formats/write-workbook.ts'
import { sheetsOf } from '../../src/io/formats/written-sheets.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { anyChain } from '../io/any-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'
import { times } from '../how-often.ts'

const csvSheets = (zip: Uint8Array): CellSheet[] =>
  Object.entries(unzipSync(zip)).map(([name, bytes]) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
    expect(text.startsWith('\ufeff')).toBe(true)
    return { name, rows: Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' }).data }
  })
const xlsxSheets = async (bytes: Uint8Array): Promise<readonly CellSheet[]> => (await readXlsx(bytes)).sheets

const optionsIn = (language: 'zh' | 'en', scenarioId: string | null = null): SheetOptions => ({
  language,
  words: language === 'zh' ? zh : en,
  scenarioId,
})
const language = fc.constantFrom('zh' as const, 'en' as const)

function expectSame(sheets: readonly CellSheet[], chain: Chain): void {
  expect(areOwnSheets(sheets)).toBe(true)
  const { chain: again, problems } = readOwnSheets(sheets, 'own')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(writeChain(again!)).toBe(writeChain(chain))
}

test('a set of CSV files gives any chain back, to the byte', () => {
  fc.assert(
    fc.property(anyChain, language, (chain, language) => {
      expectSame(csvSheets(writeCsvSet(sheetsOf(chain, optionsIn(language)))), chain)
    }),
    { numRuns: times(500, 100) },
  )
})

test('a workbook gives any chain back, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyChain, language, async (chain, language) => {
      const bytes = await writeWorkbook(sheetsOf(chain, optionsIn(language)))
      expectSame(await xlsxSheets(bytes), chain)
    }),
    { numRuns: times(500, 100) },
  )
})

test.each(fixtures)('$name comes back from both, with its results', async ({ text }) => {
  const chain = readChain(bytesOf(text), 'case').chain!
  const sheets = sheetsOf(chain, optionsIn('zh', chain.scenarios?.[0]?.id ?? null))
  expect(sheets.some(({ id }) => id === 'results')).toBe((chain.scenarios ?? []).length > 0)
  const zip = writeCsvSet(sheets)
  expectSame(csvSheets(zip), chain)
  expect(writeCsvSet(sheets)).toEqual(zip)
  const bytes = await writeWorkbook(sheets)
  expectSame(await xlsxSheets(bytes), chain)
  expect(await writeWorkbook(sheets)).toEqual(bytes)
})

test('every column has a heading in both languages, and every field its meaning', () => {
  const { chain } = readChain(bytesOf(fixtures[0]!.text), 'case')
  for (const words of [zh, en]) {
    for (const { id, columns } of sheetsOf(chain!, { language: 'zh', words, scenarioId: null }).slice(1)) {
      for (const { field, heading } of columns) {
        const name = field.replace('#', '').split('.')[1]!
        expect(words.fields, `${id}: ${heading}`).toHaveProperty(name)
      }
    }
  }
})

test('a text that looks like a formula is guarded, and every text comes back', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r']) expect(guarded(`${sign}1`)).toBe(`'${sign}1`)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '@', 'a', '-', '\t') }), (text) => {
      expect(unguarded(guarded(text))).toBe(text)
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('levels that no spreadsheet opens with ease are left out, and the explanation says so', () => {
  const chain = readChain(bytesOf(fixtures[0]!.text), 'case').chain!
  const row = chain.enterprises[0]!
  const more = Array.from({ length: 1000 }, (_, at) => ({ ...row, id: `x${at}`, finalDemand: 1 }))
  const scenario = { id: 's', name: 's', start: '2020-02-01', days: 2001, blocks: 'all' } as const
  const large = { ...chain, enterprises: [...chain.enterprises, ...more], scenarios: [scenario] }
  const sheets = sheetsOf(large, optionsIn('en', 's'))
  expect(sheets.map(({ id }) => id)).not.toContain('results')
  expect(sheets.map(({ id }) => id)).toContain('days')
  expect(sheets[0]!.rows.flat()).toContain(en.readme.levelsLeftOut)
})
