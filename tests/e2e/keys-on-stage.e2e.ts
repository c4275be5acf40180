/** Every key of a presentation is pressed, and does what the help says. A key without a check here does not compile. */
import { test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { STAGE_KEYS, type StageKey } from '../../src/view/present/stage-keys.ts'
import { mapOf, openSpringDawn, words } from './page.ts'
import { visitOnce } from './with-browser.ts'

const { present } = words.en

let page: Page
visitOnce((open) => {
  page = open.page
})

const press = (key: string): Promise<void> => page.keyboard.press(key)
const gone = (what: Locator): Promise<void> => what.waitFor({ state: 'detached' })

test('on stage: every key of a presentation', async () => {
  await openSpringDawn(page)
  await mapOf(page).focus()
  await press('p')
  const stage = page.getByRole('dialog', { name: present.title })
  const scene = (at: number): Promise<void> => stage.getByText(`${at} of 6`).waitFor()
  await scene(1)
  const covered = async (key: string, name: string) => {
    await press(key)
    await page.getByText(name).waitFor()
    await press(key)
    await gone(page.getByText(name))
  }
  const CHECKS: Readonly<Record<StageKey['name'], (keys: readonly string[]) => Promise<void>>> = {
    next: async (keys) => {
      for (const [at, key] of keys.entries()) {
        await press(key)
        await scene(at + 2)
      }
    },
    back: async (keys) => {
      await press('End')
      for (const [at, key] of keys.entries()) {
        await press(key)
        await scene(5 - at)
      }
    },
    ends: async ([first, last]) => {
      await press(last!)
      await scene(6)
      await press(first!)
      await scene(1)
    },
    digits: async (keys) => {
      for (const key of keys.slice(0, 6)) {
        await press(key)
        await scene(Number(key))
      }
    },
    black: async (keys) => {
      for (const key of keys) await covered(key, present.blank)
    },
    white: async (keys) => {
      for (const key of keys) await covered(key, present.white)
    },
    laser: async ([key]) => {
      await press(key!)
      await page.locator('.present-laser').waitFor({ state: 'attached' })
      await press(key!)
      await gone(page.locator('.present-laser'))
    },
    speaker: async ([key]) => {
      const [speaker] = await Promise.all([page.waitForEvent('popup'), press(key!)])
      await speaker.close()
    },
    end: async ([key]) => {
      await press(key!)
      await gone(stage)
    },
  }
  for (const { name, hears } of STAGE_KEYS) await CHECKS[name](hears)
})
