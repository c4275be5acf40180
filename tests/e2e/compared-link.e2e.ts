import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { chainOf } from '../graph-data/shipped.ts'
import { choose, openChain, words } from './page.ts'
import { START, TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

const border = (within: Page | Locator) => within.getByRole('slider', { name: words.en.compare.divider })

/** The comparison as it stands: both futures, the way of looking, the date, and where the border between two maps stands. */
async function shown(page: Page) {
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  await sheet.waitFor()
  const side = (name: string) => sheet.getByRole('combobox', { name, exact: true }).inputValue()
  return {
    a: await side(words.en.compare.a),
    b: await side(words.en.compare.b),
    view: await sheet.getByRole('radio', { checked: true }).first().inputValue(),
    date: await sheet.locator('.compare-days strong').textContent(),
    border: (await border(sheet).count()) === 1 ? await border(sheet).getAttribute('aria-valuenow') : null,
  }
}

test('a link carries the comparison, Back and Forward go through its pairs and ways, observed days as B become a scene', async () => {
  const { page, context, complaints } = await visit(browser())
  const [main] = TEST_CHAIN.scenarios
  const later = { ...main, id: 'later', name: 'Later', start: '2020-02-12' }
  const observations = [{ enterprise: 'car', date: START, outputRecovery: 0.5 }]
  await openChain(page, { ...TEST_CHAIN, scenarios: [main, later], observations })
  await choose(page, words.en.app.moreSheets, words.en.app.compare)
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  // B begins two days later: both stand on its calendar, and the comparison has a day of its own.
  await expect.poll(() => shown(page)).toMatchObject({ a: 'Standstill', b: 'Later', view: 'side', date: '12 Feb 2020' })
  await sheet.getByRole('button', { name: words.en.app.days.forward }).click()
  await sheet.getByText('13 Feb 2020').first().waitFor()
  await sheet.getByText(words.en.compare.view.swipe, { exact: true }).click()
  for (let step = 0; step < 6; step++) await border(sheet).press('ArrowLeft')
  const wanted = { a: 'Standstill', b: 'Later', view: 'swipe', date: '13 Feb 2020', border: '38' }
  await expect.poll(() => shown(page)).toEqual(wanted)

  await page.getByRole('button', { name: words.en.app.share }).click()
  const share = page.getByRole('region', { name: words.en.share.title })
  await share.getByRole('switch', { name: words.en.share.include }).click()
  await share.getByText(/Whoever has the link has all of it/).waitFor()
  const address = await share.getByRole('textbox', { name: words.en.share.link }).inputValue()
  const other = await visit(browser(), {}, address.slice(address.indexOf('#')))
  await expect.poll(() => shown(other.page)).toEqual(wanted)
  expect(other.complaints).toEqual([])
  await other.context.close()
  // The sheet that made the link gives the comparison back.
  await share.getByRole('button', { name: words.en.share.close }).click()
  await expect.poll(() => shown(page)).toEqual(wanted)

  await sheet.getByText(words.en.compare.view.difference, { exact: true }).click()
  await expect.poll(() => shown(page)).toMatchObject({ view: 'difference' })
  await page.goBack()
  await expect.poll(() => shown(page)).toEqual(wanted)
  await page.goForward()
  await expect.poll(() => shown(page)).toMatchObject({ view: 'difference' })

  await sheet.getByRole('combobox', { name: words.en.compare.b, exact: true }).click()
  await page.getByRole('option', { name: words.en.compare.observed }).click()
  // The date stays, now on the days of A.
  await sheet.getByText('over 0 of 5 observed').first().waitFor()
  expect(await shown(page)).toMatchObject({ b: words.en.compare.observed, date: '13 Feb 2020' })
  await page.getByRole('button', { name: words.en.compare.takeScene }).click()
  const bar = page.getByRole('group', { name: words.en.follow.against.title })
  await bar.getByText('B − A: “Observed days” less “Standstill”').waitFor()
  const scenes = page.getByRole('region', { name: words.en.present.scenes, exact: true })
  await scenes.getByRole('button', { name: words.en.present.start }).click()
  await page.getByRole('dialog', { name: words.en.present.title }).waitFor()
  await bar.getByText('B − A: “Observed days” less “Standstill”').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('a scene taken from the swipe keeps its border: on stage A and B lie side by side there, one key moves it', async () => {
  const { page, context, complaints } = await visit(browser())
  const [main] = TEST_CHAIN.scenarios
  const blocks = ['b-cable']
  await openChain(page, { ...TEST_CHAIN, scenarios: [main, { ...main, id: 'other', name: 'Other', blocks }] })
  await choose(page, words.en.app.moreSheets, words.en.app.compare)
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  await sheet.getByText(words.en.compare.view.swipe, { exact: true }).click()
  await border(sheet).press('ArrowRight')
  await page.getByRole('button', { name: words.en.compare.takeScene }).click()
  await page.getByRole('button', { name: words.en.present.start }).last().click()
  await page.getByRole('dialog', { name: words.en.present.title }).waitFor()
  const bar = page.getByRole('group', { name: words.en.follow.against.title })
  await bar.getByText('A: “Standstill” · B: “Other”').waitFor()
  await expect.poll(() => border(page).getAttribute('aria-valuenow')).toBe('52')
  // A lies over the left of the map and nowhere else.
  const over = page.locator('.swipe-over .future-map')
  expect(await over.evaluate((map) => map.style.clipPath)).toBe('inset(0px 48% 0px 0px)')
  await border(page).press('Home')
  await expect.poll(() => border(page).getAttribute('aria-valuenow')).toBe('0')
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: words.en.follow.against.colours }).click()
  await border(page).waitFor({ state: 'detached' })
  await bar.getByText('B − A: “Other” less “Standstill”').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('on a stage of any size A lies exactly over B, and the border is seen in forced colours', async () => {
  const { page, context } = await visit(browser(), { viewport: { width: 720, height: 450 }, forcedColors: 'active' })
  const chain = chainOf('spring-dawn.chain.json')
  const [main] = chain.scenarios!
  await openChain(page, { ...chain, scenes: [], scenarios: [main!, { ...main!, id: 'same', name: 'Same' }] })
  await choose(page, /^Chain/, words.en.app.compare)
  const sheet = page.getByRole('region', { name: words.en.compare.title, exact: true })
  await sheet.getByText(words.en.compare.view.swipe, { exact: true }).click()
  expect(await border(sheet).evaluate((line) => getComputedStyle(line).backgroundImage)).toContain('linear-gradient')
  await page.getByRole('button', { name: words.en.compare.takeScene }).click()
  await page.locator('.swipe-over .map-picture').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.swipe-over .map-picture')!.clientWidth > 0)
  await page.getByRole('button', { name: words.en.present.start }).last().click()
  await page.getByRole('dialog', { name: words.en.present.title }).waitFor()
  await border(page).press('End')
  await page.mouse.move(0, 0)
  const over = page.locator('.swipe-over .future-map')
  await over.waitFor()
  // Both futures are the same here: with A or without it the same is seen, but for names, border and what is selected.
  const { x, y, width } = (await page.locator('.map-pane > .map-container').boundingBox())!
  const seen = () => page.screenshot({ clip: { x: x + 60, y, width: width - 140, height: 60 } })
  const hide = (visibility: string) =>
    over.evaluate((map, value) => map.style.setProperty('visibility', value), visibility)
  await expect
    .poll(async () => {
      await hide('visible')
      const withA = await seen()
      await hide('hidden')
      return (await seen()).equals(withA)
    })
    .toBe(true)
  await context.close()
})
