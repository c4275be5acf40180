/** What a person does to a page whose work must last, and what can be done to the page. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { giveFile, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'

const { app } = words.en

/** A person's profile, in which nothing is kept yet. */
export const newProfile = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })

/** Opens a tab on the page; it may have any chain open. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(inject('pageUrl'))
  await shown(page)
  return page
}

export const shown = (page: Page): Promise<void> => page.getByRole('button', { name: /^Chain: / }).waitFor()

/**
 * Puts the chain of one scenario in place of the open one, and waits until it is on the disk.
 * @param name another than that of the open chain, which would be taken for it
 */
export async function openTestChain(page: Page, name = 'Test chain'): Promise<void> {
  const chain = { ...TEST_CHAIN, name: { ...TEST_CHAIN.name, en: name } }
  await giveFile(page, 'test.chain.json', JSON.stringify(chain))
  await page.getByRole('button', { name: `Chain: ${name}`, exact: true }).waitFor()
  await saved(page)
}

/** Waits until the page says that all is saved. */
export const saved = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    (text) => document.querySelector('button[aria-label^="Chain: "]')?.getAttribute('title')?.startsWith(text),
    app.saved,
    { polling: 10 },
  )

/** One edit: the scenario once more. Resolves when it is made, whether or not it is saved. */
export const edit = (page: Page): Promise<void> =>
  page.evaluate(async (name) => {
    const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 5))
    const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
    const target = document.querySelector<HTMLElement>('button[aria-label^="Scenario: "]')!
    for (let tries = 0; target.getAttribute('aria-expanded') === 'true' && tries < 200; tries++) await nextFrame()
    target.click()
    let item: HTMLElement | undefined
    for (let tries = 0; !item && tries < 400; tries++) {
      await nextFrame()
      item = items().find(({ textContent }) => textContent === name)
    }
    item!.click()
  }, app.duplicateScenario)

/** Number of scenarios of the open chain: one more with each edit. */
export const scenarios = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const target = document.querySelector<HTMLElement>('button[aria-label^="Scenario: "]')!
    const settled = async (isOpen: boolean): Promise<void> => {
      const items = () => document.querySelectorAll('[role="menuitem"]').length > 0
      for (let tries = 0; items() !== isOpen && tries < 400; tries++) await new Promise((wait) => setTimeout(wait, 5))
    }
    await settled(false)
    target.click()
    await settled(true)
    const items = [...document.querySelectorAll('[role="menuitem"]')]
    target.click()
    await settled(false)
    return items.filter(({ textContent }) => textContent?.endsWith(' · 2020-02-10')).length
  })

/** Presses undo and redo in turn, without waiting for anything. */
export const undoAndRedo = (page: Page, times: number): Promise<void> =>
  page.evaluate(async (count) => {
    for (let press = 0; press < count; press++) {
      const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: press % 2 === 1, bubbles: true })
      document.body.dispatchEvent(event)
      await new Promise((resolve) => setTimeout(resolve))
    }
  }, times)

/** Kills the tab's renderer. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await crashed
  await page.close().catch(() => {})
}

/** Counts the edits that the page said were saved, as they reach this side: what may never be lost. */
export async function watchSaved(page: Page): Promise<{ made: number; acknowledged: number }> {
  const counts = { made: 0, acknowledged: 0 }
  await page.exposeFunction('acknowledged', (made: number) => {
    counts.acknowledged = Math.max(counts.acknowledged, made)
  })
  await page.evaluate((text) => {
    const open = window as unknown as { made: number; acknowledged: (made: number) => void }
    open.made = 0
    const button = document.querySelector('button[aria-label^="Chain: "]')!
    const look = (): void => {
      if (button.getAttribute('title')?.startsWith(text)) open.acknowledged(open.made)
    }
    new MutationObserver(look).observe(button, { attributes: true, attributeFilter: ['title'] })
  }, app.saved)
  return counts
}

/** Edits one after the other until the tab is gone. */
export async function editOn(page: Page, counts: { made: number }): Promise<void> {
  try {
    for (;;) {
      await edit(page)
      counts.made++
      await page.evaluate((made) => ((window as unknown as { made: number }).made = made), counts.made)
    }
  } catch {
    // The tab has been crashed or left.
  }
}
