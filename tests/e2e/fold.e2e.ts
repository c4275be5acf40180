import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { randomChain } from '../../bench/random-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { axeFinds } from './axe.ts'
import { choose, figure, mapOf, openChain, ready, words } from './page.ts'
import { visitEachTest } from './with-browser.ts'

const { folds, map, app, regions } = words.en

let page: Page
visitEachTest(async (open) => {
  page = open.page
  await ready(page)
})

const options = () => mapOf(page).getByRole('option')
const sheet = () => page.getByRole('region', { name: folds.title })
const openSheet = async (): Promise<void> => {
  await page.getByRole('button', { name: map.fold.choose }).last().click()
  await sheet().waitFor()
}

test('folded by stage the map has one card a stage; Enter opens one; unfolded it has the same cards as before', async () => {
  const before = await options().allTextContents()
  await openSheet()
  await sheet().getByRole('radio', { name: folds.rule.stage, exact: true }).check()
  await expect.poll(() => options().count()).toBeLessThan(before.length)
  expect(await axeFinds(page)).toEqual([])
  const cards = await options().allTextContents()
  const inside = cards.map((name) => Number(/ × (\d+)$/.exec(name)?.[1] ?? 1))
  expect(inside.reduce((sum, count) => sum + count, 0)).toBe(before.length)
  await page.keyboard.press('Escape')
  await mapOf(page).focus()
  await mapOf(page).press('Enter')
  await expect.poll(() => options().count()).toBeGreaterThan(cards.length)
  const opened = await options().allTextContents()
  await openSheet()
  await sheet().getByRole('radio', { name: folds.rule.none, exact: true }).check()
  await expect.poll(() => options().allTextContents()).toEqual(before)
  // What was opened by hand went with it, which is said, with the way back.
  const notice = page.getByRole('alert').filter({ hasText: map.fold.changed })
  await notice.getByRole('button', { name: app.undo, exact: true }).click()
  await expect.poll(() => options().allTextContents()).toEqual(opened)
})

test('a block inside a fold is cleared, and the fold counts one less', async () => {
  await openSheet()
  await sheet().getByRole('radio', { name: folds.rule.stage, exact: true }).check()
  const blocked = async (): Promise<number> => {
    const rows = await sheet().getByRole('table', { name: folds.list }).getByRole('row').allTextContents()
    return rows.length
  }
  await expect.poll(blocked).toBeGreaterThan(2)
  const open = await figure(page, app.figures.blocksOpen)
  await page
    .getByRole('list', { name: words.en.panels.blocks.title })
    .getByRole('button', { name: new RegExp(`^${words.en.panels.blocks.clear}`) })
    .first()
    .click()
  await page.getByRole('slider', { name: app.days.slider }).press('End')
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBeLessThan(open)
})

test('a chain of 10,000 enterprises opens folded', async () => {
  const chain: Chain = {
    ...randomChain({ enterprises: 10_000, supplies: 25_000, seed: 3 }),
    name: { zh: '大', en: 'Large' },
  }
  await openChain(page, chain)
  await openSheet()
  await expect
    .poll(() => sheet().getByRole('status').textContent(), { timeout: 20_000 })
    .toMatch(/On the map now: \d{1,3} cards/)
})

test('two futures of a folded chain: both maps have its folds, each with its own counts; one is opened there', async () => {
  const chain = randomChain({ enterprises: 1_600, supplies: 4_000, seed: 3, blocks: 60 })
  const [main] = chain.scenarios!
  const blocks = chain.blocks!.slice(0, 1).map(({ id }) => id)
  const other = { ...main!, id: 'other', name: 'Other', blocks }
  await openChain(page, { ...chain, name: { zh: '大', en: 'Large' }, scenarios: [main!, other] })
  await openSheet()
  await sheet().getByRole('radio', { name: folds.rule.stage, exact: true }).check()
  await page.getByRole('button', { name: folds.close, exact: true }).click()
  await choose(page, /^Chain/, app.compare)
  const onMap = (name: string) =>
    page
      .getByRole('list', { name: `Folds on map ${name}` })
      .getByRole('listitem')
      .allTextContents()
  await expect.poll(async () => (await onMap('A')).length, { timeout: 20_000 }).toBe(8)
  const blocked = async (name: string) =>
    (await onMap(name)).reduce((sum, line) => sum + Number(/(\d+) blocked/.exec(line)![1]), 0)
  expect(await blocked('A')).toBe(60)
  expect(await blocked('B')).toBe(1)
})

test('regions: the table sums to the chain, a tile opens its enterprises, axe finds nothing', async () => {
  const enterprises = await options().count()
  await page.getByRole('button', { name: map.regions }).click()
  const region = page.getByRole('region', { name: regions.title })
  const rows = region.getByRole('table', { name: regions.table }).getByRole('row')
  await rows.first().waitFor()
  const counts = await rows.evaluateAll((all) => all.slice(1).map((row) => Number(row.children[1]!.textContent)))
  expect(counts.length).toBeGreaterThan(3)
  expect(counts.at(-1)).toBe(enterprises)
  expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(enterprises)
  await region
    .getByRole('group', { name: regions.map })
    .getByRole('button', { name: /^Hubei/ })
    .click()
  await region.getByRole('heading', { name: 'Enterprises in Hubei' }).waitFor()
  expect(await axeFinds(page)).toEqual([])
})
