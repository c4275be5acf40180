/** The eight main tasks by keys alone; each says by role, name or live region what came of it. */
import { beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { figure, mapOf, ready, spoken, words } from './page.ts'
import { visit, type Visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const { analysis, app, bring, commands, compare, edit, panels, present } = words.en
const LIST = '单位,链上位置,环节,开工率,存在困难,困难类型,联络员\n华信电子,中小,电子,30%,员工未返岗,用工,张三\n'

const browser = withBrowser()
let open: Visit
let page: Page
beforeAll(async () => {
  open = await visit(browser())
  page = open.page
  await page.evaluate(() => {
    const seen = globalThis as unknown as { pointers: number }
    seen.pointers = 0
    addEventListener('pointerdown', () => seen.pointers++, true)
  })
  await ready(page)
})

const MOST_TABS = 70
const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))

/** Walks with Tab until the thing has the focus. */
async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let at = 0; at < MOST_TABS; at++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`expected ${String(target)} within ${MOST_TABS} tabs`)
}

async function act(name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: commands.palette })
  await field.waitFor()
  await expect.poll(() => hasFocus(field)).toBe(true)
  await page.keyboard.type(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('open: a chain is chosen from the menu', async () => {
  const menu = page.getByRole('button', { name: /^Chain: / })
  await tabTo(menu)
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('menuitem', { name: /Spring Dawn/ })
  await wanted.waitFor()
  for (let at = 0; at < 12 && !(await hasFocus(wanted)); at++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Chain: Spring Dawn/ }).waitFor()
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(5)
})

test('find: / asks, Enter takes the first, the details open', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('Fushou')
  await page
    .getByRole('option', { name: /Fushou/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page
    .getByRole('region', { name: panels.card.title })
    .getByRole('heading', { name: /Fushou/ })
    .waitFor()
  await expect.poll(() => spoken(page)).toMatch(/Fushou.*block: restart not permitted/)
})

test('set and clear: C clears what is at hand, B sets a block, each can be undone', async () => {
  await tabTo(mapOf(page), 'Shift+Tab')
  await page.keyboard.press('c')
  const takeBack = page.getByRole('button', { name: new RegExp(`^${panels.blocks.takeBack} Fushou`) }).first()
  await takeBack.waitFor()
  await page.keyboard.press('Control+z')
  await takeBack.waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('b')
  const form = page.getByRole('dialog')
  await tabTo(form.getByRole('button', { name: words.en.form.save }))
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(6)
  await page.keyboard.press('Control+z')
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(5)
})

test('ask which first: the gains are computed and listed', async () => {
  await act(commands.analysis)
  const sheet = page.getByRole('region', { name: analysis.title })
  const gains = sheet.getByRole('list', { name: analysis.tabs.gains }).getByRole('listitem')
  await expect.poll(() => gains.count()).toBe(5)
  await tabTo(sheet.getByRole('button', { name: analysis.again }))
  await page.keyboard.press('Enter')
  await expect.poll(() => gains.count()).toBe(5)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
})

test('edit: a cell of the table is changed, and Undo names the change', async () => {
  await act(commands.editTables)
  const sheet = page.locator(`section[aria-label="${edit.table.title}"]`)
  const cell = sheet
    .getByRole('gridcell')
    .filter({ hasText: /^\d+(\.\d+)?$/ })
    .first()
  await tabTo(sheet.locator('tbody'))
  for (let at = 0; at < 12 && !(await hasFocus(cell)); at++) await page.keyboard.press('ArrowRight')
  expect(await hasFocus(cell)).toBe(true)
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('0.123')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Undo: change .* to 0\.123/ }).waitFor()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
})

test('bring in: a list is chosen, looked over and put in as one step', async () => {
  await act(commands.bring)
  const sheet = page.getByRole('region', { name: bring.title, exact: true })
  await sheet.waitFor()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    (async () => {
      await tabTo(sheet.getByRole('button', { name: bring.choose.button }))
      await page.keyboard.press('Enter')
    })(),
  ])
  await chooser.setFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  await sheet.getByText('名单.csv').first().waitFor()
  const target = sheet.getByRole('combobox', { name: bring.into.label })
  await tabTo(target)
  await target.press('t')
  expect(await target.inputValue()).toBe('open')
  const column = sheet.getByRole('combobox', { name: bring.columns.column.replace('{{heading}}', '链上位置') })
  await tabTo(column)
  await column.press('r')
  await sheet.getByText(`华信电子 · ${words.en.words.cause.labour}`).waitFor()
  await tabTo(sheet.getByRole('button', { name: bring.apply.button, exact: true }))
  await page.keyboard.press('Enter')
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Undo: bring in/ }).waitFor()
  await page.keyboard.press('Control+z')
})

test('compare: two futures side by side, and every enterprise in the table', async () => {
  await act(commands.compare)
  const sheet = page.getByRole('region', { name: compare.title })
  const difference = sheet.getByRole('radio', { name: compare.view.difference })
  await tabTo(sheet.getByRole('radiogroup', { name: compare.view.label }))
  for (let at = 0; at < 3 && !(await difference.isChecked()); at++) await page.keyboard.press('ArrowRight')
  expect(await difference.isChecked()).toBe(true)
  const table = sheet.getByRole('grid', { name: compare.table })
  await table.waitFor()
  await tabTo(table)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
})

test('present: P begins, digits and Page Down go on, Esc ends; no pointer was used all the while', async () => {
  await tabTo(mapOf(page), 'Shift+Tab')
  await page.keyboard.press('p')
  const stage = page.getByRole('dialog', { name: present.title })
  await stage.getByRole('heading', { name: 'Everything looks equal' }).waitFor()
  await page.keyboard.press('4')
  await stage.getByRole('heading', { name: 'Only together' }).waitFor()
  await page.keyboard.press('PageDown')
  await stage.getByRole('heading', { name: 'The wave' }).waitFor()
  await page.keyboard.press('Escape')
  await stage.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => (globalThis as unknown as { pointers: number }).pointers)).toBe(0)
  expect(open.complaints).toEqual([])
  expect(open.foreign).toEqual([])
})
