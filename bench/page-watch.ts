import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { CHROMIUM_SWITCHES, findChromium } from '../scripts/find-chromium.mjs'
import { serveFolder } from '../scripts/serve.mjs'
import type { Chain } from '../src/model/chain.ts'
import { randomChain } from './random-chain.ts'

/** Opens the built page anew. */
type OpenPage = () => Promise<Page>

/** The built page in a real Chromium without a graphics card. Needs `npm run build` first. */
export async function withBrowser<T>(work: (open: OpenPage, browser: Browser) => Promise<T>): Promise<T> {
  const served = await serveFolder('dist')
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_SWITCHES] })
  const open: OpenPage = async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(served.url)
    await drawn(page)
    return page
  }
  try {
    return await work(open, browser)
  } finally {
    await browser.close()
    await served.close()
  }
}

/** Waits for the figures of a played run. */
export const drawn = (page: Page): Promise<void> =>
  page.getByRole('group', { name: /^Operating rate .*\d/ }).waitFor({ timeout: 120_000 })

export interface ChainSize {
  readonly enterprises: number
  readonly supplies: number
  readonly blocks: number
}

/** A chain as a file on the disk: handed over from memory, it would cost the page more time than its opening. @returns its path */
export function chainFile(chain: Chain): string {
  const path = join(mkdtempSync(join(tmpdir(), 'changlian-')), 'random.chain.json')
  writeFileSync(path, JSON.stringify(chain))
  return path
}

/** Opens a random chain; milliseconds from handing over the file to its figures and map on screen. */
export async function openFile(page: Page, { enterprises, supplies, blocks }: ChainSize): Promise<number> {
  const path = chainFile(randomChain({ enterprises, supplies, seed: 5, blocks, until: null }))
  await page.locator('input[type=file]').setInputFiles([])
  const start = performance.now()
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByRole('button', { name: 'Chain: Random chain 5' }).waitFor({ timeout: 120_000 })
  await page.waitForFunction(() => document.querySelector('.map-message.waiting progress') === null)
  await drawn(page)
  await nextFrame(page)
  return performance.now() - start
}

const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Shows every enterprise on a card of its own. */
export async function unfold(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose how to fold…' }).first().click()
  await page.getByRole('radio', { name: 'Not at all' }).check()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(4_000)
}

/** Lengths of the frames while something is done, ms. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const open = window as unknown as { frameLengths: number[] | null }
    const lengths: number[] = (open.frameLengths = [])
    let last = performance.now()
    const next = (): void => {
      const now = performance.now()
      lengths.push(now - last)
      last = now
      if (open.frameLengths === lengths) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  await act()
  return page.evaluate(() => {
    const open = window as unknown as { frameLengths: number[] | null }
    const lengths = open.frameLengths!
    open.frameLengths = null
    return lengths
  })
}

/** Processor time, ms. */
interface Busy {
  /** Of the page's own thread. */
  readonly longestTask: number
  /** Of the page and its workers. */
  readonly all: number
}

interface TraceEvent {
  readonly ph: string
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the processor. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** What a page takes of the processor while something is done; other work on the machine does not count. */
export async function busyDuring<T>(
  browser: Browser,
  act: () => Promise<T>,
): Promise<{ readonly busy: Busy; readonly result: T }> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] },
  })
  const result = await act()
  await ended(session)
  await session.detach()
  return { busy: busyOf(events), result }
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<unknown>((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
}

/** Of several pages the busiest counts. */
function busyOf(events: readonly TraceEvent[]): Busy {
  const names = new Map(
    events
      .filter(({ ph, name }) => ph === 'M' && name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]),
  )
  const byPage = new Map<number, Busy>()
  for (const { ph, name, pid, tid, tdur = 0 } of events) {
    const thread = names.get(`${pid} ${tid}`)
    const isPage = thread === 'CrRendererMain'
    if (ph !== 'X' || name !== 'ThreadControllerImpl::RunTask') continue
    if (!isPage && thread !== 'DedicatedWorker thread') continue
    const { longestTask, all } = byPage.get(pid) ?? { longestTask: 0, all: 0 }
    const took = tdur / 1_000
    byPage.set(pid, { longestTask: isPage ? Math.max(longestTask, took) : longestTask, all: all + took })
  }
  if (byPage.size === 0) throw new Error('expected tasks of a page in the trace, got none')
  return [...byPage.values()].reduce((a, b) => (a.all > b.all ? a : b))
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!
