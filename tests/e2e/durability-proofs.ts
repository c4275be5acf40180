import type { Browser, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import {
  crash,
  edit,
  editOn,
  newProfile,
  openTab,
  openTestChain,
  saved,
  scenarios,
  shown,
  undoAndRedo,
  watchSaved,
} from './kept-page.ts'
import { newestWhole, putRecords, readRecords, withDamage } from './kept-records.ts'
import { words } from './page.ts'
import { withBrowser } from './with-browser.ts'

const PER_CASE = 6_000
/** Longest wait for the first saved edit of a tab, ms. */
const FIRST_SAVED = 2_000
const { storage } = words.en

/** The same numbers each time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const within = (cases: number) => ({ timeout: 60_000 + cases * PER_CASE })

/** Saved work outlasts the end of its tab, tried as often as said in a real browser. */
export const endingProofs = ({ crashes, leaves }: { readonly crashes: number; readonly leaves: number }): void => {
  const browser = withBrowser()
  test(`no saved edit is lost in ${crashes} crashes of the tab`, within(crashes), () =>
    endings(browser(), crashes, seeded(11), async (page) => crash(page)),
  )

  test(`no saved edit is lost in ${leaves} reloads, closings and departures`, within(leaves), () =>
    endings(browser(), leaves, seeded(12), async (page, number) => {
      if (number % 3 === 0) await page.close()
      else if (number % 3 === 1) await page.reload().then(() => page.close())
      else await page.goto('about:blank').then(() => page.close())
    }),
  )
}

interface HarmCounts {
  readonly damaged: number
  /** One of how many storage calls is made to fail in its turn. */
  readonly failingEvery: number
}

/** Damaged records and failing calls cost nothing that is whole, tried as often as said in a real browser. */
export const harmProofs = ({ damaged, failingEvery }: HarmCounts): void => {
  const browser = withBrowser()
  test(`${damaged} damaged records: the newest whole state opens`, within(damaged), () =>
    damages(browser(), damaged, seeded(13)),
  )

  test('each storage call may fail once: nothing is lost or corrupt', { timeout: 900_000 }, () =>
    failingCalls(browser(), failingEvery),
  )
}

/** Edits, ends the tab at a random moment, opens another: all that was said to be saved is there. */
async function endings(
  browser: Browser,
  times: number,
  random: () => number,
  end: (page: Page, number: number) => Promise<void>,
): Promise<void> {
  const context = await newProfile(browser)
  let page = await openTab(context)
  let acknowledged = 0
  for (let number = 0; number < times; number++) {
    if (number % 10 === 0) await openTestChain(page, `Test chain ${number}`)
    const before = await scenarios(page)
    const counts = await watchSaved(page)
    const editing = editOn(page, counts)
    // On a busy machine the page is rarely done with saving while edits go on: every second tab is given time for one.
    const patience = Date.now() + (number % 2 === 0 ? FIRST_SAVED : 0)
    while (counts.acknowledged === 0 && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 50))
    await new Promise((resolve) => setTimeout(resolve, 100 + random() * 700))
    await end(page, number)
    await editing
    acknowledged += counts.acknowledged
    page = await openTab(context)
    const after = await scenarios(page)
    expect(after - before, `ending ${number}`).toBeGreaterThanOrEqual(counts.acknowledged)
    expect(after - before, `ending ${number}`).toBeLessThanOrEqual(counts.made + 1)
  }
  // A proof that never saw anything saved would prove nothing.
  expect(acknowledged).toBeGreaterThan(0)
  await context.close()
}

async function damages(browser: Browser, times: number, random: () => number): Promise<void> {
  const context = await newProfile(browser)
  const first = await openTab(context)
  await openTestChain(first)
  for (let number = 0; number < 3; number++) await edit(first)
  await undoAndRedo(first, 100)
  await saved(first)
  await first.waitForTimeout(2_500)
  for (let number = 0; number < 4; number++) await edit(first)
  await saved(first)
  await first.close()
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  const still = `${inject('pageUrl')}icon.svg`
  await page.goto(still)
  const records = await readRecords(page)
  expect(records.snapshots.length).toBe(2)
  for (let number = 0; number < times; number++) {
    await page.goto(still)
    const harm = withDamage(records, random)
    await putRecords(page, harm.records)
    await page.goto(inject('pageUrl'))
    await shown(page)
    const expected = newestWhole(records, harm.hit)
    if (expected === null) await page.getByText(storage.unreadable).waitFor()
    else expect(await scenarios(page), harm.ways.join(', ')).toBe(expected)
  }
  expect(errors).toEqual([])
  await context.close()
}

/** Wraps what a page may ask of storage, so that one call throws. */
function failingCall(which: number): void {
  const open = window as unknown as { calls: number }
  open.calls = 0
  const wrap = (owner: object | undefined, names: readonly string[]): void => {
    for (const name of names) {
      const real = (owner as Record<string, unknown> | undefined)?.[name]
      if (typeof real !== 'function') continue
      Object.defineProperty(owner, name, {
        configurable: true,
        value(this: unknown, ...rest: unknown[]): unknown {
          if (++open.calls === which) throw new DOMException('made to fail', 'UnknownError')
          return Reflect.apply(real, this, rest)
        },
      })
    }
  }
  wrap(IDBFactory.prototype, ['open'])
  wrap(IDBDatabase.prototype, ['transaction', 'createObjectStore'])
  wrap(IDBTransaction.prototype, ['objectStore'])
  wrap(IDBObjectStore.prototype, ['get', 'getAll', 'getAllKeys', 'put', 'delete', 'count'])
  wrap(Storage.prototype, ['getItem', 'setItem'])
  wrap(LockManager.prototype, ['request'])
  wrap(BroadcastChannel.prototype, ['postMessage'])
  wrap(StorageManager.prototype, ['persist'])
}

async function failingCalls(browser: Browser, every: number): Promise<void> {
  const context = await newProfile(browser)
  const first = await openTab(context)
  await openTestChain(first)
  let count = await scenarios(first)
  await first.close()
  let calls = Number.MAX_SAFE_INTEGER
  let tried = 0
  for (let which = 1; which <= calls; which += every) {
    const page = await context.newPage()
    await page.addInitScript(failingCall, which)
    await page.goto(inject('pageUrl'))
    await shown(page)
    expect(await page.getByRole('button', { name: 'Chain: Test chain' }).count(), `call ${which}`).toBe(1)
    expect(await scenarios(page), `call ${which}`).toBe(count)
    await edit(page)
    await saved(page)
    calls = await page.evaluate(() => (window as unknown as { calls: number }).calls)
    await page.close()
    count++
    tried++
  }
  const last = await openTab(context)
  expect(await scenarios(last)).toBe(count)
  expect(tried * every).toBeGreaterThan(10)
  await context.close()
}
