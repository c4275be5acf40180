import { expect, test } from 'vitest'
import { supplyNetwork } from '../../bench/supply-network.ts'
import { run } from '../cli/in-process.ts'
import { giveFile, ready, words } from './page.ts'
import type { Visit } from './visit.ts'
import { visitOnce } from './with-browser.ts'

const { analysis, app, follow } = words.en
let open: Visit
visitOnce(async (visited) => {
  open = visited
  await ready(open.page)
})

test('under the security policy of the page a network with hubs has the criticality that the command line gives', async () => {
  const { page } = open
  // Large enough for the sweeps that are compiled (src/engine/criticality-kernels.ts).
  const text = JSON.stringify(supplyNetwork(400, 1_200, 5))
  const file = 'network.chain.json'
  const told = JSON.parse((await run(['criticality', file, '--json'], { [file]: text })).out) as {
    readonly enterprises: readonly string[]
    readonly index: readonly number[]
  }
  const largest = told.index.toSorted((a, b) => b - a).slice(0, 5)
  await giveFile(page, file, text)
  await page.getByRole('button', { name: `${app.chain}: Network 5` }).waitFor()
  // What is odd about the network is said first.
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: app.analysis }).click()
  const sheet = page.getByRole('region', { name: analysis.title })
  await sheet.getByRole('tab', { name: analysis.tabs.criticality, exact: true }).click()
  await sheet.getByRole('button', { name: analysis.again }).waitFor()
  const rows = await sheet.getByRole('row').evaluateAll((all) => all.map((row) => row.textContent))
  for (const [place, index] of largest.entries()) {
    const name = told.enterprises[told.index.indexOf(index)]!
    expect(rows[place + 1]).toContain(`${place + 1}${name}${(index * 100).toFixed(2)} %`)
  }
})

test('sizes on the map stay when the planners are closed, say what they mean, and go with Escape', async () => {
  const { page } = open
  const sheet = page.getByRole('region', { name: analysis.title })
  const bar = page.getByRole('status').filter({ hasText: follow.sizes.meaning })
  const showSizes = async () => {
    if (!(await sheet.isVisible())) await page.getByRole('button', { name: app.analysis }).click()
    await sheet.getByRole('tab', { name: analysis.tabs.criticality, exact: true }).click()
    await sheet.getByRole('button', { name: analysis.criticality.showSizes }).click()
    await sheet.getByRole('button', { name: analysis.close }).click()
    await bar.waitFor()
  }
  await showSizes()
  await bar.getByRole('button', { name: follow.sizes.hide }).click()
  await bar.waitFor({ state: 'detached' })
  await showSizes()
  await page.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
})
