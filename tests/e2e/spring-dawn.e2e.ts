import { expect, test } from 'vitest'
import { choose, figure, find, openSpringDawn, ready, words } from './page.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const { app, panels, table: tableWords } = words.en
const browser = withBrowser()

test('the walk of the README: harness, then handle, and only both together bring the car maker back', async () => {
  const { page, complaints, foreign } = await visit(browser(), { reducedMotion: 'reduce' })
  await ready(page)
  await choose(page, /^Chain: /, /^Spring Dawn/)
  await page.getByRole('button', { name: /^Chain: Spring Dawn/ }).waitFor()
  await expect.poll(() => figure(page, app.figures.leadingOutput)).toBe(13)

  const details = page.getByRole('region', { name: panels.card.title })
  const list = page.getByRole('list', { name: panels.blocks.title })
  const why = details.getByRole('list', { name: panels.card.heldBy })
  const clear = (name: string) =>
    list.getByRole('button', { name: `${panels.blocks.clear} ${name}`, exact: true }).click()
  const isCleared = (name: string) =>
    list.getByRole('button', { name: `${panels.blocks.takeBack} ${name}`, exact: true }).waitFor()
  const slider = page.getByRole('slider', { name: app.days.slider })

  await find(page, 'Spring Dawn Motors')
  await expect.poll(() => why.textContent()).toContain('Mianchang Cable')
  // One of the two holds it by itself as far as the run shows; that both must go is said where it can be done.
  const both = panels.blocks.clearTogether.replace('{{names}}', 'Fushou Handles + Mianchang Cable')
  await details.getByRole('button', { name: both }).waitFor()
  await clear('Mianchang Cable')
  await isCleared('Mianchang Cable')
  await slider.press('End')
  await expect.poll(() => figure(page, app.figures.leadingOutput)).toBe(13)
  await expect.poll(() => why.textContent()).toContain('Fushou Handles')

  await slider.press('Home')
  await clear('Fushou Handles')
  await isCleared('Fushou Handles')
  await expect.poll(() => details.textContent()).toContain(panels.card.feelsOn.replace('{{date}}', '5 Mar'))
  for (let day = 0; day < 6; day++) await slider.press('ArrowRight')
  await expect.poll(() => details.textContent()).toContain(panels.card.output.replace('{{level}}', '100 %'))
  await slider.press('End')
  await expect.poll(() => details.textContent()).toContain(panels.card.output.replace('{{level}}', '40 %'))
  expect(complaints).toEqual([])
  expect(foreign).toEqual([])
})

test('what can be done with a row of the table is in sight at 1024 x 768', async () => {
  const { page } = await visit(browser(), { reducedMotion: 'reduce', viewport: { width: 1024, height: 768 } })
  await openSpringDawn(page)
  await page.getByRole('button', { name: panels.table.open, exact: true }).click()
  const table = page.getByRole('region', { name: tableWords.title })
  await table.getByText(tableWords.blocks, { exact: true }).click()
  const box = await table
    .getByRole('button', { name: new RegExp(`^${panels.blocks.clear} `) })
    .first()
    .boundingBox()
  expect(box!.x + box!.width).toBeLessThanOrEqual(1024)
  await table.getByText(tableWords.enterprises, { exact: true }).click()
  const sheet = (await table.boundingBox())!
  const act = (await table.getByRole('row').nth(1).getByRole('button').last().boundingBox())!
  expect(act.x + act.width).toBeLessThanOrEqual(sheet.x + sheet.width)
})
