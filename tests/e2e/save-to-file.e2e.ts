/**
 * Files that are written back to. They lie in the page's private folder, for which no permission is asked. Only the choosers
 * themselves are stood in for: under a driver the browser answers them with "intercepted", and gives no way to choose.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
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

const CHAIN_TEXT = JSON.stringify(TEST_CHAIN)

/** Text of a file in the page's private folder. */
const textOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (file) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true })
    return (await handle.getFile()).text()
  }, name)

/** Writes a file of the private folder, as another program would. */
const writeAs = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    async ([file, content]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true })
      const writable = await handle.createWritable()
      await writable.write(content)
      await writable.close()
    },
    [name, text] as const,
  )

/** Whoever is asked for a file chooses this one of the private folder; counts how often that happens. */
const choosing = (page: Page, chosen: string): Promise<unknown> =>
  page.addInitScript((name) => {
    const file = async () => (await navigator.storage.getDirectory()).getFileHandle(name, { create: true })
    const pickers = window as unknown as Record<string, unknown> & { asked: number }
    pickers.asked = 0
    pickers.showOpenFilePicker = async () => [await file()]
    pickers.showSaveFilePicker = () => {
      pickers.asked++
      return file()
    }
  }, chosen)

const asked = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { asked: number }).asked)

const save = async (page: Page, file: string): Promise<void> => {
  await page.keyboard.press('Control+s')
  await page.getByText(storage.writtenTo.replace('{{file}}', file)).first().waitFor()
}

const opened = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  await saved(page)
}

/** Drops a file of the private folder; events that scripts make carry no places, so the event gives it as a dropped one would. */
const drop = (page: Page, name: string): Promise<void> =>
  page.evaluate(async (file) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(file)
    const transfer = new DataTransfer()
    transfer.items.add(await handle.getFile())
    const items = DataTransferItem.prototype as unknown as { getAsFileSystemHandle: () => Promise<FileSystemHandle> }
    items.getAsFileSystemHandle = () => Promise.resolve(handle)
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, name)

test('saving writes to the file that was chosen once', async () => {
  const page = await context.newPage()
  await choosing(page, 'mine.chain.json')
  await page.goto(inject('pageUrl'))
  await shown(page)
  await openTestChain(page)
  await page.keyboard.press('Control+s')
  await expect.poll(() => textOf(page, 'mine.chain.json')).toContain('"Test chain"')
  await edit(page)
  await page.keyboard.press('Control+s')
  await expect.poll(() => textOf(page, 'mine.chain.json')).toContain('copy')
  expect(await asked(page)).toBe(1)
})

for (const way of ['chosen', 'dropped'] as const)
  test(`a file that was ${way} is written back to, unless another program has written it meanwhile`, async () => {
    const page = await context.newPage()
    await choosing(page, 'opened.chain.json')
    await page.goto(inject('pageUrl'))
    await shown(page)
    await writeAs(page, 'opened.chain.json', CHAIN_TEXT)
    await (way === 'chosen' ? choose(page, /^Chain: /, app.openFile) : drop(page, 'opened.chain.json'))
    await opened(page)
    await edit(page)
    await save(page, 'opened.chain.json')
    expect(await textOf(page, 'opened.chain.json')).toContain('copy')
    expect(await asked(page)).toBe(0)

    await writeAs(page, 'opened.chain.json', 'of another program')
    await choosing(page, 'other.chain.json')
    // The next visit knows the file, and in which state it was left.
    await page.reload()
    await shown(page)
    await opened(page)
    await page.keyboard.press('Control+s')
    await page.getByText(storage.writtenByOther.replace('{{file}}', 'opened.chain.json')).waitFor()
    await page.getByText(storage.writtenTo.replace('{{file}}', 'other.chain.json')).waitFor()
    expect(await textOf(page, 'opened.chain.json')).toBe('of another program')
    expect(await textOf(page, 'other.chain.json')).toContain('copy')
    expect(await asked(page)).toBe(1)
  })

test('a file dropped from a folder is the one that may be written; who does not allow it chooses another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dropped-'))
  const path = join(folder, 'mine.chain.json')
  await writeFile(path, CHAIN_TEXT)
  const page = await context.newPage()
  await choosing(page, 'other.chain.json')
  // The browser's question lies outside the page, where a driver cannot answer it.
  await page.addInitScript(() => {
    const files = FileSystemFileHandle.prototype as unknown as { requestPermission: (how: object) => Promise<string> }
    files.requestPermission = function (this: FileSystemFileHandle, how) {
      ;(window as unknown as { question: string }).question = `${this.name} ${JSON.stringify(how)}`
      return Promise.resolve('denied')
    }
  })
  await page.goto(inject('pageUrl'))
  await shown(page)
  const session = await context.newCDPSession(page)
  const dragged = { items: [], files: [path], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data: dragged })
  await drag('dragEnter')
  await drag('dragOver')
  await page.getByText(app.dropHere).waitFor()
  // A hand moves on over the page until it lets go: a drop counts only where a move before it has been accepted.
  await drag('dragOver')
  await drag('drop')
  await opened(page)
  await edit(page)
  await save(page, 'other.chain.json')
  expect(await page.evaluate(() => (window as unknown as { question: string }).question)).toBe(
    'mine.chain.json {"mode":"readwrite"}',
  )
  expect(await textOf(page, 'other.chain.json')).toContain('copy')
  await rm(folder, { recursive: true })
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
