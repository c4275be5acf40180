/** Files through the browser's own choosers, which are stubbed: they give files of the page's private folder. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { edit, newProfile, openTestChain, saved, shown } from './kept-page.ts'
import { choose, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { launch } from './visit.ts'

const { storage, app } = words.en

let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await newProfile(browser)
  context.setDefaultTimeout(15_000)
})
afterEach(() => context.close())

test('saving writes to the file that was chosen once', async () => {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const open = window as unknown as { asked: number; showSaveFilePicker: () => Promise<FileSystemFileHandle> }
    open.asked = 0
    open.showSaveFilePicker = async () => {
      open.asked++
      return (await navigator.storage.getDirectory()).getFileHandle('mine.chain.json', { create: true })
    }
  })
  await page.goto(inject('pageUrl'))
  await shown(page)
  await openTestChain(page)
  const written = () =>
    page.evaluate(async () => {
      const file = await (await navigator.storage.getDirectory()).getFileHandle('mine.chain.json', { create: true })
      return (await file.getFile()).text()
    })
  await page.keyboard.press('Control+s')
  await expect.poll(written).toContain('"Test chain"')
  await edit(page)
  await page.keyboard.press('Control+s')
  await expect.poll(written).toContain('copy')
  expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1)
})

test('a file that was opened is written back to, unless another program has written it meanwhile', async () => {
  const page = await context.newPage()
  await page.addInitScript((text) => {
    const folder = () => navigator.storage.getDirectory()
    const pickers = window as unknown as Record<string, unknown> & { asked: number }
    pickers.asked = 0
    pickers.showOpenFilePicker = async () => {
      const handle = await (await folder()).getFileHandle('opened.chain.json', { create: true })
      const writable = await handle.createWritable()
      await writable.write(text)
      await writable.close()
      return [handle]
    }
    pickers.showSaveFilePicker = async () => {
      pickers.asked++
      return (await folder()).getFileHandle('other.chain.json', { create: true })
    }
  }, JSON.stringify(TEST_CHAIN))
  await page.goto(inject('pageUrl'))
  await shown(page)
  await choose(page, /^Chain: /, app.openFile)
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  await saved(page)
  const written = (name: string) =>
    page.evaluate(async (file) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true })
      return (await handle.getFile()).text()
    }, name)
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked)
  await edit(page)
  await page.keyboard.press('Control+s')
  await page.getByText(storage.writtenTo.replace('{{file}}', 'opened.chain.json')).waitFor()
  expect(await written('opened.chain.json')).toContain('copy')
  expect(await asked()).toBe(0)

  await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('opened.chain.json')
    const writable = await handle.createWritable()
    await writable.write('of another program')
    await writable.close()
  })
  await page.keyboard.press('Control+s')
  await page.getByText(storage.writtenByOther.replace('{{file}}', 'opened.chain.json')).waitFor()
  await page.getByText(storage.writtenTo.replace('{{file}}', 'other.chain.json')).waitFor()
  expect(await written('opened.chain.json')).toBe('of another program')
  expect(await written('other.chain.json')).toContain('copy')
  expect(await asked()).toBe(1)
})

test('a closed chooser opens nothing; where the chooser is not allowed the plain one comes', async () => {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const pickers = window as unknown as { error: string; showOpenFilePicker: () => Promise<never> }
    pickers.error = 'AbortError'
    pickers.showOpenFilePicker = () => Promise.reject(new DOMException('', pickers.error))
  })
  await page.goto(inject('pageUrl'))
  await shown(page)
  const before = await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')
  await choose(page, /^Chain: /, app.openFile)
  await page.evaluate(() => ((window as unknown as { error: string }).error = 'SecurityError'))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, /^Chain: /, app.openFile)])
  expect(await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')).toBe(before)
  await chooser.setFiles({ name: 'a.chain.json', mimeType: '', buffer: Buffer.from(JSON.stringify(TEST_CHAIN)) })
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
})
