import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Download, Page } from 'playwright-core'
import { fillIn } from '../../src/i18n/problem-text.ts'
import type { Chain } from '../../src/model/chain.ts'
import { axeFinds } from './axe.ts'
import { choose, figure, openChain, ready, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

const { mask, app, handout, share, storage } = words.en
const OWNED: Chain = {
  ...TEST_CHAIN,
  blocks: TEST_CHAIN.blocks.map((block) => ({ ...block, owner: '王小明', note: `催办${block.id}` })),
}
const SECRETS = [
  ...TEST_CHAIN.enterprises.flatMap(({ name }) => [name.zh, name.en]),
  'Test chain', '测试链', '王小明', '催办', 'b-handle', 'engine-a',
] // prettier-ignore

let page: Page
const browser = visitOnce(async (open) => {
  page = open.page
  await openChain(page, OWNED)
})

const sheet = () => page.getByRole('region', { name: mask.title })
const contentOf = async (file: Download): Promise<string> => readFileSync(await file.path(), 'utf8')
const hidden = (text: string): void => expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])

async function openSheet(): Promise<void> {
  await choose(page, /^Chain: /, app.mask)
  await sheet().waitFor()
}

let copy = ''
let key = ''

test('copy and key are saved as two files; the copy holds no name', async () => {
  await openSheet()
  expect(await axeFinds(page)).toEqual([])
  const files: Download[] = []
  page.on('download', (file) => files.push(file))
  await sheet().getByRole('button', { name: mask.save }).click()
  await expect.poll(() => files.length).toBe(2)
  page.removeAllListeners('download')
  const isKey = (file: Download): boolean => file.suggestedFilename().endsWith('-key.csv')
  key = await contentOf(files.find(isKey)!)
  copy = await contentOf(files.find((file) => !isKey(file))!)
  hidden(copy)
  expect(key).toContain('把手厂')
  await sheet().getByText('Codes stand for 5 enterprises').waitFor()
})

test('opened here, the page, the picture and the link hold no name, the figures are the same, and the original is kept', async () => {
  const before = await figure(page, app.figures.outputRecovery)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sheet().getByRole('button', { name: mask.open }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^masked-[0-9a-f]{6}-key\.csv$/)
  await page
    .getByRole('button', { name: /^Chain: Masked chain/ })
    .getByText(app.masked)
    .waitFor()
  await ready(page)
  expect(await figure(page, app.figures.outputRecovery)).toBe(before)
  await page.getByRole('button', { name: words.en.app.analysis }).waitFor()
  hidden(await page.content())
  await choose(page, /^Chain: /, app.handOn)
  const picture = fillIn(handout.room.makeFormat, { format: handout.room.formats.picture.name })
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: picture, exact: true }).click(),
  ])
  hidden(await contentOf(svg))
  hidden(svg.suggestedFilename())
  await page.getByRole('button', { name: app.share }).first().click()
  const link = page.getByRole('region', { name: share.title })
  await link.getByRole('switch', { name: share.include }).click()
  await link.getByText(/Whoever has the link has all of it/).waitFor()
  const address = await link.getByRole('textbox', { name: share.link }).inputValue()
  const other = await visit(browser(), {}, address.slice(address.indexOf('#')))
  await other.page.getByRole('button', { name: /^Chain: Masked chain/ }).waitFor()
  await ready(other.page)
  hidden(await other.page.content())
  await other.context.close()
  await choose(page, /^Chain: /, app.storage)
  await page.getByRole('button', { name: `${storage.openThis}: Test chain` }).waitFor()
})

test('a copy that came back gets its names again by its key; a key that is none is refused', async () => {
  await openSheet()
  const give = async (name: string, file: string, content: string) =>
    page
      .getByLabel(name)
      .setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
  await give(mask.off.copy, 'returned.chain.json', copy)
  await give(mask.off.key, 'key.csv', 'a,b\r\n1,2\r\n')
  await sheet().getByRole('button', { name: mask.off.take }).click()
  await sheet().getByRole('alert').filter({ hasText: 'This is no key' }).waitFor()
  await give(mask.off.key, 'key.csv', key)
  await sheet().getByRole('button', { name: mask.off.take }).click()
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  const download = page.waitForEvent('download')
  await choose(page, /^Chain: /, app.saveFile)
  expect(JSON.parse(await contentOf(await download))).toEqual(OWNED)
})
