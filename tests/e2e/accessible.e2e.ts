/** What axe names in any state of the page, in both themes and both languages; and that everything that can be used has a name. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeFinds } from './axe.ts'
import { find, mapOf, openSpringDawn, words } from './page.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

/** Sheets that an action opens, and Esc closes. */
const SHEETS = [
  'table', 'editTables', 'analysis', 'compare', 'scenes', 'handout', 'share', 'bring', 'folds', 'regions', 'storage', 'history',
] as const // prettier-ignore
/** Roles of what a person uses; each needs a name to be spoken. */
const USED = ['button', 'link', 'combobox', 'textbox', 'searchbox', 'option', 'tab', 'menuitem', 'slider', 'switch', 'checkbox', 'radio', 'spinbutton', 'gridcell'] as const // prettier-ignore
/** A cell may be empty. */
const MAY_BE_EMPTY = new Set(['gridcell'])

interface TreeNode {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
}

/** Roles of things in the accessibility tree that can be used and have no name. */
async function nameless(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly TreeNode[] }
  await session.detach()
  const used = nodes.filter(({ ignored, role }) => !ignored && (USED as readonly string[]).includes(role?.value ?? ''))
  expect(used.length).toBeGreaterThan(10)
  return used.filter(({ name, role }) => !name?.value && !MAY_BE_EMPTY.has(role!.value)).map(({ role }) => role!.value)
}

async function act(
  page: Page,
  language: 'en' | 'zh',
  name: Exclude<keyof typeof words.en.commands, 'also'>,
): Promise<void> {
  const { commands } = words[language]
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: commands.palette }).fill(commands[name])
  await page.getByRole('option', { name: commands[name] }).first().waitFor()
  await page.keyboard.press('Enter')
}

test.for([
  ['light', 'en'],
  ['dark', 'zh'],
] as const)(
  'axe names nothing in 19 states, and all that can be used has a name (%s, %s)',
  async ([colorScheme, language]) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
    const { page, context, complaints } = await visit(browser(), { colorScheme, locale })
    const { help, panels, present } = words[language]
    await openSpringDawn(page, language)
    const found: Record<string, readonly string[]> = {}
    const look = async (state: string): Promise<void> => {
      const [broken, unnamed] = [await axeFinds(page, true), await nameless(page)]
      found[state] = [...broken, ...unnamed.map((role) => `no name: ${role}`)]
    }
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await look('start')
    for (const name of SHEETS) {
      await act(page, language, name)
      await page.locator('section.sheet, .map-overlay section[aria-label]').first().waitFor()
      await look(name)
      await page.keyboard.press('Escape')
    }
    await find(page, language === 'en' ? 'Fushou Handles' : '扶手五金', language)
    await page.getByRole('region', { name: panels.card.title }).waitFor()
    await look('details')
    await mapOf(page, language).focus()
    await page.keyboard.press('b')
    await page.getByRole('dialog').getByRole('button', { name: words[language].form.save }).waitFor()
    await look('form')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await mapOf(page, language).focus()
    await page.keyboard.press('?')
    await page.getByRole('searchbox', { name: help.search }).waitFor()
    await look('help: figures')
    await page.getByRole('tab', { name: help.tabs.keys }).click()
    await look('help: keys')
    await page.getByRole('tab', { name: help.tabs.equations }).click()
    await page.getByRole('heading', { name: /^4\. / }).waitFor()
    await look('help: equations')
    await page.getByRole('button', { name: help.tour }).click()
    await page.getByRole('region', { name: words[language].tour.title }).waitFor()
    await look('tour')
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: words[language].tour.title }).waitFor({ state: 'detached' })
    await mapOf(page, language).focus()
    await page.keyboard.press('p')
    await page.getByRole('dialog', { name: present.title }).waitFor()
    await look('present')
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(19)
    expect(Object.fromEntries(Object.entries(found).filter(([, broken]) => broken.length > 0))).toEqual({})
    expect(complaints).toEqual([])
    await context.close()
  },
)
