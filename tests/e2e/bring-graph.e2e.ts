import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bring as en } from '../../src/i18n/en/bring.ts'
import { axeFinds } from './axe.ts'
import { openChain, words } from './page.ts'
import { TEST_CHAIN } from './test-chain.ts'
import type { Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

let open: Visit
visitOnce(async (visited) => {
  open = visited
  await openChain(open.page, TEST_CHAIN)
})

const file = new URL('../corpus/graphs/sound-gephi-1.2.gexf', import.meta.url)
const sentence = (from: string, to: string): string =>
  en.direction.sentence.replace('{{from}}', from).replace('{{to}}', to).replace('{{product}}', 'ESC')

test('a graph of Gephi: attributes are proposed, one is changed, links are turned round, then it enters in one step', async () => {
  const { page } = open
  const base64 = readFileSync(file).toString('base64')
  const transfer = await page.evaluateHandle((content) => {
    const all = new DataTransfer()
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
    all.items.add(new File([bytes], 'gephi.gexf'))
    return all
  }, base64)
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  const sheet = page.getByRole('region', { name: en.title, exact: true })
  const choice = (attribute: string) =>
    sheet.getByRole('combobox', { name: new RegExp(en.graph.attribute.replace('{{attribute}}', attribute)) })
  await choice('金额').waitFor()
  expect(await choice('金额').inputValue()).toBe('flow')
  expect(await choice('weight').inputValue()).toBe('')
  await sheet.getByText(sentence('博世', '广汽')).waitFor()
  await sheet.getByRole('button', { name: en.direction.turn }).click()
  await sheet.getByText(sentence('广汽', '博世')).waitFor()
  await sheet.getByRole('button', { name: en.direction.turn }).click()
  await sheet.getByText(sentence('博世', '广汽')).waitFor()
  await choice('weight').selectOption('leadDays')
  expect(await axeFinds(page)).toEqual([])
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/bring-graph.png` })
  await sheet.getByRole('button', { name: en.direction.yes }).click()
  await sheet.getByRole('button', { name: en.apply.button, exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await page
    .getByRole('listbox', { name: words.en.map.label })
    .getByRole('option', { name: /博世/ })
    .waitFor({ state: 'attached' })
  expect(open.complaints).toEqual([])
  expect(open.foreign).toEqual([])
})
