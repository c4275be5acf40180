import MiniSearch, { type SearchResult } from 'minisearch'
import { pinyin } from 'pinyin-pro'
import { asSought } from '../../../model/as-sought.ts'
import type { Chain } from '../../../model/chain.ts'
import { localPart } from '../../../model/local-part.ts'
import { textIn, type Language } from '../../../model/local-text.ts'

/** What an enterprise is found by; each field has its own group of results. */
const FIELDS = {
  zh: 'name',
  en: 'name',
  sound: 'name',
  alias: 'other',
  code: 'other',
  product: 'field',
  region: 'field',
  industry: 'field',
} as const

export const SEARCH_GROUPS = ['name', 'other', 'field', 'products', 'regions'] as const
export type SearchGroup = (typeof SEARCH_GROUPS)[number]

export interface SearchHit {
  readonly group: SearchGroup
  /** Id of an enterprise, or the product or region as it is written. */
  readonly id: string
  readonly label: string
  /** Which field it was found by, and what stands there; null for a name. */
  readonly reason: { readonly field: 'also' | 'code' | 'product' | 'region' | 'industry'; readonly text: string } | null
  /** Enterprises that a product or a region stands for; of an enterprise, itself. */
  readonly enterprises: readonly string[]
}

export interface SearchHits {
  readonly hits: readonly SearchHit[]
  /** Hits that are not listed. */
  readonly more: number
}

export interface SearchIndex {
  /** What fits, best first within each group. */
  readonly find: (text: string, language: Language) => SearchHits
}

/** Hits of a group that are listed. */
const LISTED: Readonly<Record<SearchGroup, number>> = { name: 8, other: 4, field: 6, products: 4, regions: 3 }

/** Every run of letters or digits, and every Chinese sign for itself. */
const wordsOf = (text: string): string[] => asSought(text).match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []

/** Pinyin of a Chinese name in initials and in whole. */
function soundOf(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return ''
  const of = (pattern: 'first' | 'pinyin'): string =>
    pinyin(name, { pattern, toneType: 'none', type: 'array', nonZh: 'removed' }).join('')
  return `${of('first')} ${of('pinyin')}`
}

interface EnterpriseRow extends Readonly<Record<keyof typeof FIELDS, string>> {
  readonly id: string
  readonly aliases: readonly string[]
  readonly products: readonly string[]
}

function rowsOf(
  enterprises: Chain['enterprises'],
  products: ReadonlyMap<string, ReadonlySet<string>>,
): EnterpriseRow[] {
  return enterprises.map(({ id, name, aliases = [], code = '', region = '', industry = '' }) => {
    const zh = textIn(name, 'zh')
    const sold = [...(products.get(id) ?? [])]
    const sound = [zh, ...aliases].map(soundOf).join(' ')
    const texts = { zh, en: textIn(name, 'en'), sound, alias: aliases.join(' '), code, region, industry }
    return { id, ...texts, product: sold.join(' '), aliases, products: sold }
  })
}

/** Enterprises by name in either language, pinyin, other name, code, product, region or industry; and products and regions by name. */
export function searchIndex(enterprises: Chain['enterprises'], supplies: Chain['supplies']): SearchIndex {
  const sold = new Map<string, Set<string>>()
  const traders = new Map<string, Set<string>>()
  for (const { from, to, product } of supplies) {
    addTo(sold, from, product)
    addTo(traders, product, from)
    addTo(traders, product, to)
  }
  const places = new Map<string, Set<string>>()
  for (const { id, region } of enterprises) if (region) addTo(places, region, id)
  const rows = rowsOf(enterprises, sold)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const engine = new MiniSearch<EnterpriseRow>({
    fields: Object.keys(FIELDS),
    tokenize: wordsOf,
    searchOptions: { boost: { zh: 3, en: 3, sound: 2, alias: 2, code: 2 } },
  })
  engine.addAll(rows)
  const products = namedSets(traders)
  const regions = namedSets(places)
  return {
    find(text, language) {
      const found = engine.search(text, { prefix: true, fuzzy: 0.15, combineWith: 'AND' })
      const hits = found.map((result) => hitOf(result, byId.get(String(result.id))!, language))
      const all = [...hits, ...products(text, 'products', language), ...regions(text, 'regions', language)]
      const listed = SEARCH_GROUPS.flatMap((group) => all.filter((hit) => hit.group === group).slice(0, LISTED[group]))
      return { hits: listed, more: all.length - listed.length }
    },
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

/** The best group in which every word of the text was found. */
function groupOf(fields: readonly string[]): 'name' | 'other' | 'field' {
  const groups = fields.map((field) => FIELDS[field as keyof typeof FIELDS])
  return groups.includes('name') ? 'name' : groups.includes('other') ? 'other' : 'field'
}

function hitOf({ match }: SearchResult, row: EnterpriseRow, language: Language): SearchHit {
  // A word that is found in a name needs no other reason; the word that is found least well names the group.
  const words = Object.entries(match).map(([word, fields]) => ({ word, fields, group: groupOf(fields) }))
  const worst = (['field', 'other', 'name'] as const).find((group) => words.some((each) => each.group === group))!
  const label = row[language] || row[language === 'zh' ? 'en' : 'zh'] || row.id
  const why = words.find(({ group }) => group === worst)!
  return { group: worst, id: row.id, label, reason: reasonOf(row, why, language), enterprises: [row.id] }
}

function reasonOf(
  row: EnterpriseRow,
  { word, fields, group }: { readonly word: string; readonly fields: readonly string[]; readonly group: string },
  language: Language,
): SearchHit['reason'] {
  const holding = (texts: readonly string[]): string =>
    texts.find((text) => wordsOf(text).some((each) => each === word)) ?? texts[0] ?? ''
  const field = fields.find((each) => FIELDS[each as keyof typeof FIELDS] === group) as keyof typeof FIELDS
  switch (field) {
    case 'zh':
    case 'en':
    case 'sound':
      return null
    case 'alias':
      return { field: 'also', text: holding(row.aliases) }
    case 'product':
      return { field: 'product', text: localPart(holding(row.products), language) }
    case 'code':
      return { field: 'code', text: row.code }
    case 'region':
      return { field: 'region', text: localPart(row.region, language) }
    case 'industry':
      return { field: 'industry', text: localPart(row.industry, language) }
  }
}

/** Products or regions, each with its enterprises, found by name or by pinyin. */
function namedSets(sets: ReadonlyMap<string, ReadonlySet<string>>) {
  const engine = new MiniSearch<{ readonly id: number; readonly text: string; readonly sound: string }>({
    fields: ['text', 'sound'],
    tokenize: wordsOf,
  })
  const names = [...sets.keys()]
  engine.addAll(names.map((text, id) => ({ id, text, sound: soundOf(text) })))
  return (text: string, group: 'products' | 'regions', language: Language): SearchHit[] =>
    engine.search(text, { prefix: true, combineWith: 'AND' }).map(({ id }) => {
      const name = names[id as number]!
      return { group, id: name, label: localPart(name, language), reason: null, enterprises: [...sets.get(name)!] }
    })
}
