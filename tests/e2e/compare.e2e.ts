import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { choose, ready, words } from './page.ts'
import { launch, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function compare(page: Page, language: 'en' | 'zh'): Promise<void> {
  const menu = new RegExp(`^${words[language].app.chain}`)
  await ready(page, language)
  await choose(page, menu, language === 'en' ? /Spring Dawn/ : /春晓/)
  await ready(page, language)
  await choose(page, menu, words[language].app.compare)
  const sheet = page.getByRole('region', { name: words[language].compare.title, exact: true })
  await sheet.getByRole('grid', { name: words[language].compare.table }).waitFor()
  await sheet.getByText(words[language].compare.sum.split('{{')[0]!, { exact: false }).first().waitFor()
}

test('two futures: curves, changes by effect, every enterprise, and the border moved by key', async () => {
  const { page, context, complaints, foreign } = await visit(browser)
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

test.each([
  ['light', 'zh', 1024, 768],
  ['dark', 'en', 1440, 900],
  ['light', 'en', 1440, 900],
  ['dark', 'zh', 1024, 768],
] as const)('axe finds nothing on the comparison, %s %s %i', async (colorScheme, language, width, height) => {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const { page, context } = await visit(browser, { colorScheme, locale, viewport: { width, height } })
  await compare(page, language)
  const sheet = page.getByRole('region', { name: words[language].compare.title, exact: true })
  const slider = page.getByRole('slider').last()
  await slider.waitFor()
  for (const view of ['side', 'swipe', 'difference'] as const) {
    await sheet.getByText(words[language].compare.view[view], { exact: true }).click()
    await page.waitForTimeout(600)
    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/compare-${language}-${colorScheme}-${width}-${view}.png` })
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    })
    expect(found, view).toEqual([])
  }
  await context.close()
})
