/** A chain of forty tiers opens with a part that can be read; the whole is one click away, and the way back too. */
import { expect, test } from 'vitest'
import { fillIn } from '../../src/i18n/problem-text.ts'
import { readView } from '../../src/state/view-state.ts'
import { axeFinds } from './axe.ts'
import { FORTY_TIERS } from './forty-tiers.ts'
import { openChain, words } from './page.ts'
import { visit, type Visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
const { long } = words.en.follow

const cameraOf = async ({ page }: Visit) =>
  readView(JSON.parse((await page.evaluate(() => localStorage.getItem('changlian.session'))) ?? '{}')).camera

test.each([
  [1440, 900],
  [390, 844],
] as const)('forty tiers at %i x %i', async (width, height) => {
  const visited = await visit(browser(), { viewport: { width, height } })
  const { page, context, complaints } = visited
  await openChain(page, FORTY_TIERS)
  if (width < 721) await page.getByRole('tab', { name: words.en.app.phone.map }).click()
  const bar = page.getByRole('group', { name: words.en.map.overview })
  const status = bar.getByRole('status')
  await expect.poll(() => status.textContent()).toMatch(/^Columns \d+ to \d+ of 40$/)
  const part = await status.textContent()
  // The two blocked neighbours stand in columns 28 and 29.
  const [first, last] = [...part!.matchAll(/\d+/g)].map(([number]) => Number(number))
  expect(first).toBeLessThanOrEqual(28)
  expect(last).toBeGreaterThanOrEqual(29)
  const pane = (await page.locator('.map-container').boundingBox())!
  expect(pane.width / (await cameraOf(visited))!.width).toBeGreaterThanOrEqual(0.62)
  expect(await axeFinds(page)).toEqual([])
  await bar.getByRole('button', { name: long.toWhole }).click()
  await status.getByText(fillIn(long.whole, { of: 40 })).waitFor()
  await bar.getByRole('button', { name: long.toPart }).click()
  await expect.poll(() => status.textContent()).toBe(part)
  expect(complaints).toEqual([])
  await context.close()
})
