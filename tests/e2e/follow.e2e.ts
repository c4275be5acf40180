/** Finding and following on the built page: search, trace, filter, routes, notes, the way back. */
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Chain } from '../../src/model/chain.ts'
import { find, mapOf, openChain, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { visitOnce } from './with-browser.ts'

const { app, commands, edit, follow, panels, words: signs } = words.en

/** A steel mill feeds the handle and the cable works: two routes lead from it to the car. */
const CHAIN: Chain = {
  ...TEST_CHAIN,
  stages: [{ id: 'raw', name: { zh: '原材料', en: 'Raw materials' }, tier: 2 }, ...TEST_CHAIN.stages],
  enterprises: [
    { id: 'steel', name: { zh: '精钢厂', en: 'Steel mill' }, role: 'sme', stage: 'raw' },
    ...TEST_CHAIN.enterprises,
  ],
  supplies: [
    ...TEST_CHAIN.supplies,
    { id: 's5', from: 'steel', to: 'handle', product: 'steel', flow: 0.01, leadDays: 1 },
    { id: 's6', from: 'steel', to: 'cable', product: 'steel', flow: 0.02, leadDays: 1 },
  ],
}
const COUNT = CHAIN.enterprises.length

let page: Page
visitOnce(async (open) => {
  page = open.page
  await openChain(page, CHAIN)
})

const card = (name: string): Locator =>
  page.getByRole('region', { name: panels.card.title }).getByRole('heading', { name, exact: true })
const options = (): Promise<number> => mapOf(page).getByRole('option').count()
/** Names of those that stand out on the map, as its mirror says. */
const lit = async (): Promise<readonly string[]> =>
  (await mapOf(page).getByRole('option').and(page.locator('[aria-describedby="map-lit"]')).allTextContents()).toSorted()

/** Names of what supplies lead to from an enterprise, itself included, in at most so many steps. */
function reached(from: string, steps = Infinity): readonly string[] {
  const found = new Set([from])
  let edge = [from]
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const next = CHAIN.supplies.filter((supply) => edge.includes(supply.from) && !found.has(supply.to))
    edge = [...new Set(next.map(({ to }) => to))]
    edge.forEach((id) => found.add(id))
  }
  return CHAIN.enterprises.filter(({ id }) => found.has(id)).map(({ name }) => (name as { en: string }).en).toSorted() // prettier-ignore
}

const status = (within: Locator, text: string): Promise<void> =>
  within.getByRole('status').filter({ hasText: text }).waitFor()

/** What is drawn on the map, without what lies over it. */
const picture = (): Promise<string> =>
  page
    .locator('.map-pane canvas')
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join('\n'))

/** The picture once it has come to rest. */
async function settled(): Promise<string> {
  let before = ''
  let now = await picture()
  while (now !== before) {
    await page.waitForTimeout(150)
    ;[before, now] = [now, await picture()]
  }
  return now
}

async function act(name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: commands.palette }).fill(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}

/** Opens the menu of the enterprise at hand by key, and chooses from it. */
async function fromMenu(entry: string): Promise<void> {
  await mapOf(page).focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: entry }).click()
}

test('pinyin initials find an enterprise, Enter goes there, and the keys are then those of the map', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('jgc')
  await page
    .getByRole('listbox', { name: app.search })
    .getByRole('option', { name: 'Steel mill', exact: true, selected: true })
    .waitFor()
  await page.keyboard.press('Enter')
  await card('Steel mill').waitFor()
  await expect.poll(() => mapOf(page).evaluate((map) => map === document.activeElement)).toBe(true)
})

test('a trace downstream counts what it reaches, step by step or to the end, and Esc leaves it', async () => {
  await page.keyboard.press('d')
  const bar = page.getByRole('group', { name: 'Trace of Steel mill' })
  await status(bar, '3 enterprises, 4 links')
  await expect.poll(lit).toEqual(reached('steel'))
  await page.keyboard.press('Escape')
  await card('Steel mill').waitFor({ state: 'detached' })
  await bar.getByRole('button', { name: follow.trace.fewer }).click()
  await status(bar, '2 enterprises, 2 links')
  await expect.poll(lit).toEqual(reached('steel', 1))
  await bar.getByRole('button', { name: follow.trace.further }).click()
  await status(bar, '3 enterprises, 4 links')
  await mapOf(page).focus()
  await page.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
  await expect.poll(lit).toEqual([])
})

test('a filter by state hides on the map and in the table, says how many, and one click shows all again', async () => {
  await act(commands.filter)
  const filter = page.getByRole('region', { name: follow.filter.title })
  const bar = page.getByRole('group', { name: follow.filter.label })
  await filter.getByRole('checkbox', { name: new RegExp(`^${signs.state.blocked} 3`) }).check()
  await filter.getByText(`3 of ${COUNT} shown`).waitFor()
  await status(bar, '3 enterprises hidden')
  await expect.poll(options).toBe(3)
  await mapOf(page).focus()
  await page.keyboard.press('t')
  const table = page.locator(`section[aria-label="${words.en.table.title}"]`)
  const rows = table.getByRole('grid').locator('tbody').getByRole('row')
  await status(table, '3 rows')
  expect(await rows.count()).toBe(3)
  await table.getByRole('button', { name: '3 hidden · show all' }).click()
  await status(table, `${COUNT} rows`)
  await bar.waitFor({ state: 'detached' })
  await expect.poll(options).toBe(COUNT)
})

test('the blocks in the table go with their enterprises, and a filter that leaves nothing offers the way back', async () => {
  const filter = page.getByRole('region', { name: follow.filter.title })
  const bar = page.getByRole('group', { name: follow.filter.label })
  const table = page.locator(`section[aria-label="${words.en.table.title}"]`)
  await page.keyboard.press('Escape')
  await table.waitFor({ state: 'detached' })
  await filter.getByRole('checkbox', { name: new RegExp(`^${signs.role.core} 3`) }).check()
  await act(commands.table)
  await status(table, '3 rows')
  await table.getByText(words.en.table.blocks, { exact: true }).click()
  await status(table, '2 rows')
  await table.getByRole('button', { name: '1 hidden · show all' }).waitFor()
  await filter.getByRole('checkbox', { name: /^Raw materials/ }).check()
  await bar
    .getByRole('alert')
    .filter({ hasText: `all ${COUNT} enterprises are shown pale` })
    .waitFor()
  expect(await options()).toBe(COUNT)
  await table.getByText(words.en.table.noneLeft).waitFor()
  await table.getByRole('button', { name: words.en.table.showAll, exact: true }).click()
  await status(table, '3 rows')
  await bar.waitFor({ state: 'detached' })
  // Else it rests on a heading, whose definition is what Esc closes first.
  await page.mouse.move(4, 4)
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await filter.waitFor({ state: 'detached' })
})

test('the table of fields obeys the filter too, and one row is one row', async () => {
  await act(commands.filter)
  const filter = page.getByRole('region', { name: follow.filter.title })
  const table = page.locator(`section[aria-label="${edit.table.title}"]`)
  const rows = table.getByRole('grid').locator('tbody').getByRole('row')
  await filter.getByRole('checkbox', { name: /^Raw materials/ }).check()
  await act(commands.table)
  await page.getByRole('button', { name: edit.table.fields }).click()
  await expect.poll(() => table.getByRole('status').allTextContents()).toEqual(['1 row'])
  expect(await rows.count()).toBe(1)
  await table.getByRole('combobox', { name: edit.table.which }).selectOption('supplies')
  await table.getByText(words.en.table.noneLeft).waitFor()
  await table.getByRole('button', { name: `${CHAIN.supplies.length} hidden · show all` }).click()
  await status(table, `${CHAIN.supplies.length} rows`)
  expect(await rows.count()).toBe(CHAIN.supplies.length)
  await table.getByRole('button', { name: edit.table.close }).click()
  await filter.getByRole('button', { name: follow.filter.close }).click()
})

test('Shift F10 opens the menu at hand; the routes to another enterprise are counted, listed and lit', async () => {
  await find(page, 'Steel mill')
  await card('Steel mill').waitFor()
  await fromMenu(commands.routesFrom)
  await page.getByRole('status').filter({ hasText: 'Routes from Steel mill' }).waitFor()
  await find(page, nameOf('car'))
  const routes = page.getByRole('region', { name: follow.routes.label })
  await status(routes, '2 routes')
  const route = routes.getByRole('button', { name: /^Steel mill → Handle works → Car maker/ })
  expect(await routes.getByRole('listitem').count()).toBe(2)
  const unlit = await settled()
  await route.click()
  expect(await route.getAttribute('aria-pressed')).toBe('true')
  expect(await settled()).not.toBe(unlit)
  await mapOf(page).focus()
  await page.keyboard.press('Escape')
  await routes.waitFor({ state: 'detached' })
})

test('Alt and arrows go back and forward through what was selected', async () => {
  await find(page, nameOf('handle'))
  await card(nameOf('handle')).waitFor()
  await find(page, nameOf('cable'))
  await card(nameOf('cable')).waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await card(nameOf('handle')).waitFor()
  await page.keyboard.press('Alt+ArrowRight')
  await card(nameOf('cable')).waitFor()
})

test('a note is pinned to what is at hand, read again, and undone by name', async () => {
  await fromMenu(commands.addNote)
  const form = page.getByRole('dialog', { name: 'New note on Cable works' })
  await form.getByRole('textbox', { name: follow.note.text }).fill('ask for the night shift')
  await form.getByRole('button', { name: follow.note.save }).click()
  await form.waitFor({ state: 'detached' })
  const pin = page.getByRole('button', { name: 'Note on Cable works: ask for the night shift' })
  await pin.click()
  const old = page.getByRole('dialog', { name: 'Note on Cable works' })
  expect(await old.getByRole('textbox', { name: follow.note.text }).inputValue()).toBe('ask for the night shift')
  await old.getByRole('button', { name: app.cancel }).click()
  await old.waitFor({ state: 'detached' })
})

test('the note stands on the card of its enterprise, where it is edited and deleted, with a way back', async () => {
  const notes = page.getByRole('region', { name: panels.card.title }).getByRole('region', { name: follow.note.here })
  await notes.getByText('ask for the night shift').waitFor()
  await notes.getByRole('button', { name: 'Edit the note: ask for the night shift' }).click()
  const form = page.getByRole('dialog', { name: 'Note on Cable works' })
  await form.getByRole('textbox', { name: follow.note.text }).fill('asked on Monday')
  await form.getByRole('button', { name: follow.note.save }).click()
  await notes.getByText('asked on Monday').waitFor()
  await notes.getByRole('button', { name: 'Delete the note: asked on Monday' }).click()
  await notes.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `${app.undo}: delete the note “asked on Monday”` }).click()
  await notes.getByText('asked on Monday').waitFor()
})
