import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { errorOf, errorPairs } from '../../src/analysis/observed/model-error.ts'
import { observedDaysOf } from '../../src/analysis/observed/observed-days.ts'
import type { Chain } from '../../src/model/chain.ts'
import { played } from '../observed/observed-chains.ts'
import { axeFinds } from './axe.ts'
import { choose, find, giveFile, openChain, ready, spoken, words } from './page.ts'
import { nameOf, START, TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

/** Two of five were observed on the first day, none on the second, one on the third. */
const CHAIN: Chain = {
  ...TEST_CHAIN,
  observations: [
    { enterprise: 'car', date: START, outputRecovery: 0.5 },
    { enterprise: 'engine-b', date: START, operatingRate: 0.25, staffReturn: 0.6 },
    { enterprise: 'car', date: '2020-02-12', outputRecovery: 0 },
    { enterprise: 'car', date: '2021-01-01', outputRecovery: 1 },
  ],
}

const sheetOf = (page: Page, language: 'en' | 'zh') =>
  page.getByRole('region', { name: words[language].observed.title, exact: true })

async function openSheet(page: Page, language: 'en' | 'zh'): Promise<void> {
  await openChain(page, CHAIN, language)
  await choose(page, new RegExp(`^${words[language].app.chain}`), words[language].app.observed)
  await sheetOf(page, language).getByRole('table').first().waitFor()
}

test('observed days: share of the observed in the strip, error of the model, days without any, and a file of the pairs', async () => {
  const { page, context, complaints, foreign } = await visit(browser())
  await openSheet(page, 'en')
  const sheet = sheetOf(page, 'en')
  const run = played(CHAIN)
  const { meanAbsolute, bias, pairs } = errorOf(
    errorPairs(run.played, observedDaysOf(CHAIN, run.played.index, CHAIN.scenarios![0]!), 'level'),
  )
  expect(pairs).toBe(3)
  const sentence = await sheet.getByText(/^Observed: /).textContent()
  expect(sentence).toContain('3 of 150 pairs of enterprise and day, on 2 of 30 days')
  expect(sentence).toContain(`${Math.round(1000 * meanAbsolute) / 10} points off`)
  expect(sentence).toContain(`${bias > 0 ? '+' : '−'}${Math.abs(Math.round(1000 * bias) / 10)}`)
  await sheet.getByText('1 observation lies on other days than this scenario’s.', { exact: false }).waitFor()

  const strip = page.getByRole('group', { name: /^Operating rate / })
  await strip.getByText('observed 50 % · 2 of 5').waitFor()
  await strip.getByRole('button', { name: /^at ≥/ }).click()
  await page.getByLabel(words.en.app.figures.threshold).last().fill('20')
  await strip.getByText('observed 100 % · 2 of 5').waitFor()
  await page.keyboard.press('Escape')

  const days = sheet.getByRole('slider', { name: words.en.observed.coverage })
  await days.focus()
  await page.keyboard.press('ArrowRight')
  await strip.getByText('observed – · 0 of 5').waitFor()
  expect(await days.getAttribute('aria-valuetext')).toBe('11 Feb: 0 of 5 enterprises observed')
  await page.keyboard.press('ArrowRight')
  await strip.getByText('observed 0 % · 1 of 5').waitFor()

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: words.en.observed.save }).click(),
  ])
  const rows = (await (await file.createReadStream()).toArray()).join('').trim().split('\r\n')
  expect(rows).toHaveLength(4)
  expect(rows[1]).toContain(`${nameOf('car')},2020-02-10,0.5,`)
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
  await context.close()
})

test('the map shows what was observed beside the model, gaps as no data, and the card of an enterprise its days', async () => {
  const { page, context, complaints } = await visit(browser())
  await openSheet(page, 'en')
  await sheetOf(page, 'en').getByRole('button', { name: words.en.observed.onMap }).click()
  const lens = page.getByRole('radiogroup', { name: words.en.map.lens.label })
  expect(await lens.getByRole('radio', { checked: true }).getAttribute('value')).toBe('observed')
  await page.getByText('3 of 5 not observed').waitFor()
  const legend = page.getByRole('region', { name: words.en.map.legend })
  await legend.getByText(words.en.words.state.noData).waitFor()
  expect(await legend.getByText(words.en.map.legendLink.flowing).count()).toBe(0)
  await find(page, nameOf('car'))
  await expect.poll(() => spoken(page)).toContain('observed 50 %, model 0 % (−50 points)')
  const card = page.getByRole('region', { name: words.en.panels.card.title })
  await card.getByRole('img', { name: `${nameOf('car')}: 2 days observed of 30`, exact: false }).waitFor()
  await page.getByRole('img', { name: 'Observed output of the leading enterprises: 2 days' }).waitFor()
  await page.getByRole('button', { name: words.en.app.days.forward }).click()
  await page.getByText('none of 5 observed on this day: choose another day').waitFor()
  await expect.poll(() => spoken(page)).toContain(words.en.map.notObserved)
  expect(complaints).toEqual([])
  await context.close()
})

test('a chain without observed days says how to bring them in; a table with Chinese headings gives them', async () => {
  const { page, context } = await visit(browser(), { locale: 'zh-CN' })
  await openChain(page, TEST_CHAIN, 'zh')
  await choose(page, new RegExp(`^${words.zh.app.chain}`), words.zh.app.observed)
  const sheet = sheetOf(page, 'zh')
  await sheet.getByText(words.zh.observed.noneAtAll).waitFor()
  await sheet.getByText(words.zh.observed.headings).waitFor()
  await sheet.getByRole('button', { name: words.zh.observed.bring }).click()
  await giveFile(
    page,
    '开工情况.csv',
    '企业名称,更新日期,开工率,返岗率\n整车厂,2020-02-10,35%,60%\n整车厂,2020-02-11,40%,70%\n',
  )
  await page.getByRole('button', { name: words.zh.bring.apply.button }).click()
  await ready(page, 'zh')
  await choose(page, new RegExp(`^${words.zh.app.chain}`), words.zh.app.observed)
  await sheetOf(page, 'zh')
    .getByText(/^共 150 个企业×日，其中 2 个有实测/)
    .waitFor()
  await context.close()
})

test.each([
  ['light', 'en', 1440, 900],
  ['dark', 'zh', 1024, 768],
  ['light', 'zh', 390, 844],
] as const)('axe finds nothing on the observed days, %s %s %i', async (colorScheme, language, width, height) => {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const { page, context } = await visit(browser(), { colorScheme, locale, viewport: { width, height } })
  await openSheet(page, language)
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})
