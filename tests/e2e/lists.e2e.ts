import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Chain } from '../../src/model/chain.ts'
import { axeFinds } from './axe.ts'
import { choose, giveFile, mapOf, openChain, ready, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visitOnce } from './with-browser.ts'

const { lists, app, analysis, bring } = words.en
const LISTED: Chain = {
  ...TEST_CHAIN,
  lists: [{ date: '2020-02-01', leading: ['car'], core: ['handle', 'engine-b'] }],
}

let page: Page
visitOnce(async (open) => {
  page = open.page
  await openChain(page, LISTED)
})

const sheet = () => page.getByRole('region', { name: lists.title, exact: true })
const openSheet = () => choose(page, /^Chain: /, app.lists)
const tab = (name: string) => sheet().getByRole('tab', { name: new RegExp(`^${name}`) })
const rows = (table: string) => sheet().getByRole('table', { name: table }).getByRole('row')

async function saved(): Promise<Chain> {
  const download = page.waitForEvent('download')
  await choose(page, /^Chain: /, app.saveFile)
  return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Chain
}

async function sound(): Promise<void> {
  expect(await axeFinds(page)).toEqual([])
}

test('a new version takes up who is missing, says why, and each step is undone', async () => {
  await openSheet()
  await sheet()
    .getByRole('status')
    .filter({ hasText: '0 of 1 leading enterprises have all sole sources on the list.' })
    .waitFor()
  await sheet().getByRole('button', { name: lists.add }).click()
  await page.getByRole('menuitem', { name: lists.fromLast }).click()
  await sheet().getByRole('group', { name: 'List of 10 Feb 2020' }).waitFor()
  await tab(lists.coverage.title).click()
  await sheet().getByRole('button', { name: 'Put Cable works on the list' }).click()
  await sheet().getByRole('status').filter({ hasText: '1 of 1 leading enterprise ' }).waitFor()
  await tab(lists.tabs.members).click()
  await sheet().getByRole('button', { name: 'Take Engine works B off the list' }).click()
  await sheet().getByRole('combobox', { name: 'Role of Handle works on the list' }).selectOption('leading')
  await tab(lists.tabs.changes).click()
  await expect.poll(() => rows(lists.changes.table).count()).toBe(4)
  await sound()
  await sheet().getByRole('textbox', { name: 'Why Cable works changed' }).fill('sole source of the cable')
  await page.keyboard.press('Enter')
  const { lists: kept } = await saved()
  expect(kept).toHaveLength(2)
  expect(kept![1]).toEqual({
    date: '2020-02-10',
    leading: ['car', 'handle'],
    core: ['cable'],
    changes: [{ enterprise: 'cable', reason: 'sole source of the cable' }],
  })
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z')
  expect((await saved()).lists).toEqual(LISTED.lists)
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+Shift+z')
  expect((await saved()).lists).toEqual(kept)
})

test('who matters is proposed with the engine’s figures and added by a click; the day of a version is its own', async () => {
  await page.getByRole('button', { name: /^1 Feb 2020/ }).click()
  await tab(lists.tabs.proposals).click()
  await sheet().getByRole('button', { name: analysis.run }).click()
  const add = sheet().getByRole('button', { name: 'Add Cable works as core supplier' })
  await add.waitFor()
  expect(await sheet().getByRole('listitem').filter({ hasText: 'Cable works' }).first().textContent()).toMatch(
    /Clearing its block wins 1 day of the leading enterprises’ full output\. If it closed, others would lose \d/,
  )
  await sound()
  await add.click()
  await add.waitFor({ state: 'detached' })
  const { lists: kept } = await saved()
  expect(kept![0]!.core).toContain('cable')
  await page.keyboard.press('Control+z')
  await sheet().getByLabel(lists.date).fill('2020-02-10')
  await page.keyboard.press('Enter')
  await sheet().getByRole('alert').filter({ hasText: lists.dateTaken }).waitFor()
})

test('a past version is shown on the map with the roles of its day, and Esc leaves it', async () => {
  const legend = page.getByRole('region', { name: words.en.map.legend })
  await page.getByRole('button', { name: /^1 Feb 2020/ }).click()
  await sheet().getByRole('button', { name: lists.show }).click()
  await page.getByText('List of 1 Feb 2020: 1 leading, 2 core supporting.').waitFor()
  await legend.getByText(words.en.map.legendUnlisted).waitFor()
  await sound()
  await mapOf(page).focus()
  await page.keyboard.press('Escape')
  await page.getByText('List of 1 Feb 2020: 1 leading').waitFor({ state: 'detached' })
  expect(await legend.getByText(words.en.map.legendUnlisted).count()).toBe(0)
})

test('a version is written as CSV, brought in again, and is a version to be had; deleting one offers to undo', async () => {
  await openSheet()
  await page.getByRole('button', { name: /^10 Feb 2020/ }).click()
  await sheet().getByRole('button', { name: lists.export }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: lists.csv }).click(),
  ])
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv).toContain('sole source of the cable')
  await giveFile(page, 'white-list.csv', csv)
  const apply = page.getByRole('button', { name: bring.apply.button })
  await apply.waitFor()
  await apply.click()
  await ready(page)
  await openSheet()
  await sheet().getByRole('button', { name: lists.add }).click()
  await page.getByRole('menuitem', { name: /white-list\.csv/ }).click()
  await sheet().getByRole('group', { name: 'List of 11 Feb 2020' }).waitFor()
  const { lists: kept } = await saved()
  expect(kept![2]).toMatchObject({ date: '2020-02-11', leading: ['car', 'handle'], core: ['cable'] })
  await sheet().getByRole('button', { name: lists.delete, exact: true }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: 'The list of 11 Feb 2020' })
    .getByRole('button', { name: lists.undo })
    .click()
  expect((await saved()).lists).toEqual(kept)
})

test('filters show some of the members, say how many, and go back to all', async () => {
  await sheet().getByRole('combobox', { name: lists.members.filterOwned }).selectOption('foreign')
  await sheet().getByText('0 of 3 members').waitFor()
  await sheet().getByText(lists.members.noHits).waitFor()
  await sheet().getByRole('button', { name: lists.members.reset }).click()
  await sheet().getByText('3 of 3 members').waitFor()
})
