import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Chain } from '../../src/model/chain.ts'
import { axeFinds } from './axe.ts'
import { choose, find, openChain, ready, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

async function act(
  page: Page,
  language: 'en' | 'zh',
  name: 'add_observations' | 'add_scenarios' | 'setBlock' | 'saveFile',
): Promise<void> {
  const { commands } = words[language]
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: commands.palette }).fill(commands[name])
  await page.getByRole('option', { name: commands[name] }).first().waitFor()
  await page.keyboard.press('Enter')
}

const TYPED = {
  enterprise: 'nobody',
  date: '2020-02-30',
  operatingRate: '-1',
  staffReturn: 'abc',
  outputRecovery: '1e20',
  sources: '<img src=x onerror=alert(1)>',
} as const

test.for(['en', 'zh'] as const)(
  'everything that is wrong in a form is said at once, and nothing of it is lost (%s)',
  async (language) => {
    const { page, context, complaints } = await visit(browser(), { locale: language === 'zh' ? 'zh-CN' : 'en-GB' })
    await ready(page, language)
    const { edit, workbook } = words[language]
    await act(page, language, 'add_observations')
    const form = page.getByRole('dialog', { name: edit.form.add.observations })
    const box = (name: keyof typeof TYPED) => form.getByLabel(new RegExp(`^${workbook.fields[name]}`)).first()
    for (const name of Object.keys(TYPED) as (keyof typeof TYPED)[]) await box(name).fill(TYPED[name])
    await form.getByRole('button', { name: edit.form.save }).click()
    await form.getByText(edit.expected.enterprises).waitFor()
    for (const name of Object.keys(TYPED) as (keyof typeof TYPED)[]) {
      expect([name, await box(name).getAttribute('aria-invalid')]).toEqual([name, 'true'])
      expect(await box(name).inputValue()).toBe(TYPED[name])
    }
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('a text that no file could hold stays in its field and is said; so is an empty name', async () => {
  const { page, context } = await visit(browser())
  await ready(page)
  await choose(page, /^Scenario: /, words.en.app.renameScenario)
  const form = page.getByRole('dialog', { name: words.en.app.renameScenario })
  const name = form.getByRole('textbox')
  await name.fill('长'.repeat(10_001))
  await form.getByText(/^Too long by 1: at most 10,?000 characters/).waitFor()
  await page.keyboard.press('Enter')
  expect(await name.inputValue()).toHaveLength(10_001)
  await name.fill('  ')
  await form.getByText(words.en.app.nameNeeded).waitFor()
  await context.close()
})

test('a block takes no effort or days of recovery that no file could hold, and says so', async () => {
  const { page, context } = await visit(browser())
  await openChain(page, TEST_CHAIN)
  await find(page, nameOf('cable'))
  await act(page, 'en', 'setBlock')
  const { form: labels } = words.en
  const form = page.getByRole('dialog', { name: /^Set a block on / })
  for (const [field, error] of [['ramp', labels.rampWrong], ['effort', labels.effortWrong]] as const) {
    const box = form.getByLabel(labels[field])
    for (const typed of ['', '-5']) {
      await box.fill(typed)
      await form.getByText(error).waitFor()
      await box.press('Enter')
      expect(await box.inputValue()).toBe(typed)
    }
    await box.fill('3000')
    await form.getByText(error).waitFor({ state: 'detached' })
  }
  const effort = form.getByLabel(labels.effort)
  await effort.fill('20000')
  // What is left stays as it was typed.
  await form.getByLabel(labels.ramp).focus()
  expect(await effort.inputValue()).toBe('20000')
  await effort.press('Enter')
  await form.waitFor({ state: 'detached' })
  await context.close()
}) // prettier-ignore

test('a scenario takes deliveries and raised demand in its form: a wrong one is said, a right one is in the file', async () => {
  const { page, context } = await visit(browser())
  await openChain(page, TEST_CHAIN)
  const { edit, workbook } = words.en
  await act(page, 'en', 'add_scenarios')
  const form = page.getByRole('dialog', { name: edit.form.add.scenarios })
  const box = (name: keyof typeof workbook.fields) =>
    form.getByLabel(new RegExp(`^${workbook.fields[name]}`, 'i')).first()
  await box('name').fill('With help')
  await box('start').fill('2020-02-10')
  await box('days').fill('30')
  await box('blocks').fill('all')
  await box('deliveries').fill('Car maker | cable | much | 2020-02-12')
  await box('stimulus').fill('Car maker | 1.2 | 2020-02-20 | 2020-02-25')
  await form.getByRole('button', { name: edit.form.save }).click()
  await expect.poll(() => box('deliveries').getAttribute('aria-invalid')).toBe('true')
  expect(await box('stimulus').inputValue()).toBe('Car maker | 1.2 | 2020-02-20 | 2020-02-25')
  await box('deliveries').fill('Car maker | cable | 2.5 | 2020-02-12')
  await form.getByRole('button', { name: edit.form.save }).click()
  await form.waitFor({ state: 'detached' })
  const [download] = await Promise.all([page.waitForEvent('download'), act(page, 'en', 'saveFile')])
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as Chain
  expect(saved.scenarios!.at(-1)).toMatchObject({
    deliveries: [{ enterprise: 'car', product: 'cable', amount: 2.5, on: '2020-02-12' }],
    stimulus: [{ enterprise: 'car', factor: 1.2, since: '2020-02-20', until: '2020-02-25' }],
  })
  await context.close()
})
