import { describe, expect, it } from 'vitest'
import { dayViewOf, ENTERPRISE_STATES, LINK_STATE } from '../../src/analysis/day-view.ts'
import { tierLayout } from '../../src/analysis/layout/tier-layout.ts'
import { causesOf } from '../../src/analysis/played.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import { map as en } from '../../src/i18n/en/map.ts'
import { words } from '../../src/i18n/en/words.ts'
import { BLOCK_CAUSE_IDS, BLOCK_CAUSES } from '../../src/model/block-causes.ts'
import { holdersOf, heldLeading } from '../../src/analysis/picture/holders.ts'
import { legendOf } from '../../src/analysis/picture/legend.ts'
import { severityStep } from '../../src/analysis/picture/severity.ts'
import { randomChain } from '../../bench/random-chain.ts'

const chain = randomChain({ enterprises: 90, supplies: 220, seed: 8, until: null })
const { index } = indexChain(chain)
const timeline = timelineOf(chain, index, chain.scenarios![0]!)
const run = simulate(index, timeline, { record: 'full' })
const played = { index, timeline, run, causes: causesOf(chain, timeline) }
const view = dayViewOf(played, null, 30)
const layout = tierLayout(chain, index)
const rows = legendOf({ chain, index, layout, view, causes: played.causes })
const sum = (kind: string) => rows.filter((row) => row.kind === kind).reduce((total, { count }) => total + count, 0)

describe('the legend', () => {
  it('counts every enterprise once by role and once by state', () => {
    expect(sum('role')).toBe(index.enterpriseCount)
    expect(sum('state')).toBe(index.enterpriseCount)
  })

  it('counts every link once by its flow', () => {
    const flows = rows.filter(({ kind, sign }) => kind === 'link' && sign in LINK_STATE)
    expect(flows.reduce((total, { count }) => total + count, 0)).toBe(index.linkCount)
  })

  it('names as many causes as there are enterprises with a block', () => {
    expect(sum('cause')).toBe([...view.block].filter((block) => block >= 0).length)
  })

  it('leaves out what does not occur', () => {
    expect(rows.every(({ count }) => count > 0)).toBe(true)
    expect(rows.some(({ sign }) => sign === 'noData')).toBe(false)
  })

  it('has words for every sign', () => {
    for (const state of ENTERPRISE_STATES) expect(words.state[state]).toBeTruthy()
    for (const sign of [...Object.keys(LINK_STATE), 'blocked', 'sole', 'backward'] as const) {
      expect(en.legendLink[sign as keyof typeof en.legendLink]).toBeTruthy()
    }
  })
})

describe('signs', () => {
  it('give each cause a badge of its own in both languages', () => {
    const badges = BLOCK_CAUSE_IDS.map((cause) => BLOCK_CAUSES[cause])
    expect(new Set(badges.map(({ badgeZh }) => badgeZh)).size).toBe(badges.length)
    expect(new Set(badges.map(({ badgeEn }) => badgeEn)).size).toBe(badges.length)
  })

  it('show severity in four steps', () => {
    expect([0.01, 0.25, 0.26, 0.5, 0.75, 0.76, 1].map(severityStep)).toEqual([1, 1, 2, 2, 3, 4, 4])
  })
})

describe('who holds whom', () => {
  it('is somebody with a block of its own, and never the enterprise itself', () => {
    const holders = holdersOf({ index, view })
    holders.forEach((holder, row) => {
      if (holder < 0) return
      expect(holder).not.toBe(row)
      expect(view.block[holder]).toBeGreaterThanOrEqual(0)
      expect(view.block[row]).toBe(-1)
    })
  })

  it('lists only leading enterprises that run below normal', () => {
    for (let row = 0; row < index.enterpriseCount; row++) {
      for (const held of heldLeading({ index, view }, row)) {
        expect(index.role[held]).toBe(0)
        expect(view.level[held]).toBeLessThan(0.995)
      }
    }
  })
})
