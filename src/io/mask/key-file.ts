/** The key of a masked copy as a file: each code and what it stands for. */
import Papa from 'papaparse'
import type { KeyFormat } from '../../model/masking.ts'
import type { Problem } from '../../model/problem.ts'
import { isObject } from '../check-shape.ts'
import { decodeText } from '../decode-text.ts'
import { guarded, unguarded } from '../formats/formula-guard.ts'
import type { KeyEntry } from './mask-codes.ts'

export interface MaskKey {
  /** Stands in the masked copy as well, so that no other key is taken for it. */
  readonly mask: string
  /** SHA-256 of the masked file as it was handed out. */
  readonly sha256: string
  readonly entries: readonly KeyEntry[]
}

const FORMAT = 'changlian-key'
const VERSION = 1
const MARK = '\ufeff'
const COLUMNS = ['kind', 'code', 'text', 'zh', 'en', 'json'] as const
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>
const NOTHING: Row = { kind: '', code: '', text: '', zh: '', en: '', json: '' }

export function writeKey({ mask, sha256, entries }: MaskKey, format: KeyFormat): string {
  if (format === 'json')
    return `${JSON.stringify({ format: FORMAT, version: VERSION, mask, sha256, entries }, null, 1)}\n`
  const head = [
    { ...NOTHING, kind: 'format', code: FORMAT, text: String(VERSION) },
    { ...NOTHING, kind: 'mask', code: mask },
    { ...NOTHING, kind: 'sha256', code: sha256 },
  ]
  const rows = [...head, ...entries.map(rowOf)].map((row) => COLUMNS.map((column) => guarded(row[column])))
  return `${MARK}${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}\r\n`
}

/** A plain text, or one in both languages, stands in cells of its own; anything else as JSON. */
function rowOf({ kind, code, original }: KeyEntry): Row {
  const row = { ...NOTHING, kind, code }
  if (typeof original === 'string' && original !== '') return { ...row, text: original }
  if (isObject(original) && Object.keys(original).join() === 'zh,en') {
    const { zh, en } = original
    if (typeof zh === 'string' && typeof en === 'string' && zh + en !== '') return { ...row, zh, en }
  }
  return { ...row, json: JSON.stringify(original) }
}

export interface ReadKey {
  readonly key: MaskKey | null
  readonly problems: readonly Problem[]
}

/** Reads a key of either format; what is none is a problem, never an exception. */
export function readKey(bytes: Uint8Array, file: string): ReadKey {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { key: null, problems: [{ ...decoded.problem, file }] }
  const { text } = decoded
  const key = text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text)
  if (key) return { key, problems: [] }
  return { key: null, problems: [{ code: 'KEY', severity: 'error', file }] }
}

function fromJson(text: string): MaskKey | null {
  try {
    const { format, version, mask, sha256, entries } = JSON.parse(text) as Partial<Record<string, unknown>>
    if (format !== FORMAT || version !== VERSION || typeof mask !== 'string' || typeof sha256 !== 'string') return null
    return Array.isArray(entries) && entries.every(isEntry) ? { mask, sha256, entries } : null
  } catch {
    return null
  }
}

const isEntry = (value: unknown): value is KeyEntry =>
  isObject(value) && typeof value.kind === 'string' && typeof value.code === 'string' && value.original !== undefined

function fromCsv(text: string): MaskKey | null {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { newline: '\n', skipEmptyLines: true })
  const [heads, ...lines] = data
  if (errors.some(({ type }) => type === 'Quotes') || COLUMNS.some((column, at) => heads?.[at] !== column)) return null
  const rows = lines.map((line) => COLUMNS.map((_, at) => unguarded(line[at] ?? '')))
  const [format, mask, sha256, ...rest] = rows
  if (format?.[0] !== 'format' || format[1] !== FORMAT || mask?.[0] !== 'mask' || sha256?.[0] !== 'sha256') return null
  const entries = rest.flatMap((row) => entryOf(row) ?? [])
  return entries.length === rest.length ? { mask: mask[1]!, sha256: sha256[1]!, entries } : null
}

function entryOf([kind = '', code = '', text = '', zh = '', en = '', json = '']: readonly string[]): KeyEntry | null {
  if (text !== '') return { kind, code, original: text }
  if (zh + en !== '') return { kind, code, original: { zh, en } }
  try {
    const original: unknown = JSON.parse(json)
    return { kind, code, original }
  } catch {
    return null
  }
}
