import { LIMITS } from '../limits.ts'
import { scanJson } from '../scan-json.ts'

/** Texts that every format carries as they stand, and JSON that every format carries. */

// Control characters but tab and line feed, lone surrogates, byte order marks and non-characters do not survive XML, a spreadsheet or UTF-8.
// eslint-disable-next-line no-control-regex
const FRAGILE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u

/** Whether every format gives this text back as it stands. An empty text does not: it looks like no text. */
export const isExact = (text: string): boolean => text !== '' && !FRAGILE.test(text)

const FRAGILE_ALL = new RegExp(FRAGILE.source, 'gu')

/** JSON without a character that XML or a spreadsheet could lose, and without `>`. */
export function exactJson(value: unknown): string {
  return JSON.stringify(value).replace(FRAGILE_ALL, escaped).replaceAll('>', '\\u003e')
}

function escaped(text: string): string {
  return Array.from(text, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
}

/** Ids in one cell: `a; b`, or JSON where that would be read otherwise. */
export function listText(ids: readonly string[]): string {
  const text = ids.join('; ')
  const again = listOf(text)
  return again !== null && sameList(again, ids) && isExact(text) ? text : exactJson(ids)
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at])

/** Inverse of `listText`; null where the JSON is broken. */
export function listOf(text: string): readonly string[] | null {
  if (!text.trimStart().startsWith('[')) {
    return text
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  const parsed = parsedJson(text)
  return Array.isArray(parsed) && parsed.every((each) => typeof each === 'string') ? parsed : null
}

/** The value of a piece of JSON in a cell, or undefined where it is none. */
export function parsedJson(text: string): unknown {
  const { fault, depth } = scanJson(text, LIMITS.depth)
  return fault || depth > LIMITS.depth ? undefined : (JSON.parse(text) as unknown)
}
