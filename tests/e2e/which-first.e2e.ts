import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { criticalityRange } from '../../src/engine/criticality.ts'
import { CONVERGED } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { percentFully } from '../../src/i18n/format.ts'
import type { Chain } from '../../src/model/chain.ts'
import { figure, giveFile, openSpringDawn, ready, words } from './page.ts'
import { visitEachTest } from './with-browser.ts'

const { analysis, app, panels } = words.en
const PAIR = 'Fushou Handles + Mianchang Cable'

let page: Page
visitEachTest(async (open) => {
  page = open.page
  await openSpringDawn(page)
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(5)
})

const sheet = () => page.getByRole('region', { name: analysis.title })
const openTab = async (name: string): Promise<void> => {
  const isOpen = await sheet().isVisible()
  if (!isOpen) await page.getByRole('button', { name: app.analysis }).click()
  await sheet().getByRole('tab', { name, exact: true }).click()
}
/** A question that is quick to answer has its answer as soon as its panel opens. */
const answered = () => sheet().getByRole('button', { name: analysis.again }).waitFor()

test('the ranking alone says that handle and cable go first and only together; one click clears both, one undo takes it back', async () => {
  const list = page.getByRole('list', { name: panels.blocks.title })
  const both = list.getByRole('button', { name: new RegExp(`^${panels.blocks.clearBoth}`) })
  await both.waitFor()
  const first = (await list.getByRole('listitem').first().textContent())!
  for (const name of PAIR.split(' + ')) expect(first).toContain(name)
  expect(first).toContain('Only together')
  await both.first().click()
  // A cleared block stays in force while its enterprise gets going again.
  await page.getByRole('slider', { name: app.days.slider }).press('End')
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(3)
  await page.getByRole('button', { name: new RegExp(`^${app.undo}: `) }).click()
  await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(5)
})

test('the bars over the curve are those of the blocks that matter, as soon as that is known', async () => {
  await page
    .getByRole('button', { name: new RegExp(`^${panels.blocks.clearBoth}`) })
    .first()
    .waitFor()
  const bars = page.locator('.days-chart [role=slider]')
  const names = () => bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')!.split(',')[0]))
  await expect
    .poll(async () => new Set(await names()))
    .toEqual(new Set(['Block Fushou Handles', 'Block Hongyuan Die-casting', 'Block Mianchang Cable']))
})

test('the best order is proven, beats largest first, is applied as one step and undone', async () => {
  await openTab(analysis.tabs.order)
  await answered()
  await sheet().getByText('Output won against doing nothing').waitFor()
  const score = Number(/nothing: ([\d.]+) days/.exec((await sheet().textContent())!)![1])
  const largest = Number(/largest first ([\d.]+)/.exec((await sheet().textContent())!)![1])
  expect(score).toBeGreaterThanOrEqual(largest)
  expect(await sheet().textContent()).toContain(analysis.order.proven)
  await sheet().getByRole('button', { name: analysis.apply }).click()
  await page.getByRole('button', { name: `${app.undo}: clear 5 blocks` }).click()
  expect(await page.getByRole('button', { name: app.undo, exact: true }).isDisabled()).toBe(true)
})

test('only together, smallest set, next to stop, restart gap and criticality answer; ranges say that there are none', async () => {
  await openTab(analysis.tabs.joint)
  await answered()
  await sheet().getByText(new RegExp(`^Only together: `)).first().waitFor()
  await openTab(analysis.tabs.smallest)
  await answered()
  await sheet()
    .getByText(/^Clear .* \+ |^No set of at most/)
    .first()
    .waitFor()
  await openTab(analysis.tabs.next)
  await answered()
  // Everything that can stop stands still already, so no day is the latest.
  await sheet()
    .getByText(/^Nothing that runs today stops/)
    .waitFor()
  expect(await sheet().getByRole('heading', { name: analysis.next.latestTitle }).count()).toBe(0)
  await openTab(analysis.tabs.restart)
  await answered()
  await sheet()
    .getByText(/comes back by itself|do not come back/)
    .waitFor()
  await openTab(analysis.tabs.criticality)
  await answered()
  await sheet().getByRole('columnheader', { name: analysis.criticality.index, exact: true }).waitFor()
  await openTab(analysis.tabs.ranges)
  await sheet().getByText(analysis.ranges.none).waitFor()
})

test('a block that frees nothing alone names the one with which it does', async () => {
  await openTab(analysis.tabs.gains)
  await answered()
  const row = sheet().getByRole('list', { name: analysis.tabs.gains }).getByRole('listitem')
  await row
    .filter({ hasText: 'only together with Mianchang Cable: +26.92' })
    .filter({ hasText: 'Fushou Handles' })
    .waitFor()
  await row
    .filter({ hasText: 'only together with Fushou Handles: +26.92' })
    .filter({ hasText: 'Mianchang Cable' })
    .waitFor()
})

test('each row of a smallest set shows its wave and its curve to pointer and keyboard', async () => {
  await openTab(analysis.tabs.smallest)
  await answered()
  const curve = sheet().locator('.planner-curve figcaption')
  expect(await curve.textContent()).toBe(analysis.curve.pointAt)
  await sheet().getByRole('button', { name: analysis.apply }).focus()
  await expect.poll(() => curve.textContent()).toMatch(/^With these clearings: \+\d/)
  const whole = await curve.textContent()
  await sheet()
    .getByRole('button', { name: /^without Hongyuan Die-casting only/ })
    .hover()
  await expect.poll(() => curve.textContent()).not.toBe(whole)
})

test('a delivery that restarts a waiting loop shows its wave and curve before it is added to the scenario, in one step that can be undone', async () => {
  await giveFile(page, 'loop-stuck.chain.json', await readFile('tests/fixtures/loop-stuck.chain.json'))
  await page.getByRole('button', { name: `${app.chain}: loop-stuck` }).waitFor()
  await ready(page)
  await openTab(analysis.tabs.restart)
  await answered()
  const curve = sheet().locator('.planner-curve figcaption')
  const row = sheet().getByRole('list', { name: analysis.tabs.restart }).getByRole('listitem')
  expect(await row.count()).toBe(2)
  await row.first().hover()
  await expect.poll(() => curve.textContent()).toMatch(/^With the blocks gone and this delivery: \+\d/)
  await row.first().getByRole('button', { name: analysis.restart.add }).click()
  await sheet().getByText(analysis.stale).waitFor()
  await sheet().getByRole('button', { name: analysis.again }).click()
  await sheet().getByText(analysis.restart.none).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${app.undo}: `) }).click()
  await sheet().getByRole('button', { name: analysis.again }).click()
  await sheet()
    .getByText(/^3 enterprises do not come back: /)
    .waitFor()
})

test('criticality without replaceability, weighed by sales, says so until it is computed and has the figures of the command line', async () => {
  await openTab(analysis.tabs.criticality)
  await answered()
  await sheet().getByRole('checkbox', { name: analysis.criticality.replaceability }).uncheck()
  await sheet().getByRole('combobox', { name: analysis.criticality.weight }).selectOption('flows')
  await sheet().getByText(analysis.other).waitFor()
  await sheet().getByRole('button', { name: analysis.again }).click()
  await expect.poll(() => sheet().getByText(analysis.other).count()).toBe(0)
  const chain = JSON.parse(await readFile('graph-data/spring-dawn.chain.json', 'utf8')) as Chain
  const { index } = indexChain(chain)
  const settings = { ...CONVERGED, replaceability: false, weight: 'flows' as const }
  const range = criticalityRange({ index, settings, from: 0, to: index.enterpriseCount }, () => {})
  const most = Math.max(...range.index)
  await expect
    .poll(() => sheet().getByRole('row').nth(1).getByRole('gridcell').nth(2).textContent())
    .toBe(percentFully(most, 'en'))
})

test('the sentence begins with the pair that stands first in the list, and has its answer', async () => {
  await openTab(analysis.tabs.question)
  await answered()
  expect(await sheet().getByRole('combobox', { name: analysis.question.block, exact: true }).inputValue()).toBe(
    'Fushou Handles',
  )
  expect(await sheet().getByRole('combobox', { name: analysis.question.other }).inputValue()).toBe('Mianchang Cable')
  await sheet()
    .getByRole('button', { name: /^Spring Dawn Motors reaches 80 % on/ })
    .waitFor()
})

test('the sentence can be asked by keyboard and is answered by a run', async () => {
  await openTab(analysis.tabs.question)
  await answered()
  await sheet().getByRole('button', { name: analysis.again }).focus()
  await page.keyboard.press('Enter')
  await sheet()
    .getByText(/reaches 80 % on|does not reach 80 %/)
    .waitFor()
})

test('an answer stays the answer to its question: a changed field is said, and what was deleted meanwhile keeps its name and is not cleared', async () => {
  await openTab(analysis.tabs.smallest)
  await answered()
  await sheet().getByRole('textbox', { name: analysis.smallest.level }).fill('50')
  await sheet().getByText(analysis.other).waitFor()

  await openTab(analysis.tabs.gains)
  await answered()
  const [first] = await sheet().getByRole('listitem').filter({ hasText: '·' }).getByRole('button').allTextContents()
  const list = page.getByRole('list', { name: panels.blocks.title })
  for (let left = 4; left >= 1; left--) {
    await list
      .getByRole('button', { name: /^More for / })
      .first()
      .click()
    await page.getByRole('menuitem', { name: panels.blocks.remove, exact: true }).click()
    await expect.poll(() => figure(page, app.figures.blocksOpen)).toBe(left)
  }
  await sheet().getByText(analysis.stale).waitFor()
  const rows = sheet().getByRole('list', { name: analysis.tabs.gains }).getByRole('listitem')
  expect(await rows.count()).toBe(5)
  expect(await rows.allTextContents()).toContainEqual(expect.stringContaining(first!))
  const undo = page.getByRole('button', { name: new RegExp(`^${app.undo}: `) })
  const before = await undo.getAttribute('aria-label')
  for (const clear of await rows.getByRole('button', { name: new RegExp(`^${panels.blocks.clear} `) }).all())
    await clear.click()
  const after = await undo.getAttribute('aria-label')
  expect(before).not.toBe(after)
  await undo.click()
  expect(await undo.getAttribute('aria-label')).toBe(before)
})

test('an edit during or after a run marks the result as of an older state', async () => {
  await openTab(analysis.tabs.gains)
  await answered()
  await sheet().getByRole('button', { name: analysis.again }).waitFor()
  const list = page.getByRole('list', { name: panels.blocks.title })
  await list
    .getByRole('button', { name: new RegExp(`^${panels.blocks.clear} `) })
    .first()
    .click()
  await sheet().getByText(analysis.stale).waitFor()
})
