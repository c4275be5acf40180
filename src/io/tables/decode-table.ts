import type { TableEncoding } from '../../model/bring.ts'
import type { Problem } from '../../model/problem.ts'
import { decodeText } from '../decode-text.ts'
import { isUtf32 } from '../file-kind.ts'
import { looksChinese } from '../gb18030.ts'

export type DecodedTable =
  | {
      readonly text: string
      readonly encoding: TableEncoding
      /** Some bytes fit no character; U+FFFD stands in their place, and their rows are to be refused. */
      readonly isDamaged: boolean
    }
  | { readonly problem: Omit<Problem, 'file'> }

/** Share of lines that may be damaged before the whole file is refused. */
const DAMAGED_SHARE = 0.1
/** Bytes at the start that tell UTF-16 without a mark. */
const BYTES_LOOKED_AT = 4096
/** Share of zeros from which a text is certainly in UTF-16. */
const ZEROS_OF_UTF16 = 0.2

/**
 * The text of a table without its byte order mark. Encoding: the one wished for, else by the mark, by the zeros of UTF-16, as UTF-8
 * when that is strictly right, else as GB18030 when that is strictly right and looks like Chinese.
 */
export function decodeTable(bytes: Uint8Array, wish?: TableEncoding): DecodedTable {
  if (isUtf32(bytes)) return refused(bytes)
  const encoding = wish ?? markOf(bytes) ?? utf16Of(bytes)
  if (encoding !== null) return strictOrDamaged(bytes, encoding)
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null) return withoutZeros(utf8, 'utf-8')
  if (isMostlyUtf8(bytes)) return damaged(bytes, 'utf-8')
  if (!looksChinese(bytes)) return refused(bytes)
  return strictOrDamaged(bytes, 'gb18030')
}

function markOf([first, second, third, fourth]: Uint8Array): TableEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030'
  return null
}

/** Separators, digits and line ends of UTF-16 have a zero beside them, always on the same side. */
function utf16Of(bytes: Uint8Array): TableEncoding | null {
  let even = 0
  let odd = 0
  const end = Math.min(bytes.length, BYTES_LOOKED_AT)
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  const encoding = odd > 4 * even ? 'utf-16le' : even > 4 * odd ? 'utf-16be' : null
  if (encoding === null || even + odd >= end * ZEROS_OF_UTF16) return encoding
  // A few zeros may also be those of a file that is no text, or strayed into one.
  if (strictly(bytes, 'utf-8') !== null) return null
  const text = strictly(bytes, encoding)
  return text === null || text.includes('\0') ? null : encoding
}

function strictly(bytes: Uint8Array, encoding: TableEncoding): string | null {
  try {
    return withoutMark(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text)

function strictOrDamaged(bytes: Uint8Array, encoding: TableEncoding): DecodedTable {
  const text = strictly(bytes, encoding)
  return text === null ? damaged(bytes, encoding) : withoutZeros(text, encoding)
}

/** Zeros that strayed into a few lines of a text damage these; a file full of them is no text, and keeps them. */
function withoutZeros(whole: string, encoding: TableEncoding): DecodedTable {
  const text = withoutFill(whole)
  if (!text.includes('\0')) return { text, encoding, isDamaged: false }
  const marked = text.replaceAll('\0', '\ufffd')
  return isMostlyDamaged(marked) ? { text, encoding, isDamaged: true } : { text: marked, encoding, isDamaged: true }
}

/** Zeros that fill a block, and the sign that ends a text in DOS. */
function withoutFill(text: string): string {
  let end = text.length
  while (end > 0 && (text.charCodeAt(end - 1) === 0 || text.charCodeAt(end - 1) === END_OF_TEXT)) end--
  return end === text.length || end === 0 ? text : text.slice(0, end)
}

const END_OF_TEXT = 0x1a

function isMostlyDamaged(text: string): boolean {
  const lines = text.split(/\r\n?|\n/)
  return lines.filter((line) => line.includes('\ufffd')).length > Math.max(1, lines.length * DAMAGED_SHARE)
}

/** A few rows with wrong bytes are refused one by one; a file full of them is refused whole. */
function damaged(bytes: Uint8Array, encoding: TableEncoding): DecodedTable {
  if (encoding.startsWith('utf-16')) return refused(bytes)
  const text = withoutMark(new TextDecoder(encoding).decode(bytes))
  return isMostlyDamaged(text) ? refused(bytes) : { text, encoding, isDamaged: true }
}

function refused(bytes: Uint8Array): DecodedTable {
  const decoded = decodeText(bytes)
  const expected = 'tableEncoding'
  if ('problem' in decoded) return { problem: { ...decoded.problem, expected } }
  return { problem: { code: 'ENCODING', severity: 'error', row: 1, expected } }
}

/** Characters of several bytes in UTF-8 that are right against bytes that fit none. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let right = 0
  let wrong = 0
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at)
    if (length > 1) right++
    else if (length === 0) wrong++
    at += Math.max(1, length)
  }
  return right > 4 * wrong
}

/** Bytes of the character at `at`; 0 when there is none. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first >= 0xf5) return 0
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
