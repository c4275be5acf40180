import type { Browser, Page } from 'playwright-core'
import { busyDuring, framesDuring, openFile, percentile, unfold, withBrowser, type ChainSize } from './page-watch.ts'
import { count, median, type BenchRow } from './rows.ts'

const MIDDLE: ChainSize = { enterprises: 2_000, supplies: 6_000, blocks: 30 }
const LARGE: ChainSize = { enterprises: 10_000, supplies: 25_000, blocks: 30 }
const textOf = ({ enterprises, supplies }: ChainSize): string => `${count(enterprises)} / ${count(supplies)}`

/** Moving and lighting up large maps, and opening a very large one. */
export function bench(): Promise<readonly BenchRow[]> {
  return withBrowser(async (open, browser) => {
    const middle = await open()
    await openFile(middle, MIDDLE)
    await middle.waitForTimeout(3_000)
    const traced = await tracedRow(browser, middle)
    const filtered = await filterRows(browser, middle, `${textOf(MIDDLE)}, folded`)
    await unfold(middle)
    filtered.push(...(await filterRows(browser, middle, `${textOf(MIDDLE)}, unfolded`)))
    const moves = await moveRows(browser, middle, `${textOf(MIDDLE)}, unfolded`, 33)
    await middle.context().close()
    const large = await open()
    const opened = await busyDuring(browser, () => openFile(large, LARGE))
    await large.waitForTimeout(5_000)
    return [
      traced,
      ...filtered,
      ...moves,
      {
        what: 'open',
        size: textOf(LARGE),
        milliseconds: opened.result,
        processorMilliseconds: opened.busy.all,
        target: 5_000,
      },
      {
        what: 'open: longest task of the page',
        size: textOf(LARGE),
        milliseconds: opened.busy.longestTask,
        target: 100,
      },
      ...(await moveRows(browser, large, `${textOf(LARGE)}, folded`, 50)),
    ]
  })
}

/** From the key to the picture in which the trace is lit. */
async function tracedRow(browser: Browser, page: Page): Promise<BenchRow> {
  const map = page.getByRole('listbox', { name: 'Map of the chain' })
  await map.focus()
  await map.press('ArrowRight')
  await page.waitForTimeout(1_500)
  const drawn = await redrawn(browser, page, (run) => map.evaluate(untilRedrawn, run % 2 === 0 ? 'u' : 'd'))
  // The card of details lies over the tools of the map.
  for (let step = 0; step < 3; step++) await page.keyboard.press('Escape')
  return { what: 'trace', size: textOf(MIDDLE), ...drawn, target: 100 }
}

/** From the click on a value of the filter to the picture that shows what it leaves, by values that leave much and little. */
async function filterRows(browser: Browser, page: Page, size: string): Promise<BenchRow[]> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search actions' }).fill('Filter the map…')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Filter' })
  const rows: BenchRow[] = []
  for (const value of ['SME', 'leading enterprise', 'running'] as const) {
    const box = panel.getByRole('checkbox', { name: new RegExp(`^${value} \\d`) })
    await box.waitFor()
    await page.waitForTimeout(1_000)
    // Every second click shows all again: as many runs lead there as away from it.
    const drawn = await redrawn(browser, page, () => box.evaluate(untilRedrawn, null))
    await page.getByRole('button', { name: 'Show all' }).first().click()
    rows.push({ what: `filter by “${value}”`, size, ...drawn, target: 150 })
  }
  await page.getByRole('button', { name: 'Close the filter' }).click()
  return rows
}

/** Times from doing something to another picture of the map. */
async function redrawn(browser: Browser, page: Page, act: (run: number) => Promise<number>) {
  const times: number[] = []
  const { busy } = await busyDuring(browser, async () => {
    for (let run = 0; run < 7; run++) {
      times.push(await act(run))
      await page.waitForTimeout(700)
    }
  })
  return { milliseconds: median(times), processorMilliseconds: busy.longestTask }
}

/** Presses a key on an element, or clicks it. @returns milliseconds until another sheet of the map is shown */
function untilRedrawn(element: Element, key: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    // Without another picture there is no time to tell, and the bench would wait for ever.
    setTimeout(
      () => reject(new Error(`expected another picture after ${key ?? 'a click'} on ${element.id}, got none`)),
      20_000,
    )
    const seen = new MutationObserver((changes) => {
      const isSwap = changes.some(({ target }) => (target as HTMLElement).style.visibility === 'hidden')
      if (!isSwap) return
      seen.disconnect()
      resolve(performance.now() - start)
    })
    for (const sheet of document.querySelectorAll('.map-picture'))
      seen.observe(sheet, { attributeFilter: ['style'], attributes: true })
    if (key === null) (element as HTMLElement).click()
    else element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
}

const MOVES = ['pan, fitted', 'zoom in', 'pan, near', 'zoom out'] as const

async function moveRows(browser: Browser, page: Page, size: string, target: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const move of MOVES) {
    const { busy, result } = await busyDuring(browser, () => framesDuring(page, () => moved(page, move)))
    rows.push({
      what: `${move}: 95th frame`,
      size,
      milliseconds: percentile(result, 0.95),
      processorMilliseconds: busy.longestTask,
      target,
    })
  }
  return rows
}

async function moved(page: Page, move: (typeof MOVES)[number]): Promise<void> {
  const box = (await page.locator('.map-container').boundingBox())!
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  if (move === 'zoom in' || move === 'zoom out') {
    await page.mouse.move(middle.x, middle.y)
    for (let step = 0; step < 50; step++) {
      await page.mouse.wheel(0, move === 'zoom in' ? -40 : 40)
      await page.waitForTimeout(40)
    }
    return
  }
  const start = { x: middle.x, y: box.y + box.height * 0.97 }
  const reach = move === 'pan, near' ? 200 : 60
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  for (let step = 0; step < 100; step++) {
    await page.mouse.move(start.x + reach * Math.sin(step / 8), start.y - (reach / 2) * (1 - Math.cos(step / 8)))
    await page.waitForTimeout(20)
  }
  await page.mouse.up()
}
