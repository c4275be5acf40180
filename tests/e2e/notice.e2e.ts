/** A notice that can wait for its answer hides nothing that somebody has opened to read. */
import { expect, test } from 'vitest'
import { storage } from '../../src/i18n/en/storage.ts'
import { openChain, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import type { Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

let open: Visit
visitOnce(async (visited) => {
  open = visited
  await openChain(open.page, TEST_CHAIN)
})

test('the notice of a second tab lies under the help', async () => {
  const second = await open.context.newPage()
  await second.goto(open.page.url())
  const notice = second.getByText(storage.openElsewhere)
  await notice.waitFor()
  await second.getByRole('button', { name: words.en.app.help }).click()
  const dialog = second.getByRole('dialog').first()
  await dialog.waitFor()
  const isUnder = await notice.evaluate((text) => {
    const { left, top, width, height } = text.getBoundingClientRect()
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[role="dialog"]') !== null
  })
  expect(isUnder).toBe(true)
})
