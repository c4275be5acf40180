import { expect, test } from 'vitest'
import { handoutState } from '../../src/handout/handout-state.ts'
import { leadingDays, withPlannedDays } from '../../src/analysis/worksheet/leading-days.ts'
import { UnknownGroup, worksheetOf } from '../../src/handout/worksheet/worksheet.ts'
import { player } from '../../src/engine/player.ts'
import type { Chain } from '../../src/model/chain.ts'
import { textIn } from '../../src/model/local-text.ts'
import { chainOf } from '../graph-data/shipped.ts'

const quiet = (): void => {}
const vehicles = chainOf('vehicles.chain.json')
const request = (chain: Chain) => ({ chain, scenarioId: chain.scenarios![0]!.id, day: 5, language: 'zh' }) as const
const pagesIn = (page: string) => page.split('<section class="page">').slice(1)
const rowsIn = (page: string) => page.split('<tbody>')[1]!.split('<tr>').length - 1

test('every department, officer or region has its page, and every block stands on one of them', async () => {
  const { chain, played } = handoutState(request(vehicles))
  for (const view of ['none', 'department', 'owner', 'region'] as const) {
    const pages = pagesIn(await worksheetOf({ ...request(vehicles), work: { view, group: null } }, quiet))
    expect(pages.reduce((sum, page) => sum + rowsIn(page), 0)).toBe(played.timeline.blocks.length)
    if (view === 'none') expect(pages).toHaveLength(1)
    const text = pages.join('')
    for (const { id } of played.timeline.blocks) {
      const { at } = chain.blocks!.find((block) => block.id === id)!
      if ('enterprise' in at) expect(text).toContain(textIn(chain.enterprises.find((each) => each.id === at.enterprise)!.name, 'zh')) // prettier-ignore
    }
  }
})

test('one page alone is asked for by its name in either language; another name is refused with those that there are', async () => {
  const spring = chainOf('spring-dawn.chain.json')
  for (const [language, group] of [['zh', '口岸主管部门'], ['en', 'port authority'], ['en', '口岸主管部门']] as const) {
    const page = await worksheetOf({ ...request(spring), language, work: { view: 'department', group } }, quiet)
    expect(pagesIn(page)).toHaveLength(1)
    expect(page).toContain(language === 'zh' ? '口岸主管部门' : 'port authority')
  }
  const unknown = worksheetOf({ ...request(spring), work: { view: 'department', group: '?' } }, quiet)
  await expect(unknown).rejects.toThrow(UnknownGroup)
}) // prettier-ignore

test('what a page frees is two runs apart: as planned, and with none of its blocks cleared', async () => {
  const { index, played, goal } = handoutState(request(vehicles))
  const page = pagesIn(await worksheetOf({ ...request(vehicles), work: { view: 'none', group: null } }, quiet))[0]!
  const { timeline } = played
  const lifted = timeline.blocks.flatMap(({ until, since }, at) => (until < timeline.days && until > since ? [at] : []))
  const never = withPlannedDays(timeline, new Map(lifted.map((at) => [at, timeline.days])))
  const score = (days: Float64Array) => {
    const weight = goal.reduce((sum, row) => sum + index.output[row]!, 0)
    return goal.reduce((sum, row, at) => sum + days[at]! * index.output[row]!, 0) / weight
  }
  const run = (line: typeof timeline) => score(leadingDays(player(index, line), line, goal).output)
  const freed = run(timeline) - run(never)
  expect(freed).toBeGreaterThan(1)
  expect(page).toContain(`折合满产 ${Number(freed.toFixed(2))} 天`)
})

test('texts that look like markup stay texts; the page asks nothing of the network', async () => {
  const spring = chainOf('spring-dawn.chain.json')
  const evil = '<img src=x onerror=alert(1)>'
  const blocks = spring.blocks!.map((block) => ({ ...block, measure: evil, owner: evil, department: evil, evidence: evil, state: 'cleared' as const })) // prettier-ignore
  const page = await worksheetOf({ ...request({ ...spring, blocks }), work: { view: 'owner', group: null } }, quiet)
  expect(page).not.toContain('<img')
  expect(page).toContain('&lt;img')
  expect(page).not.toMatch(/\b(?:src|href)="/)
  expect(page).toContain("default-src 'none'")
})

test('a page in Chinese has Chinese colons, assumes nothing of no block, and no date touches the rule over its row', async () => {
  const page = await worksheetOf({ ...request(vehicles), work: { view: 'department', group: null } }, quiet)
  expect(page).toMatch(/<h1>[^<]*责任部门：/)
  expect(page).not.toMatch(/<h1>[^<]*: /)
  expect(page).not.toContain('假定：0 ')
  const strips = [...page.matchAll(/<svg [^>]*viewBox="0 (-?\d+) [^>]*font-size="([\d.]+)">(.*?)<\/svg>/gs)]
  const dates = strips.flatMap(([, top, size, marks]) =>
    Array.from(marks!.matchAll(/<text [^>]* y="([\d.]+)"/g), ([, y]) => Number(y) - Number(size) - Number(top)),
  )
  expect(dates.length).toBeGreaterThan(20)
  expect(Math.min(...dates)).toBeGreaterThanOrEqual(2)
})
