/** The list of actions finds every part of the page by the words of the field, in both languages, and by pinyin initials. */
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { lateWords } from '../../src/i18n/areas.ts'
import { commands as en } from '../../src/i18n/en/commands.ts'
import { commands as zh } from '../../src/i18n/zh/commands.ts'
import { first as firstZh } from '../../src/i18n/first-zh.ts'
import { first as firstEn } from '../../src/i18n/first-en.ts'
import { asSought } from '../../src/model/as-sought.ts'
import { SHEETS, PLANNERS } from '../../src/state/sheets.ts'
import { COMMANDS } from '../../src/view/commands/command-list.ts'
import { foundBy } from '../../src/view/commands/found-by.ts'

const wordsOf = (name: string): readonly string[] =>
  [en.also, zh.also].flatMap((also) => ((also as Readonly<Record<string, string>>)[name] ?? '').split(', '))

/** Those that are possible whatever is selected. */
const always = COMMANDS.filter(({ isPossible }) => !isPossible).map(({ id, name }) => ({
  id,
  names: [zh[name], en[name]],
  also: wordsOf(name).filter((word) => word !== ''),
}))
const idsFor = (text: string): readonly string[] => foundBy(asSought(text), always).map(({ id }) => id)

/** Chinese and English words of the field, and an action that is found by them. */
const GLOSSARY: readonly (readonly [zh: string, en: string, action: string])[] = [
  ['产业链', 'industrial chain', 'newChain'],
  ['环节', 'stage', 'table-stages'],
  ['上游', 'upstream', 'table-stages'],
  ['下游', 'downstream', 'table-stages'],
  ['供应关系', 'supply link', 'editTables'],
  ['龙头企业', 'leading enterprise', 'lists'],
  ['链主', 'leading enterprise', 'lists'],
  ['核心配套企业', 'core supplier', 'lists'],
  ['中小企业', 'SME', 'lists'],
  ['堵点', 'block', 'blocks'],
  ['断点', 'block', 'blocks'],
  ['疏通', 'unblock', 'work'],
  ['打通', 'unblock', 'work'],
  ['开工率', 'operating rate', 'observed'],
  ['返岗率', 'staff return rate', 'observed'],
  ['复产率', 'output recovery rate', 'observed'],
  ['达产', 'full output', 'planner-restart'],
  ['卡脖子', 'chokehold', 'planner-criticality'],
  ['原料荒', 'short of material', 'blocks'],
  ['用工荒', 'short of labour', 'blocks'],
  ['资金荒', 'short of cash', 'blocks'],
  ['单一来源', 'sole source', 'table-inputs'],
  ['可替代', 'substitutable', 'table-inputs'],
  ['安全库存', 'safety stock', 'table-inputs'],
  ['联络员', 'liaison officer', 'work'],
  ['动态调整', 'adjusted as things change', 'lists'],
  ['滚动推进', 'lists', 'lists'],
  ['专项摸排', 'special surveys', 'surveys'],
  ['甘特图', 'Gantt', 'work'],
  ['责任部门', 'department', 'work'],
  ['脱敏', 'mask names', 'mask'],
  ['实测', 'observed', 'observed'],
  ['修改历史', 'history', 'history'],
  ['二维码', 'QR code', 'share'],
  ['导览', 'tour', 'tour'],
  ['白名单', 'white list', 'bring'],
]

test.each(GLOSSARY)('%s, %s: found in both languages and by initials', (chinese, english, action) => {
  expect(idsFor(chinese)).toContain(action)
  expect(idsFor(english)).toContain(action)
  const initials = pinyin(chinese, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
  expect(idsFor(initials)).toContain(action)
})

test('every sheet, every question of the analysis and every title of a panel is found', async () => {
  const opened = new Set(always.map(({ id }) => id.replace(/^(?:table|planner)-/, '')))
  const byOtherNames: Record<string, string> = { enterprises: 'table', supplies: 'editTables' }
  expect([...SHEETS, ...PLANNERS].filter((sheet) => !opened.has(byOtherNames[sheet] ?? sheet))).toEqual([])
  for (const [language, first] of [
    ['zh', firstZh],
    ['en', firstEn],
  ] as const) {
    const areas = { ...first, ...(await lateWords(language)) } as Readonly<Record<string, { readonly title?: unknown }>>
    const titles = Object.entries(areas).flatMap(([area, { title }]) =>
      area !== 'commands' && typeof title === 'string' ? [title] : [],
    )
    expect(titles.length).toBeGreaterThan(12)
    expect(titles.filter((title) => idsFor(title).length === 0)).toEqual([])
  }
})
