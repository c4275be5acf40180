import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { edit as en } from '../../src/i18n/en/edit.ts'
import { workbook } from '../../src/i18n/en/workbook.ts'
import { axeFinds } from './axe.ts'
import { choose, find, giveFile, mapOf, openChain, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import type { Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

let open: Visit
visitOnce(async (visited) => {
  open = visited
  await openChain(open.page, TEST_CHAIN)
})

const sheetOf = (page: Page) => page.locator(`section[aria-label="${en.table.title}"]`)
const cellsOf = (page: Page) => sheetOf(page).getByRole('gridcell')

async function sound(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([])
}

/** Pastes as a spreadsheet would into the cell that has the focus. */
const paste = (page: Page, text: string) =>
  page.evaluate((content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', content)
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)

/** The open chain as the file that is saved. */
async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await choose(page, /^Chain: /, words.en.app.saveFile)
  return readFileSync(await (await download).path(), 'utf8')
}

test('a list is edited by keyboard: cell, several rows, pasted rows, delete; the history goes back to the start', async () => {
  const { page } = open
  const first = await savedFile(page)
  await page.getByRole('button', { name: /^Table/ }).click()
  await page.getByRole('button', { name: en.table.fields }).click()
  await sheetOf(page).getByRole('combobox', { name: en.table.which }).selectOption('supplies')
  await sound(page)

  await cellsOf(page)
    .filter({ hasText: /^0\.4$/ })
    .focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: workbook.fields.flow }).fill('0.5')
  await page.keyboard.press('Enter')
  await cellsOf(page)
    .filter({ hasText: /^0\.5$/ })
    .waitFor()

  await page.keyboard.press('Control+a')
  await page.getByRole('combobox', { name: en.table.field }).selectOption('leadDays')
  await page.getByRole('textbox', { name: en.table.value }).fill('7')
  await sound(page)
  await page.keyboard.press('Enter')
  await cellsOf(page).filter({ hasText: /^7$/ }).nth(3).waitFor()

  await cellsOf(page).filter({ hasText: 'Engine works B' }).focus()
  await paste(page, 'Engine works B\tCar maker\tgearbox\nCable works\tCar maker\twire\nNobody\tCar maker\tnothing')
  const preview = page.getByRole('dialog')
  await preview.getByText(/Nobody/).waitFor()
  await sound(page)
  await preview.getByRole('button', { name: en.paste.apply }).click()
  await preview.waitFor({ state: 'detached' })
  await cellsOf(page).filter({ hasText: 'gearbox' }).waitFor()
  await cellsOf(page).filter({ hasText: 'wire' }).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await cellsOf(page).filter({ hasText: 'wire' }).waitFor({ state: 'detached' })

  await sheetOf(page).getByRole('button', { name: en.history.title, exact: true }).click()
  const steps = page.getByRole('list', { name: en.history.steps }).getByRole('button')
  await steps.filter({ hasText: 'from 0.4 to 0.5' }).waitFor()
  expect(await steps.count()).toBe(5)
  await sound(page)
  expect(await savedFile(page)).not.toBe(first)
  await steps.last().click()
  await page.locator('[aria-current=step]').filter({ hasText: en.history.start }).waitFor()
  expect(await savedFile(page)).toBe(first)
  expect(open.complaints).toEqual([])
})

test('a stage is added in a form, where a missing field is said beside it', async () => {
  const { page } = open
  await page.getByRole('button', { name: en.history.close }).click()
  await page.getByRole('button', { name: /^Table/ }).click()
  await page.getByRole('button', { name: en.table.fields }).click()
  await sheetOf(page).getByRole('combobox', { name: en.table.which }).selectOption('stages')
  await sheetOf(page).getByRole('button', { name: en.table.add }).click()
  const form = page.getByRole('dialog', { name: en.form.add.stages })
  await form.getByRole('button', { name: en.form.save }).click()
  expect(await form.getByText(en.expected.required).count()).toBe(2)
  const name = form.getByRole('textbox', { name: new RegExp(`^${workbook.fields.name}`) })
  expect(await name.evaluate((box) => box === document.activeElement)).toBe(true)
  await name.fill('Ore')
  await form.getByRole('textbox', { name: new RegExp(`^${workbook.fields.tier}`) }).fill('-1')
  await sound(page)
  await form.getByRole('button', { name: en.form.save }).click()
  await form.getByText('a whole number from 0 to 1000').first().waitFor()
  await form.getByRole('textbox', { name: new RegExp(`^${workbook.fields.tier}`) }).fill('2')
  await form.getByRole('button', { name: en.form.save }).click()
  await form.waitFor({ state: 'detached' })
  await cellsOf(page).filter({ hasText: 'Ore' }).waitFor()
  expect(open.complaints).toEqual([])
})

test('a block is not cleared in the plain table either before its evidence has been asked for', async () => {
  const { page } = open
  const work = words.en.work.evidence
  await sheetOf(page).getByRole('combobox', { name: en.table.which }).selectOption('blocks')
  const row = sheetOf(page).getByRole('row', { name: /Handle works/ })
  await row.waitFor()
  const column = await sheetOf(page).getByRole('columnheader').allTextContents()
  const state = row.getByRole('gridcell').nth(column.indexOf(workbook.fields.state))
  const ask = async () => {
    await state.dblclick()
    await page.getByRole('combobox', { name: workbook.fields.state }).fill(en.word.cleared)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: en.clear.title }).waitFor()
  }
  await ask()
  await sound(page)
  const dialog = page.getByRole('dialog', { name: en.clear.title })
  await dialog.getByRole('button', { name: words.en.app.cancel }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await state.textContent()).not.toBe(en.word.cleared)

  await ask()
  await dialog.getByRole('textbox', { name: work.text }).fill('permit no. 7')
  await dialog.getByRole('button', { name: work.save }).click()
  await dialog.waitFor({ state: 'detached' })
  await cellsOf(page).filter({ hasText: 'permit no. 7' }).waitFor()
  expect(await state.textContent()).toBe(en.word.cleared)
  expect(open.complaints).toEqual([])
})

test('pasted cells, the form of a row and the form of a block ask for the evidence too, and it enters with them in one step', async () => {
  const { page } = open
  await openChain(page, TEST_CHAIN)
  await page.getByRole('button', { name: /^Table/ }).click()
  await page.getByRole('button', { name: en.table.fields }).click()
  await sheetOf(page).getByRole('combobox', { name: en.table.which }).selectOption('blocks')
  const work = words.en.work.evidence
  const row = (name: RegExp) => sheetOf(page).getByRole('row', { name })
  const columns = await sheetOf(page).getByRole('columnheader').allTextContents()
  const cellOf = (name: RegExp, field: keyof typeof workbook.fields) =>
    row(name).getByRole('gridcell').nth(columns.indexOf(workbook.fields[field]))
  const answer = async (dialog: Locator, text: string) => {
    await dialog.getByRole('textbox', { name: work.text }).fill(text)
    await dialog.getByRole('button', { name: work.save }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  const undone = async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: new RegExp(`^${words.en.app.undo}`) })
      .click()
    await cellOf(/Handle works/, 'state')
      .filter({ hasNotText: en.word.cleared })
      .waitFor()
  }

  await cellOf(/Handle works/, 'state').click()
  await paste(page, en.word.cleared)
  const preview = page.getByRole('dialog', { name: /^Paste/ })
  await preview.getByText(en.clear.asks_one.replace('{{count}}', '1')).waitFor()
  await preview.getByRole('button', { name: en.paste.apply }).click()
  await answer(page.getByRole('dialog', { name: en.clear.title }), 'photograph')
  expect(await cellOf(/Handle works/, 'state').textContent()).toBe(en.word.cleared)
  expect(await cellOf(/Handle works/, 'evidence').textContent()).toBe('photograph')
  await undone()
  expect(await cellOf(/Handle works/, 'evidence').textContent()).toBe('')

  await cellOf(/Handle works/, 'state').focus()
  await page.keyboard.press('Space')
  await sheetOf(page).getByRole('button', { name: en.table.editForm }).click()
  const form = page.getByRole('dialog', { name: en.form.change.blocks })
  await form.getByRole('combobox', { name: workbook.fields.state }).selectOption(en.word.cleared)
  await form.getByRole('button', { name: en.form.save }).click()
  const question = page.getByRole('dialog', { name: en.clear.title })
  await question.getByRole('button', { name: words.en.app.cancel }).click()
  await form.getByRole('button', { name: en.form.save }).click()
  await answer(question, 'permit no. 8')
  expect(await cellOf(/Handle works/, 'evidence').textContent()).toBe('permit no. 8')
  await undone()

  await page.keyboard.press('Escape')
  await find(page, 'Engine works B')
  await mapOf(page).focus()
  await page.keyboard.press('b')
  const { form: blockWords } = words.en
  const block = page.getByRole('dialog', { name: blockWords.newTitle.replace('{{name}}', 'Engine works B') })
  await block.getByRole('combobox', { name: blockWords.state }).click()
  await page.getByRole('option', { name: words.en.panels.blockState.cleared, exact: true }).click()
  await block.getByRole('button', { name: blockWords.save }).click()
  await sound(page)
  await answer(block, 'seen on the spot')
  const card = page.getByRole('region', { name: words.en.panels.card.title })
  await card.getByText('seen on the spot').waitFor()
  expect(open.complaints).toEqual([])
})

test('without a run the table has every enterprise and block, a dash for each figure, and says why', async () => {
  const { page } = open
  const { scenarios: _, ...chain } = TEST_CHAIN
  await giveFile(page, 'plain.chain.json', JSON.stringify({ ...chain, name: 'Without a run' }))
  await page.getByRole('button', { name: `${words.en.app.chain}: Without a run` }).waitFor()
  await page.getByRole('button', { name: `${words.en.app.undo}: ${words.en.app.step.firstScenario}` }).click()
  await page.getByRole('button', { name: /^Table/ }).click()
  const { table } = words.en
  const sheet = page.getByRole('region', { name: table.title, exact: true })
  await sheet.getByText(en.table.noRun).waitFor()
  const rows = sheet.getByRole('row')
  expect(await rows.filter({ hasText: '–' }).count()).toBe(TEST_CHAIN.enterprises.length)
  await rows.filter({ hasText: 'Cable works' }).waitFor()
  await sheet.getByText(table.blocks, { exact: true }).click()
  await rows.filter({ hasText: 'Handle works' }).waitFor()
  expect(await rows.filter({ hasText: '–' }).count()).toBe(TEST_CHAIN.blocks.length)
  await sound(page)
  expect(open.complaints).toEqual([])
})

test('every table of a chain opens, also where the chain has none of its rows yet, and takes a first row', async () => {
  const { page } = open
  const { stages, enterprises } = TEST_CHAIN
  const bare = { format: 'industrial-chain', version: 1, name: 'Bare', stages, enterprises, supplies: [] }
  await giveFile(page, 'bare.chain.json', JSON.stringify(bare))
  await page.getByRole('button', { name: `${words.en.app.chain}: Bare` }).waitFor()
  await page.getByRole('button', { name: /^Table/ }).click()
  const fields = page.getByRole('button', { name: en.table.fields })
  await fields.or(sheetOf(page)).first().waitFor()
  if (await fields.isVisible()) await fields.click()
  for (const table of ['supplies', 'inputs', 'blocks', 'scenarios', 'observations', 'notes', 'sources'] as const) {
    await sheetOf(page).getByRole('combobox', { name: en.table.which }).selectOption(table)
    await sheetOf(page).getByRole('button', { name: en.table.add }).click()
    const form = page.getByRole('dialog', { name: en.form.add[table] })
    await form.getByRole('button', { name: words.en.app.cancel }).click()
    await form.waitFor({ state: 'detached' })
  }
  expect(open.complaints).toEqual([])
})
