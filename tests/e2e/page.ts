/** What a person does on the page, by role and name; the names come from the language tables. */
import type { Locator, Page } from 'playwright-core'
import { lateWords } from '../../src/i18n/areas.ts'
import { first as en } from '../../src/i18n/first-en.ts'
import { first as zh } from '../../src/i18n/first-zh.ts'
import type { Chain } from '../../src/model/chain.ts'

export const words = { en: { ...en, ...(await lateWords('en')) }, zh: { ...zh, ...(await lateWords('zh')) } }
type Shown = keyof typeof words

/** Waits until the figures of a played run are on screen. */
export async function ready(page: Page, language: Shown = 'en'): Promise<void> {
  const { operatingRate } = words[language].app.figures
  await page.getByRole('group', { name: new RegExp(`^${operatingRate} .*\\d`) }).waitFor()
  await page
    .getByRole('listbox', { name: words[language].map.label, includeHidden: true })
    .waitFor({ state: 'attached' })
}

/** Number shown in a figure of the strip; percent as 0..100. */
export async function figure(page: Page, name: string): Promise<number> {
  const label = await page.getByRole('group', { name: new RegExp(`^${name} `) }).getAttribute('aria-label')
  return Number(
    label!
      .slice(name.length)
      .replace(/[^\d.−-]/g, '')
      .replace('−', '-'),
  )
}

/** Opens a menu and chooses an entry. */
export async function choose(page: Page, menu: RegExp | string, entry: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Gives the page a file, as the file chooser would. */
export async function giveFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

export async function openChain(page: Page, chain: Chain, language: Shown = 'en'): Promise<void> {
  await ready(page, language)
  await giveFile(page, 'test.chain.json', JSON.stringify(chain))
  const name = (chain.name as Readonly<Record<Shown, string>>)[language]
  await page.getByRole('button', { name: `${words[language].app.chain}: ${name}` }).waitFor()
  await ready(page, language)
}

const SPRING_DAWN: Readonly<Record<Shown, string>> = { en: 'Spring Dawn', zh: '春晓' }

/** Opens the fictional chain from the menu of chains, and waits until the page has it and not still the one before. */
export async function openSpringDawn(page: Page, language: Shown = 'en'): Promise<void> {
  const { chain } = words[language].app
  const name = SPRING_DAWN[language]
  await ready(page, language)
  await choose(page, new RegExp(`^${chain}`), new RegExp(name))
  await page.getByRole('button', { name: new RegExp(`^${chain}.*${name}`) }).waitFor()
  await ready(page, language)
}

/** The list that stands for the map with keyboard and screen reader. */
export const mapOf = (page: Page, language: Shown = 'en'): Locator =>
  page.getByRole('listbox', { name: words[language].map.label })

/** What the map says of the enterprise at hand. */
export const spoken = (page: Page): Promise<string | null> =>
  page.locator('main [aria-live="polite"]').first().textContent()

/** Selects an enterprise through the search field. */
export async function find(page: Page, name: string, language: Shown = 'en'): Promise<void> {
  await page.getByRole('combobox', { name: words[language].app.search }).fill(name)
  await page
    .getByRole('listbox', { name: words[language].app.search })
    .getByRole('option', { name, exact: true })
    .click()
}

/** A small chain of two stages lies fitted around the middle of the map: one column a little left of it, one a little right. */
const COLUMNS = [0.38, 0.62, 0.3, 0.7, 0.5]
const ROW_STEP = 18
/** A pointer that rests so long counts as hovering. */
const REST = 160

/** Where the card of an enterprise lies on the map: moves the pointer over it until it shows its name. */
export async function pointAt(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.map-container').boundingBox())!
  const hover = page.locator('.hover-card strong')
  for (const column of COLUMNS) {
    const x = box.x + box.width * column
    for (let y = box.y + box.height * 0.2; y < box.y + box.height * 0.8; y += ROW_STEP) {
      await page.mouse.move(x, y)
      await page.waitForTimeout(REST)
      if ((await hover.allTextContents()).includes(name)) return { x, y }
    }
  }
  throw new Error(`expected a card "${name}" on the map, got none under the pointer`)
}
