import { Inflate } from 'fflate'
import type { ProblemList } from '../problem-list.ts'
import { partOf, type Tell } from '../progress.ts'
import { crc32 } from './crc32.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Bytes that all entries may inflate to together. */
const MOST_INFLATED = 400 * 1024 * 1024
/** Inflated bytes per packed byte above which no honest sheet comes; deflate itself ends at 1032. */
const HIGHEST_RATIO = 200
/** Small entries may have any ratio. */
const RATIO_FROM = 1024 * 1024
/** Packed bytes handed over at a time, so that a bomb is noticed after a few megabytes. */
const PIECE = 16 * 1024
const STORED = 0
const DEFLATED = 8

/**
 * The wanted entries of a ZIP, inflated, once nothing about it is suspicious; what it declares is not believed but counted.
 * @returns null with errors in `problems`
 */
export function openZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  problems: ProblemList,
  tell?: Tell,
): ReadonlyMap<string, Uint8Array> | null {
  const { entries, faults } = readZipDirectory(bytes)
  for (const fault of faults) problems.add({ severity: 'error', ...fault })
  checkDeclared(entries, problems)
  if (problems.hasErrors()) return null
  const opened = new Map<string, Uint8Array>()
  let left = MOST_INFLATED
  for (const entry of entries) {
    const ofEntry = partOf(tell, entry.start / bytes.length, entry.end / bytes.length)
    const packed = bytes.subarray(entry.start, entry.end)
    const inflated = inflate(packed, { ...entry, left, tell: ofEntry }, problems)
    if (inflated === null) return null
    left -= inflated.length
    if (isWanted(entry.name)) opened.set(entry.name, inflated)
  }
  return opened
}

function checkDeclared(entries: readonly ZipEntry[], problems: ProblemList): void {
  let total = 0
  for (const { name, method, isEncrypted, packed, size } of entries) {
    if (isEncrypted) problems.add({ code: 'ENCRYPTED', severity: 'error', found: name })
    else if (method !== STORED && method !== DEFLATED) {
      problems.add({ code: 'ZIP_METHOD', severity: 'error', path: name, found: String(method), expected: '0 | 8' })
    }
    if (size > RATIO_FROM && size > HIGHEST_RATIO * packed) addRatio(name, size / Math.max(1, packed), problems)
    total += size
  }
  if (total > MOST_INFLATED) addSize(undefined, total, problems)
}

function addRatio(path: string, ratio: number, problems: ProblemList): void {
  const found = String(Math.round(ratio))
  problems.add({ code: 'ZIP_RATIO', severity: 'error', path, found, expected: `<= ${HIGHEST_RATIO}` })
}

function addSize(path: string | undefined, found: number, problems: ProblemList, most = MOST_INFLATED): void {
  const place = path === undefined ? {} : { path }
  problems.add({ code: 'ZIP_SIZE', severity: 'error', ...place, found: String(found), expected: `<= ${most}` })
}

interface OneEntry extends ZipEntry {
  /** Bytes that all entries that are still to come may inflate to. */
  readonly left: number
  readonly tell: Tell
}

function inflate(packed: Uint8Array, entry: OneEntry, problems: ProblemList): Uint8Array | null {
  const { name, size, left, tell } = entry
  const most = Math.min(left, Math.max(size, RATIO_FROM, HIGHEST_RATIO * packed.length))
  const { length, whole, isComplete, isBroken } =
    entry.method === STORED
      ? { length: packed.length, whole: packed, isComplete: true, isBroken: false }
      : inflatePieces(packed, { declared: size, most, tell })
  // More comes out than is declared: the declaration is a lie, however large the rest may be.
  if (length > size) addSize(name, length, problems, size)
  if (length > most) addRatio(name, length / Math.max(1, packed.length), problems)
  if (length > size) return null
  if (!isBroken && (!isComplete || length < size)) {
    problems.add({ code: 'ZIP_TRUNCATED', severity: 'error', path: name })
    return null
  }
  if (!isBroken && crc32(whole) === entry.crc) return whole
  problems.add({ code: 'ZIP_CRC', severity: 'error', path: name })
  return null
}

interface Inflated {
  readonly length: number
  /** Up to the declared size. */
  readonly whole: Uint8Array
  readonly isComplete: boolean
  /** The packed bytes are no packed bytes. */
  readonly isBroken: boolean
}

/** Number of fflate's error for packed bytes that end too early. */
const UNEXPECTED_END = 0

/** Inflates piece by piece, keeps no more than is declared, and stops as soon as more than `most` bytes came out. */
function inflatePieces(
  packed: Uint8Array,
  { declared, most, tell }: { readonly declared: number; readonly most: number; readonly tell: Tell },
): Inflated {
  const whole = new Uint8Array(declared)
  let length = 0
  let isComplete = false
  let isBroken = false
  const stream = new Inflate((piece, isLast) => {
    if (length + piece.length <= declared) whole.set(piece, length)
    length += piece.length
    isComplete = isLast
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      if (length > most) break
      tell(at / packed.length)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch (error) {
    isComplete = false
    isBroken = (error as { readonly code?: number }).code !== UNEXPECTED_END
  }
  return { length, whole, isComplete, isBroken }
}
