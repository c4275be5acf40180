import { chromium, type Page } from 'playwright-core'
import { CHROMIUM_SWITCHES, findChromium } from '../scripts/find-chromium.mjs'
import { serveFolder } from '../scripts/serve.mjs'
import { randomChain } from './random-chain.ts'
import { count, median, type BenchRow } from './rows.ts'

const FRAME_LIMIT = 50
const WAVE_MILLISECONDS = 3_000

/** The built page in a real Chromium without a graphics card. Needs `npm run build` first. */
export async function bench(): Promise<readonly BenchRow[]> {
  const served = await serveFolder('dist')
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_SWITCHES] })
  try {
    const open = async (): Promise<Page> => {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
      const page = await context.newPage()
      await page.goto(served.url)
      await drawn(page)
      return page
    }
    return [
      await firstView(await open()),
      await clearedBlock(await open()),
      await wave(await open()),
      ...(await whileSearching(await open())),
    ]
  } finally {
    await browser.close()
    await served.close()
  }
}

const drawn = (page: Page): Promise<void> => page.getByRole('group', { name: /^Operating rate .*\d/ }).waitFor()

const fileOf = (enterprises: number, supplies: number, blocks: number) => ({
  name: `random-${enterprises}.chain.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(randomChain({ enterprises, supplies, seed: 5, blocks, until: null }))),
})

/** Opens a chain; milliseconds from handing over the file to its figures and map on screen. */
async function openFile(page: Page, enterprises: number, supplies: number, blocks: number): Promise<number> {
  const file = fileOf(enterprises, supplies, blocks)
  await page.locator('input[type=file]').setInputFiles([])
  const start = performance.now()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Chain: Random chain 5' }).waitFor()
  await drawn(page)
  await nextFrame(page)
  return performance.now() - start
}

const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

async function firstView(page: Page): Promise<BenchRow> {
  const milliseconds = await openFile(page, 300, 750, 15)
  return {
    what: 'first view of a chain, from click',
    size: `${count(300)} / ${count(750)}`,
    milliseconds,
    target: 1_500,
  }
}

/** From the click on "Clear" to the frame that shows it cleared. */
async function clearedBlock(page: Page): Promise<BenchRow> {
  await openFile(page, 300, 750, 15)
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    await page.waitForTimeout(1_500)
    times.push(
      await page.evaluate(async () => {
        const open = () =>
          document.querySelector('[role="group"][aria-label^="Blocks open "]')?.getAttribute('aria-label')
        const before = open()
        const start = performance.now()
        document.querySelector<HTMLButtonElement>('button[aria-label^="Clear Enterprise"]')!.click()
        while (open() === before) await new Promise((resolve) => requestAnimationFrame(resolve))
        await new Promise((resolve) => requestAnimationFrame(resolve))
        return performance.now() - start
      }),
    )
  }
  return {
    what: 'cleared block on screen',
    size: `${count(300)} / ${count(750)}`,
    milliseconds: median(times),
    target: 150,
  }
}

/** Longest frame while the days play after a clearing. */
async function wave(page: Page): Promise<BenchRow> {
  await openFile(page, 1_000, 2_500, 15)
  await page.waitForTimeout(3_000)
  await page
    .getByRole('button', { name: /^Clear Enterprise/ })
    .first()
    .click()
  await page.getByRole('group', { name: 'Blocks open 14' }).waitFor()
  await page.waitForTimeout(3_000)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const longest = Math.max(...(await framesFor(page, WAVE_MILLISECONDS)))
  return {
    what: 'wave: longest frame',
    size: `${count(1_000)} / ${count(2_500)}`,
    milliseconds: longest,
    target: FRAME_LIMIT,
  }
}

/** The page while the order of 200 blocks is searched for on a chain of 1,000 enterprises, and how soon a cancel is answered. */
async function whileSearching(page: Page): Promise<readonly BenchRow[]> {
  await openFile(page, 1_000, 2_500, 200)
  await page.waitForTimeout(4_000)
  await page.getByRole('button', { name: 'Which first?' }).click()
  await page.getByRole('tab', { name: 'Best order' }).click()
  await page.getByRole('button', { name: 'Compute', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor()
  const frames = await framesFor(page, WAVE_MILLISECONDS)
  const cancelled = await page.evaluate(async () => {
    const start = performance.now()
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.planner button')]
    buttons.find((button) => button.textContent === 'Cancel')!.click()
    while (!document.querySelector('.planner')?.textContent.includes('Cancelled')) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return performance.now() - start
  })
  const size = `${count(1_000)} / ${count(2_500)}`
  return [
    { what: 'page while a search runs: 95th frame', size, milliseconds: percentile(frames, 0.95), target: 34 },
    { what: 'cancelled search', size, milliseconds: cancelled, target: 1_000 },
  ]
}

/** Lengths of the frames of the next while, ms. */
const framesFor = (page: Page, milliseconds: number): Promise<number[]> =>
  page.evaluate(async (length) => {
    const frames: number[] = []
    const start = performance.now()
    let last = start
    while (last - start < length) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
      frames.push(now - last)
      last = now
    }
    return frames
  }, milliseconds)

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!
