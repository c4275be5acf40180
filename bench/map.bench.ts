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
    await unfold(middle)
    const moves = await moveRows(browser, middle, `${textOf(MIDDLE)}, unfolded`, 33)
    await middle.context().close()
    const large = await open()
    const opened = await busyDuring(browser, () => openFile(large, LARGE))
    await large.waitForTimeout(5_000)
    return [
      traced,
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
  const times: number[] = []
  const { busy } = await busyDuring(browser, async () => {
    for (let run = 0; run < 7; run++) {
      times.push(await page.evaluate(untilRedrawn, run % 2 === 0 ? 'u' : 'd'))
      await page.waitForTimeout(700)
    }
  })
  // The card of details lies over the tools of the map.
  for (let step = 0; step < 3; step++) await page.keyboard.press('Escape')
  const size = textOf(MIDDLE)
  return { what: 'trace', size, milliseconds: median(times), processorMilliseconds: busy.longestTask, target: 100 }
}

/** Presses a key on the map. @returns milliseconds until another sheet of the map is shown */
function untilRedrawn(key: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    const seen = new MutationObserver((changes) => {
      const isSwap = changes.some(({ target }) => (target as HTMLElement).style.visibility === 'hidden')
      if (!isSwap) return
      seen.disconnect()
      resolve(performance.now() - start)
    })
    for (const sheet of document.querySelectorAll('.map-picture'))
      seen.observe(sheet, { attributeFilter: ['style'], attributes: true })
    document.getElementById('map-mirror')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
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
