/** The same page for other hands, eyes and screens: large type, forced colours, fingers, a phone, a first visit, keys switched off. */
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { find, mapOf, openChain, ready, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const { app, help, panels, tour } = words.en
const browser = withBrowser()

const widest = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('at 200 % nothing runs off the screen sideways, and every task can still be begun', async () => {
  const { page, context, complaints } = await visit(browser(), { viewport: { width: 720, height: 450 } })
  await openChain(page, TEST_CHAIN)
  expect(await widest(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /^Scenario: / }).waitFor()
  await find(page, nameOf('handle'))
  await page.getByRole('region', { name: panels.card.title }).waitFor()
  await page.getByRole('tab', { name: app.phone.blocks }).click()
  const clear = page.getByRole('button', { name: `${panels.blocks.clear} ${nameOf('handle')}`, exact: true })
  await clear.scrollIntoViewIfNeeded()
  await clear.click()
  await page.getByRole('button', { name: new RegExp(`^${app.undo}: clear`) }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.en.commands.palette }).fill(words.en.commands.compare)
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('region', { name: words.en.compare.title })
  await sheet.waitFor()
  expect(await widest(page)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('with forced colours the states keep their words, and the focus is seen', async () => {
  const { page, context } = await visit(browser(), { forcedColors: 'active' })
  await openChain(page, TEST_CHAIN)
  const clear = page.getByRole('button', { name: `${panels.blocks.clear} ${nameOf('handle')}`, exact: true })
  await clear.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  const outline = await clear.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline).not.toBe('none')
  const legend = page.getByRole('region', { name: words.en.map.legend })
  await legend.getByText(words.en.words.state.blocked).waitFor()
  const inks = await legend
    .locator('svg')
    .evaluateAll(
      (all) => new Set(all.flatMap((svg) => [...svg.children].map((mark) => getComputedStyle(mark).stroke))).size,
    )
  expect(inks).toBeGreaterThan(1)
  await context.close()
})

test('the first stop of the keys leads past the lists to the map', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('button', { name: words.en.app.toMap, exact: true })
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await page.getByRole('listbox').evaluate((element) => element === document.activeElement)).toBe(true)
  await context.close()
})

test('by finger: targets are large enough, a long press opens the menu, two fingers zoom the map', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
  const { page, context, complaints } = await visit(browser(), phone)
  await ready(page)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role=tab], input, [role=slider]')].flatMap((element) => {
      const { width, height, left, top } = element.getBoundingClientRect()
      const isSeen = width > 1 && height > 1 && left < innerWidth && top < innerHeight && element.offsetParent !== null
      const isInText = getComputedStyle(element).display.startsWith('inline') && element.closest('p, .figure-name')
      return isSeen && !isInText && Math.min(width, height) < 24
        ? [`${element.getAttribute('aria-label') ?? element.textContent} ${width}x${height}`]
        : []
    }),
  )
  expect(small).toEqual([])
  await page.getByRole('tab', { name: app.phone.map }).tap()
  const canvas = page.locator('.map-container')
  await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(350)
  await longPressOnCard(page, canvas)
  await page.getByRole('menuitem', { name: /^Set a block/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await pinch(page, canvas)
  await expect.poll(() => cameraOf(page)).not.toBe(null)
  await context.close()
  expect(complaints).toEqual([])
})

/** What the session remembers of the map; null = the whole map. */
const cameraOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('changlian.session') ?? '{}') as { camera?: unknown }).camera)

/** Longer than the map waits before it takes a touch for a long press, ms. */
const LONG = 900
/** Of the pane: the columns of the chain stand side by side in its middle. */
const PLACES = [0.8, 0.86, 0.55, 0.2, 0.4].flatMap((column) => [0.5, 0.47, 0.53].map((row) => [column, row] as const))

/** Presses on the map until a card is found under the finger. */
async function longPressOnCard(page: Page, canvas: Locator): Promise<void> {
  const { x, y, width, height } = (await canvas.boundingBox())!
  const session = await page.context().newCDPSession(page)
  for (const [column, row] of PLACES) {
    const touchPoints = [{ x: x + width * column, y: y + height * row }]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await page.waitForTimeout(LONG)
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    if ((await page.getByRole('menu').count()) > 0) return
  }
  throw new Error('expected a card under one of the fingers, got none')
}

/** Two fingers that part in the middle of the map. */
async function pinch(page: Page, canvas: Locator): Promise<void> {
  const { x, y, width, height } = (await canvas.boundingBox())!
  const session = await page.context().newCDPSession(page)
  const [cx, cy] = [x + width / 2, y + height / 2]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: cx - apart, y: cy, id: 1 },
              { x: cx + apart, y: cy, id: 2 },
            ],
    })
  await touch('touchStart', 20)
  for (const apart of [30, 50, 70, 90]) await touch('touchMove', apart)
  await touch('touchEnd', 0)
}

test('a first visit begins with the tour, which is walked, leaves the page usable, and does not come again; a link brings none', async () => {
  const { page, context, complaints } = await visit(browser(), { isFirst: true })
  await ready(page)
  const card = page.getByRole('region', { name: tour.title })
  await card.getByRole('heading', { name: tour.steps.blocks.title }).waitFor()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await page
    .getByRole('button', { name: new RegExp(`^${panels.blocks.clear} `) })
    .first()
    .click()
  await page.getByRole('button', { name: new RegExp(`^${app.undo}: clear`) }).waitFor()
  for (const step of ['clear', 'days', 'why'] as const) {
    await card.getByRole('button', { name: tour.next }).click()
    await card.getByRole('heading', { name: tour.steps[step].title }).waitFor()
    await page.locator('.tour-ring').waitFor()
  }
  await page.getByRole('region', { name: panels.card.title }).getByRole('heading', { name: panels.card.why }).waitFor()
  await card.getByRole('button', { name: tour.done }).click()
  await card.waitFor({ state: 'detached' })
  await page.reload()
  await ready(page)
  await page.waitForTimeout(2_500)
  expect(await card.count()).toBe(0)
  await context.close()
  const other = await visit(browser(), { isFirst: true }, '#v1.AAAA')
  await other.page.getByRole('dialog').waitFor()
  await other.page.keyboard.press('Escape')
  await other.page.waitForTimeout(2_500)
  expect(await other.page.getByRole('region', { name: tour.title }).count()).toBe(0)
  await other.context.close()
  expect(complaints).toEqual([])
})

test('a figure is explained with formula and source from the strip, found by a word, and its equations open', async () => {
  const { page, context, foreign } = await visit(browser())
  await ready(page)
  await page.getByRole('button', { name: app.figures.staffReturn, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Σ X_i (1 − labour_i) / Σ X_i').waitFor()
  await dialog.getByRole('searchbox', { name: help.search }).fill('关键度')
  await dialog
    .getByText(/Scientific Reports 12:7719/)
    .first()
    .waitFor()
  await dialog
    .getByRole('button', { name: help.equation.replace('{{section}}', '2') })
    .first()
    .click()
  await dialog.getByRole('heading', { name: /^2\. Criticality/ }).waitFor()
  expect(foreign).toEqual([])
  await context.close()
})

test('single keys do nothing once they are switched off, also on the next visit', async () => {
  const { page, context, complaints } = await visit(browser())
  await ready(page)
  await mapOf(page).focus()
  await page.keyboard.press('?')
  await page.getByRole('tab', { name: help.tabs.keys }).click()
  await page.getByRole('switch', { name: help.keysOn }).press('Space')
  await page.keyboard.press('Escape')
  await page.reload()
  await ready(page)
  await mapOf(page).focus()
  for (const key of ['t', 'p', '?', 'b', '/']) await page.keyboard.press(key)
  await page.waitForTimeout(300)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.locator('section.sheet').count()).toBe(0)
  expect(await mapOf(page).evaluate((map) => map === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
  await context.close()
})
