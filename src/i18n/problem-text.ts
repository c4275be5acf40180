import type { Language } from '../model/local-text.ts'
import type { Problem, ProblemCode } from '../model/problem.ts'
import { problems as en } from './en/problems.ts'
import type { Texts } from './texts.ts'
import { wordFor } from './word-for.ts'
import { problems as zh } from './zh/problems.ts'

const TABLES: Record<Language, Texts<typeof en>> = { en, zh }

/** A problem in words: what is wrong, where, what stands there and should, how to mend it. */
export interface ProblemText {
  readonly severity: string
  /** `名单.xlsx, sheet “企业”, row 2, column “开工率”`; empty when no place is known. */
  readonly place: string
  readonly what: string
  /** What is wrong, with what was found and expected. */
  readonly sentence: string
  /** Found and expected; empty when neither is known. */
  readonly detail: string
  readonly mend: string
}

export function problemText(problem: Problem, language: Language): ProblemText {
  const table = TABLES[language]
  const isOther = isOfTable(problem) || (problem.code === 'ENCODING' && problem.path !== undefined)
  const other: OtherWords = isOther ? table.inTable : NO_OTHERS
  const special = specialWords(problem, table)
  const what = special?.what ?? other.what[problem.code] ?? table.what[problem.code]
  const detail = detailText(problem, table)
  return {
    severity: table.severity[problem.severity],
    place: placeText(problem, table),
    what,
    sentence: detail === '' ? what : fillIn(table.sentence, { what, detail }),
    detail,
    mend: special?.mend ?? other.mend[problem.code] ?? table.mend[problem.code],
  }
}

/** Where the code alone says too little of what somebody has done. */
function specialWords(problem: Problem, table: Words): { readonly what: string; readonly mend: string } | null {
  const { code, found, path, expected } = problem
  if (isReadAsPercent(problem)) return table.asPercent
  if (code === 'SCHEMA' && expected === 'YYYY-MM-DD' && isOfTable(problem)) return table.noDay
  if (code === 'UNIT' && problem.severity === 'error') return table.noMoneyUnit
  if (code === 'NO_COLUMNS' && expected !== undefined) return table.oneCell
  if (code === 'JSON' && found === 'endOfFile') return table.cutShort
  if (code === 'SCHEMA' && path === 'format' && found === 'nothing') return table.otherJson
  if (code === 'SCHEMA' && path === '' && expected === 'object') return table.otherJson
  return null
}

/** `0.35` in a column of percentages: taken, and said. */
const isReadAsPercent = ({ code, severity, expected = '' }: Problem): boolean =>
  code === 'NUMBER' && severity === 'warning' && expected.endsWith(' %')

interface OtherWords {
  readonly what: { readonly [Code in ProblemCode]?: string }
  readonly mend: { readonly [Code in ProblemCode]?: string }
}
const NO_OTHERS: OtherWords = { what: {}, mend: {} }

/** Places in a document or a graph are paths, and their files are named so; parts of a workbook have paths too. */
const isOfTable = ({ file = '', path, expected }: Problem): boolean =>
  expected !== 'chainFile' &&
  expected !== 'graphFile' &&
  !/\.(?:json|cyjs|gexf|graphml|xml)$/i.test(file) &&
  (path === undefined || /\.(?:xl\w+|zip)$/i.test(file)) &&
  file !== ''

/** Puts values into the `{{name}}` places of a text of the tables, and into `{{name, one|other}}` the word that goes with the count. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)(?:, ([^{}]+))?\}\}/g, (place, name: string, words?: string) => {
    const value = values[name]
    if (value === undefined) return place
    return words === undefined ? String(value) : wordFor(value, words)
  })
}

/** As programs write a place, for a terminal: `file.chain.json:3:14 supplies[3].from`; empty when none is known. */
export function placeCode({ file, sheet, row, column, path }: Problem): string {
  const cell = [file, sheet, row, column].filter((part) => part !== undefined).join(':')
  return [cell, path].filter((part) => part !== undefined && part !== '').join(' ')
}

type Words = Texts<typeof en>

/** In a text column 14 is a character of the line; in a table it is a column, which spreadsheets name by letters. */
function placeText(problem: Problem, { places }: Words): string {
  const { file = '', sheet, row, column, path } = problem
  const isText = path !== undefined || /\.(?:json|cyjs|gexf|graphml|xml)$/i.test(file)
  const parts = [file]
  if (sheet !== undefined) parts.push(fillIn(places.sheet, { sheet }))
  if (row !== undefined) parts.push(fillIn(isText ? places.line : places.row, { row }))
  if (typeof column === 'string') parts.push(fillIn(places.column, { column }))
  else if (column !== undefined) {
    const letters = lettersOf(column)
    parts.push(fillIn(isText ? places.character : places.letters, { column, letters }))
  }
  if (path !== undefined) parts.push(path)
  return parts.filter((part) => part !== '').join(places.and)
}

/** `D` for 4, `AA` for 27. */
function lettersOf(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

function detailText(problem: Problem, table: Words): string {
  const { found, expected, more } = problem
  const unit = unitOf(problem)
  const wordsOf = (text: string): string => led(counted(plainText(text, unit, table), unit, table), table)
  const values = {
    found: wordsOf(found ?? ''),
    expected: wordsOf(expectedOf(problem)),
    more: more ?? 0,
  }
  const parts: string[] = []
  if (found !== undefined && expected !== undefined) {
    parts.push(fillIn(isTakenAs(problem) ? table.takenAs : table.foundExpected, values))
  } else if (found !== undefined) {
    const isPlain = problem.code === 'HIDDEN' || SHARE_OF_ROWS.test(found)
    parts.push(isPlain ? values.found.trim() : fillIn(table.found, values))
  } else if (expected !== undefined) parts.push(fillIn(table.expected, values))
  if (more !== undefined) parts.push(fillIn(table.more, values))
  return parts.join(table.places.after)
}

/** What stands there was taken for something: nothing else was expected. */
const isTakenAs = (problem: Problem): boolean =>
  problem.code === 'FORMULA' ||
  (problem.code === 'UNIT' && problem.severity === 'warning') ||
  problem.code === 'DATE_YEAR' ||
  isReadAsPercent(problem)

/** Chinese sets no space before Chinese. */
const led = (text: string, table: Words): string => (table === zh && /^[\u4e00-\u9fff“]/.test(text) ? text : ` ${text}`)

const MOST_VALUE = ', <= 1e15'

/** The highest value of all is said only where it is passed; in a graph an enterprise is a node, and cells have no quotes. */
function expectedOf(problem: Problem): string {
  const { found = '', expected = '', path = '' } = problem
  if (expected === 'text' && isOfTable(problem)) return 'cellText'
  if (expected === 'enterprises' && /^(?:edges?|elements)\b/.test(path)) return 'nodes'
  return expected.endsWith(MOST_VALUE) && !(Number(found.replaceAll('"', '')) > 1e15)
    ? expected.slice(0, -MOST_VALUE.length)
    : expected
}

type Unit = keyof typeof en.units

/** What a count of these codes counts. */
const UNITS: { readonly [Code in ProblemCode]?: Unit } = {
  TOO_DEEP: 'levels',
  ZIP_ENTRIES: 'parts',
  ZIP_SIZE: 'bytes',
  ZIP_RATIO: 'times',
  LINK_SIZE: 'characters',
}

function unitOf({ code, path = '', found = '', expected = '' }: Problem): Unit | null {
  if (code === 'TOO_WIDE') return path === '' ? 'columns' : 'attributes'
  if (code !== 'LIMIT') return UNITS[code] ?? null
  if (/(?:^|\.)(?:enterprises|nodes)$/.test(path)) return 'enterprises'
  if (/(?:^|\.)(?:supplies|edges)$/.test(path)) return 'supplies'
  if (expected === '<= 10000') return 'characters'
  if (found.includes(' = ')) return 'cells'
  return expected.startsWith('<=') ? 'rows' : null
}

const counted = (text: string, unit: Unit | null, words: Words): string =>
  unit !== null && /\d$/.test(text) ? fillIn(words.units[unit], { count: text }) : text

/** `2 / 7`: in so many of so many rows. */
const SHARE_OF_ROWS = /^(\d+) \/ (\d+)$/

/** What the readers say in short signs, such as `> 0, <= 1e15`; what they took from the file stands in quotes and stays as it is. */
function plainText(text: string, unit: Unit | null, words: Words): string {
  if (Object.hasOwn(words.kinds, text)) return words.kinds[text as keyof typeof en.kinds]
  const [, some, all] = SHARE_OF_ROWS.exec(text) ?? []
  if (some !== undefined) return fillIn(words.outOf, { some: grouped(some), all: grouped(all!) })
  const [, low, high] = /^(\d+)\.\.(\d+)$/.exec(text) ?? []
  if (low !== undefined) return fillIn(words.span, { low: grouped(low), high: grouped(high!) })
  const bounds = text.split(', ').map((each) => boundText(each, words))
  if (bounds.every((bound) => bound !== null)) return bounds.join(words.places.and)
  if (unit !== null && /^\d{5,}$/.test(text)) return grouped(text)
  if (CHOICE.test(text)) return text.replaceAll(' | ', words.or)
  return text.replace(EARLIER_ROW, (_, sheet: string | undefined, row: string) => {
    return `"${sheet === undefined ? fillIn(words.earlier, { row }) : fillIn(words.earlierIn, { sheet, row })}`
  })
}

/** `"leading" | "core"`, and the signs that JSON allows at a place. */
const CHOICE = /^(?:"[^"]*"|\w+|\W)(?: \| (?:"[^"]*"|\w+|\W))+$/
/** Behind a name, the row in which it stood before, and its sheet where that is another one. */
const EARLIER_ROW = /(?<!\\)" \((?:([^()]+)!)?(\d+)\)/g

const BOUNDS = { '<': 'below', '<=': 'most', '>': 'above', '>=': 'least' } as const

function boundText(text: string, words: Words): string | null {
  const [, sign, value] = /^(<=?|>=?) ?(\d[\d.e]*(?:-\d\d-\d\d| MB)?)$/.exec(text) ?? []
  if (sign === undefined || value === undefined) return null
  const bound = value.includes('-') ? 'from' : BOUNDS[sign as keyof typeof BOUNDS]
  return fillIn(words.bounds[bound], { value: grouped(value) })
}

/** `1e15` and `200000` with their thousands apart; anything else as it stands. */
const grouped = (value: string): string =>
  /^\d+(?:e\d+)?$/.test(value) ? Number(value).toLocaleString('en-US') : value
