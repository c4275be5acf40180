import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { randomChain, type RandomChainSize } from '../../bench/random-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { giveFile, mapOf, openChain, ready, words } from './page.ts'
import { visitEachTest } from './with-browser.ts'

const { app, map } = words.en
const SHIPPED = `${app.chain}: Vehicles and new-energy vehicles`

let page: Page
visitEachTest(async (open) => {
  page = open.page
  await ready(page)
})

const large = (size: Pick<RandomChainSize, 'enterprises' | 'supplies'>): Chain => ({
  ...randomChain({ ...size, seed: 3, blocks: 12 }),
  name: { zh: '大', en: 'Large' },
})

test('reading a file can be given up: it says how far it is, the open chain stays, and the next file opens', async () => {
  const before = await mapOf(page).getByRole('option').allTextContents()
  const chain = JSON.stringify(large({ enterprises: 300, supplies: 750 }))
  // The program that reads files is held back, as a long file would hold it.
  const reader = /file-worker/
  await page.route(reader, () => {})
  await giveFile(page, 'large.chain.json', chain)
  const waiting = page.getByRole('status').filter({ hasText: 'Reading large.chain.json' })
  await waiting.getByRole('progressbar').waitFor()
  await waiting.getByRole('button', { name: app.cancel }).click()
  await waiting.waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: SHIPPED }).count()).toBe(1)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await mapOf(page).getByRole('option').allTextContents()).toEqual(before)
  await page.unroute(reader)
  await giveFile(page, 'large.chain.json', chain)
  await page.getByRole('button', { name: `${app.chain}: Large` }).waitFor()
})

test('a chain that is folded by itself says so until it is read, and has every enterprise once it is unfolded', async () => {
  await openChain(page, large({ enterprises: 1_600, supplies: 4_000 }))
  const note = page.getByRole('status').filter({ hasText: 'Folded by itself: 1,600 enterprises on' })
  await note.waitFor()
  const cards = Number(/on ([\d,]+) cards/.exec((await note.textContent())!)![1]!.replace(',', ''))
  expect(cards).toBeGreaterThan(8)
  expect(cards).toBeLessThan(1_600)
  await note.getByRole('button', { name: app.close }).click()
  await note.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: map.fold.choose }).click()
  await page.getByRole('radio', { name: words.en.folds.rule.none, exact: true }).check()
  await page.getByRole('button', { name: words.en.folds.close }).click()
  // Of a large chain the list that stands for the map holds the column of the one at hand: one of eight.
  await expect.poll(() => mapOf(page).getByRole('option').count(), { timeout: 20_000 }).toBeGreaterThan(20)
  await page.keyboard.press('Escape')
  await mapOf(page).focus()
  await mapOf(page).press('ArrowRight')
  await expect.poll(() => page.locator('main [aria-live="polite"]').first().textContent()).toMatch(/^Enterprise \d+/)
})

test('a run too large for the page is refused with what it would take; the chain itself is open', async () => {
  const chain = large({ enterprises: 10_000, supplies: 25_000 })
  const scenarios = chain.scenarios!.map((scenario) => ({ ...scenario, days: 3_660 }))
  await giveFile(page, 'long.chain.json', JSON.stringify({ ...chain, scenarios }))
  const refusal = page.getByRole('alert').filter({ hasText: 'This scenario is not computed here' })
  await refusal.waitFor({ timeout: 30_000 })
  expect(await refusal.textContent()).toMatch(
    /3,660 days of 10,000 enterprises .* about 1\.\d GB and \d+ s, the page takes on 1(\.0)? GB/,
  )
  await page.getByRole('button', { name: `${app.chain}: Large` }).waitFor()
})
