import type { Problem } from '../model/problem.ts'
import { isUtf32 } from './file-kind.ts'
import { looksChinese } from './gb18030.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

export type Decoded = { readonly text: string } | { readonly problem: Omit<Problem, 'file'> }

/** The bytes as text without its byte order mark: UTF-8 or UTF-16, strictly; one wrong byte refuses the file. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf32(bytes))
    return { problem: { code: 'ENCODING', severity: 'error', row: 1, found: 'UTF-32', expected: 'UTF-8' } }
  const encoding = encodingOf(bytes)
  const text = strictly(bytes, encoding)
  if (text !== null) return { text }
  const other = looksChinese(bytes) && strictly(bytes, 'gb18030') !== null ? 'GB18030' : null
  const place = firstWrongByte(bytes, encoding)
  return {
    problem: {
      code: 'ENCODING',
      severity: 'error',
      row: linesBefore(bytes, place) + 1,
      found: other ?? `0x${(bytes[place] ?? 0).toString(16).padStart(2, '0')}`,
      expected: 'UTF-8',
    },
  }
}

/** By the byte order mark; without one, JSON in UTF-16 shows by a zero beside its first character. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0 && second !== 0) return 'utf-16be'
  if (first !== 0 && second === 0) return 'utf-16le'
  return 'utf-8'
}

function strictly(bytes: Uint8Array, encoding: Encoding | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The first byte that fits no character; of one whose character is not continued, that byte and not the innocent one behind it. */
function firstWrongByte(bytes: Uint8Array, encoding: Encoding): number {
  const good = goodStart(bytes, encoding)
  if (encoding !== 'utf-8') return good
  let lead = good - 1
  while (lead >= 0 && (bytes[lead]! & 0xc0) === 0x80) lead--
  const first = bytes[lead] ?? 0
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
  return good - lead < length ? lead : good
}

/** Length of the longest start of `bytes` that can be decoded. */
function goodStart(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isGoodStart(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  return good
}

function isGoodStart(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function linesBefore(bytes: Uint8Array, end: number): number {
  let lines = 0
  for (let at = 0; at < end; at++) if (bytes[at] === 0x0a) lines++
  return lines
}
