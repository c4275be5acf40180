/** The map and the report on paper, as Chromium prints them: sheets of the right size and number, names as text. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { makeHandout, type HandoutOptions } from '../../src/handout/handouts.ts'
import type { HandoutFormatId, PaperSize } from '../../src/model/handout-formats.ts'
import { textIn } from '../../src/model/local-text.ts'
import { chainOf } from '../graph-data/shipped.ts'
import { pdfText } from './pdf-text.ts'
import { launch } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const chain = chainOf('spring-dawn.chain.json')
const POINTS_PER_MM = 72 / 25.4

interface Printed {
  readonly text: string
  /** Width and height of each sheet, whole millimetres. */
  readonly sheets: readonly (readonly [number, number])[]
}

async function printed(format: HandoutFormatId, options: Partial<HandoutOptions>): Promise<Printed> {
  const request = { chain, scenarioId: 'main', day: 3, language: 'zh', ...options } as const
  const made = await makeHandout(format, request, () => {})
  const page = await browser.newPage()
  await page.setContent(new TextDecoder().decode(made))
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.close()
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)
  const millimetres = (points: string | undefined) => Math.round(Number(points) / POINTS_PER_MM)
  return {
    text: pdfText(pdf).replaceAll('\n', ''),
    sheets: [...boxes].map(([, width, height]) => [millimetres(width), millimetres(height)] as const),
  }
}

/** Chinese names as they stand on the cards: short ones, which are never cut. */
const NAMES = chain.enterprises.map(({ name }) => textIn(name, 'zh')).filter((name) => name.length <= 6)

test.each([
  ['a4', 1, [297, 210]],
  ['a3', 1, [420, 297]],
] as const)('the map on %s is one sheet of that size, with every name as text', async (paper, count, size) => {
  const { text, sheets } = await printed('pages', { paper: paper satisfies PaperSize })
  expect(sheets).toEqual(Array.from({ length: count }, () => size))
  expect(NAMES.length).toBeGreaterThan(20)
  expect(NAMES.filter((name) => !text.includes(name))).toEqual([])
})

test('a poster is put together from A4 sheets, three across, with every name as text', async () => {
  const { text, sheets } = await printed('pages', { paper: 'poster' })
  expect(sheets.length).toBeGreaterThanOrEqual(6)
  expect(sheets.length % 3).toBe(0)
  expect(new Set(sheets.map(String))).toEqual(new Set(['297,210']))
  expect(NAMES.filter((name) => !text.includes(name))).toEqual([])
})

test('the report prints on upright A4 sheets, with the names of enterprises and blocks as text', async () => {
  const { text, sheets } = await printed('report', {})
  expect(sheets.length).toBeGreaterThan(1)
  expect(new Set(sheets.map(String))).toEqual(new Set(['210,297']))
  for (const { name } of chain.enterprises.slice(0, 10)) expect(text).toContain(textIn(name, 'zh'))
})
