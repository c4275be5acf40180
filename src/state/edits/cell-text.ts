/** A field as text in a cell, and a person's text as a field. */
import { dayOf, numberOf } from '../../io/bring/read-cell.ts'
import type { Chain, Uncertain } from '../../model/chain.ts'
import { textIn, type Language, type LocalText } from '../../model/local-text.ts'
import type { EditField } from './field-list.ts'
import { rowsOf, type Row } from './table-change.ts'

/** What is named in cells: words for closed sets, names for ids. */
export interface CellWords {
  readonly language: Language
  readonly names: Names
  /** Word for a member of a closed set, for yes and no, for `all`. */
  readonly wordOf: (id: string) => string
}

export type ReadCell =
  | { readonly value: unknown }
  /** Why the text was not taken: what would be right, as a range, or a key of `edit.expected`. */
  | { readonly expected: string }

type Named = 'sources' | 'stages' | 'enterprises' | 'supplies' | 'blocks' | 'scenarios'
const NAMED: readonly Named[] = ['sources', 'stages', 'enterprises', 'supplies', 'blocks', 'scenarios']

/** Names of the rows by id, and ids by name; a name that stands twice stands for nothing, and its rows are called by id. */
export interface Names {
  readonly nameOf: ReadonlyMap<Named, ReadonlyMap<string, string>>
  readonly idOf: ReadonlyMap<Named, ReadonlyMap<string, string | null>>
}

/** What a row is called. */
function textOf({ name, title }: Row): LocalText | undefined {
  const text: unknown = name ?? title
  return text as LocalText | undefined
}

export function namesOf(chain: Chain, language: Language): Names {
  const nameOf = new Map<Named, Map<string, string>>()
  const idOf = new Map<Named, Map<string, string | null>>()
  for (const table of NAMED) {
    const names = new Map<string, string>()
    const ids = new Map<string, string | null>()
    for (const row of rowsOf(chain, table)) {
      const id = String(row.id)
      const name = textIn(textOf(row), language) || id
      names.set(id, name)
      ids.set(name, ids.has(name) ? null : id)
    }
    for (const [id, name] of names) if (ids.get(name) === null || (name !== id && names.has(name))) names.set(id, id)
    nameOf.set(table, names)
    idOf.set(table, ids)
  }
  return { nameOf, idOf }
}

const nameIn = ({ names }: CellWords, table: Named, id: string): string => names.nameOf.get(table)?.get(id) ?? id

function idIn({ names }: CellWords, table: Named, text: string): string | null {
  if (names.nameOf.get(table)?.has(text)) return text
  return names.idOf.get(table)?.get(text) ?? null
}

const TARGETS = { enterprise: 'enterprises', supply: 'supplies', market: 'enterprises', block: 'blocks' } as const

/** @returns '' where the field is absent or null */
export function cellText(value: unknown, field: EditField, words: CellWords): string {
  if (value === undefined || value === null) return ''
  switch (field.kind) {
    case 'localText':
      return textIn(value, words.language)
    case 'texts':
      return (value as readonly string[]).join('; ')
    case 'uncertain':
      return typeof value === 'number' ? String(value) : rangeText(value as Exclude<Uncertain, number>)
    case 'flag':
      return words.wordOf(value === true ? 'yes' : 'no')
    case 'choice':
      return words.wordOf(value as string)
    case 'reference':
      return nameIn(words, field.to!, value as string)
    case 'references':
      if (value === 'all') return words.wordOf('all')
      return (value as readonly string[]).map((id) => nameIn(words, field.to!, id)).join('; ')
    case 'oneOf':
      return placeText(value as Row, words)
    case 'rows':
      return (value as readonly Row[]).map((row) => rowText(row, field, words)).join('; ')
    case 'text':
    case 'day':
      return value as string
    case 'number':
      return (value as number).toString()
  }
}

const rangeText = ({ low, high }: { low: number; high: number }): string => `${low}..${high}`

const rowText = (row: Row, { of }: EditField, words: CellWords): string =>
  of.map((each) => cellText(row[each.name], each, words)).join(' | ')

function placeText(at: Row, words: CellWords): string {
  if (typeof at.x === 'number') return `${at.x}, ${String(at.y)}`
  const [kind, id] = Object.entries(at)[0] ?? ['', '']
  const table = TARGETS[kind as keyof typeof TARGETS]
  return `${words.wordOf(kind)}: ${table ? nameIn(words, table, String(id)) : String(id)}`
}

/** @param before the field as it stands: a text keeps its other language */
export function readCell(typed: string, field: EditField, words: CellWords, before: unknown): ReadCell {
  const text = typed.trim()
  if (text === '') return field.isRequired ? { expected: 'required' } : { value: undefined }
  switch (field.kind) {
    case 'text':
    case 'day':
      return { value: field.kind === 'day' ? isoText(text) : text }
    case 'localText':
      return {
        value: typeof before === 'object' && before !== null ? { ...before, [words.language]: text } : text,
      }
    case 'texts':
      return { value: parts(text) }
    case 'number':
      return readNumber(text, field)
    case 'uncertain':
      return readUncertain(text, field)
    case 'flag':
      return readFlag(text, words)
    case 'choice':
      return readChoice(text, field, words)
    case 'reference':
    case 'references':
      return readNames(text, field, words)
    case 'oneOf':
      return readPlace(text, words)
    case 'rows':
      return readRows(text, field, words)
  }
}

const parts = (text: string): string[] =>
  text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** 2020/2/3 and 2020年2月3日 as 2020-02-03; what is no day stays as it was typed, and is refused with it. */
const isoText = (text: string): string => dayOf(text) ?? text

/** As in tables that are brought in: `1,234.5`, `35%`, `１２`, `12万`. */
function readNumber(text: string, field: EditField): ReadCell {
  const [, bare = text, percent = ''] = /^(.*?)\s*([%％]?)$/s.exec(text) ?? []
  const number = numberOf(bare, 'point')
  if (number === null) return { expected: field.range }
  return { value: percent === '' ? number : Number((number / 100).toPrecision(15)) }
}

function readUncertain(text: string, field: EditField): ReadCell {
  const ends = text.split(/\.\.|…|~|～|至/)
  if (ends.length === 1) return readNumber(text, field)
  const [low, high] = ends.map((end) => readNumber(end.trim(), field))
  if (ends.length > 2 || !low || !high || 'expected' in low || 'expected' in high) return { expected: field.range }
  return { value: { low: low.value, high: high.value } }
}

function readFlag(text: string, { wordOf }: CellWords): ReadCell {
  const word = text.toLowerCase()
  if (['true', 'yes', '是', '1', wordOf('yes').toLowerCase()].includes(word)) return { value: true }
  if (['false', 'no', '否', '0', wordOf('no').toLowerCase()].includes(word)) return { value: false }
  return { expected: `${wordOf('yes')} | ${wordOf('no')}` }
}

function readChoice(text: string, { choices }: EditField, { wordOf }: CellWords): ReadCell {
  const word = text.toLowerCase()
  const id = choices.find((each) => each.toLowerCase() === word || wordOf(each).toLowerCase() === word)
  return id === undefined ? { expected: choices.map(wordOf).join(' | ') } : { value: id }
}

function readNames(text: string, field: EditField, words: CellWords): ReadCell {
  if (field.kind === 'reference') {
    const id = idIn(words, field.to!, text)
    return id === null ? { expected: field.to! } : { value: id }
  }
  if (field.orAll && (text === 'all' || text === words.wordOf('all'))) return { value: 'all' }
  const ids = parts(text).map((part) => idIn(words, field.to!, part))
  return ids.includes(null) ? { expected: field.to! } : { value: ids }
}

/** Rows as they are shown: `name | name | 12 | 2020-02-17; …`. */
function readRows(text: string, field: EditField, words: CellWords): ReadCell {
  const rows: Row[] = []
  for (const part of parts(text)) {
    const cells = part.split(/[|｜]/)
    const read = field.of.map((each, at) => readCell(cells[at] ?? '', each, words, undefined))
    if (cells.length > field.of.length || read.some((each) => 'expected' in each)) return { expected: field.name }
    rows.push(
      Object.fromEntries(
        field.of.flatMap(({ name }, at) => {
          const value = (read[at] as { readonly value: unknown }).value
          return value === undefined ? [] : [[name, value]]
        }),
      ),
    )
  }
  return { value: rows }
}

function readPlace(text: string, words: CellWords): ReadCell {
  const point = /^(-?\d+(?:\.\d+)?)\s*[,，]\s*(-?\d+(?:\.\d+)?)$/.exec(text)
  if (point) return { value: { x: Number(point[1]), y: Number(point[2]) } }
  const [, kindWord, name] = /^([^:：]+)[:：]\s*(.+)$/.exec(text) ?? []
  const kind = Object.keys(TARGETS).find((each) => each === kindWord || words.wordOf(each) === kindWord)
  if (kind === undefined || name === undefined) return { expected: 'place' }
  const table = TARGETS[kind as keyof typeof TARGETS]
  const id = idIn(words, table, name)
  return id === null ? { expected: table } : { value: { [kind]: id } }
}
