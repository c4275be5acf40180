/** The map and the report on paper, as Chromium prints them: sheets of the right size and number, names as text. */
import { expect, test } from 'vitest'
import { randomChain } from '../../bench/random-chain.ts'
import { handoutState } from '../../src/handout/handout-state.ts'
import { tilingOf } from '../../src/handout/poster.ts'
import { makeHandout, type HandoutOptions } from '../../src/handout/handouts.ts'
import type { HandoutFormatId, PaperSize } from '../../src/model/handout-formats.ts'
import { textIn } from '../../src/model/local-text.ts'
import { chainOf } from '../graph-data/shipped.ts'
import { pdfPages, pdfText } from './pdf-text.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()

const chain = chainOf('spring-dawn.chain.json')
const POINTS_PER_MM = 72 / 25.4

interface Printed {
  readonly text: string
  /** Texts of each sheet, a line each. */
  readonly pages: readonly string[]
  /** Width and height of each sheet, whole millimetres. */
  readonly sheets: readonly (readonly [number, number])[]
}

async function printed(format: HandoutFormatId, options: Partial<HandoutOptions>): Promise<Printed> {
  const request = { chain, scenarioId: 'main', day: 3, language: 'zh', ...options } as const
  const made = await makeHandout(format, request, () => {})
  const page = await browser().newPage()
  await page.setContent(new TextDecoder().decode(made))
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.close()
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)
  const millimetres = (points: string | undefined) => Math.round(Number(points) / POINTS_PER_MM)
  return {
    text: pdfText(pdf).replaceAll('\n', ''),
    pages: pdfPages(pdf),
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

test('a poster of 300 enterprises: A4 sheets, three across, each name whole on the sheet that holds its card', async () => {
  const large = randomChain({ enterprises: 300, supplies: 750, seed: 5 })
  const request = { chain: large, scenarioId: large.scenarios![0]!.id, day: 3 } as const
  const { sheets, pages } = await printed('pages', { ...request, paper: 'poster' })
  const { picture, columns, rows } = tilingOf(handoutState({ ...request, language: 'zh' }), {
    lens: 'state',
    origin: { fingerprint: '', engine: '' },
  })
  expect(columns).toHaveLength(4)
  expect(sheets).toEqual(Array.from({ length: sheets.length }, () => [297, 210]))
  // Below the map some sheets may be empty, and are not printed.
  expect(sheets.length).toBeGreaterThan(3 * (rows.length - 2))
  expect(sheets.length).toBeLessThanOrEqual(3 * (rows.length - 1))
  expect(pages).toHaveLength(sheets.length)
  const names = new Set(large.enterprises.map(({ name }) => textIn(name, 'zh')))
  const placed = picture.marks.flatMap((mark) => (mark.kind === 'text' && names.has(mark.text) ? [mark] : []))
  expect(placed).toHaveLength(300)
  const missing = placed.filter(({ x, y, text }) => {
    const column = columns.findLastIndex((join) => join <= x)
    const row = rows.findLastIndex((join) => join <= y)
    return !pages[3 * row + column]!.split('\n').includes(text)
  })
  expect(missing.map(({ text }) => text)).toEqual([])
})

test('the report prints on upright A4 sheets, with the names of enterprises and blocks as text', async () => {
  const { text, sheets } = await printed('report', {})
  expect(sheets.length).toBeGreaterThan(1)
  expect(new Set(sheets.map(String))).toEqual(new Set(['210,297']))
  for (const { name } of chain.enterprises.slice(0, 10)) expect(text).toContain(textIn(name, 'zh'))
})
