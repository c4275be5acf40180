import type { Tell } from './progress.ts'

/**
 * One pass over JSON text before it is parsed: how deep it nests, where it first breaks the grammar, and which fields stand twice
 * in one object (the parser would keep the last in silence). Places are offsets in UTF-16 code units.
 */
export interface JsonScan {
  /** Deepest nesting of lists and objects seen; the scan stops at `depthLimit + 1`. */
  readonly depth: number
  readonly fault: { readonly at: number; readonly expected: string } | null
  readonly repeated: readonly { readonly at: number; readonly field: string }[]
}

/** What the grammar allows next. */
type Next = 'value' | 'valueOrEnd' | 'field' | 'fieldOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

const EXPECTED: Record<Next, string> = {
  value: 'value',
  valueOrEnd: 'value',
  field: '"',
  fieldOrEnd: '"',
  colon: ':',
  commaOrEnd: ',',
  nothing: 'endOfFile',
}
/** A list while short (nearly all objects), then a set. */
type FieldNames = string[] | Set<string>
const LONG_OBJECT = 32

interface Scanner {
  readonly text: string
  at: number
  next: Next
  depth: number
  /** Fields of the open objects, null for an open list; as long as the nesting. */
  readonly open: (FieldNames | null)[]
  fault: JsonScan['fault']
  readonly repeated: { at: number; field: string }[]
}

/** Steps between two shares that are told. */
const TOLD_EVERY = 200_000

/** @param tell hears what share of the text is scanned, 0..1 */
export function scanJson(text: string, depthLimit: number, tell?: Tell): JsonScan {
  const scanner: Scanner = { text, at: 0, next: 'value', depth: 0, open: [], fault: null, repeated: [] }
  for (let steps = 1; ; steps++) {
    if (steps % TOLD_EVERY === 0) tell?.(scanner.at / text.length)
    scanner.at = afterSpace(text, scanner.at)
    if (scanner.at >= text.length) break
    step(scanner)
    if (scanner.fault || scanner.depth > depthLimit) break
  }
  if (scanner.depth <= depthLimit && !scanner.fault && scanner.next !== 'nothing') fail(scanner)
  const { depth, fault, repeated } = scanner
  return { depth, fault, repeated }
}

function fail(scanner: Scanner): void {
  const closing = scanner.next.endsWith('End') ? ` | ${scanner.open.at(-1) ? '}' : ']'}` : ''
  scanner.fault = { at: scanner.at, expected: EXPECTED[scanner.next] + closing }
}

function step(scanner: Scanner): void {
  const sign = scanner.text[scanner.at]
  const inObject = scanner.open.at(-1) != null
  switch (scanner.next) {
    case 'value':
      return value(scanner)
    case 'valueOrEnd':
      return sign === ']' ? close(scanner) : value(scanner)
    case 'field':
      return field(scanner)
    case 'fieldOrEnd':
      return sign === '}' ? close(scanner) : field(scanner)
    case 'colon':
      return punctuation(scanner, ':', 'value')
    case 'commaOrEnd':
      if (sign === (inObject ? '}' : ']')) return close(scanner)
      return punctuation(scanner, ',', inObject ? 'field' : 'value')
    case 'nothing':
      return fail(scanner)
  }
}

function punctuation(scanner: Scanner, sign: string, next: Next): void {
  if (scanner.text[scanner.at] !== sign) return fail(scanner)
  scanner.at++
  scanner.next = next
}

function value(scanner: Scanner): void {
  const { text, at } = scanner
  const sign = text[at]
  if (sign === '{' || sign === '[') return open(scanner, sign)
  if (sign === '"') {
    if (passString(scanner) === null) return
  } else {
    const end = afterWord(text, at) ?? afterNumber(text, at)
    if (end === null) return fail(scanner)
    scanner.at = end
  }
  scanner.next = scanner.open.length > 0 ? 'commaOrEnd' : 'nothing'
}

function open(scanner: Scanner, sign: '{' | '['): void {
  scanner.open.push(sign === '{' ? [] : null)
  scanner.depth = Math.max(scanner.depth, scanner.open.length)
  scanner.next = sign === '{' ? 'fieldOrEnd' : 'valueOrEnd'
  scanner.at++
}

function close(scanner: Scanner): void {
  scanner.open.pop()
  scanner.at++
  scanner.next = scanner.open.length > 0 ? 'commaOrEnd' : 'nothing'
}

function field(scanner: Scanner): void {
  const { text, at, open } = scanner
  if (text[at] !== '"') return fail(scanner)
  const raw = passString(scanner)
  if (raw === null) return
  const name = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw
  const fields = open.at(-1)!
  if (Array.isArray(fields)) {
    if (fields.includes(name)) scanner.repeated.push({ at, field: name })
    else fields.push(name)
    if (fields.length > LONG_OBJECT) open[open.length - 1] = new Set(fields)
  } else if (fields.has(name)) scanner.repeated.push({ at, field: name })
  else fields.add(name)
  scanner.next = 'colon'
}

/** Moves past a string and returns what stands between its quotes, or null after noting where it breaks. */
function passString(scanner: Scanner): string | null {
  const { text, at } = scanner
  const end = endOfString(text, at)
  if (text[end] !== '"') {
    scanner.fault = { at: end, expected: text[end] === '\\' ? ESCAPES_SHOWN : '"' }
    return null
  }
  scanner.at = end + 1
  return text.slice(at + 1, end)
}

// Loops, not regular expressions: on a string or number of megabytes their backtracking stack runs out.

function afterSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at
    at++
  }
}

const WORDS = ['true', 'false', 'null']

function afterWord(text: string, at: number): number | null {
  const word = WORDS.find((each) => text.startsWith(each, at))
  return word === undefined ? null : at + word.length
}

const ESCAPES = '"\\/bfnrt'
const ESCAPES_SHOWN = '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000'
const FOUR_HEX = /^[0-9a-fA-F]{4}$/

/** Offset of the quote that ends the string begun at `from`, or of the first character that must not stand in it. */
function endOfString(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    if (code === 0x5c) {
      const sign = text.charAt(at + 1)
      if (sign === 'u' && FOUR_HEX.test(text.slice(at + 2, at + 6))) at += 6
      else if (sign !== '' && ESCAPES.includes(sign)) at += 2
      else return at
    } else if (code >= 0x20) at++
    else return at // a control character, or NaN behind the end
  }
}

function afterDigits(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++
  return at
}

function afterNumber(text: string, from: number): number | null {
  const whole = text[from] === '-' ? from + 1 : from
  let at = text[whole] === '0' ? whole + 1 : afterDigits(text, whole)
  if (at === whole) return null
  if (text[at] === '.') {
    const fraction = at + 1
    at = afterDigits(text, fraction)
    if (at === fraction) return null
  }
  if (text[at] === 'e' || text[at] === 'E') {
    const exponent = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1
    at = afterDigits(text, exponent)
    if (at === exponent) return null
  }
  return at
}

/** Line and column of an offset, both from 1; CR, LF and CRLF end a line. */
export function placeOf(text: string, offset: number): { readonly row: number; readonly column: number } {
  let row = 1
  let start = 0
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(at + 1) === 0x0a)) continue
    row++
    start = at + 1
  }
  return { row, column: offset - start + 1 }
}
