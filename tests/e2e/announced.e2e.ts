/** What is said to those who do not see the page: every change of state, once, and what nobody sees is not reached. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { choose, find, mapOf, openSpringDawn, words } from './page.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
const { app, compare, follow, present } = words.en

declare global {
  interface Window {
    saidTexts: string[]
  }
}

/** Writes down from now on what live regions say, as a screen reader hears it: nothing from parts that are inert or not shown. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]'
    const last = new Map<Element, string>()
    window.saidTexts = []
    const hear = () => {
      for (const region of document.querySelectorAll(live)) {
        if (region.parentElement?.closest(live) || region.closest('[inert], [aria-hidden=true]')) continue
        const text = region.checkVisibility() ? (region.textContent ?? '').trim() : ''
        if (last.get(region) !== text && text !== '') window.saidTexts.push(text)
        last.set(region, text)
      }
    }
    hear()
    window.saidTexts = []
    new MutationObserver(hear).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })
}

const said = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.saidTexts)
const forget = (page: Page): Promise<void> => page.evaluate(() => void (window.saidTexts = []))
const times = async (page: Page, text: RegExp): Promise<number> =>
  (await said(page)).filter((each) => text.test(each)).length
const DATE = /^\d+ \w{3} 20\d\d$/

test('days that are played are said where they come to rest, a clearing and its undo each once', async () => {
  const { page, context } = await visit(browser(), { reducedMotion: 'no-preference' })
  await openSpringDawn(page)
  await find(page, 'Hongyuan Die-casting')
  await listen(page)
  await mapOf(page).press('c')
  await expect.poll(() => times(page, /^clear Hongyuan/)).toBe(1)
  // The wave plays: nothing is said on its way.
  await page.getByRole('button', { name: app.days.pause }).waitFor()
  expect(await times(page, DATE)).toBe(0)
  await page.getByRole('button', { name: app.days.pause }).click()
  await expect.poll(() => times(page, DATE)).toBe(1)
  expect(await times(page, /^Hongyuan Die-casting,/)).toBe(1)
  await forget(page)
  await page.keyboard.press('Control+z')
  await expect.poll(() => times(page, /^Undone: clear Hongyuan/)).toBe(1)
  // The notice goes without a further word.
  expect(await times(page, /Take it back/)).toBe(0)
  await forget(page)
  await mapOf(page).press('b')
  await page.getByRole('dialog').getByRole('button', { name: words.en.form.save, exact: true }).click()
  await expect.poll(() => times(page, /^Done: set block Hongyuan/)).toBe(1)
  await context.close()
})

test('a filter says what it hides once, and once that all is shown again', async () => {
  const { page, context } = await visit(browser())
  await openSpringDawn(page)
  await page.getByRole('button', { name: words.en.map.filter }).click()
  const panel = page.getByRole('region', { name: follow.filter.title })
  await panel.getByRole('checkbox').first().waitFor()
  await listen(page)
  await panel.getByRole('checkbox').first().check()
  await expect.poll(() => times(page, /hidden$/)).toBe(1)
  expect(await times(page, / shown$/)).toBe(0)
  await panel.getByRole('button', { name: follow.filter.showAll }).click()
  await expect.poll(() => times(page, /^36 of 36 shown$/)).toBe(1)
  expect(await said(page)).toHaveLength(2)
  await context.close()
})

test('the keys of days act as soon as the comparison is open, the day is said once, and Tab reaches nothing under it', async () => {
  const { page, context } = await visit(browser())
  await openSpringDawn(page)
  await choose(page, /^Chain/, app.compare)
  const sheet = page.getByRole('region', { name: compare.title, exact: true })
  await sheet.getByRole('grid', { name: compare.table }).waitFor()
  await expect.poll(() => sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await listen(page)
  await page.keyboard.press(']')
  await expect.poll(() => times(page, DATE)).toBe(1)
  expect(await said(page)).toEqual(['3 Mar 2020'])
  const hidden = await page.evaluate(() => {
    const box = document.querySelector('.sheet.compare')!.getBoundingClientRect()
    const reached = [...document.querySelectorAll<HTMLElement>('button, input, [tabindex="0"]')].filter((each) => {
      each.focus()
      return document.activeElement === each
    })
    return reached.filter((each) => {
      const { left, top, width, height } = each.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const isUnder = x > box.left && x < box.right && y > box.top && y < box.bottom
      return isUnder && !each.closest('.sheet.compare')
    }).length
  })
  expect(hidden).toBe(0)
  await sheet.getByRole('button', { name: compare.close }).click()
  await sheet.waitFor({ state: 'detached' })
  await mapOf(page).focus()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('map-mirror')
  await context.close()
})

test('on stage each scene is said once, with its title and its figures, and nothing beside', async () => {
  const { page, context } = await visit(browser())
  await openSpringDawn(page)
  await mapOf(page).focus()
  await listen(page)
  await page.keyboard.press('p')
  await page.getByRole('dialog', { name: present.title }).waitFor()
  await expect.poll(() => times(page, /^Everything looks equal\. /)).toBe(1)
  await page.keyboard.press('PageDown')
  await expect.poll(() => times(page, /^The stock clock\. /)).toBe(1)
  await expect.poll(() => said(page)).toHaveLength(2)
  expect((await said(page)).join(' ')).not.toContain('…')
  await context.close()
})

test('every list of tabs has a name', async () => {
  const { page, context } = await visit(browser(), {})
  await openSpringDawn(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.en.commands.palette }).fill(words.en.commands.analysis)
  await page.getByRole('option', { name: words.en.commands.analysis, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  const lists = page.getByRole('tablist')
  await expect.poll(() => lists.count()).toBe(1)
  expect(await lists.evaluateAll((all) => all.map((list) => list.getAttribute('aria-label')))).not.toContain(null)
  await context.close()
})
