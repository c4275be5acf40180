import { expect, test } from 'vitest'
import { openChain, openSpringDawn, words } from './page.ts'
import { nameOf, TEST_CHAIN } from './test-chain.ts'
import type { Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

const { app, panels } = words.zh
let open: Visit
visitOnce(
  async (visited) => {
    open = visited
    await openChain(open.page, TEST_CHAIN, 'zh')
  },
  {
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  },
)

test('on a phone nothing runs off the screen, and a block is cleared from the list that comes first', async () => {
  const { page } = open
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const)
  expect(wide).toBeLessThanOrEqual(screen)
  const handle = page.getByRole('button', { name: `${panels.blocks.clear} ${nameOf('handle', 'zh')}`, exact: true })
  await handle.scrollIntoViewIfNeeded()
  await handle.tap()
  await page.getByRole('button', { name: `${panels.blocks.takeBack} ${nameOf('handle', 'zh')}`, exact: true }).waitFor()
})

test('the map is the second tab of a phone, as wide as the screen', async () => {
  const { page } = open
  await page.getByRole('tab', { name: app.phone.map }).tap()
  await expect.poll(async () => (await page.locator('.map-container').boundingBox())?.width ?? 0).toBeGreaterThan(350)
  await page.getByRole('tab', { name: app.phone.blocks }).tap()
  await page.getByRole('list', { name: panels.blocks.title }).waitFor()
})

test('on stage the map is there, whichever page of the phone the story began on', async () => {
  const { page } = open
  for (const tab of [app.phone.blocks, app.phone.map]) {
    await page.getByRole('tab', { name: tab }).tap()
    await page.getByRole('button', { name: app.present, exact: true }).tap()
    const stage = page.getByRole('dialog', { name: words.zh.present.title })
    await stage.waitFor()
    const box = async () => (await page.locator('.map-container').boundingBox()) ?? { y: 0, width: 0, height: 0 }
    await expect.poll(async () => (await box()).width, { message: tab }).toBeGreaterThan(350)
    await expect.poll(async () => (await box()).height, { message: tab }).toBeGreaterThan(450)
    await stage.getByRole('button', { name: words.zh.present.end }).tap()
    await stage.waitFor({ state: 'detached' })
  }
})

test('the tools of the map are in reach in both languages', async () => {
  const { page } = open
  for (const language of ['zh', 'en'] as const) {
    const { app: texts, map } = words[language]
    await page.getByRole('tab', { name: texts.phone.map }).tap()
    const zoomIn = page.getByRole('button', { name: map.zoomIn, exact: true })
    // What hides a button that it holds has no room for one.
    expect(await zoomIn.evaluate((button) => button.parentElement!.clientWidth)).toBeGreaterThan(200)
    await zoomIn.tap()
    await page.getByRole('button', { name: texts.languageLabel }).or(page.getByTitle(texts.languageLabel)).first().tap()
  }
})

test('sharing, export and help are in the menu of the chain, and all signs of the bar stand in one line, in both languages', async () => {
  const { page } = open
  for (const language of ['zh', 'en'] as const) {
    const { app: texts, share, handout } = words[language]
    for (const [item, name] of [
      [texts.share, share.title],
      [texts.handOn, handout.title],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${texts.chain}`) }).tap()
      await page.getByRole('menuitem', { name: item }).tap()
      const sheet = page.getByRole('region', { name, exact: true })
      await sheet.waitFor()
      await expect.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeGreaterThan(350)
      await sheet.getByRole('button', { name: share.close, exact: true }).tap()
      await sheet.waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: new RegExp(`^${texts.chain}`) }).tap()
    await page.getByRole('menuitem', { name: texts.help }).tap()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 })
      const middles = await page.locator('.top').evaluate((bar) =>
        [...bar.querySelectorAll('button')]
          .filter((each) => each.checkVisibility() && !each.matches('.skip, .menu-button'))
          .map((each) => each.getBoundingClientRect())
          .map(({ y, height, right }) => ({ middle: Math.round(y + height / 2), right })),
      )
      expect(middles.length).toBeGreaterThan(5)
      const first = middles[0]!.middle
      for (const { middle, right } of middles) {
        expect(Math.abs(middle - first), `${language} ${width}`).toBeLessThanOrEqual(2)
        expect(right).toBeLessThanOrEqual(width)
      }
      // Under them, in one line, what is open: the chain and its scenario, each with room for the beginning of its name.
      const names = await page.locator('.top .menu-button').evaluateAll((buttons) =>
        buttons.map((each) => {
          const { y, width: wide, right } = each.getBoundingClientRect()
          return { y: Math.round(y), wide, right }
        }),
      )
      expect(names).toHaveLength(2)
      expect(names[0]!.y).toBe(names[1]!.y)
      for (const { wide, right } of names) {
        expect(wide).toBeGreaterThanOrEqual(96)
        expect(right).toBeLessThanOrEqual(width)
      }
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: texts.language, exact: true }).tap()
  }
})

test('what the search finds opens its card, and the field no longer lies over the bar', async () => {
  const { page } = open
  await page.getByRole('tab', { name: app.phone.blocks }).tap()
  await page.getByRole('button', { name: app.search, exact: true }).tap()
  const field = page.getByRole('combobox', { name: app.search })
  await field.fill(nameOf('handle', 'zh'))
  await page
    .getByRole('listbox', { name: app.search })
    .getByRole('option', { name: nameOf('handle', 'zh'), exact: true })
    .tap()
  await page.getByRole('region', { name: panels.card.title, exact: true }).waitFor()
  await expect.poll(() => field.evaluate((each) => document.activeElement === each)).toBe(false)
})

test('a chain that is a strip on a phone begins with a part of which the names can be read, and has the way to the whole and back', async () => {
  const { page } = open
  await openSpringDawn(page, 'zh')
  await page.getByRole('tab', { name: app.phone.map }).tap()
  const line = page.getByRole('group', { name: words.zh.map.overview })
  await line.getByText(/^共 \d+ 列，显示第 /).waitFor()
  await line.getByRole('button', { name: words.zh.follow.long.toWhole }).tap()
  await line.getByText(/^全部 \d+ 列$/).waitFor()
  await line.getByRole('button', { name: words.zh.follow.long.toPart }).tap()
  await line.getByText(/^共 \d+ 列，显示第 /).waitFor()
})

test('of what helps only together no word lies over another', async () => {
  const { page } = open
  await page.getByRole('tab', { name: app.phone.map }).tap()
  await page.getByRole('button', { name: app.analysis }).tap()
  await page.getByRole('tab', { name: words.zh.analysis.tabs.joint }).tap()
  const row = page.locator('.joint-list .planner-row').first()
  await row.waitFor()
  const boxes = await row.locator(':scope > *').evaluateAll((parts) =>
    parts.map((part) => ({
      left: part.getBoundingClientRect().left,
      right: part.getBoundingClientRect().right,
      cut: part.scrollWidth - part.clientWidth,
    })),
  )
  for (const [place, { left, cut }] of boxes.entries()) {
    expect(cut).toBeLessThanOrEqual(1)
    if (place > 0) expect(left).toBeGreaterThanOrEqual(boxes[place - 1]!.right)
  }
})

test('no entry of a menu is wider than the screen, however long the name of a scenario', async () => {
  const { page } = open
  await openSpringDawn(page, 'zh')
  await page.getByRole('button', { name: app.languageLabel }).or(page.getByTitle(app.languageLabel)).first().tap()
  await page.getByRole('button', { name: new RegExp(`^${words.en.app.scenario}`) }).tap()
  const entries = page.getByRole('menuitem')
  await entries.first().waitFor()
  const boxes = await entries.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right))
  expect(boxes.length).toBeGreaterThan(4)
  for (const right of boxes) expect(right).toBeLessThanOrEqual(390)
})
