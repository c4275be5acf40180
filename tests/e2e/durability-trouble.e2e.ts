import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { crash, edit, newProfile, openTab, openTestChain, saved, scenarios, shown } from './kept-page.ts'
import { putRecords, readRecords } from './kept-records.ts'
import { choose, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { withBrowser } from './with-browser.ts'

const { storage, app } = words.en
const WITHIN = 1_000

const browser = withBrowser()
let context: BrowserContext
beforeEach(async () => {
  context = await newProfile(browser())
  context.setDefaultTimeout(15_000)
})
afterEach(() => context.close())

const notice = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
const reads = (page: Page) => page.getByText(storage.openElsewhere)

test('a full disk is said within a second; what was saved stays, what was not comes once there is space', async () => {
  const page = await openTab(context)
  await openTestChain(page)
  const session = await context.newCDPSession(page)
  const { origin } = new URL(inject('pageUrl'))
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2 * 1024 * 1024 })
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('filler', 1)
      request.addEventListener('upgradeneeded', () =>
        request.result.createObjectStore('bytes', { autoIncrement: true }),
      )
      request.addEventListener('success', () => resolve(request.result))
    })
    for (let size = 1 << 20, isFull = false; size >= 64; isFull && (size >>= 1)) {
      isFull = await new Promise<boolean>((resolve) => {
        const transaction = db.transaction('bytes', 'readwrite', { durability: 'strict' })
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536))))
        transaction.addEventListener('complete', () => resolve(false))
        transaction.addEventListener('abort', () => resolve(true))
      })
    }
    db.close()
  })
  await edit(page)
  await notice(page, storage.reason.full).waitFor({ timeout: WITHIN })
  await edit(page)
  expect(await scenarios(page)).toBe(3)
  const other = page.waitForEvent('download')
  await notice(page, storage.reason.full).getByRole('button', { name: storage.saveFile }).click()
  expect((await other).suggestedFilename()).toBe('test.chain.json')
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.evaluate(() => void indexedDB.deleteDatabase('filler'))
  await saved(page)
  await page.reload()
  await shown(page)
  expect(await scenarios(page)).toBe(3)
})

test.for(['missing', 'forbidden'] as const)(
  'storage that is %s: the page works in memory and offers a file',
  async (how) => {
    const page = await context.newPage()
    await page.addInitScript((kind) => {
      const get = (): undefined => {
        if (kind === 'forbidden') throw new DOMException('no storage here', 'SecurityError')
      }
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { configurable: true, get })
    }, how)
    await page.goto(inject('pageUrl'))
    await shown(page)
    await notice(page, storage.reason.blocked).getByRole('button', { name: storage.saveFile }).waitFor()
    const before = await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')
    expect(before).toContain('Chain: ')
  },
)

test('site data cleared while the page is open: it is written again', async () => {
  const page = await openTab(context)
  await openTestChain(page)
  await edit(page)
  await saved(page)
  const session = await context.newCDPSession(page)
  const { origin } = new URL(inject('pageUrl'))
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' })
  await page.waitForTimeout(500)
  await edit(page)
  await saved(page)
  await page.close()
  expect(await scenarios(await openTab(context))).toBe(3)
})

test('one tab writes, the other follows, takes over, and goes on when the writer crashes', async () => {
  const first = await openTab(context)
  await openTestChain(first)
  const second = await openTab(context)
  await reads(second).waitFor()
  await edit(first)
  await expect.poll(() => scenarios(second)).toBe(2)
  await edit(second)
  expect(await scenarios(second)).toBe(2)
  await second.getByRole('button', { name: storage.takeOver }).click()
  await reads(first).waitFor()
  await edit(second)
  await saved(second)
  await expect.poll(() => scenarios(first)).toBe(3)
  await crash(second)
  await reads(first).waitFor({ state: 'detached' })
  await edit(first)
  await saved(first)
  await first.close()
  expect(await scenarios(await openTab(context))).toBe(4)
})

test('a writer that is frozen is taken over from, and writes nothing when it wakes', async () => {
  const first = await openTab(context)
  await openTestChain(first)
  const second = await openTab(context)
  await reads(second).waitFor()
  const frozen = first.evaluate(() => {
    const end = performance.now() + 3_000
    while (performance.now() < end);
  })
  await second.getByRole('button', { name: storage.takeOver }).click()
  await reads(second).waitFor({ state: 'detached' })
  await edit(second)
  await saved(second)
  await frozen
  await reads(first).waitFor()
  await expect.poll(() => scenarios(first)).toBe(2)
})

test('deleting everything leaves nothing behind', async () => {
  const page = await openTab(context)
  await openTestChain(page)
  const other = await openTab(context)
  await choose(page, /^Chain: /, app.storage)
  const sheet = page.getByRole('region', { name: storage.title })
  await sheet.getByRole('button', { name: storage.erase }).click()
  await page.getByRole('button', { name: storage.eraseYes, exact: true }).click()
  await page.getByText(storage.erased).waitFor()
  await page.waitForTimeout(300)
  for (const tab of [page, other]) {
    const left = await tab.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      local: localStorage.length,
      session: sessionStorage.length,
      caches: (await caches.keys()).length,
    }))
    expect(left).toEqual({ databases: 0, local: 0, session: tab === page ? 0 : left.session, caches: 0 })
  }
  await notice(other, storage.reason.erased).waitFor()
})

test('another chain keeps the one before it in the list, from which it opens and is deleted with undo', async () => {
  const page = await openTab(context)
  await openTestChain(page)
  await edit(page)
  await saved(page)
  await choose(page, /^Chain: /, 'Electronics')
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor({ state: 'detached' })
  await saved(page)
  await choose(page, /^Chain: /, app.storage)
  const sheet = page.getByRole('region', { name: storage.title })
  await sheet.getByRole('button', { name: `${storage.delete}: Test chain` }).click()
  await sheet.getByRole('button', { name: storage.undo }).click()
  await sheet.getByRole('button', { name: `${storage.openThis}: Test chain` }).click()
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  expect(await scenarios(page)).toBe(2)
})

test('a disk that takes seconds to open hides nothing', async () => {
  const first = await openTab(context)
  await openTestChain(first)
  await edit(first)
  await saved(first)
  await first.close()
  const page = await context.newPage()
  await page.addInitScript(() => {
    const open = Reflect.get(IDBFactory.prototype, 'open')
    Object.defineProperty(IDBFactory.prototype, 'open', {
      configurable: true,
      value(this: IDBFactory, ...rest: [string, number]) {
        const request = Reflect.apply(open, this, rest)
        const listen = request.addEventListener.bind(request) as (kind: string, heard: (event: Event) => void) => void
        request.addEventListener = (kind: string, heard: (event: Event) => void) =>
          listen(kind, kind === 'success' ? (event) => setTimeout(() => heard(event), 3_000) : heard)
        return request
      },
    })
  })
  await page.goto(inject('pageUrl'))
  await page.getByText(app.openingKept).waitFor()
  await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  expect(await scenarios(page)).toBe(2)
})

test.for([
  ['the first layout opens with a copy kept', 1],
  ['a newer layout is left as it is', 9],
] as const)('%s', async ([, version]) => {
  const page = await context.newPage()
  await page.goto(`${inject('pageUrl')}icon.svg`)
  await page.evaluate(
    async ([chain, number]) => {
      await new Promise<void>((resolve) => {
        const request = indexedDB.open('changlian', number)
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('open'))
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('open', 'readwrite')
          const origin = { kind: 'file', name: 'old.chain.json' }
          transaction.objectStore('open').put({ format: 1, chain, origin, past: [], future: [] }, 'document')
          transaction.addEventListener('complete', () => {
            request.result.close()
            resolve()
          })
        })
      })
    },
    [TEST_CHAIN, version] as const,
  )
  await page.goto(inject('pageUrl'))
  await shown(page)
  if (version === 9) await notice(page, storage.reason.newer).waitFor()
  else {
    await page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
    await edit(page)
    await saved(page)
    await page.reload()
    await shown(page)
    expect(await scenarios(page)).toBe(2)
  }
  const after = await page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name === 'changlian')
    return found?.version
  })
  expect(after).toBe(version === 9 ? 9 : 2)
})

test('a page that cannot be shown gives place to what can be recovered', async () => {
  const first = await openTab(context)
  await openTestChain(first)
  await first.close()
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.ResizeObserver = class extends ResizeObserver {
      constructor() {
        super(() => {})
        throw new Error('made to fail')
      }
    }
  })
  await page.goto(inject('pageUrl'))
  await page.getByRole('heading', { name: storage.notShown }).waitFor()
  const found = page.getByRole('region', { name: 'Test chain' })
  const download = page.waitForEvent('download')
  await found.getByRole('button', { name: storage.download }).click()
  expect((await download).suggestedFilename()).toBe('Test chain-0.chain.json')
})

test('records of which no state is whole can be taken away: what can be read of them, and they themselves', async () => {
  const page = await openTab(context)
  await openTestChain(page)
  await edit(page)
  await saved(page)
  await page.goto(`${inject('pageUrl')}icon.svg`)
  const records = await readRecords(page)
  const cutShort = records.snapshots.map((snapshot) => ({ ...snapshot, chainHash: '0' }))
  await putRecords(page, { ...records, snapshots: cutShort })
  await page.goto(inject('pageUrl'))
  const told = notice(page, storage.unreadable)
  await told.getByRole('button', { name: storage.details }).click()
  const found = page.getByRole('region', { name: 'Test chain' })
  await found.getByText(storage.noIntact).waitFor()
  const nameOf = async (button: string): Promise<string> => {
    const download = page.waitForEvent('download')
    await found.getByRole('button', { name: button, exact: true }).click()
    return (await download).suggestedFilename()
  }
  expect(await nameOf(storage.download)).toBe('Test chain-unchecked.chain.json')
  expect(await nameOf(storage.downloadRecords)).toBe('Test chain-records.json')
})
