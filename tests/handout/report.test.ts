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

test('what is no report, or cut off, is said to be none', async () => {
  for (const text of ['', '<html></html>', page.slice(0, page.length / 2)])
    expect(await verifyReport(text, quiet)).toEqual({ kind: 'notReport' })
})

/** Changes one field of the data, wherever it lies. */
function tampered(path: string, value: unknown): string {
  return forged((data) => {
    const copy = structuredClone(data) as unknown as Record<string, unknown>
    const names = path.split('.')
    const owner = names.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy)
    owner[names.at(-1)!] = value
    return copy as unknown as ReportData
  })
}

test.each([
  ['format', 'other'],
  ['engine', 7],
  ['fingerprint', 7],
  ['request', null],
  ['request.scenarioId', 'nobody'],
  ['request.scenarioId', 'together'],
  ['request.scenarioId', 'stock-clock'],
  ['request.day', 6],
  ['request.day', -1],
  ['request.day', 999],
  ['request.day', 1.5],
  ['request.language', 'en'],
  ['request.threshold', 2],
  ['request.crews', 0],
  ['chain', '{}'],
  ['figures', null],
] as const)('a report whose field %s was changed to %j: it is named with both values', async (path, value) => {
  const verdict = await verifyReport(tampered(path, value), quiet)
  expect(verdict).toMatchObject({ kind: 'field', path, found: JSON.stringify(value) })
  if (verdict.kind === 'field' && path === 'request.day' && value === 6) expect(verdict.expected).toBe('5')
  if (verdict.kind === 'field' && value === 'together')
    expect(verdict.expected).toBe(JSON.stringify(request.scenarioId))
})

test('every figure of a report that is changed is named, the first of several', async () => {
  const { figures } = dataIn(page, REPORT_DATA) as ReportData
  const paths = Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([inner, figure]) => (typeof figure === 'number' ? [`${name}.${inner}`] : []))
      : [],
  )
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths.filter((_, at) => at % 4 === 0))
    expect(await verifyReport(tampered(`figures.${path}`, 12.5), quiet)).toMatchObject({ kind: 'figure', path })
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
