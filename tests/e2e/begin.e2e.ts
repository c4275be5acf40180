/** The first minutes with one's own list: a chain of its own from a table, from nothing, and from a file that has no scenario. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { choose, figure, giveFile, mapOf, openChain, ready, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const { app, bring, edit, map } = words.en
const browser = withBrowser()

const SUPPLIES = 'supplier,customer,product\nMill,Maker,steel\nMine,Mill,ore\n'

const bringIn = async (page: Page, name: string, text: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.en.commands.palette }).fill(words.en.commands.bring)
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('region', { name: bring.title })
  const chooser = page.waitForEvent('filechooser')
  await sheet.getByRole('button', { name: bring.choose.button }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await sheet.getByRole('combobox', { name: bring.into.label }).waitFor()
}

test('on a first visit a table begins a chain of its own, with days to play; one undo takes its rows out again', async () => {
  const { page, context, complaints } = await visit(browser())
  await ready(page)
  await bringIn(page, 'suppliers.csv', SUPPLIES)
  const sheet = page.getByRole('region', { name: bring.title })
  expect(await sheet.getByRole('combobox', { name: bring.into.label }).inputValue()).toBe('new')
  const confirm = sheet.getByRole('button', { name: bring.direction.yes, exact: true })
  if ((await confirm.count()) > 0) await confirm.click()
  await sheet.getByRole('button', { name: bring.apply.button }).click()
  await page.getByRole('button', { name: `${app.chain}: suppliers`, exact: true }).waitFor()
  await expect.poll(() => mapOf(page).getByRole('option').count()).toBe(3)
  expect(await figure(page, app.figures.operatingRate)).toBe(100)
  await page.keyboard.press('Control+z')
  await page.getByText(map.empty).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('rows go into the open chain where that is wished', async () => {
  const { page, context } = await visit(browser())
  await openChain(page, TEST_CHAIN)
  await bringIn(page, 'suppliers.csv', SUPPLIES)
  const target = page.getByRole('combobox', { name: bring.into.label })
  expect(await target.inputValue()).toBe('open')
  await target.selectOption('new')
  await target.selectOption('open')
  const sheet = page.getByRole('region', { name: bring.title })
  const confirm = sheet.getByRole('button', { name: bring.direction.yes, exact: true })
  if ((await confirm.count()) > 0) await confirm.click()
  await sheet.getByRole('button', { name: bring.apply.button }).click()
  await expect.poll(() => mapOf(page).getByRole('option').count()).toBe(TEST_CHAIN.enterprises.length + 3)
  await context.close()
})

test('a chain is begun from nothing: the page says what comes first, and the first enterprise is on the map', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  await choose(page, new RegExp(`^${app.chain}: `), app.newChain)
  await page.getByText(map.empty).waitFor()
  // Nobody is at hand yet: no key of the map sets a block on nobody, traces or marks it.
  await mapOf(page).focus()
  for (const key of ['b', 'u', 'x', 'c', 'Enter']) await page.keyboard.press(key)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.locator('.hover-card').count()).toBe(0)
  expect(await page.getByText('NaN').count()).toBe(0)
  await page.getByRole('button', { name: map.addEnterprise }).click()
  const form = page.getByRole('dialog', { name: edit.form.add.enterprises })
  const { fields } = words.en.workbook
  await form.getByRole('textbox', { name: new RegExp(`^${fields.name}`) }).fill('First Works')
  await form.getByRole('combobox', { name: new RegExp(`^${fields.role}`) }).selectOption('leading')
  await form.getByLabel(new RegExp(`^${fields.stage}`)).fill('tier-0')
  await form.getByLabel(new RegExp(`^${fields.finalDemand}`)).fill('100')
  await form.getByRole('button', { name: edit.form.save, exact: true }).click()
  await expect.poll(() => mapOf(page).getByRole('option').count()).toBe(1)
  expect(await figure(page, app.figures.leadingOutput)).toBe(100)
  await context.close()
})

test('a file without a scenario is shown as it stands, and the scenario can be taken back', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  const { scenarios: _, ...bare } = TEST_CHAIN
  await giveFile(page, 'bare.chain.json', JSON.stringify(bare))
  await page.getByRole('button', { name: `${app.scenario}: As it stands` }).waitFor()
  await expect.poll(() => mapOf(page).getByRole('option').count()).toBe(TEST_CHAIN.enterprises.length)
  await page.getByRole('button', { name: new RegExp(`^${app.undo}: ${app.step.firstScenario}`) }).click()
  await page.getByText(app.noScenario).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${app.redo}: `) }).click()
  await page.getByRole('button', { name: `${app.scenario}: As it stands` }).waitFor()
  await context.close()
})
