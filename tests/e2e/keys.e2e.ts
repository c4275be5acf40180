/** Every key that the help lists is pressed, and does what the help says. A key without a check here does not compile. */
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { SHORTCUTS } from '../../src/view/shortcuts.ts'
import { STAGE_KEYS } from '../../src/view/present/stage-keys.ts'
import { find, mapOf, openChain, spoken, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import { visitOnce } from './with-browser.ts'

const { app, commands, follow, help, map, panels, present } = words.en

let page: Page
visitOnce(async (open) => {
  page = open.page
  await openChain(page, TEST_CHAIN)
})

const press = (key: string): Promise<void> => page.keyboard.press(key)
const gone = (what: Locator): Promise<void> => what.waitFor({ state: 'detached' })
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name })
const atHand = async (name: string): Promise<void> => {
  await expect.poll(() => spoken(page)).toMatch(new RegExp(`^${name}`))
}
const dayShown = (day: number): Promise<void> => page.getByText(`Day ${day} of 30`).first().waitFor()
const takeBack = (): Locator => page.getByRole('button', { name: new RegExp(`^${panels.blocks.takeBack} Handle works`) }).first() // prettier-ignore
const lit = (): Promise<readonly string[]> =>
  mapOf(page).getByRole('option').and(page.locator('[aria-describedby="map-lit"]')).allTextContents()

/** Width of the part of the map that is looked at, map units; 0 = all of it is fitted in. */
const seen = (): Promise<number> =>
  page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('changlian.session')!) as { camera: { width: number } | null }
    return Math.round(kept.camera?.width ?? 0)
  })

/** A definition under a resting pointer is what Esc would close first. */
async function pointAway(): Promise<void> {
  await page.mouse.move(4, 4)
  await page.getByRole('tooltip').first().waitFor({ state: 'hidden' })
}

/** The map has the focus, and the handle works is at hand. */
async function onHandle(): Promise<void> {
  await find(page, nameOf('handle'))
  await pointAway()
  await mapOf(page).focus()
  await atHand(nameOf('handle'))
}

type MapKeyName = (typeof SHORTCUTS.onMap)[number]['name']
const ON_MAP: Readonly<Record<MapKeyName, () => Promise<void>>> = {
  arrows: async () => {
    await press('ArrowRight')
    await atHand(nameOf('car'))
    await press('ArrowLeft')
    await expect.poll(() => spoken(page)).not.toMatch(/^Car maker/)
    const first = (await spoken(page))!
    await press('ArrowDown')
    await expect.poll(() => spoken(page)).not.toBe(first)
    await press('ArrowUp')
    await expect.poll(() => spoken(page)).toBe(first)
  },
  enter: async () => {
    const card = page.getByRole('region', { name: panels.card.title })
    await press('Escape')
    await gone(card)
    const [name] = (await spoken(page))!.split(',')
    await press('Enter')
    await card.getByRole('heading', { name: name!, exact: true }).waitFor()
  },
  u: async () => {
    await press('ArrowRight')
    await press('u')
    await page.getByRole('group', { name: `Trace of ${nameOf('car')}` }).waitFor()
    await expect.poll(async () => (await lit()).length).toBe(TEST_CHAIN.enterprises.length)
    await press('Escape')
    await press('Escape')
  },
  d: async () => {
    await press('d')
    await page.getByRole('group', { name: `Trace of ${nameOf('handle')}` }).waitFor()
    await expect.poll(async () => (await lit()).toSorted()).toEqual([nameOf('car'), nameOf('handle')])
    await press('Escape')
    await press('Escape')
  },
  n: async () => {
    const first = await spoken(page)
    await press('n')
    await expect.poll(() => spoken(page)).not.toBe(first)
    expect(await spoken(page)).toContain('block: ')
  },
  x: async () => {
    const option = mapOf(page).getByRole('option', { name: nameOf('handle') })
    await press('x')
    await expect.poll(() => option.getAttribute('aria-checked')).toBe('true')
    await page.getByRole('status').filter({ hasText: '1 marked' }).waitFor()
    await press('x')
    await expect.poll(() => option.getAttribute('aria-checked')).toBe('false')
  },
  b: async () => {
    await press('b')
    const form = dialog(`Set a block on ${nameOf('handle')}`)
    await form.waitFor()
    await form.getByRole('button', { name: app.cancel }).click()
    await gone(form)
  },
  c: async () => {
    await press('c')
    await takeBack().waitFor()
    await press('Control+z')
    await gone(takeBack())
  },
  f: async () => {
    await press('f')
    await page.waitForTimeout(500)
    const whole = await seen()
    await page.getByRole('main').getByRole('button', { name: map.zoomIn }).click()
    await pointAway()
    await expect.poll(seen).not.toBe(whole)
    await mapOf(page).press('f')
    await expect.poll(seen).toBe(whole)
  },
  space: async () => {
    await press(' ')
    await page.getByRole('button', { name: app.days.pause, exact: true }).waitFor()
    await mapOf(page).press(' ')
    await page.getByRole('button', { name: app.days.play, exact: true }).waitFor()
  },
  brackets: async () => {
    await page.getByRole('slider', { name: app.days.slider }).press('Home')
    await dayShown(1)
    await mapOf(page).press(']')
    await dayShown(2)
    await press('[')
    await dayShown(1)
  },
  t: async () => {
    const table = page.getByRole('region', { name: words.en.table.title, exact: true })
    await press('t')
    await table.waitFor()
    await press('Escape')
    await gone(table)
  },
  p: async () => {
    await press('p')
    await dialog(present.title).waitFor()
    await press('Escape')
    await gone(dialog(present.title))
  },
  l: async () => {
    await press('l')
    await expect.poll(() => page.locator('#legend').evaluate((legend) => legend === document.activeElement)).toBe(true)
  },
  help: async () => {
    await press('?')
    await dialog(panels.help.title).waitFor()
    await press('Escape')
    await gone(dialog(panels.help.title))
  },
}

type PageKeyName = (typeof SHORTCUTS.always)[number]['name']
const ALWAYS: Readonly<Record<PageKeyName, () => Promise<void>>> = {
  search: async () => {
    await press('/')
    const search = page.getByRole('combobox', { name: app.search })
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true)
  },
  palette: async () => {
    await press('Control+k')
    await page.getByRole('combobox', { name: commands.palette }).waitFor()
    await press('Escape')
    await gone(page.getByRole('combobox', { name: commands.palette }))
  },
  alongTrail: async () => {
    await find(page, nameOf('cable'))
    await mapOf(page).focus()
    await atHand(nameOf('cable'))
    await press('Alt+ArrowLeft')
    await atHand(nameOf('handle'))
    await press('Alt+ArrowRight')
    await atHand(nameOf('cable'))
  },
  undo: async () => {
    await press('c')
    await takeBack().waitFor()
    await press('Control+z')
    await gone(takeBack())
  },
  redo: async () => {
    await press('Control+Shift+z')
    await takeBack().waitFor()
    await press('Control+z')
    await gone(takeBack())
  },
  esc: async () => {
    const filter = page.getByRole('region', { name: follow.filter.title })
    await page.getByRole('main').getByRole('button', { name: map.filter }).click()
    await filter.waitFor()
    await pointAway()
    await press('Escape')
    await gone(filter)
    await press('Escape')
    await gone(page.getByRole('region', { name: panels.card.title }))
  },
}

test('the help lists these keys, no other, and what each does', async () => {
  await onHandle()
  await press('?')
  await dialog(panels.help.title).getByRole('tab', { name: help.tabs.keys }).click()
  const rows = await dialog(panels.help.title).getByRole('row').allTextContents()
  const listed = [
    ...[...SHORTCUTS.onMap, ...SHORTCUTS.always].map(({ label, name }) => label + help.keys[name]),
    ...STAGE_KEYS.map(({ label, name }) => label + help.stage[name]),
  ]
  expect(rows).toEqual(listed)
  await press('Escape')
  await gone(dialog(panels.help.title))
})

test.each(Object.entries(ON_MAP))('on the map: %s', async (_, check) => {
  await onHandle()
  await check()
})

test.each(Object.entries(ALWAYS))('everywhere: %s', async (_, check) => {
  await onHandle()
  await check()
})
