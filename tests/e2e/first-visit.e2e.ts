import { afterEach, expect, test } from 'vitest'
import { visit, type Visit } from './visit.ts'
import { axeFinds } from './axe.ts'
import { choose, figure, ready, words } from './page.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
let open: Visit
afterEach(() => open.context.close())

test('the first visit opens the vehicle chain, where leading enterprises stand still', async () => {
  open = await visit(browser())
  await ready(open.page)
  await expect.poll(() => open.page.getByRole('button', { name: /^Chain: / }).textContent()).toMatch(/vehicle/i)
  const recovery = await figure(open.page, words.en.app.figures.leadingOutput)
  expect(recovery).toBeLessThan(100)
  expect(await figure(open.page, words.en.app.figures.blocksOpen)).toBeGreaterThan(0)
})

test('every shipped chain opens, and no request leaves the machine', async () => {
  open = await visit(browser())
  await ready(open.page)
  for (const name of ['Electronics', 'Textiles and masks', 'Spring Dawn (fictional)', 'Vehicles']) {
    await choose(open.page, /^Chain: /, name)
    await ready(open.page)
    expect(await figure(open.page, words.en.app.figures.operatingRate)).toBeGreaterThan(0)
  }
  expect(open.foreign).toEqual([])
  expect(open.complaints).toEqual([])
})

test('the page follows the language of the machine and changes it without a reload', async () => {
  open = await visit(browser(), { locale: 'zh-CN' })
  await ready(open.page, 'zh')
  expect(await open.page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await open.page.locator('header').textContent()).not.toContain('Search')
  let loads = 0
  open.page.on('load', () => loads++)
  await open.page.getByRole('button', { name: words.zh.app.language, exact: true }).click()
  await ready(open.page, 'en')
  expect(await open.page.locator('html').getAttribute('lang')).toBe('en')
  expect((await open.page.locator('header').textContent())!.replace(words.en.app.language, '')).not.toMatch(
    /\p{Script=Han}/u,
  )
  expect(loads).toBe(0)
})

test.for([
  ['light', 'en'],
  ['light', 'zh'],
  ['dark', 'en'],
  ['dark', 'zh'],
] as const)('the accessibility check finds nothing (%s, %s)', async ([colorScheme, language]) => {
  open = await visit(browser(), { colorScheme, locale: language === 'zh' ? 'zh-CN' : 'en-GB' })
  await ready(open.page, language)
  expect(await axeFinds(open.page)).toEqual([])
  await open.page.getByRole('listbox', { name: words[language].map.label }).focus()
  await open.page.keyboard.press('n')
  expect(await axeFinds(open.page)).toEqual([])
  for (const sheet of [words[language].panels.table.open, words[language].app.analysis]) {
    await open.page.getByRole('button', { name: sheet, exact: true }).click()
    await open.page.waitForTimeout(500)
    expect(await axeFinds(open.page)).toEqual([])
    await open.page.keyboard.press('Escape')
  }
  expect(open.complaints).toEqual([])
})
