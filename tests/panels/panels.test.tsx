import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { createElement, type ComponentType } from 'react'
import { expect, test } from 'vitest'
import { dayViewOf } from '../../src/analysis/day-view.ts'
import type { Chain } from '../../src/model/chain.ts'
import { clearBlock } from '../../src/state/actions/clear-block.ts'
import { EnterpriseDetail } from '../../src/view/panels/EnterpriseDetail.tsx'
import { lateWords } from '../../src/i18n/areas.ts'
import { SHEETS } from '../../src/state/sheets.ts'
import { COMMANDS } from '../../src/view/commands/command-list.ts'
import { PANELS } from '../../src/view/panels/panel-list.ts'
import { SHEET_VIEWS } from '../../src/view/panels/sheet-list.ts'
import { EMPTY, markup, played, storesOf } from './page-of.tsx'

const nothing = () => {}
/** What any panel may be given; each takes what it knows. */
const PROPS = { onEdit: nothing, onSetBlock: nothing, onClose: nothing, target: { enterprise: 'nobody' } }

const handle = JSON.parse(readFileSync(new URL('../fixtures/handle.chain.json', import.meta.url), 'utf8')) as Chain

test.each(Object.entries(PANELS))(
  '%s has a title in both languages and opens on an empty document',
  async (_, panel) => {
    const Panel = (await panel.load()) as ComponentType<typeof PROPS>
    for (const language of ['en', 'zh'] as const) {
      const stores = storesOf(EMPTY, { language, table: 'enterprises' })
      await expect(markup(stores, createElement(Panel, PROPS))).resolves.toBeTypeOf('string')
      expect(i18next.exists(panel.title, { lng: language })).toBe(true)
      expect(i18next.t(panel.title, { lng: language })).not.toBe('')
    }
  },
)

test('every sheet opens on an empty document, in both languages', async () => {
  expect(SHEETS.length).toBeGreaterThan(5)
  for (const id of SHEETS) {
    const view = SHEET_VIEWS[id]
    const Sheet = await view.load()
    for (const language of ['en', 'zh'] as const) {
      const stores = storesOf(EMPTY, { language, table: id })
      expect(await markup(stores, createElement(Sheet)), id).toMatch(/aria-label/)
    }
  }
})

test('every action has a name in both languages, and no two have the same id', async () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
  const [en, zh] = [await lateWords('en'), await lateWords('zh')]
  for (const { name } of COMMANDS) {
    expect(en.commands[name], name).toBeTruthy()
    expect(zh.commands[name], name).toMatch(/[\u4e00-\u9fff]/)
  }
})

test('the list of an empty scenario says what to do next', async () => {
  const noBlocks: Chain = { ...handle, blocks: [] }
  const stores = await played(storesOf(noBlocks, { language: 'en' }))
  const Panel = (await PANELS.blocks.load()) as ComponentType<typeof PROPS>
  expect(await markup(stores, createElement(Panel, PROPS))).toContain('choose Set block')
})

test('the list names every block with a button, and says of a cleared one when it was cleared and how to take that back', async () => {
  const edited = storesOf(handle, { language: 'en' })
  clearBlock(edited, handle.blocks![0]!.id, handle.scenarios![0]!.start)
  const stores = await played(edited)
  const Panel = (await PANELS.blocks.load()) as ComponentType<typeof PROPS>
  const html = await markup(stores, createElement(Panel, PROPS))
  expect(html.match(/aria-label="Clear /g) ?? []).toHaveLength(handle.blocks!.length - 1)
  expect(html.match(/aria-label="Take back /g) ?? []).toHaveLength(1)
})

test('the card of a stopped enterprise names the block that holds it and offers to clear it, in both languages', async () => {
  for (const [language, clear] of [
    ['en', 'Clear '],
    ['zh', '疏通 '],
  ] as const) {
    const stores = await played(storesOf(handle, { language }))
    const outcome = stores.computed.getState().outcome!
    const { index, run } = outcome.played
    const stopped = handle.enterprises.find(({ id }) => {
      const row = index.enterpriseIds.indexOf(id)
      return run.level[row]! < 0.5 && !outcome.played.timeline.blocks.some((block) => block.row === row)
    })!
    const view = dayViewOf(outcome.played, outcome.hops, 0)
    const card = createElement(EnterpriseDetail, {
      id: stopped.id,
      shown: { outcome, day: 0, view },
      onSetBlock: nothing,
    })
    const html = await markup(stores, card)
    expect(html).toContain(clear)
    expect(html).toMatch(/class="root block"/)
  }
})
