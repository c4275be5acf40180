import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { bring } from '../../src/i18n/zh/bring.ts'
import { work as en } from '../../src/i18n/en/work.ts'
import { work as zh } from '../../src/i18n/zh/work.ts'
import { fillIn } from '../../src/i18n/problem-text.ts'
import type { Chain } from '../../src/model/chain.ts'
import { axeFinds } from './axe.ts'
import { choose, openChain, words } from './page.ts'
import { pdfText } from './pdf-text.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit, type Visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
let open: Visit

/** A white list as an office sends it: a title, headings in Chinese, one of which tells nothing. */
const WHITE = `重点企业复工复产白名单,,,,,,,,
单位,链上位置,环节,所在地,开工率,困难类型,存在困难,发生时间,更新时间
把手厂,核心配套,零部件,湖北,20%,审批,未获准复工,2020-02-01,2020-02-10
线缆厂,中小,零部件,江苏,35%,用工,员工未返岗,2020-02-03,2020-02-10
整车厂,龙头,整车,上海,40%,无,,,2020-02-10
`

async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, text]) => {
      const all = new DataTransfer()
      all.items.add(new File([text], file))
      return all
    },
    [name, content] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

const sheetOf = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })
const cell = (page: Page, label: string, name: string): Locator =>
  page.getByLabel(fillIn(label, { name }), { exact: true })
const past = (page: Page) => page.getByRole('button', { name: /^撤销：/ })

async function sound(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([])
}

/** A chain without a block: the white list brings them. */
const CALM: Chain = { ...TEST_CHAIN, blocks: [] }

async function moveDue(page: Page, name: string, days: number): Promise<void> {
  const handle = page.getByRole('slider', { name: fillIn(zh.gantt.handle, { name }) })
  const table = page.getByRole('table', { name: zh.table })
  const axis = (await table.getByRole('slider', { name: zh.gantt.axis }).boundingBox())!
  const at = (await handle.boundingBox())!
  const day = (axis.width - 20) / TEST_CHAIN.scenarios[0].days
  const y = at.y + at.height / 2
  const x = at.x + at.width / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + days * day, y, { steps: 5 })
}

test('a white list is brought in, its blocks are assigned, a due date is moved, a page is printed, and all is there again after the tab was closed', async () => {
  open = await visit(browser(), { locale: 'zh-CN' })
  const { page, context } = open
  await openChain(page, CALM, 'zh')
  await drop(page, '白名单.csv', WHITE)
  const wizard = sheetOf(page, bring.title)
  const column = wizard.getByRole('combobox', { name: bring.columns.column.replace('{{heading}}', '链上位置') })
  await column.selectOption('role')
  await wizard.getByRole('button', { name: bring.apply.button, exact: true }).and(page.locator(':enabled')).click()
  await wizard.waitFor({ state: 'detached' })
  const list = page.getByRole('complementary', { name: words.zh.panels.blocks.title })
  await list.getByText('把手厂').first().waitFor()
  await list.getByText('线缆厂').first().waitFor()

  await page.getByRole('button', { name: words.zh.app.work, exact: true }).click()
  const sheet = sheetOf(page, zh.title)
  await sheet.getByText(zh.nobody.department).waitFor()
  // Several at once: department, officer, due date, in one step.
  for (const name of ['把手厂', '线缆厂']) await page.getByRole('checkbox', { name: fillIn(zh.select, { name }) }).click()
  const bar = page.getByRole('form', { name: zh.assign.title })
  await bar.getByLabel(fillIn(zh.assign.field, { field: zh.placeholder.department })).fill('工业和信息化部门')
  await bar.getByLabel(fillIn(zh.assign.field, { field: zh.placeholder.owner })).fill('驻企联络员')
  await bar.getByLabel(zh.column.dueShort).fill('2020-02-20')
  await bar.getByRole('button', { name: fillIn(zh.assign.button, { count: 2 }) }).click()
  await sheet.getByRole('button', { name: /工业和信息化部门/ }).first().waitFor()
  expect(await cell(page, zh.cell.state, '把手厂').inputValue()).toBe('assigned')
  expect(await cell(page, zh.cell.due, '线缆厂').inputValue()).toBe('2020-02-20')
  // One alone, in its own cell.
  await cell(page, zh.cell.department, '线缆厂').fill('人力资源社会保障部门')
  await cell(page, zh.cell.department, '线缆厂').press('Enter')
  await sheet.getByRole('button', { name: /人力资源社会保障部门/ }).first().waitFor()
  await sheet.getByText(zh.slack.critical, { exact: true }).first().waitFor()
  await sound(page)

  // The due date is dragged four days on: what the carmaker loses is said before it is let go, and is one step.
  const leading = page.getByRole('region', { name: zh.leading.title })
  const before = await leading.getByRole('listitem').filter({ hasText: '整车厂' }).textContent()
  await moveDue(page, '线缆厂', 4)
  const moving = leading.getByRole('listitem').filter({ hasText: '→' })
  await moving.waitFor()
  const promised = (await moving.locator('strong').textContent())!.split('→')[1]!.trim()
  await page.mouse.up()
  await leading.getByText(promised).waitFor()
  expect(before).not.toContain(promised)
  expect(await cell(page, zh.cell.due, '线缆厂').inputValue()).toBe('2020-02-24')
  await past(page).click()
  await page.waitForFunction((label) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === '2020-02-20', fillIn(zh.cell.due, { name: '线缆厂' })) // prettier-ignore
  // The same by keyboard: four keys are one step as well.
  const handle = page.getByRole('slider', { name: fillIn(zh.gantt.handle, { name: '线缆厂' }) })
  for (let key = 0; key < 4; key++) await handle.press('ArrowRight')
  await handle.press('Enter')
  await page.waitForFunction((label) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === '2020-02-24', fillIn(zh.cell.due, { name: '线缆厂' })) // prettier-ignore

  const [pages] = await Promise.all([
    page.waitForEvent('popup'),
    sheet.getByRole('button', { name: fillIn(zh.print.one, { name: '人力资源社会保障部门' }) }).click(),
  ])
  await pages.waitForSelector('section.page')
  expect(await pages.locator('section.page').count()).toBe(1)
  const text = await pages.locator('body').textContent()
  for (const part of ['人力资源社会保障部门', '线缆厂', '驻企联络员', '整车厂', '2020年2月24日']) expect(text).toContain(part)
  expect(text).not.toContain('把手厂')
  const printed = pdfText(await pdfOf(await pages.content())).replaceAll('\n', '')
  for (const part of ['人力资源社会保障部门', '线缆厂', '驻企联络员']) expect(printed).toContain(part)
  await pages.close()

  await page.getByRole('button', { name: new RegExp(`^${words.zh.app.chain}`) }).click()
  await page.getByText(words.zh.app.savedAt.split('{{')[0]!).first().waitFor()
  await page.close()
  const again = await context.newPage()
  await again.goto(page.url())
  await sheetOf(again, zh.title).getByRole('button', { name: /人力资源社会保障部门/ }).first().waitFor()
  expect(await cell(again, zh.cell.due, '线缆厂').inputValue()).toBe('2020-02-24')
  expect(await cell(again, zh.cell.owner, '把手厂').inputValue()).toBe('驻企联络员')
  expect(open.complaints).toEqual([])
  expect(open.foreign).toEqual([])
  await context.close()
}) // prettier-ignore

/** The page as Chromium prints it. */
async function pdfOf(html: string): Promise<Buffer> {
  const page = await browser().newPage()
  await page.setContent(html)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.close()
  return pdf
}

test('cleared asks for evidence: Esc leaves the state, without evidence is said, and given later it is shown', async () => {
  open = await visit(browser())
  const { page, context } = open
  await openChain(page, TEST_CHAIN)
  await page.getByRole('button', { name: words.en.app.work, exact: true }).click()
  const state = cell(page, en.cell.state, 'Handle works')
  const form = page.getByRole('form', { name: fillIn(en.evidence.title, { name: 'Handle works' }) })
  await state.selectOption('cleared')
  await form.getByRole('textbox', { name: en.evidence.text }).press('Escape')
  await form.waitFor({ state: 'detached' })
  expect(await state.inputValue()).toBe('found')
  await state.selectOption('cleared')
  expect(await form.getByRole('button', { name: en.evidence.save }).isDisabled()).toBe(true)
  await sound(page)
  await form.getByRole('button', { name: en.evidence.without }).click()
  await page.getByRole('button', { name: en.evidence.none, exact: true }).click()
  await form.getByRole('textbox', { name: en.evidence.text }).fill('permit 7/2020')
  await form.getByRole('button', { name: en.evidence.save }).click()
  await page.getByRole('button', { name: '✓ permit 7/2020' }).waitFor()
  expect(await page.getByText(en.evidence.none, { exact: true }).count()).toBe(0)
  // A wrong date is said beside the field, and the old one stays.
  await cell(page, en.cell.effort, 'Cable works').fill('0')
  await cell(page, en.cell.effort, 'Cable works').press('Enter')
  await page.getByRole('alert').filter({ hasText: en.wrong.effort }).waitFor()
  // Views and filter are kept.
  await page.getByRole('radiogroup', { name: en.view.title }).getByText(en.view.region).click()
  await page.getByRole('button', { name: /Hubei/ }).first().waitFor()
  await page.getByRole('combobox', { name: en.show.title }).selectOption('overdue')
  await page.getByText(en.emptyFilter).waitFor()
  await page.reload()
  await page.getByText(en.emptyFilter).waitFor()
  expect(open.complaints).toEqual([])
  await context.close()
})

test('a special survey is downloaded with the enterprises filled in, and the filled table gives a block and an observed day', async () => {
  open = await visit(browser(), { colorScheme: 'dark' })
  const { page, context } = open
  await openChain(page, TEST_CHAIN)
  await page.getByRole('button', { name: words.en.app.work, exact: true }).click()
  await page.getByRole('button', { name: en.survey.open }).click()
  const dialog = page.getByRole('dialog', { name: en.survey.title })
  await dialog.getByRole('combobox', { name: en.survey.industry }).selectOption('electronics')
  await dialog.getByRole('combobox', { name: en.survey.who }).selectOption('all')
  await sound(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: en.survey.csv }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(3 + TEST_CHAIN.enterprises.length)
  const headings = lines[2]!.match(/(?:"[^"]*"|[^,])+/g)!
  const at = (heading: string): number => headings.findIndex((each) => each.includes(heading))
  const cells = lines[3]!.split(',')
  cells[at('填报日期')] = '2020-02-12'
  cells[at('开工率')] = '60%'
  cells[at('困难类型')] = '能源 (energy)'
  cells[at('通关等待天数')] = '9'
  await dialog.getByRole('button', { name: en.survey.back }).click()
  await drop(page, 'filled.csv', [...lines.slice(0, 3), cells.join(',')].join('\r\n'))
  const wizard = sheetOf(page, words.en.bring.title)
  await wizard.getByRole('button', { name: words.en.bring.apply.button, exact: true }).and(page.locator(':enabled')).click()
  await wizard.waitFor({ state: 'detached' })
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    choose(page, /^Chain: /, words.en.app.saveFile),
  ])
  const chain = JSON.parse(await readFile(await saved.path(), 'utf8')) as Chain
  expect(chain.observations).toMatchObject([{ date: '2020-02-12', operatingRate: 0.6 }])
  expect(chain.blocks!.at(-1)).toMatchObject({ cause: 'energy', severity: 0.4 })
  expect(chain.blocks!.at(-1)!.note).toContain('9')
  expect(open.complaints).toEqual([])
  await context.close()
}) // prettier-ignore
