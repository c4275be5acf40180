import MiniSearch from 'minisearch'
import { pinyin } from 'pinyin-pro'
import type { Chain } from '../../model/chain.ts'
import { textIn, type Language } from '../../model/local-text.ts'

interface SearchRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Pinyin of the Chinese name and its other names, in whole and in initials. */
  readonly sound: string
  /** Other names, code, region, industry, products sold. */
  readonly rest: string
}

export interface SearchIndex {
  /** Enterprises that fit, best first. */
  readonly hits: (text: string, language: Language) => readonly { readonly value: string; readonly label: string }[]
}

/** Hits shown at once. */
const SHOWN = 12

/** Every run of letters or digits, and every Chinese sign for itself. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []

function soundOf(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return ''
  const of = (pattern: 'first' | 'pinyin'): string =>
    pinyin(name, { pattern, toneType: 'none', type: 'array', nonZh: 'removed' }).join('')
  return `${of('first')} ${of('pinyin')}`
}

function searchRows(enterprises: Chain['enterprises'], supplies: Chain['supplies']): SearchRow[] {
  const products = new Map<string, string>()
  for (const { from, product } of supplies) products.set(from, `${products.get(from) ?? ''} ${product}`)
  return enterprises.map(({ id, name, aliases = [], code, region, industry }) => {
    const zh = textIn(name, 'zh')
    return {
      id,
      zh,
      en: textIn(name, 'en'),
      sound: [zh, ...aliases].map(soundOf).join(' '),
      rest: [...aliases, code, region, industry, products.get(id)].filter(Boolean).join(' '),
    }
  })
}

/** Enterprises by name in either language, pinyin, other name, code, region, industry or product. */
export function searchIndex(enterprises: Chain['enterprises'], supplies: Chain['supplies']): SearchIndex {
  const rows = searchRows(enterprises, supplies)
  const engine = new MiniSearch<SearchRow>({ fields: ['zh', 'en', 'sound', 'rest'], tokenize: wordsOf })
  engine.addAll(rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    hits(text, language) {
      const found = engine.search(text, { prefix: true, fuzzy: 0.15, combineWith: 'AND' }).slice(0, SHOWN)
      return found.map(({ id }) => ({ value: String(id), label: byId.get(String(id))![language] || String(id) }))
    },
  }
}
