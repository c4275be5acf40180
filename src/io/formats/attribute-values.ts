/** Attributes of graph files as typed values; what does not fit its declared type is a problem with its place. */
import type { FlatValue } from './flat-fields.ts'
import type { GraphPlace } from './graph-document.ts'
import { LIMITS } from '../limits.ts'
import { listText, parsedJson } from './exact-text.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'

export type AttributeType = 'text' | 'number' | 'flag' | 'list'

/** Types of GEXF and GraphML that hold numbers. */
const NUMBERS = new Set(['integer', 'int', 'long', 'short', 'byte', 'double', 'float', 'bigdecimal', 'biginteger'])

/** Types that hold text: the rest of GEXF's and GraphML's. */
const TEXTS = /^(?:string|anyuri|char|date|datetime|object|json|complexdata|)$/

/** Null for a type that neither format knows. */
export function attributeType(declared: string): AttributeType | null {
  const type = declared.toLowerCase()
  if (NUMBERS.has(type)) return 'number'
  if (type === 'boolean') return 'flag'
  if (/^list\w*$/.test(type)) return 'list'
  return TEXTS.test(type) ? 'text' : null
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * The value of an attribute; one that does not fit its type is said and stays a text, so that a field it is mapped to refuses its row,
 * and another program's own attribute does not.
 */
export function attributeValue(
  text: string,
  type: AttributeType,
  problem: GraphPlace & { readonly name: string },
  problems: ProblemList,
): FlatValue {
  const { name, ...place } = problem
  const said = (expected: string): string => {
    problems.add({ code: 'ATTR', severity: 'warning', ...place, path: name, found: excerpt(text), expected })
    return text
  }
  switch (type) {
    case 'text':
      return text
    case 'list':
      return listValue(text)
    case 'number':
      return NUMBER.test(text.trim()) ? numberOf(text.trim()) : said('number')
    case 'flag':
      return flagOf(text.trim().toLowerCase()) ?? said('true | false')
  }
}

/** Lists as GEXF writes them, `[a, b]` or `a|b`, as one cell of ids. */
function listValue(text: string): string {
  if (parsedJson(text) !== undefined) return text
  const [, bare] = /^\[(.*)\]$/s.exec(text.trim()) ?? []
  const parts = bare === undefined ? text.split('|') : bare.split(',')
  return listText(parts.map((part) => part.trim()).filter((part) => part !== ''))
}

/** A code of digits that a number would change (leading zeros, 18 digits) stays as it is written. */
function numberOf(text: string): FlatValue {
  return /^[+-]?\d+$/.test(text) && String(Number(text)) !== text ? text : Number(text)
}

function flagOf(text: string): boolean | null {
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

/** Whether one more attribute may be declared; the first that may not is said. @param count declared so far */
export function hasRoom(count: number, path: string, place: GraphPlace, problems: ProblemList): boolean {
  if (count < LIMITS.columns) return true
  const problem = { found: `> ${LIMITS.columns}`, expected: `<= ${LIMITS.columns}` }
  problems.add({ code: 'TOO_WIDE', severity: 'error', ...place, path, ...problem })
  return false
}
