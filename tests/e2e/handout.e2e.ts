import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { bring } from '../../src/i18n/en/bring.ts'
import { handout } from '../../src/i18n/en/handout.ts'
import { handout as zh } from '../../src/i18n/zh/handout.ts'
import { readGraph } from '../../src/io/formats/read-graph.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import { FILE_FORMATS, FILE_FORMAT_IDS, type FileFormatId, type Loss } from '../../src/model/file-formats.ts'
import { bytesOf } from '../io/fixtures.ts'
import { axeFinds } from './axe.ts'
import { openChain, ready, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit, type Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

let open: Visit
const browser = visitOnce(async (visited) => {
  open = visited
  await openChain(open.page, TEST_CHAIN)
  await open.page.getByRole('button', { name: /^Chain: / }).click()
  await open.page.getByRole('menuitem', { name: 'Export…' }).click()
  await open.page.getByRole('region', { name: handout.title, exact: true }).waitFor()
})

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
  const rows = open.page.getByRole('region', { name: handout.data.title, exact: true }).getByRole('listitem')
  for (const [at, format] of FILE_FORMAT_IDS.entries()) {
    const text = await rows.nth(at).textContent()
    const lost: readonly Loss[] = FILE_FORMATS[format].lost
    for (const loss of lost) expect(text).toContain(handout.lost[loss])
    expect(text!.includes(handout.data.nothingLost)).toBe(lost.length === 0)
  }
})

test.each(['light', 'dark'] as const)('axe finds nothing on the sheet, %s', async (colorScheme) => {
  const { page, context, complaints } = await visit(browser(), { colorScheme, locale: 'zh-CN' })
  await ready(page, 'zh')
  await page.getByRole('button', { name: /^产业链/ }).click()
  await page.getByRole('menuitem', { name: words.zh.app.handOn }).click()
  const sheet = page.getByRole('region', { name: zh.title, exact: true })
  await sheet.waitFor()
  await page.waitForTimeout(400)
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/handout-${colorScheme}.png` })
  expect(await axeFinds(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await context.close()
})

test('a workbook that was handed on is opened on its own again, whole', async () => {
  const { bytes } = await download('workbook')
  const { page, context, complaints } = await visit(browser())
  await ready(page)
  const transfer = await page.evaluateHandle((base64) => {
    const all = new DataTransfer()
    all.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], 'back.xlsx'))
    return all
  }, Buffer.from(bytes).toString('base64'))
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await page.getByRole('button', { name: bring.file.open }).click()
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})
