/** The page with motion: a release plays by itself, days played by hand go on to the end; and nothing that comes with a release lies over anything else. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openChain, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const { app, panels } = words.en
const browser = withBrowser()

const clear = (page: Page) =>
  page.getByRole('button', { name: `${panels.blocks.clear} ${nameOf('handle')}`, exact: true }).click()

const shownDay = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: app.days.slider, exact: true }).getAttribute('aria-valuenow'))

test('a release plays from the day of the clearing to the last one and comes back to it', async () => {
  const { page, context, complaints } = await visit(browser(), { reducedMotion: 'no-preference' })
  await openChain(page, TEST_CHAIN)
  const last = TEST_CHAIN.scenarios[0].days - 1
  const open = await page
    .getByRole('group', { name: new RegExp(`^${app.figures.blocksOpen} `) })
    .getAttribute('aria-label')
  await clear(page)
  await page.getByRole('button', { name: app.days.pause, exact: true }).waitFor()
  const seen: { readonly day: number; readonly open: string | null }[] = []
  while ((await page.getByRole('button', { name: app.days.pause, exact: true }).count()) > 0) {
    seen.push({
      day: await shownDay(page),
      open: await page
        .getByRole('group', { name: new RegExp(`^${app.figures.blocksOpen} `) })
        .getAttribute('aria-label'),
    })
  }
  // The day it comes back to may be read before the button has changed.
  const all = seen.map(({ day }) => day)
  const days = all.slice(0, all.lastIndexOf(Math.max(...all)) + 1)
  expect(days).toEqual(days.toSorted((a, b) => a - b))
  expect(Math.max(...days)).toBeGreaterThan(last / 2)
  // No day of the old run passes by as one of the release.
  expect(seen.filter((each) => each.day > 0 && each.open === open)).toEqual([])
  expect(await shownDay(page)).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('days played by hand go on to the last one and stop there; a step stops them', async () => {
  const { page, context } = await visit(browser(), { reducedMotion: 'no-preference' })
  await openChain(page, TEST_CHAIN)
  const last = TEST_CHAIN.scenarios[0].days - 1
  await page.getByRole('slider', { name: app.days.slider, exact: true }).press('End')
  await page.getByRole('button', { name: app.days.back, exact: true }).click()
  await page.getByRole('button', { name: app.days.back, exact: true }).click()
  expect(await shownDay(page)).toBe(last - 2)
  await page.getByRole('button', { name: app.days.play, exact: true }).click()
  await expect.poll(() => shownDay(page)).toBe(last)
  await page.getByRole('button', { name: app.days.play, exact: true }).click()
  await expect.poll(() => shownDay(page)).toBeGreaterThan(0)
  await page.getByRole('button', { name: app.days.forward, exact: true }).click()
  await page.getByRole('button', { name: app.days.play, exact: true }).waitFor()
  expect(await shownDay(page)).toBeLessThan(last)
  await context.close()
})

test.each(['en', 'zh'] as const)(
  'after a release nothing lies over the tools of the map at 1024 pixels, %s',
  async (language) => {
    const locale = { en: 'en-GB', zh: 'zh-CN' }[language]
    const { page, context } = await visit(browser(), { viewport: { width: 1024, height: 768 }, locale })
    await openChain(page, TEST_CHAIN, language)
    const own = words[language]
    await page
      .getByRole('button', { name: new RegExp(`^${own.panels.blocks.clear} `) })
      .first()
      .click()
    await page.getByRole('radiogroup', { name: own.map.lens.label }).waitFor()
    const names = [own.app.analysis, own.app.work, own.map.filter, own.map.lasso, own.map.fit, own.map.rearrange]
    const buttons = names.map((name) => page.getByRole('button', { name, exact: true }))
    const things = [...buttons, page.getByRole('radiogroup', { name: own.map.lens.label })]
    const covered = await Promise.all(
      things.map((thing) =>
        thing.evaluate((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          const corners = [
            [left + 2, (top + bottom) / 2],
            [right - 2, (top + bottom) / 2],
          ] as const
          return corners.some(([x, y]) => !element.contains(document.elementFromPoint(x, y)))
        }),
      ),
    )
    expect(covered).toEqual(things.map(() => false))
    await context.close()
  },
)
