import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Chain } from '../../src/model/chain.ts'
import { textIn } from '../../src/model/local-text.ts'
import { axeFinds } from './axe.ts'
import { ready, words } from './page.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

test('Ctrl K finds an action by name or by pinyin initials, and Enter does it; Esc closes', async () => {
  const { page, context, complaints } = await visit(browser())
  await ready(page)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: words.en.commands.palette })
  await field.fill('light dark')
  await expect.poll(() => page.getByRole('dialog').getByRole('option').count()).toBe(1)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark')
  await page.keyboard.press('Control+k')
  await field.fill('fxdqst')
  expect(await page.getByRole('dialog').getByRole('option').first().textContent()).toContain(words.en.commands.share)
  await field.fill('no such action')
  await page.getByText(words.en.commands.none).waitFor()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await context.close()
})

test('initials of a word of the field lead to special surveys, and to one question of the analysis', async () => {
  const { page, context } = await visit(browser(), { locale: 'zh-CN' })
  await ready(page, 'zh')
  const ask = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: words.zh.commands.palette }).fill(text)
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
  }
  await ask('zxmp')
  const survey = page.getByRole('dialog', { name: words.zh.work.survey.title })
  await survey.waitFor()
  await page.keyboard.press('Escape')
  await survey.waitFor({ state: 'detached' })
  await ask('最小组合')
  await page.getByRole('tab', { name: words.zh.analysis.tabs.smallest, selected: true }).waitFor()
  await context.close()
})

test('a shipped chain is opened and another scenario shown from the list of actions, by a name in either language', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  const ask = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: words.en.commands.palette }).fill(text)
    await expect.poll(() => page.getByRole('dialog').getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
  }
  await ask('打开产业链 春晓')
  await page.getByRole('button', { name: `${words.en.app.chain}: Spring Dawn` }).waitFor()
  await ready(page)
  const { scenarios = [] } = JSON.parse(await readFile('graph-data/spring-dawn.chain.json', 'utf8')) as Chain
  const other = textIn(scenarios[1]!.name, 'en')
  await ask(`show the scenario ${other}`)
  await page.getByRole('button', { name: `${words.en.app.scenario}: ${other}`, exact: true }).waitFor()
  await context.close()
})

test.for(['light', 'dark'] as const)('the list of actions has nothing that axe would name, %s', async (colorScheme) => {
  const { page, context } = await visit(browser(), { colorScheme })
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})
