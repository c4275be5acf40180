import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataIn } from '../../src/handout/html.ts'
import { REPORT_DATA, type ReportData } from '../../src/handout/report/report.ts'
import { run } from './in-process.ts'

const chain = readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8')
const files = { 'c.json': chain }
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test('export writes picture, pages, report and slides by the ending of the file', async () => {
  const made = await run(['export', 'c.json', '--to', 'map.svg', '--language', 'zh', '--day', '5'], files)
  expect(made).toMatchObject({ code: 0, error: '' })
  expect(textOf(made.written.get('map.svg'))).toMatch(/^<svg [\s\S]*2020年3月7日/)
  const pages = await run(['export', 'c.json', '--to', 'pages.html'], files)
  expect(textOf(pages.written.get('pages.html')).match(/<svg /g)).toHaveLength(1)
  const slides = await run(['export', 'c.json', '--to', 'x.pptx'], files)
  expect(textOf(slides.written.get('x.pptx')?.subarray(0, 2))).toBe('PK')
})

test('a day may be given by its number or its date, and must be one of the scenario', async () => {
  const byDate = await run(['export', 'c.json', '--to', 'a.svg', '--day', '2020-03-07'], files)
  const byNumber = await run(['export', 'c.json', '--to', 'a.svg', '--day', '5'], files)
  expect(byDate.written).toEqual(byNumber.written)
  for (const day of ['60000', '2019-01-01', 'soon']) {
    expect(await run(['export', 'c.json', '--to', 'a.svg', '--day', day], files)).toMatchObject({ code: 2 })
  }
  expect(await run(['export', 'c.json', '--to', 'a.html', '--crews', '0'], files)).toMatchObject({ code: 2 })
})

test('verify says equal of a report, and names the first difference of a changed one', async () => {
  const { written } = await run(['export', 'c.json', '--to', 'r.html', '--day', '5'], files)
  const report = textOf(written.get('r.html'))
  expect(await run(['verify', 'r.html'], { 'r.html': report })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Equal/) as string,
  })
  const { figures } = dataIn(report, REPORT_DATA) as ReportData
  const changed = report.replace(`"staffReturn":${figures.shown.staffReturn}`, '"staffReturn":0.5')
  const { code, out } = await run(['verify', 'r.html', '--json'], { 'r.html': changed })
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ kind: 'figure', path: 'first.staffReturn', found: '0.5' })
  expect(await run(['verify', 'nothing.html'], files)).toMatchObject({ code: 2 })
  expect(await run(['verify', 'c.json'], files)).toMatchObject({ code: 1 })
})
