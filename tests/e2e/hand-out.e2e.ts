import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import type { Download, Locator, Page } from 'playwright-core'
import { fillIn } from '../../src/i18n/problem-text.ts'
import { report } from '../../src/i18n/en/report.ts'
import { readView } from '../../src/state/view-state.ts'
import { xmlProblems } from '../handout/xml.ts'
import { giveFile, mapOf, openChain, pointAt, ready, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit, type Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

const { handout, share, app } = words.en
let open: Visit
const browser = visitOnce(async (visited) => {
  open = visited
  await openChain(open.page, TEST_CHAIN)
})

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Chain: / }).click()
  await page.getByRole('menuitem', { name: app.handOn }).click()
  await page.getByRole('region', { name: handout.title }).waitFor()
}

async function made(page: Page, format: keyof typeof handout.room.formats): Promise<Buffer> {
  const name = fillIn(handout.room.makeFormat, { format: handout.room.formats[format].name })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return contentOf(file)
}

const contentOf = async (file: Download): Promise<Buffer> => readFile(await file.path())

test('the shown day is handed out as PNG, SVG, report and slides, and the report is equal when computed again', async () => {
  const { page } = open
  await openSheet(page)
  const png = await made(page, 'png')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(2400)
  const svg = (await made(page, 'picture')).toString()
  expect(xmlProblems(svg)).toEqual([])
  expect(svg).toContain('Test chain')
  expect((await made(page, 'slides')).subarray(0, 2).toString()).toBe('PK')
  const page_ = await made(page, 'report')
  const path = `${tmpdir()}/changlian-report-${process.pid}.html`
  await writeFile(path, page_)
  await page.locator('input[type=file][accept*=html]').setInputFiles(path)
  await page.getByText(report.verify.equal).waitFor()
})

test('what the filter hides on the screen is not in the picture, which says how much that is', async () => {
  const { page } = open
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.en.commands.palette }).fill(words.en.commands.filter)
  await page.getByRole('option', { name: words.en.commands.filter }).first().waitFor()
  await page.keyboard.press('Enter')
  const filter = page.getByRole('region', { name: words.en.follow.filter.title })
  await filter.getByRole('checkbox', { name: /^Cars/ }).check()
  await filter.getByText('1 of 5 shown').waitFor()
  const svg = (await made(page, 'picture')).toString()
  expect(svg).toContain('4 enterprises hidden by the filter')
  expect(svg).toContain('Car maker')
  expect(svg).not.toContain('Handle works')
  await filter.getByRole('checkbox', { name: /^Cars/ }).uncheck()
  expect((await made(page, 'picture')).toString()).toContain('Handle works')
  await page.keyboard.press('Escape')
  await openSheet(page)
})

test('the picture is folded as the map is, and a card stands where it was dragged to', async () => {
  const { page, context } = await visit(browser())
  await openChain(page, TEST_CHAIN)
  const svgOfPage = async (): Promise<string> => {
    await openSheet(page)
    const svg = (await made(page, 'picture')).toString()
    const sheet = page.getByRole('region', { name: handout.title })
    await sheet.getByRole('button', { name: handout.close }).click()
    await sheet.waitFor({ state: 'detached' })
    return svg
  }
  const placeIn = (svg: string): readonly number[] => {
    const [, x, y] = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>Handle works</.exec(svg)!
    return [Number(x), Number(y)]
  }
  const before = placeIn(await svgOfPage())
  const { x, y } = await pointAt(page, 'Handle works')
  await page.mouse.down()
  await page.mouse.move(x + 30, y + 60, { steps: 5 })
  await page.mouse.up()
  const after = placeIn(await svgOfPage())
  expect(after[0]! - before[0]!).toBeGreaterThan(0)
  expect(after[1]! - before[1]!).toBeGreaterThan(after[0]! - before[0]!)
  await page.getByRole('button', { name: words.en.map.fold.choose }).click()
  const folds = page.getByRole('region', { name: words.en.folds.title })
  await folds.getByRole('radio', { name: words.en.folds.rule.stage, exact: true }).check()
  await expect.poll(() => mapOf(page).getByRole('option').count()).toBe(2)
  const folded = await svgOfPage()
  expect(folded).toContain('Parts × 4')
  expect(folded).not.toContain('Handle works')
  await context.close()
})

test('pages to print open in a window of their own, with the names as text', async () => {
  const { page } = open
  const name = fillIn(handout.room.makeFormat, { format: handout.room.formats.pages.name })
  const [pages] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  await pages.waitForSelector('svg text')
  expect(await pages.locator('.sheet').count()).toBe(1)
  expect(await pages.locator('svg').first().textContent()).toContain('Test chain')
  await pages.close()
})

/** The view as the page remembers it, without the sheet that lies over it. */
async function viewIn(page: Page): Promise<unknown> {
  const kept = await page.evaluate(() => localStorage.getItem('changlian.session'))
  return { ...readView(JSON.parse(kept ?? '{}')), table: 'none' }
}

/** The sheet of sharing, open whatever an earlier try has left. */
async function shareSheet(): Promise<Locator> {
  const { page } = open
  const sheet = page.getByRole('region', { name: share.title })
  if (!(await sheet.isVisible())) await page.getByRole('button', { name: app.share }).click()
  await sheet.waitFor()
  return sheet
}

test('a link with the chain inside opens the same view in a fresh profile', async () => {
  const { page } = open
  const wanted = await viewIn(page)
  const sheet = await shareSheet()
  await sheet.getByRole('switch', { name: share.include }).setChecked(true)
  await sheet.getByText(/Whoever has the link has all of it/).waitFor()
  const address = await sheet.getByRole('textbox', { name: share.link }).inputValue()
  const other = await visit(browser(), {}, address.slice(address.indexOf('#')))
  await other.page.getByRole('button', { name: 'Chain: Test chain' }).waitFor()
  await ready(other.page)
  await expect.poll(() => viewIn(other.page)).toEqual(wanted)
  expect(other.foreign).toEqual([])
  expect(other.complaints).toEqual([])
  await other.context.close()
})

test('a link without the chain is refused while another chain is open, and says which one to open', async () => {
  const sheet = await shareSheet()
  await sheet.getByRole('switch', { name: share.include }).setChecked(false)
  await sheet.getByText(/needs the same chain file/).waitFor()
  const address = await sheet.getByRole('textbox', { name: share.link }).inputValue()
  const other = await visit(browser(), {}, address.slice(address.indexOf('#')))
  await other.page.getByRole('dialog').getByText('Test chain').first().waitFor()
  await other.context.close()
})

test('Back and Forward go through what was looked at', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  await page.getByRole('button', { name: words.en.app.analysis }).click()
  const sheet = page.getByRole('region', { name: words.en.analysis.title })
  await sheet.waitFor()
  await page.goBack()
  await sheet.waitFor({ state: 'detached' })
  await page.goForward()
  await sheet.waitFor()
  await context.close()
})

test('a damaged link says so and leaves the open chain', async () => {
  const { page, context, complaints } = await visit(browser(), {}, '#v1.AAAA')
  await page
    .getByRole('dialog')
    .getByText(/damaged/)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: fillIn(app.problems.title, { file: share.link }) }).waitFor()
  await giveFile(page, 'test.chain.json', JSON.stringify(TEST_CHAIN))
  expect(complaints).toEqual([])
  await context.close()
})

test('the story plays from a file with the network cut: clicker keys turn the scenes, the days play', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  await openSheet(page)
  const path = `${tmpdir()}/changlian-story-${process.pid}.html`
  const [file, content] = await Promise.all([page.waitForEvent('download'), made(page, 'story')])
  expect(file.suggestedFilename()).toMatch(/-\d+-story\.html$/)
  await writeFile(path, content)
  await context.setOffline(true)
  const told = await context.newPage()
  const requests: string[] = []
  told.on('request', (request) => requests.push(request.url()))
  await told.goto(`file://${path}`)
  const shown = () => told.locator('.scene.shown h1').textContent()
  const first = await shown()
  await told.keyboard.press('PageDown')
  expect(await shown()).not.toBe(first)
  await told.keyboard.press('PageUp')
  expect(await shown()).toBe(first)
  await told.keyboard.press('End')
  expect(await told.locator('.scene.shown .place').textContent()).toMatch(/6\/6$/)
  expect(requests).toEqual([`file://${path}`])
  await context.close()
})

test('the pictures of a story show and light the same enterprises as the scenes do on the page', async () => {
  const all = TEST_CHAIN.enterprises.map(({ name }) => name.en).toSorted()
  const scene = { words: '', scenario: 'main', day: 3 }
  const filter = { facets: { role: ['core'] }, only: [], hidden: ['engine-b'], hiddenLinks: [], way: 'hide' }
  const scenes = [
    { ...scene, id: 'hidden', name: 'Hidden', filter },
    { ...scene, id: 'faded', name: 'Faded', filter: { ...filter, way: 'fade' } },
    { ...scene, id: 'traced', name: 'Traced', trace: { enterprise: 'handle', direction: 'downstream' } },
    { ...scene, id: 'selected', name: 'Selected', selection: { kind: 'enterprise', id: 'car' }, lit: ['car', 'cable'] },
  ]
  const { page, context } = await visit(browser())
  await openChain(page, { ...TEST_CHAIN, scenes })
  await openSheet(page)
  const path = `${tmpdir()}/changlian-shown-${process.pid}.html`
  await writeFile(path, await made(page, 'story'))
  const told = await context.newPage()
  await told.goto(`file://${path}`)
  await page.getByRole('button', { name: app.present }).click()
  for (const { name } of scenes) {
    const map = page.getByRole('dialog', { name: words.en.present.title })
    await map.getByRole('heading', { name }).waitFor()
    const onPaper = await told
      .locator('.scene.shown svg text')
      .evaluateAll((texts) =>
        texts.map((text) => ({ text: text.textContent, isPale: text.getAttribute('opacity') !== null })),
      )
    const bright = all.filter((each) => onPaper.some(({ text, isPale }) => text === each && !isPale))
    await expect.poll(() => seenOnMap(page), { message: name }).toEqual(bright)
    expect(bright.length, name).toBeLessThan(all.length)
    const drawn = all.filter((each) => onPaper.some(({ text }) => text === each))
    expect(drawn, name).toEqual(name === 'Hidden' ? bright : all)
    await page.keyboard.press('PageDown')
    await told.bringToFront()
    await told.keyboard.press('PageDown')
    await page.bringToFront()
  }
  await context.close()
})

/** Names that stand out on the map where some do, else those that its filter shows. */
async function seenOnMap(page: Page): Promise<readonly string[]> {
  const options = mapOf(page).getByRole('option')
  const lit = await options.and(page.locator('[aria-describedby="map-lit"]')).allTextContents()
  return (lit.length > 0 ? lit : await options.allTextContents()).toSorted()
}
