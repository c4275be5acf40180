import type { Browser, Page } from 'playwright-core'
import { busyDuring, framesDuring, openFile, percentile, withBrowser, type ChainSize } from './page-watch.ts'
import { count, median, type BenchRow } from './rows.ts'

const FRAME_LIMIT = 50
const WAVE_MILLISECONDS = 3_000
const SMALL: ChainSize = { enterprises: 300, supplies: 750, blocks: 15 }
const textOf = ({ enterprises, supplies }: ChainSize): string => `${count(enterprises)} / ${count(supplies)}`

/** What a person waits for: the first view, a clearing, its wave, and the page while a search runs. */
export function bench(): Promise<readonly BenchRow[]> {
  return withBrowser(async (open, browser) => [
    await firstView(browser, await open()),
    await clearedBlock(browser, await open(), { ...SMALL, target: 150 }),
    await clearedBlock(browser, await open(), { enterprises: 2_000, supplies: 6_000, blocks: 15, target: 300 }),
    await wave(browser, await open()),
    ...(await whileSearching(browser, await open())),
  ])
}

async function firstView(browser: Browser, page: Page): Promise<BenchRow> {
  const { busy, result } = await busyDuring(browser, () => openFile(page, SMALL))
  await page.context().close()
  const what = 'first view of a chain, from click'
  return { what, size: textOf(SMALL), milliseconds: result, processorMilliseconds: busy.all, target: 1_500 }
}

/** From the click on "Clear" to the frame that shows it cleared. */
async function clearedBlock(
  browser: Browser,
  page: Page,
  size: ChainSize & { readonly target: number },
): Promise<BenchRow> {
  await openFile(page, size)
  await page
    .getByRole('button', { name: /^Clear Enterprise/ })
    .first()
    .waitFor()
  const times: number[] = []
  const busy: number[] = []
  for (let run = 0; run < 5; run++) {
    await page.waitForTimeout(2_500)
    const cleared = await busyDuring(browser, () => page.evaluate(clearFirst))
    times.push(cleared.result)
    busy.push(cleared.busy.all)
  }
  await page.context().close()
  const what = 'cleared block on screen'
  return {
    what,
    size: textOf(size),
    milliseconds: median(times),
    processorMilliseconds: median(busy),
    target: size.target,
  }
}

async function clearFirst(): Promise<number> {
  const open = () => document.querySelector('[role="group"][aria-label^="Blocks open "]')?.getAttribute('aria-label')
  const before = open()
  const start = performance.now()
  document.querySelector<HTMLButtonElement>('button[aria-label^="Clear Enterprise"]')!.click()
  while (open() === before) await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  return performance.now() - start
}

/** Longest frame while the days play after a clearing. */
async function wave(browser: Browser, page: Page): Promise<BenchRow> {
  const size: ChainSize = { enterprises: 1_000, supplies: 2_500, blocks: 15 }
  await openFile(page, size)
  await page.waitForTimeout(3_000)
  await page
    .getByRole('button', { name: /^Clear Enterprise/ })
    .first()
    .click()
  // The release plays by itself and returns to its first day.
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const { busy, result } = await busyDuring(browser, () =>
    framesDuring(page, () => page.waitForTimeout(WAVE_MILLISECONDS)),
  )
  await page.context().close()
  const what = 'wave: longest frame'
  return {
    what,
    size: textOf(size),
    milliseconds: Math.max(...result),
    processorMilliseconds: busy.longestTask,
    target: FRAME_LIMIT,
  }
}

/** The page while the order of 200 blocks is searched for on a chain of 1,000 enterprises, and how soon a cancel is answered. */
async function whileSearching(browser: Browser, page: Page): Promise<readonly BenchRow[]> {
  const chain: ChainSize = { enterprises: 1_000, supplies: 2_500, blocks: 200 }
  await openFile(page, chain)
  await page.waitForTimeout(4_000)
  await page.getByRole('button', { name: 'Which first?' }).click()
  await page.getByRole('tab', { name: 'Best order' }).click()
  await page.getByRole('button', { name: 'Compute', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor()
  const { busy, result } = await busyDuring(browser, () =>
    framesDuring(page, () => page.waitForTimeout(WAVE_MILLISECONDS)),
  )
  const cancelled = await page.evaluate(cancelSearch)
  await page.context().close()
  const size = textOf(chain)
  const what = 'page while a search runs: 95th frame'
  return [
    { what, size, milliseconds: percentile(result, 0.95), processorMilliseconds: busy.longestTask, target: 34 },
    { what: 'cancelled search', size, milliseconds: cancelled, target: 1_000 },
  ]
}

async function cancelSearch(): Promise<number> {
  const start = performance.now()
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.planner button')]
  buttons.find((button) => button.textContent === 'Cancel')!.click()
  while (!document.querySelector('.planner')?.textContent.includes('Cancelled')) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return performance.now() - start
}
