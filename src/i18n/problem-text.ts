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
  /** `file.chain.json:3:14 supplies[3].from`; empty when no place is known. */
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
  const other: OtherWords = isOfTable(problem) ? table.inTable : NO_OTHERS
  const what = other.what[problem.code] ?? table.what[problem.code]
  const detail = detailText(problem, table)
  return {
    severity: table.severity[problem.severity],
    place: placeText(problem),
    what,
    sentence: detail === '' ? what : fillIn(table.sentence, { what, detail }),
    detail,
    mend: other.mend[problem.code] ?? table.mend[problem.code],
  }
}

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

function placeText({ file, sheet, row, column, path }: Problem): string {
  const cell = [file, sheet, row, column].filter((part) => part !== undefined).join(':')
  return [cell, path].filter((part) => part !== undefined && part !== '').join(' ')
}

function detailText({ found, expected, more }: Problem, table: Texts<typeof en>): string {
  const wordOf = (text: string): string =>
    Object.hasOwn(table.kinds, text) ? table.kinds[text as keyof typeof en.kinds] : text
  const values = { found: wordOf(found ?? ''), expected: wordOf(expected ?? ''), more: more ?? 0 }
  const parts: string[] = []
  if (found !== undefined && expected !== undefined) parts.push(fillIn(table.foundExpected, values))
  else if (found !== undefined) parts.push(fillIn(table.found, values))
  else if (expected !== undefined) parts.push(fillIn(table.expected, values))
  if (more !== undefined) parts.push(fillIn(table.more, values))
  return parts.join('; ')
}
