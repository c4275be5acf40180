import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figuresOf } from '../../src/analysis/figures.ts'
import { handoutState } from '../../src/handout/handout-state.ts'
import { dataIn } from '../../src/handout/html.ts'
import { REPORT_DATA, reportOf, type ReportData } from '../../src/handout/report/report.ts'
import { verifyReport } from '../../src/handout/report/verify-report.ts'
import type { Chain } from '../../src/model/chain.ts'

const chain = JSON.parse(
  readFileSync(new URL('../../graph-data/spring-dawn.chain.json', import.meta.url), 'utf8'),
) as Chain
const quiet = (): void => {}
const request = { chain, scenarioId: chain.scenarios![0]!.id, day: 5, language: 'zh' } as const
const page = await reportOf(request, quiet)

/** The report with its data changed by hand. */
function forged(change: (data: ReportData) => ReportData): string {
  const data = dataIn(page, REPORT_DATA) as ReportData
  const old = JSON.stringify(data).replaceAll('<', '\\u003c')
  expect(page).toContain(old)
  return page.replace(old, () => JSON.stringify(change(data)).replaceAll('<', '\\u003c'))
}

test('a report carries the figures of the engine, and computed again it is equal', async () => {
  const { figures } = dataIn(page, REPORT_DATA) as ReportData
  const state = handoutState(request)
  expect(figures.shown).toEqual(JSON.parse(JSON.stringify(figuresOf(state.played, 5, 0.3))))
  expect(await verifyReport(page, quiet)).toEqual({ kind: 'equal', figures: expect.any(Number) as number })
  expect(await verifyReport(await reportOf({ ...request, language: 'en' }, quiet), quiet)).toMatchObject({
    kind: 'equal',
  })
})

test('a changed figure is named with both values', async () => {
  const changed = forged((data) => ({
    ...data,
    figures: { ...data.figures, shown: { ...data.figures.shown, leadingOutput: 0.9 } },
  }))
  expect(await verifyReport(changed, quiet)).toMatchObject({
    kind: 'figure',
    path: 'shown.leadingOutput',
    found: '0.9',
  })
})

test('a changed word, chain or engine is told apart from a changed figure', async () => {
  expect(await verifyReport(page.replace('停产企业数', '停产企业'), quiet)).toMatchObject({ kind: 'text' })
  const other = forged((data) => ({ ...data, chain: data.chain.replace('"coverDays": 6', '"coverDays": 7') }))
  expect(await verifyReport(other, quiet)).toMatchObject({ kind: 'hash' })
  expect(
    await verifyReport(
      forged((data) => ({ ...data, engine: '0' })),
      quiet,
    ),
  ).toMatchObject({ kind: 'engine' })
})

test('of a long line the part is shown that differs', async () => {
  const at = page.indexOf('"coverDays'.replaceAll('"', '\\"'))
  expect(at).toBeGreaterThan(0)
  const spaced = `${page.slice(0, at)} ${page.slice(at)}`
  const verdict = await verifyReport(spaced, quiet)
  if (verdict.kind !== 'text') throw new Error(`expected a difference of text, got ${verdict.kind}`)
  expect(verdict.found).not.toBe(verdict.expected)
  expect(verdict.found).toMatch(/^…/)
})

test('what is no report, or a damaged one, is said to be none', async () => {
  const broken = ['', '<html></html>', page.slice(0, page.length / 2), forged((data) => ({ ...data, chain: '{}' }))]
  const asked = forged((data) => ({ ...data, request: { ...data.request, day: -1 } }))
  for (const text of [...broken, asked]) expect(await verifyReport(text, quiet)).toEqual({ kind: 'notReport' })
})

test('names are text, also where they look like markup', async () => {
  const hostile: Chain = { ...chain, name: '</script><script>alert(1)</script>' }
  const made = await reportOf({ ...request, chain: hostile }, quiet)
  expect(made.match(/<script/g)).toHaveLength(1)
  expect(await verifyReport(made, quiet)).toMatchObject({ kind: 'equal' })
})

test('the pair that only together frees anything stands before the list of gains', () => {
  expect(page).toMatch(/须同时疏通：.*共可挽回 \d+\.\d+ 天/)
})
