/** Who works by key never loses the place: what opens takes the focus, what closes gives it back, and Esc closes the topmost thing alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Locator, Page } from 'playwright-core'
import { find, mapOf, openChain, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { launch, visit, type Visit } from './visit.ts'

const { analysis, app, commands, compare, follow, lists, observed, panels, present } = words.en

let browser: Browser
let open: Visit
let page: Page
beforeAll(async () => {
  browser = await launch()
  open = await visit(browser)
  page = open.page
  await openChain(page, TEST_CHAIN)
})
afterAll(async () => {
  expect(open.complaints).toEqual([])
  await browser.close()
})

const press = (key: string): Promise<void> => page.keyboard.press(key)
const gone = (what: Locator): Promise<void> => what.waitFor({ state: 'detached' })
const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement)
const focused = (target: Locator): Promise<void> => expect.poll(() => hasFocus(target)).toBe(true)
/** A definition under a resting pointer is what Esc would close first. */
async function pointAway(): Promise<void> {
  await page.mouse.move(4, 4)
  await page.getByRole('tooltip').first().waitFor({ state: 'hidden' })
}
/** Within it, so that the next Tab goes on there. */
const holdsFocus = (target: Locator): Promise<void> =>
  expect.poll(() => target.evaluate((element) => element.contains(document.activeElement))).toBe(true)
const region = (name: string): Locator => page.getByRole('region', { name, exact: true })

test.each([
  [app.lists, lists.title, 0],
  [app.observed, observed.title, 1],
  [app.compare, compare.title, 2],
  [app.scenes, present.scenes, 3],
] as const)(
  'the menu of further sheets by key: %s opens, Esc closes it and the button has the focus again',
  async (entry, title, steps) => {
    const more = page.getByRole('button', { name: app.moreSheets })
    await more.focus()
    await press('Enter')
    await focused(page.getByRole('menuitem').first())
    for (let step = 0; step < steps; step++) await press('ArrowDown')
    await focused(page.getByRole('menuitem', { name: entry }))
    await press('Enter')
    await holdsFocus(region(title))
    await press('Escape')
    await gone(region(title))
    await focused(more)
  },
)

test.each([/^Chain: /, /^Scenario: /])(
  'the menu %s goes round by arrows, Home and End, and Esc gives its button the focus again',
  async (name) => {
    const button = page.getByRole('button', { name }).first()
    await button.focus()
    await press('Enter')
    const entries = page.getByRole('menuitem').and(page.locator(':enabled'))
    await focused(entries.first())
    await press('End')
    await focused(entries.last())
    await press('ArrowDown')
    await focused(entries.first())
    await press('Escape')
    await gone(page.getByRole('menu'))
    await focused(button)
  },
)

test('the sheets at the foot of the map give the focus back to the button that opened them', async () => {
  for (const [name, title] of [
    [app.analysis, analysis.title],
    [app.work, words.en.work.title],
    [panels.table.open, words.en.table.title],
  ] as const) {
    const button = page.getByRole('button', { name, exact: true })
    await button.focus()
    await press('Enter')
    await holdsFocus(region(title))
    await press('Escape')
    await gone(region(title))
    await focused(button)
  }
})

test('Esc closes the palette and leaves the table open, then the table; each time the focus goes back one step', async () => {
  await find(page, nameOf('handle'))
  await pointAway()
  await mapOf(page).focus()
  await press('t')
  const table = region(words.en.table.title)
  await holdsFocus(table)
  await press('Control+k')
  const palette = page.getByRole('combobox', { name: commands.palette })
  await focused(palette)
  await press('Escape')
  await gone(palette)
  expect(await table.count()).toBe(1)
  await holdsFocus(table)
  await press('Escape')
  await gone(table)
  await focused(mapOf(page))
})

test('help, the form of a block and the menu at hand give the focus back to the map', async () => {
  await mapOf(page).focus()
  for (const key of ['?', 'b']) {
    await press(key)
    await holdsFocus(page.getByRole('dialog'))
    await press('Escape')
    await gone(page.getByRole('dialog'))
    await focused(mapOf(page))
  }
  await press('Shift+F10')
  await focused(page.getByRole('menuitem').and(page.locator(':enabled')).first())
  await press('Escape')
  await gone(page.getByRole('menu'))
  await focused(mapOf(page))
})

test('the filter takes the focus when it is opened from the palette, and gives it back', async () => {
  await mapOf(page).focus()
  await press('Control+k')
  await page.getByRole('combobox', { name: commands.palette }).fill(commands.filter)
  await press('Enter')
  const filter = region(follow.filter.title)
  await holdsFocus(filter)
  await press('Escape')
  await gone(filter)
  await focused(mapOf(page))
})

test('a block that is cleared in the list leaves the focus in the list', async () => {
  const list = page.getByRole('complementary', { name: panels.blocks.title })
  const clear = list.getByRole('button', { name: /^Clear / }).first()
  const name = (await clear.getAttribute('aria-label'))!
  await clear.focus()
  await press('Enter')
  await gone(list.getByRole('button', { name, exact: true }))
  await holdsFocus(list)
  await press('Control+z')
})

test('keys that are pressed alone do nothing once they are switched off; those with Ctrl, arrows and Esc go on', async () => {
  await find(page, nameOf('handle'))
  await pointAway()
  await mapOf(page).focus()
  await press('?')
  await page.getByRole('dialog').getByRole('tab', { name: words.en.help.tabs.keys }).click()
  await page.getByRole('switch', { name: words.en.help.keysOn }).press(' ')
  await press('Escape')
  await gone(page.getByRole('dialog'))
  await focused(mapOf(page))
  const before = await page.evaluate(() => localStorage.getItem('changlian.session'))
  for (const key of ['u', 'd', 'n', 'x', 'b', 'c', 'f', '[', ']', 't', 'p', 'l', '?', '/']) {
    await press(key)
    expect(await hasFocus(mapOf(page)), key).toBe(true)
  }
  await page.waitForTimeout(600)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await region(words.en.table.title).count()).toBe(0)
  expect(await page.evaluate(() => localStorage.getItem('changlian.session'))).toBe(before)
  await press('ArrowRight')
  await page.getByRole('heading', { name: nameOf('car'), exact: true }).waitFor()
  await press('Control+k')
  await focused(page.getByRole('combobox', { name: commands.palette }))
  await press('Escape')
})
