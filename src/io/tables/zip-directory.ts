/** The list of a ZIP's entries as its central directory says it, checked against the bytes. */
import type { Problem } from '../../model/problem.ts'

export interface ZipEntry {
  readonly name: string
  /** 0 = stored, 8 = deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  /** Bytes in the file, and bytes as declared when inflated. */
  readonly packed: number
  readonly size: number
  /** Where the entry's own header begins, and where its bytes begin and end. */
  readonly header: number
  readonly start: number
  readonly end: number
}

type Found = Omit<Problem, 'file' | 'severity'>

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
  readonly faults: readonly Found[]
}

export const MOST_ZIP_ENTRIES = 5000
const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const END64_SIGNATURE = 0x06064b50
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 0xffff
const IN_ZIP64 = 0xffffffff
const truncated = (found?: string): Found => ({ code: 'ZIP_TRUNCATED', ...(found === undefined ? {} : { found }) })

/** Null entries are never made up: what does not fit the bytes is a fault, and the ZIP is to be refused. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return { entries: [], faults: [truncated()] }
  const { count, offset } = directoryOf(view, end)
  if (count > MOST_ZIP_ENTRIES) {
    return { entries: [], faults: [{ code: 'ZIP_ENTRIES', found: String(count), expected: `<= ${MOST_ZIP_ENTRIES}` }] }
  }
  const entries: ZipEntry[] = []
  const faults: Found[] = []
  let at = offset
  for (let number = 0; number < count; number++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      return { entries, faults: [...faults, truncated()] }
    const { entry, next } = entryAt(view, bytes, at)
    at = next
    if (entry === null) return { entries, faults: [...faults, truncated()] }
    if (entry.start < 0 || entry.end > bytes.length) faults.push(truncated(entry.name))
    entries.push(entry)
  }
  return { entries, faults: [...faults, ...doubleFaults(entries), ...overlapFaults(entries, offset)] }
}

/** From behind, because a comment of any text may follow it. */
function endRecord(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  let nearest: number | null = null
  for (let at = view.byteLength - END_LENGTH; at >= least; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue
    if (at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at
    nearest ??= at
  }
  return nearest
}

function directoryOf(view: DataView, end: number): { count: number; offset: number } {
  const count = view.getUint16(end + 10, true)
  const offset = view.getUint32(end + 16, true)
  if (count !== 0xffff && offset !== IN_ZIP64) return { count, offset }
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, offset }
  const record = Number(view.getBigUint64(locator + 8, true))
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== END64_SIGNATURE) return { count, offset }
  return { count: Number(view.getBigUint64(record + 32, true)), offset: Number(view.getBigUint64(record + 48, true)) }
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry | null; next: number } {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + ENTRY_LENGTH + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > bytes.length) return { entry: null, next }
  const nameStart = at + ENTRY_LENGTH
  const sizes = sizesOf(view, at, { start: nameStart + nameLength, end: nameStart + nameLength + extraLength })
  const { packed, size, header } = sizes
  const start = dataStart(view, header)
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    header,
    start,
    end: start + packed,
  }
  return { entry, next }
}

/** Sizes beyond 4 GB stand in an extra field. */
function sizesOf(view: DataView, at: number, extra: { readonly start: number; readonly end: number }) {
  let size = view.getUint32(at + 24, true)
  let packed = view.getUint32(at + 20, true)
  let header = view.getUint32(at + 42, true)
  for (let field = extra.start; field + 4 <= extra.end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    const next = (): number => {
      const found = value + 8 <= extra.end ? Number(view.getBigUint64(value, true)) : Number.MAX_SAFE_INTEGER
      value += 8
      return found
    }
    if (size === IN_ZIP64) size = next()
    if (packed === IN_ZIP64) packed = next()
    if (header === IN_ZIP64) header = next()
  }
  return { size, packed, header }
}

/** -1 when no entry begins there. */
function dataStart(view: DataView, header: number): number {
  if (header + LOCAL_LENGTH > view.byteLength || view.getUint32(header, true) !== LOCAL_SIGNATURE) return -1
  return header + LOCAL_LENGTH + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
}

function doubleFaults(entries: readonly ZipEntry[]): Found[] {
  const names = new Set<string>()
  return entries.flatMap(({ name }): Found[] => {
    const key = plainEntryName(name).toLowerCase()
    if (names.has(key)) return [{ code: 'ZIP_DUPLICATE', found: name }]
    names.add(key)
    return []
  })
}

/** Some programs write the separator of their own system, or where to start from. */
export const plainEntryName = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/')

/** Two entries that share bytes are how a small file inflates to a huge one. */
function overlapFaults(entries: readonly ZipEntry[], directory: number): Found[] {
  const inOrder = entries.filter(({ start }) => start >= 0).toSorted((one, other) => one.header - other.header)
  return inOrder.flatMap((entry, at): Found[] => {
    const limit = inOrder[at + 1]?.header ?? directory
    return entry.end > limit ? [{ code: 'ZIP_OVERLAP', found: entry.name }] : []
  })
}
