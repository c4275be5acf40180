import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { edit as en } from '../../src/i18n/en/edit.ts'
import { saved } from './kept-page.ts'
import { choose, openChain, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await choose(page, /^Chain: /, words.en.app.saveFile)
  return readFileSync(await (await download).path(), 'utf8')
}

/** The steps of the history, the newest first. */
async function stepsOf(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.en.commands.palette }).fill(words.en.commands.history)
  await page.getByRole('option', { name: words.en.commands.history }).first().waitFor()
  await page.keyboard.press('Enter')
  const steps = page.getByRole('list', { name: en.history.steps }).getByRole('button')
  await steps.first().waitFor()
  return steps
}

test('everything deleted: back to the start, a reload, and to the end again give the same bytes', async () => {
  const { page, context, complaints } = await visit(browser())
  await openChain(page, TEST_CHAIN)
  const first = await savedFile(page)
  await page.getByRole('button', { name: /^Table/ }).click()
  await page.getByRole('button', { name: en.table.fields }).click()
  const sheet = page.locator(`section[aria-label="${en.table.title}"]`)
  await sheet.getByRole('gridcell').first().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect.poll(() => sheet.getByRole('gridcell').count()).toBe(0)
  const last = await savedFile(page)
  expect((JSON.parse(last) as { enterprises: unknown[] }).enterprises).toEqual([])

  await (await stepsOf(page)).last().click()
  await expect.poll(() => savedFile(page)).toBe(first)
  await saved(page)
  await page.reload()
  await page.getByRole('button', { name: /^Chain: Test chain/ }).waitFor()
  expect(await savedFile(page)).toBe(first)
  await (await stepsOf(page)).first().click()
  await expect.poll(() => savedFile(page)).toBe(last)
  expect(complaints).toEqual([])
  await context.close()
})
