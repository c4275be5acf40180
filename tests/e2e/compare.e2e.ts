import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { fillIn } from '../../src/i18n/problem-text.ts'
import { run } from '../cli/in-process.ts'
import { axeFinds } from './axe.ts'
import { choose, openChain, openSpringDawn, words } from './page.ts'
import { nameOf, START, TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'
import { percent } from '../../src/i18n/format.ts'

const browser = withBrowser()

async function compare(page: Page, language: 'en' | 'zh'): Promise<void> {
  await openSpringDawn(page, language)
  await choose(page, new RegExp(`^${words[language].app.chain}`), words[language].app.compare)
  const sheet = page.getByRole('region', { name: words[language].compare.title, exact: true })
  await sheet.getByRole('grid', { name: words[language].compare.table }).waitFor()
  await sheet.getByText(words[language].compare.sum.split('{{')[0]!, { exact: false }).first().waitFor()
}

test('two futures: curves, changes by effect, every enterprise, and the border moved by key', async () => {
  const { page, context, complaints, foreign } = await visit(browser())
  await compare(page, 'en')
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  const changes = sheet.getByRole('listitem')
  await expect.poll(() => changes.count()).toBe(2)
  await sheet.getByText('Swipe', { exact: true }).click()
  const divider = sheet.getByRole('slider', { name: words.en.compare.divider })
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  expect(await divider.getAttribute('aria-valuenow')).toBe('52')
  await page.keyboard.press('Home')
  expect(await divider.getAttribute('aria-valuenow')).toBe('0')
  await sheet.getByText('Difference', { exact: true }).click()
  await sheet.getByRole('group', { name: 'Map B − A' }).waitFor()
  await sheet.getByRole('button', { name: words.en.compare.swap }).click()
  await sheet
    .getByText(/All together: −\d/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
  await context.close()
})

const FILE = 'spring-dawn.chain.json'

test('the figures of both futures on a day are those of the command line, and the table can be taken along', async () => {
  const { page, context, complaints } = await visit(browser())
  await compare(page, 'en')
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  const slider = sheet.getByRole('slider', { name: words.en.app.days.slider })
  await slider.focus()
  for (let day = 0; day < 8; day++) await page.keyboard.press('ArrowRight')
  const text = readFileSync(new URL(`../../graph-data/${FILE}`, import.meta.url), 'utf8')
  const { out } = await run(['compare', FILE, '--a', 'main', '--b', 'together', '--day', '8', '--json'], {
    [FILE]: text,
  })
  const { figures, enterprises, date } = JSON.parse(out) as {
    readonly figures: readonly { readonly kind: string; readonly a: number; readonly b: number }[]
    readonly enterprises: readonly { readonly enterprise: string; readonly b: number }[]
    readonly date: string
  }
  expect(date).toBe('2020-03-10')
  await sheet.getByText('10 Mar 2020').first().waitFor()
  const rows = sheet.getByRole('table', { name: words.en.compare.figures }).getByRole('row')
  const shown = (value: number, kind: string) => (kind === 'share' ? percent(value, 'en') : String(value))
  for (const [at, { kind, a, b }] of figures.entries()) {
    await expect
      .poll(() =>
        rows
          .nth(at + 1)
          .getByRole('cell')
          .nth(0)
          .textContent(),
      )
      .toBe(shown(a, kind))
    expect(
      await rows
        .nth(at + 1)
        .getByRole('cell')
        .nth(1)
        .textContent(),
    ).toBe(shown(b, kind))
  }
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: words.en.compare.save }).click(),
  ])
  const lines = (await (await file.createReadStream()).toArray()).join('').trim().split('\r\n')
  expect(lines).toHaveLength(enterprises.length + 1)
  const motors = lines.find((line) => line.startsWith('Spring Dawn Motors,'))!
  expect(Number(motors.split(',')[2])).toBe(enterprises.find(({ enterprise }) => enterprise === 'chunxiao')!.b)

  // Better is blue on the map of the difference; a step of keys and the play button move both.
  await sheet.getByText('Difference', { exact: true }).click()
  await sheet.getByRole('group', { name: 'Map B − A' }).waitFor()
  await expect.poll(() => bluePixels(page)).toBeGreaterThan(500)
  await sheet.getByRole('button', { name: words.en.app.days.forward }).click()
  await sheet.getByText('11 Mar 2020').first().waitFor()
  await sheet.getByRole('button', { name: words.en.app.days.play }).click()
  await sheet.getByText('11 Mar 2020').first().waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await context.close()
})

/** Pixels of the comparison's map that are clearly blue. */
const bluePixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let count = 0
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.future-map canvas.map-picture')) {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3]! > 200 && data[at + 2]! - data[at]! > 70 && data[at + 1]! > data[at]!) count++
      }
    }
    return count
  })

test('what only one future has stands as a sign on both maps, and the filter of the map holds on all of them', async () => {
  const { page, context, complaints } = await visit(browser())
  const main = TEST_CHAIN.scenarios[0]
  const other = {
    ...main,
    id: 'other',
    name: 'Help',
    blocks: ['b-cable', 'b-engine'],
    deliveries: [{ enterprise: 'car', product: 'door handle', amount: 1, on: START }],
  }
  await openChain(page, { ...TEST_CHAIN, scenarios: [main, other] })
  await choose(page, words.en.app.moreSheets, words.en.app.compare)
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  const signs = (name: string) =>
    sheet.getByRole('group', { name: `Map ${name}`, exact: true }).getByRole('list').getByRole('listitem').allTextContents() // prettier-ignore
  const gone = `${nameOf('handle')}: −PE, only in the other`
  await expect.poll(() => signs('A')).toEqual([`${nameOf('car')}: +DEL, only in the other`])
  await expect.poll(() => signs('B')).toEqual([gone, `${nameOf('car')}: +DEL, only here`])
  await sheet.getByText('Difference', { exact: true }).click()
  await expect.poll(() => signs('B − A')).toEqual([gone, `${nameOf('car')}: +DEL, only here`])

  const rows = sheet.getByRole('grid', { name: words.en.compare.table }).locator('tbody').getByRole('row')
  await expect.poll(() => rows.count()).toBe(5)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.en.commands.palette }).fill(words.en.commands.filter)
  await page.getByRole('option', { name: words.en.commands.filter }).first().waitFor()
  await page.keyboard.press('Enter')
  const filter = page.getByRole('region', { name: words.en.follow.filter.title })
  const changes = sheet.getByRole('region', { name: words.en.compare.changes }).getByRole('listitem')
  await expect.poll(() => changes.count()).toBe(2)
  await filter.getByRole('checkbox', { name: /^Cars/ }).check()
  await expect.poll(() => rows.count()).toBe(1)
  // The block of the handle works goes with its enterprise; the delivery to the car maker stays.
  await expect.poll(() => changes.allTextContents()).toEqual([expect.stringContaining(nameOf('car'))])
  await sheet.getByRole('button', { name: /^1 change hidden by the filter/ }).click()
  await expect.poll(() => changes.count()).toBe(2)
  await expect.poll(() => rows.count()).toBe(5)
  await filter.getByRole('checkbox', { name: /^Cars/ }).check()
  await expect.poll(() => signs('B − A')).toEqual([`${nameOf('car')}: +DEL, only here`])
  const bar = sheet.getByRole('group', { name: words.en.follow.filter.label })
  await bar.getByRole('status').filter({ hasText: '4 enterprises hidden' }).waitFor()
  await bar.getByRole('button', { name: words.en.follow.filter.showAll }).click()
  await expect.poll(() => rows.count()).toBe(5)
  expect(complaints).toEqual([])
  await context.close()
})

test('where the curtain is open B is seen and nothing of A, and the other way round', async () => {
  const { page, context } = await visit(browser())
  await compare(page, 'en')
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  for (let day = 0; day < 8; day++) await sheet.getByRole('button', { name: words.en.app.days.forward }).click()
  await sheet.getByText(words.en.compare.view.swipe, { exact: true }).click()
  await page.waitForTimeout(800)
  const { x, y, width, height } = (await sheet.locator('.future-maps').boundingBox())!
  // Without the border line, the names and the key.
  const half = (start: number) =>
    page.screenshot({ clip: { x: x + width * start + 20, y, width: width / 2 - 40, height: height - 90 } })
  const maps = sheet.locator('.future-map')
  const [left, right] = [await half(0), await half(0.5)]
  await maps.first().evaluate((map) => map.style.setProperty('visibility', 'hidden'))
  expect((await half(0.5)).equals(right)).toBe(true)
  expect((await half(0)).equals(left)).toBe(false)
  await maps.first().evaluate((map) => map.style.removeProperty('visibility'))
  await maps.last().evaluate((map) => map.style.setProperty('visibility', 'hidden'))
  expect((await half(0)).equals(left)).toBe(true)
  expect((await half(0.5)).equals(right)).toBe(false)
  await context.close()
})

test('a comparison is kept as a scene: on stage and in the picture the difference, and what it is to', async () => {
  const { page, context, complaints } = await visit(browser())
  await compare(page, 'en')
  await page.getByRole('button', { name: words.en.compare.takeScene }).click()
  const scenes = page.getByRole('region', { name: words.en.present.scenes, exact: true })
  await scenes.getByRole('button', { name: '7 Scene 7' }).waitFor()
  const bar = page.getByRole('group', { name: words.en.follow.against.title })
  const { scenarios } = JSON.parse(readFileSync(new URL(`../../graph-data/${FILE}`, import.meta.url), 'utf8')) as {
    scenarios: readonly { readonly name: { readonly en: string } }[]
  }
  const [a, b] = scenarios.map(({ name }) => name.en)
  await bar.getByText(`B − A: “${b}” less “${a}”`).waitFor()
  await bar.getByText(words.en.follow.against.better).waitFor()
  await scenes.getByRole('button', { name: words.en.present.start }).click()
  const stage = page.getByRole('dialog', { name: words.en.present.title })
  await stage.getByRole('heading', { name: 'Scene 7' }).waitFor()
  await bar.getByText(`B − A: “${b}” less “${a}”`).waitFor()
  await page.keyboard.press('PageUp')
  await bar.waitFor({ state: 'detached' })
  await page.keyboard.press('PageDown')
  await bar.waitFor()
  await page.keyboard.press('Escape')
  await stage.waitFor({ state: 'detached' })
  await choose(page, /^Chain/, words.en.app.handOn)
  const format = words.en.handout.room.formats.picture.name
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: fillIn(words.en.handout.room.makeFormat, { format }), exact: true }).click(),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toContain(`Better than “${a}”`)
  expect(complaints).toEqual([])
  await context.close()
})

test('a scenario beside observed days: figures over what was observed, gaps empty, the error of the model said', async () => {
  const { page, context } = await visit(browser())
  await openChain(page, {
    ...TEST_CHAIN,
    observations: [{ enterprise: 'car', date: START, outputRecovery: 0.5 }],
  })
  await choose(page, new RegExp(`^${words.en.app.chain}`), words.en.app.compare)
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  await sheet.getByRole('combobox', { name: words.en.compare.b, exact: true }).click()
  await page.getByRole('option', { name: words.en.compare.observed }).click()
  await sheet
    .getByText('The model is 50 points off on average, bias −50, over 1 observed pair of', { exact: false })
    .waitFor()
  const figures = sheet.getByRole('table', { name: words.en.compare.figures })
  await figures.getByText('over 1 of 5 observed').first().waitFor()
  const unseen = sheet.getByRole('row', { name: new RegExp(`^${nameOf('handle')}`) })
  expect(await unseen.getByRole('cell').nth(2).or(unseen.locator('td').nth(2)).first().textContent()).toBe('')
  await context.close()
})

test.each([
  ['light', 'zh', 1024, 768],
  ['dark', 'en', 1440, 900],
  ['light', 'en', 390, 844],
] as const)('axe finds nothing on the comparison, %s %s %i', async (colorScheme, language, width, height) => {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const { page, context } = await visit(browser(), { colorScheme, locale, viewport: { width, height } })
  await compare(page, language)
  const sheet = page.getByRole('region', { name: words[language].compare.title, exact: true })
  const slider = page.getByRole('slider').last()
  await slider.waitFor()
  for (const view of ['side', 'swipe', 'difference'] as const) {
    await sheet.getByText(words[language].compare.view[view], { exact: true }).click()
    await page.waitForTimeout(600)
    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/compare-${language}-${colorScheme}-${width}-${view}.png` })
    expect(await axeFinds(page), view).toEqual([])
  }
  await context.close()
})
