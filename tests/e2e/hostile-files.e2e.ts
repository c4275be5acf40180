/** Files of the corpus, dropped one after the other on one open page: each gets its verdict, and the open chain stays to the byte. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { bring as en } from '../../src/i18n/en/bring.ts'
import { problemText } from '../../src/i18n/problem-text.ts'
import type { ProblemCode } from '../../src/model/problem.ts'
import { saved } from './kept-page.ts'
import { readRecords } from './kept-records.ts'
import { openChain } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit, type Visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
let open: Visit
let before: string
const dialogs: string[] = []

beforeAll(async () => {
  open = await visit(browser())
  open.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await open.page.evaluate(() => {
    const seen = window as unknown as { broken: string[] }
    seen.broken = []
    document.addEventListener('securitypolicyviolation', (event) => seen.broken.push(event.violatedDirective))
  })
  await openChain(open.page, TEST_CHAIN)
  await saved(open.page)
  before = await everything(open.page)
})

const everything = async (page: Page): Promise<string> => JSON.stringify(await readRecords(page))

/** Refused files by folder of the corpus, and what is said of each. */
const REFUSED: readonly (readonly [file: string, code: ProblemCode])[] = [
  ['tables/empty.csv', 'EMPTY'],
  ['tables/no-rows.csv', 'NO_ROWS'],
  ['tables/encoding-big5.csv', 'ENCODING'],
  ['tables/encoding-utf-32.csv', 'ENCODING'],
  ['tables/type-exe.csv', 'TYPE_MISMATCH'],
  ['tables/type-html.xls', 'TYPE_MISMATCH'],
  ['tables/type-json.csv', 'TYPE_MISMATCH'],
  ['tables/no-columns-no-heading.csv', 'NO_COLUMNS'],
  ['tables/quote-open.csv', 'QUOTE'],
  ['tables/number-not-decimal.csv', 'NUMBER'],
  ['tables/too-wide.xlsx', 'TOO_WIDE'],
  ['tables/too-deep.xlsx', 'TOO_DEEP'],
  ['tables/limit-corner.xlsx', 'TOO_WIDE'],
  ['tables/zip-ratio.xlsx', 'ZIP_RATIO'],
  ['tables/zip-size-lie.xlsx', 'ZIP_SIZE'],
  ['tables/zip-overlap-many.xlsx', 'ZIP_OVERLAP'],
  ['tables/zip-duplicate-slash.xlsx', 'ZIP_DUPLICATE'],
  ['tables/zip-truncated.xlsx', 'ZIP_TRUNCATED'],
  ['tables/zip-method-deflate64.xlsx', 'ZIP_METHOD'],
  ['tables/zip-crc.xlsx', 'ZIP_CRC'],
  ['tables/encrypted.xlsx', 'ENCRYPTED'],
  ['tables/legacy-xml-2003.xls', 'LEGACY_XLS'],
  ['tables/not-xlsx-docx.xlsx', 'NOT_XLSX'],
  ['tables/xml-mismatch.xlsx', 'XML'],
  ['tables/xml-dtd-late.xlsx', 'XML_DTD'],
  ['graphs/xml-csv.gexf', 'XML'],
  ['graphs/xml-dtd-external.gexf', 'XML_DTD'],
  ['graphs/wrong-root.gexf', 'WRONG_ROOT'],
  ['graphs/no-rows.gexf', 'NO_ROWS'],
  ['graphs/dup-field.cyjs', 'DUP_FIELD'],
  ['graphs/own-newer.gexf', 'VERSION_NEWER'],
]

/** Files that are taken, and so wait for Apply. */
const TAKEN = [
  'tables/formula-injection.csv', 'tables/sound-markup-in-cells.csv', 'tables/sound-prototype.csv', 'tables/lookalike-turned-round.csv',
  'graphs/markup-in-names.gexf', 'graphs/prototype.graphology.json', 'graphs/stylesheet.gexf', 'graphs/xml-include.gexf',
] // prettier-ignore

/** Drops a file on the page, as a hand does, and waits for the verdict. */
async function drop(page: Page, file: string): Promise<void> {
  const name = file.split('/')[1]!
  const base64 = readFileSync(new URL(`../corpus/${file}`, import.meta.url)).toString('base64')
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
      return transfer
    },
    [name, base64] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await sheet(page).getByText(en.problems.title, { exact: true }).waitFor()
  await sheet(page).getByRole('progressbar').waitFor({ state: 'detached' })
  await sheet(page).getByText(name).first().waitFor()
}

const sheet = (page: Page) => page.getByRole('region', { name: en.title, exact: true })
const apply = (page: Page) => sheet(page).getByRole('button', { name: en.apply.button, exact: true })

test.for(REFUSED)('%s is refused with %s', async ([file, code]) => {
  const { page } = open
  await drop(page, file)
  const { what } = problemText({ code, severity: 'error', file: file.split('/')[1]! }, 'en')
  await sheet(page).getByRole('listitem').filter({ hasText: what }).first().waitFor()
  expect(await apply(page).isDisabled()).toBe(true)
})

test.for(TAKEN)('%s does nothing before Apply', async (file) => {
  await drop(open.page, file)
  await apply(open.page).waitFor()
})

test('the open chain is what it was to the byte; no script ran, nothing was asked for, no rule was broken', async () => {
  const { page } = open
  await sheet(page).getByRole('button', { name: en.close }).click()
  expect(await everything(page)).toBe(before)
  expect(await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')).toBe('Chain: Test chain')
  expect(dialogs).toEqual([])
  expect(open.foreign).toEqual([])
  expect(open.complaints).toEqual([])
  expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([])
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
})
