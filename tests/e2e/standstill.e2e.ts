import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { choose, figure, find, mapOf, openChain, pointAt, ready, spoken, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { visitEachTest } from './with-browser.ts'

const { app, panels } = words.en
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let page: Page
visitEachTest(
  async (open) => {
    page = open.page
    await openChain(page, TEST_CHAIN)
  },
  { reducedMotion: 'reduce' },
)

const details = () => page.getByRole('region', { name: panels.card.title })
const list = () => page.getByRole('list', { name: panels.blocks.title })
const clear = (name: string) => list().getByRole('button', { name: `${panels.blocks.clear} ${name}`, exact: true })
const takeBack = (name: string) =>
  list().getByRole('button', { name: `${panels.blocks.takeBack} ${name}`, exact: true })
const level = async (): Promise<number> => Number(/([\d.]+) %/.exec((await spoken(page))!)![1])

test('the car maker is seen to stand still, and says which block holds it', async () => {
  expect(await figure(page, app.figures.leadingOutput)).toBe(0)
  await find(page, nameOf('car'))
  await expect
    .poll(() => spoken(page))
    .toMatch(new RegExp(`^${nameOf('car')}, leading enterprise, stopped by others, .*\\b0 %`))
  const why = await details().getByRole('list', { name: panels.card.heldBy }).textContent()
  expect(why).toContain(nameOf('cable'))
  expect(why).toContain(words.en.words.cause.labour)
  expect(why).not.toContain(nameOf('engine-a'))
})

test('a part of the why sentence leads to the root, and clearing it names the next one', async () => {
  await find(page, nameOf('car'))
  const why = details().getByRole('list', { name: panels.card.heldBy })
  await why
    .getByRole('button', { name: nameOf('cable') })
    .first()
    .click()
  await expect.poll(() => details().getByRole('heading').first().textContent()).toBe(nameOf('cable'))
  await clear(nameOf('cable')).click()
  await takeBack(nameOf('cable')).waitFor()
  await find(page, nameOf('car'))
  await goTo(5)
  await expect.poll(() => why.textContent()).toContain(nameOf('handle'))
})

test('handle alone brings nothing, handle and cable together bring the car maker back on the day that the command line gives', async () => {
  await clear(nameOf('handle')).click()
  await takeBack(nameOf('handle')).waitFor()
  await goTo(20)
  await expect.poll(() => figure(page, app.figures.leadingOutput)).toBe(0)
  await goTo(0)
  await clear(nameOf('cable')).click()
  await takeBack(nameOf('cable')).waitFor()
  const played = await onTheCommandLine()
  const car = played.enterprises.indexOf('car')
  await find(page, nameOf('car'))
  await mapOf(page).focus()
  for (let day = 0; day < 12; day++) {
    await expect.poll(level, { message: `day ${day}` }).toBe(Math.round(played.level[day]![car]! * 100))
    await page.keyboard.press(']')
  }
  expect(played.level[0]![car]).toBe(0)
  expect(played.level[11]![car]).toBe(1)
})

test('a block is cleared from the map', async () => {
  const { x, y } = await pointAt(page, nameOf('handle'))
  await page.mouse.click(x, y, { button: 'right' })
  await page.getByRole('menuitem', { name: new RegExp(`^${panels.card.clear}`) }).click()
  await takeBack(nameOf('handle')).waitFor()
})

test('a block is cleared from the card', async () => {
  const { x, y } = await pointAt(page, nameOf('handle'))
  await page.mouse.click(x, y)
  await details()
    .getByRole('button', { name: new RegExp(`^${panels.card.clear}`) })
    .first()
    .click()
  await takeBack(nameOf('handle')).waitFor()
})

test('a block is cleared from the table', async () => {
  await page.getByRole('button', { name: panels.table.open, exact: true }).click()
  const table = page.getByRole('region', { name: words.en.table.title })
  await table.getByText(words.en.table.blocks, { exact: true }).click()
  await table
    .getByRole('row', { name: new RegExp(nameOf('cable')) })
    .getByRole('button', { name: new RegExp(`^${panels.blocks.clear}`) })
    .click()
  await page.keyboard.press('Escape')
  await takeBack(nameOf('cable')).waitFor()
})

test('a block is cleared with the keyboard alone, and the clearing is taken back', async () => {
  await mapOf(page).focus()
  await page.keyboard.press('n')
  const blocked = (await spoken(page))!.split(',')[0]!
  await page.keyboard.press('c')
  await takeBack(blocked).waitFor()
  await page.keyboard.press('Control+z')
  await clear(blocked).waitFor()
  await page.keyboard.press('Control+Shift+z')
  await takeBack(blocked).waitFor()
})

test('arrows walk from a supplier to its customer and back', async () => {
  await find(page, nameOf('handle'))
  await mapOf(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => spoken(page)).toContain(nameOf('car'))
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => spoken(page)).not.toContain(nameOf('car'))
})

test('a reload loses nothing: chain, clearing, day, language, and the way back', async () => {
  await goTo(4)
  await clear(nameOf('handle')).click()
  await takeBack(nameOf('handle')).waitFor()
  await saved()
  await page.reload()
  await ready(page)
  expect(await page.getByRole('button', { name: /^Chain: / }).getAttribute('aria-label')).toBe('Chain: Test chain')
  await takeBack(nameOf('handle')).waitFor()
  await page
    .getByRole('region', { name: app.days.title })
    .getByText(app.figures.dayOf.replace('{{day}}', '5').replace('{{days}}', '30'))
    .waitFor()
  await page.keyboard.press('Control+z')
  await clear(nameOf('handle')).waitFor()
})

test('a new block stops an enterprise that ran', async () => {
  await find(page, nameOf('engine-b'))
  await mapOf(page).focus()
  await page.keyboard.press('b')
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: words.en.form.save }).click()
  await form.waitFor({ state: 'detached' })
  await clear(nameOf('engine-b')).waitFor()
})

/** Moves the shown day with the slider's own keys. */
async function goTo(day: number): Promise<void> {
  const slider = page.getByRole('slider', { name: app.days.slider })
  await slider.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < day; step++) await page.keyboard.press('ArrowRight')
}

async function saved(): Promise<void> {
  const chain = page.getByRole('button', { name: /^Chain: / })
  await expect.poll(() => chain.getAttribute('title')).toMatch(new RegExp(`^${app.saved}`))
}

/** Saves the open chain as a file and plays it with the command line. */
async function onTheCommandLine(): Promise<{ enterprises: string[]; level: number[][] }> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  try {
    const download = page.waitForEvent('download')
    await choose(page, /^Chain: /, app.saveFile)
    const file = join(folder, 'saved.chain.json')
    await (await download).saveAs(file)
    const printed = execFileSync(process.execPath, [join(ROOT, 'bin/chain.mjs'), 'simulate', file, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    return JSON.parse(printed) as { enterprises: string[]; level: number[][] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
