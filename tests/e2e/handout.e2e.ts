import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { handout } from '../../src/i18n/en/handout.ts'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { FILE_FORMATS, FILE_FORMAT_IDS, type FileFormatId } from '../../src/model/file-formats.ts'
import { bytesOf } from '../io/fixtures.ts'
import { openChain } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { launch, visit, type Visit } from './visit.ts'

let browser: Browser
let open: Visit
beforeAll(async () => {
  browser = await launch()
  open = await visit(browser)
  await openChain(open.page, TEST_CHAIN)
  await open.page.getByRole('button', { name: /^Chain: / }).click()
  await open.page.getByRole('menuitem', { name: 'Hand on…' }).click()
  await open.page.getByRole('region', { name: handout.title }).waitFor()
})
afterAll(() => browser.close())

const chain = readChain(bytesOf(JSON.stringify(TEST_CHAIN)), 'test').chain!

/** Downloads a format and gives its name and bytes. */
async function download(format: FileFormatId): Promise<{ name: string; bytes: Uint8Array }> {
  const { page } = open
  const name = handout.data.writeFormat.replace('{{format}}', handout.formats[format].name)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  await page.getByRole('button', { name, exact: true }).and(page.locator(':enabled')).waitFor()
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test.each(FILE_FORMAT_IDS)(
  '%s is downloaded under its own ending, without a complaint or a request',
  async (format) => {
    const { name, bytes } = await download(format)
    expect(name.endsWith(FILE_FORMATS[format].endings[0])).toBe(true)
    expect(bytes.length).toBeGreaterThan(100)
    expect(open.complaints).toEqual([])
    expect(open.foreign).toEqual([])
  },
)

test.each(['gexf', 'graphml', 'cytoscape', 'graphology'] as const)('%s gives the open chain back', async (format) => {
  const { name, bytes } = await download(format)
  expect(writeChain(readGraph(bytes, name).chain!)).toBe(writeChain(chain))
})

test('each format says what others lose', async () => {
  const { page } = open
  const first = page.getByRole('region', { name: handout.title }).getByRole('listitem').first()
  await first.getByText(handout.data.lostTitle).click()
  await first.getByText(handout.lost.undo).waitFor()
})
