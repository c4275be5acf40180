import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeFinds } from './axe.ts'
import { choose, openSpringDawn, ready, words } from './page.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}

/** Opens Spring Dawn and begins its story, by keys alone. */
async function present(page: Page, language: 'en' | 'zh'): Promise<void> {
  await openSpringDawn(page, language)
  await page.locator('#map-mirror').focus()
  await page.keyboard.press('p')
  await page.getByRole('dialog', { name: words[language].present.title }).waitFor()
}

test('a clicker leads through the story; figures are those of the engine', async () => {
  const { page, context, complaints, foreign } = await visit(browser())
  await present(page, 'en')
  const dialog = page.getByRole('dialog', { name: words.en.present.title })
  const heading = (name: string) => dialog.getByRole('heading', { name }).waitFor()
  await heading('Everything looks equal')
  await dialog.getByText('5 blocks', { exact: false }).first().waitFor()
  await page.keyboard.press('PageDown')
  await heading('The stock clock')
  await page.keyboard.press('ArrowRight')
  await heading('The largest first fails')
  await page.keyboard.press(' ')
  await heading('Only together')
  await dialog.getByText('Both together: 26.9 days', { exact: false }).first().waitFor()
  await page.keyboard.press('PageUp')
  await heading('The largest first fails')
  await page.keyboard.press('End')
  await heading('Who must act')
  await page.keyboard.press('b')
  await page.getByText(words.en.present.blank).waitFor()
  await page.keyboard.press('PageDown')
  await page.getByText(words.en.present.blank).waitFor({ state: 'detached' })
  await page.keyboard.press('w')
  await page.getByText(words.en.present.white).waitFor()
  // "Any key" is also one that means nothing else on stage.
  await page.keyboard.press('x')
  await page.getByText(words.en.present.white).waitFor({ state: 'detached' })
  await page.keyboard.press('w')
  await page.getByText(words.en.present.white).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
  await context.close()
})

test('the speaker has a window with notes, clock and the next scene, and may click on from it', async () => {
  const { page, context, foreign } = await visit(browser())
  await present(page, 'en')
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')])
  await speaker.getByText('Ask the room to guess', { exact: false }).waitFor()
  await speaker.getByText('Next: The stock clock').waitFor()
  await speaker.getByText('1 of 6').waitFor()
  await speaker.keyboard.press('PageDown')
  await speaker.getByText('2 of 6').waitFor()
  await page.getByRole('heading', { name: 'The stock clock' }).waitFor()
  await page.getByRole('button', { name: words.en.present.end }).click()
  expect(foreign).toEqual([])
  await context.close()
})

test('where no second window opens the notes lie over the story', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  await page.evaluate(() => (window.open = () => null))
  await present(page, 'en')
  await page.keyboard.press('s')
  await page.getByRole('complementary', { name: words.en.present.notes }).waitFor()
  await context.close()
})

test('scenes are taken, ordered by key, claim and are marked when the claim is false, and come back after deleting', async () => {
  const { page, context, complaints } = await visit(browser())
  await openSpringDawn(page)
  await choose(page, /^Chain: /, words.en.app.scenes)
  const sheet = page.getByRole('region', { name: words.en.present.scenes }).first()
  await sheet.getByRole('button', { name: words.en.present.take }).click()
  const rows = sheet.getByRole('listitem').filter({ has: page.locator('.scene-go') })
  await expect.poll(() => rows.count()).toBe(7)
  await sheet.getByLabel(words.en.present.wordsEn).fill('Rate {{operatingRate}}, days {{days}}')
  await sheet.getByLabel(/^Claims/).fill('{{days}} = 61')
  await sheet.getByLabel(words.en.present.nameEn).fill('Mine')
  await sheet.getByLabel(words.en.present.notesEn).focus()
  await sheet.getByText('Rate 19 %, days 60').waitFor()
  await sheet.getByText(words.en.present.fails).first().waitFor()
  await sheet.getByRole('button', { name: /Mine/ }).filter({ hasText: /^7/ }).press('Alt+ArrowUp')
  await expect.poll(() => rows.nth(5).textContent()).toContain('Mine')
  await sheet.getByRole('button', { name: words.en.present.remove }).click()
  await expect.poll(() => rows.count()).toBe(6)
  await page.getByRole('button', { name: words.en.present.undo, exact: true }).click()
  await expect.poll(() => rows.count()).toBe(7)
  await picture(page, 'scenes-en')
  expect(await axeFinds(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test.each([
  ['light', 'zh', 1024, 768],
  ['dark', 'en', 1440, 900],
  ['dark', 'zh', 1440, 900],
  ['light', 'en', 1024, 768],
] as const)(
  'axe finds nothing on stage, %s %s %i; words are read from ten metres',
  async (colorScheme, language, width, height) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
    const { page, context } = await visit(browser(), { colorScheme, locale, viewport: { width, height } })
    await present(page, language)
    const dialog = page.getByRole('dialog', { name: words[language].present.title })
    const sizes = await dialog.evaluate((element) =>
      ['h2', 'p'].map((name) => Number.parseFloat(getComputedStyle(element.querySelector(name)!).fontSize)),
    )
    expect(sizes[0]).toBeGreaterThanOrEqual(40)
    expect(sizes[1]).toBeGreaterThanOrEqual(24)
    for (const at of [1, 2, 3, 4, 5, 6]) {
      await page.waitForTimeout(700)
      await picture(page, `present-${language}-${colorScheme}-${width}-${at}`)
      const isCut = await dialog.evaluate((element) => {
        const text = element.querySelector('p')!
        return text.scrollHeight > text.clientHeight + 1
      })
      expect(isCut, `scene ${at}`).toBe(false)
      if (at === 1) expect(await axeFinds(page)).toEqual([])
      await page.keyboard.press('PageDown')
    }
    await context.close()
  },
)

test.each([
  ['en', 1440, 900],
  ['en', 1024, 768],
  ['zh', 390, 844],
] as const)(
  'on stage what the colours mean, and what is compared, stand beside the map and not over it, %s %i',
  async (language, width, height) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
    const { page, context } = await visit(browser(), { locale, viewport: { width, height } })
    await openSpringDawn(page, language)
    await choose(page, new RegExp(`^${words[language].app.chain}`), words[language].app.scenes)
    await page.getByRole('button', { name: words[language].present.start }).last().click()
    await page.getByRole('dialog', { name: words[language].present.title }).waitFor()
    const beside = [['legend'], ['legend'], ['against-bar', 'legend'], ['legend'], ['map-scale', 'legend'], ['legend']]
    for (const names of beside) {
      await expect.poll(() => besideMap(page)).toEqual(names)
      await expect.poll(() => overMap(page)).toEqual([])
      await page.keyboard.press('PageDown')
    }
    await context.close()
  },
)

const BESIDE = ['map-scale', 'against-bar', 'legend'] as const

/** What of these is on the page. */
const besideMap = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (names) =>
      names.filter((name) => {
        const box = document.querySelector(`[data-presenting] .map-pane .${name}, .present .${name}`)
        return box !== null && box.getClientRects().length > 0
      }),
    BESIDE,
  )

/** What of them lies over the map, or out of the window. */
const overMap = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (names) => {
      const map = document.querySelector('.map-pane > .map-container')!.getBoundingClientRect()
      return names.filter((name) => {
        const box = document.querySelector(`[data-presenting] .map-pane .${name}, .present .${name}, .${name}.present`)
        if (!box || box.getClientRects().length === 0) return false
        const { top, right } = box.getBoundingClientRect()
        return top < map.bottom - 1 || right > innerWidth + 1
      })
    },
    [...BESIDE, 'present'],
  )
