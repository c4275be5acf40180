/** A look at the XML of a workbook before its reader sees it: whole, without a document type, not too deep. */
import { LIMITS } from '../limits.ts'
import type { Problem } from '../../model/problem.ts'

type Fault = Omit<Problem, 'file' | 'severity' | 'path'>

const LESS = 0x3c
const MORE = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f

/**
 * The first thing that is wrong with the outline of an XML text: elements that do not close or close another, a document type.
 * Walks from sign to sign, so that a sheet of fifty thousand rows costs little; what stands inside elements is for the reader.
 * @param bytes UTF-8
 */
export function xmlFault(bytes: Uint8Array): Fault | null {
  const open: number[] = []
  let seen = 0
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at)) {
    const next = bytes[at + 1]
    if (next === BANG || next === QUESTION) {
      const end = endOfAside(bytes, at)
      if (end === 'doctype') return { code: 'XML_DTD', found: 'DOCTYPE' }
      if (end < 0) return UNCLOSED
      at = end
      continue
    }
    const end = endOfTag(bytes, at + 1)
    if (end < 0) return UNCLOSED
    if (next === SLASH) {
      const start = open.pop()
      if (start === undefined || !isSameName(bytes, start, at + 2)) return { code: 'XML', found: 'xmlClose' }
    } else {
      if (open.length === 0 && seen > 0) return { code: 'XML', found: 'xmlOutside' }
      seen++
      if (bytes[end - 1] !== SLASH) open.push(at + 1)
      if (open.length > LIMITS.depth)
        return { code: 'TOO_DEEP', found: `> ${LIMITS.depth}`, expected: `<= ${LIMITS.depth}` }
    }
    at = end
  }
  if (seen === 0) return { code: 'XML', found: 'endOfFile', expected: '<' }
  return open.length > 0 ? UNCLOSED : null
}

const UNCLOSED: Fault = { code: 'XML', found: 'xmlUnclosed' }

/** Behind a comment, a CDATA section or an instruction; `doctype` for what declares something. */
function endOfAside(bytes: Uint8Array, at: number): number | 'doctype' {
  if (bytes[at + 1] === QUESTION) return behind(bytes, at, '?>')
  if (startsWith(bytes, at, '<!--')) return behind(bytes, at + 4, '-->')
  return startsWith(bytes, at, '<![CDATA[') ? behind(bytes, at, ']]>') : 'doctype'
}

function behind(bytes: Uint8Array, from: number, end: string): number {
  const first = end.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, at, end)) return at + end.length
  return -1
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let place = 0; place < text.length; place++) if (bytes[at + place] !== text.charCodeAt(place)) return false
  return true
}

/** Place of the `>` of a tag; one in quotes is part of a value. */
function endOfTag(bytes: Uint8Array, from: number): number {
  let quote = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === MORE) return at
    else if (byte === LESS) return -1
    else if (byte === 0x22 || byte === 0x27) quote = byte
  }
  return -1
}

function isSameName(bytes: Uint8Array, one: number, other: number): boolean {
  for (let place = 0; ; place++) {
    const first = nameByte(bytes[one + place])
    if (first !== nameByte(bytes[other + place])) return false
    if (first === 0) return true
  }
}

/** 0 behind a name. */
const nameByte = (byte: number | undefined): number =>
  byte === undefined || byte === MORE || byte === SLASH || byte <= 0x20 ? 0 : byte
