import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { CHROMIUM_SWITCHES, findChromium } from '../scripts/find-chromium.mjs'
import { serveFolder } from '../scripts/serve.mjs'
import { chainFile } from './page-watch.ts'
import { randomChain } from './random-chain.ts'
import { count, median, type BenchRow } from './rows.ts'

const ENTERPRISES = 5_000
const SUPPLIES = 12_500
const EDITS = 40
/** Milliseconds from one edit to the next: a person at work, and one who holds the key of undo down. */
const PACES = [1_500, 300]
const OPENINGS = 5

/** Edits on the disk and opening of what is kept, in a real Chromium. Needs `npm run build` first. */
export async function bench(): Promise<readonly BenchRow[]> {
  const served = await serveFolder('dist')
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_SWITCHES] })
  try {
    const size = `${count(ENTERPRISES)} / ${count(SUPPLIES)}`
    const edits: BenchRow[] = []
    let context: BrowserContext | null = null
    for (const pace of PACES) {
      // A store of its own each time: one that keeps the chain already bears its name before the file is read.
      await context?.close()
      context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
      const times = await editsToDisk(context, served.url, pace)
      const p95 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
      const what = `edit until on the disk, 95th, one each ${pace / 1_000} s`
      edits.push({ what, size, milliseconds: p95, target: 50 })
    }
    const opened: number[] = []
    for (let run = 0; run < OPENINGS; run++) opened.push(await opening(context!, served.url))
    return [...edits, { what: 'open a chain that is kept', size, milliseconds: median(opened), target: 1_500 }]
  } finally {
    await browser.close()
    await served.close()
  }
}

/** Notes when each durable transaction is complete. */
function watchDisk(): void {
  const open = window as unknown as { onDisk: number[] }
  open.onDisk = []
  const real = Reflect.get(IDBDatabase.prototype, 'transaction') as (...rest: unknown[]) => IDBTransaction
  const value = function (this: IDBDatabase, ...rest: unknown[]): IDBTransaction {
    const transaction = real.apply(this, rest)
    if (transaction.mode === 'readwrite')
      transaction.addEventListener('complete', () => open.onDisk.push(performance.now()))
    return transaction
  }
  Object.defineProperty(IDBDatabase.prototype, 'transaction', { configurable: true, value })
}

async function editsToDisk(context: BrowserContext, url: string, pace: number): Promise<readonly number[]> {
  const page = await context.newPage()
  await page.addInitScript(watchDisk)
  await page.goto(url)
  await page.getByRole('group', { name: /^Operating rate .*\d/ }).waitFor()
  const chain = randomChain({ enterprises: ENTERPRISES, supplies: SUPPLIES, seed: 5, blocks: 15, until: null })
  await page.locator('input[type=file]').setInputFiles(chainFile(chain))
  await named(page)
  await page.getByRole('button', { name: /^Scenario: / }).click()
  await page.getByRole('menuitem', { name: 'Duplicate the scenario' }).click()
  await page.waitForTimeout(5_000)
  const times: number[] = []
  for (let edit = 0; edit < EDITS; edit++) {
    times.push(await page.evaluate(undoOrRedo, edit % 2 === 1))
    await page.waitForTimeout(pace)
  }
  await page.close()
  return times
}

/** Undoes the last step or does it again. @returns milliseconds until that is on the disk @throws when it never comes there */
async function undoOrRedo(isRedo: boolean): Promise<number> {
  const { onDisk } = window as unknown as { onDisk: number[] }
  const before = onDisk.length
  const start = performance.now()
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: isRedo, bubbles: true }),
  )
  while (onDisk.length === before && performance.now() - start < 20_000)
    await new Promise((resolve) => setTimeout(resolve, 5))
  if (onDisk.length === before) throw new Error('nothing came on the disk')
  return onDisk[before]! - start
}

const named = (page: Page): Promise<void> => page.getByRole('button', { name: 'Chain: Random chain 5' }).waitFor()

/** From going to the page until the chain and its map stand on it. */
async function opening(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(url)
  await named(page)
  const milliseconds = performance.now() - start
  await page.close()
  return milliseconds
}
