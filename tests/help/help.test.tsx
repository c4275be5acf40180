import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { BACK_TO_FULL, STANDS_STILL } from '../../src/analysis/played.ts'
import { PATIENCE } from '../../src/analysis/planners/restart-gap.ts'
import { lateWords } from '../../src/i18n/areas.ts'
import { showLanguage } from '../../src/i18n/i18n.ts'
import { DEFAULTS } from '../../src/model/settings.ts'
import { HELP_FIGURES, WORKS, type HelpFigureId } from '../../src/view/panels/help/figure-list.ts'
import { readMarkdown, textParts } from '../../src/view/panels/help/read-markdown.ts'
import { PANELS } from '../../src/view/panels/panel-list.ts'
import { STAGE_KEYS, stageKey } from '../../src/view/present/stage-keys.ts'
import { SHORTCUTS } from '../../src/view/shortcuts.ts'
import { placeBeside } from '../../src/view/tour/tour-steps.ts'
import { EMPTY, markup, storesOf } from '../panels/page-of.tsx'

const equations = (file: string): string => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8')
const EN = equations('model.md')
const ZH = equations('model.zh.md')
const IDS = Object.keys(HELP_FIGURES) as HelpFigureId[]

const sectionsOf = (text: string): readonly string[] => text.split(/^## /m)
const formulasOf = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, formula]) => formula!).toSorted()

test('each figure has a name, a meaning, and a section of the equations that is there, in both languages', async () => {
  const [en, zh] = [await lateWords('en'), await lateWords('zh')]
  expect(IDS.length).toBeGreaterThan(30)
  for (const id of IDS) {
    expect(en.help.figures[id].means, id).toMatch(/[a-z]{3}/)
    expect(zh.help.figures[id].name, id).toMatch(/[\u4e00-\u9fff]|B − A/)
    expect(zh.help.figures[id].means, id).toMatch(/[\u4e00-\u9fff]/)
    for (const text of [EN, ZH]) expect(text, id).toContain(`## ${HELP_FIGURES[id].section}. `)
  }
  expect(Object.keys(en.help.figures).toSorted()).toEqual(IDS.toSorted())
})

test('the numbers in the formulas are those of the engine', () => {
  const has = (id: HelpFigureId, number: number) => expect(HELP_FIGURES[id].formula).toContain(String(number))
  has('operatingRate', DEFAULTS.operatingThreshold)
  has('stopped', STANDS_STILL)
  has('countdown', BACK_TO_FULL)
  has('backToFull', BACK_TO_FULL)
  has('restart', PATIENCE)
  has('holdsUp', BACK_TO_FULL)
})

test('works are cited as the equations cite them', () => {
  for (const cited of Object.values(WORKS)) {
    const place = /\d+(?:\(\d+\))?:\d+/.exec(cited)![0]
    for (const text of [EN, ZH]) expect(text).toContain(place)
  }
})

test('the equations are the same in both languages, section by section', () => {
  const [en, zh] = [sectionsOf(EN), sectionsOf(ZH)]
  expect(zh.length).toBe(en.length)
  for (const [at, section] of en.entries()) {
    expect(formulasOf(zh[at]!)).toEqual(formulasOf(section))
    expect(zh[at]).toMatch(/[\u4e00-\u9fff]{4}/)
  }
})

test('nothing of the equations is lost when they are read: all words stand in the blocks', () => {
  for (const text of [EN, ZH]) {
    const blocks = readMarkdown(text)
    const words = JSON.stringify(blocks)
    for (const formula of formulasOf(text)) expect(words).toContain(JSON.stringify(formula).slice(1, -1))
    expect(blocks.filter(({ kind }) => kind === 'heading').length).toBe(text.match(/^#+ /gm)!.length)
    expect(blocks.filter(({ kind }) => kind === 'table').length).toBe(text.match(/^\| -/gm)!.length)
    expect(words).not.toContain('**')
  }
  const [first] = readMarkdown('3. three\n4. four\n   goes on\n')
  expect(first).toEqual({ kind: 'list', start: 3, items: [textParts('three'), textParts('four goes on')] })
})

test('text never becomes markup', () => {
  expect(textParts('<b>x</b> [words](javascript:alert)')).toEqual([
    { kind: 'plain', text: '<b>x</b> ' },
    { kind: 'plain', text: 'words' },
  ])
})

test('the help opens on an empty document, and its keys of the stage are those that are heard', async () => {
  await showLanguage('en')
  const Help = await PANELS.help.load()
  const en = await lateWords('en')
  const html = await markup(storesOf(EMPTY, { language: 'en' }), createElement(Help, { onClose: () => {} }))
  expect(html).toBeTypeOf('string')
  expect(Object.keys(en.help.stage).toSorted()).toEqual(STAGE_KEYS.map(({ name }) => name).toSorted())
})

test('no key means two things in one place, and each listed key of the stage is heard', () => {
  for (const rows of [SHORTCUTS.onMap, SHORTCUTS.always, STAGE_KEYS]) {
    const heard = rows.flatMap(({ hears }) => hears as readonly string[])
    expect(new Set(heard).size).toBe(heard.length)
  }
  for (const { hears, name } of STAGE_KEYS) for (const key of hears) expect(stageKey(key)).toBe(name)
  expect(stageKey('B')).toBe('black')
  expect(stageKey('x')).toBe(null)
})

test('the card of the tour stays on screen, and off what it points at where there is room', () => {
  const card = { width: 340, height: 180 }
  const screen = { width: 1440, height: 900 }
  const left = placeBeside({ left: 0, top: 120, width: 288, height: 500 }, card, screen)
  expect(left).toEqual({ left: 300, top: 120 })
  const below = placeBeside({ left: 288, top: 700, width: 1152, height: 200 }, card, screen)
  expect(below.top + card.height).toBeLessThanOrEqual(700)
  const right = placeBeside({ left: 1070, top: 120, width: 360, height: 500 }, card, screen)
  expect(right.left + card.width).toBeLessThanOrEqual(1070)
  const phone = placeBeside({ left: 0, top: 100, width: 390, height: 700 }, card, { width: 390, height: 844 })
  expect(phone.left).toBeGreaterThanOrEqual(0)
  expect(phone.top + card.height).toBeLessThanOrEqual(844)
})
