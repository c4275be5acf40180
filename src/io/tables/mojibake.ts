/** Texts that went through a wrong encoding on their way: found by what is left of them, and read back where that is possible. */
import { gbkBytes } from '../gb18030.ts'

/** What is left of Chinese in UTF-8 or GBK read as Latin, and the signs that stand for lost characters. */
const REMAINS =
  /锟斤拷|烫烫烫|ï¿½|Ã[\u0080-\u00bf]|[åäæçèé][\u0080-\u00bf\u2018-\u2026\u0152-\u017e]|(?:[\u00b0-\u00f7][\u00a1-\u00fe]){2}|^\?{2,}$/

/** Chinese characters, of which a text in UTF-8 that was read as GBK consists. */
const CHINESE = /[\u4e00-\u9fff\ue000-\uf8ff]{3}/
const LOST_END = /[?\ufffd]+$/
/** First bytes of Chinese characters and signs in UTF-8. */
const LEAST_LEAD = 0xe3
const HIGHEST_LEAD = 0xef

export interface Mojibake {
  /** What stood there before, where the characters tell. */
  readonly original: string | null
}

/**
 * Null for a text that is as its writer meant it, as far as it shows.
 * @param look `quickly` for a text of plain Chinese and ASCII alone, which has no remains of another encoding
 */
export function mojibakeOf(text: string, look: 'closely' | 'quickly' = 'closely'): Mojibake | null {
  if (look === 'closely' && (text.includes('\ufffd') || REMAINS.test(text))) return { original: readAsLatin(text) }
  const original = mayBeGbk(text) && CHINESE.test(text) ? readAsGbk(text) : null
  return original === null ? null : { original }
}

/** Bytes by the characters that Latin of Windows shows for them; those that it has not stand for themselves. */
const latinBytes = ((): (() => ReadonlyMap<string, number>) => {
  let table: ReadonlyMap<string, number> | null = null
  return () =>
    (table ??= new Map(
      Array.from({ length: 0x100 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
    ))
})()

/** The text that was read as Latin, in UTF-8 or else in GBK; null where its bytes are neither. */
function readAsLatin(text: string): string | null {
  const bytes: number[] = []
  for (const character of text.replace(LOST_END, '')) {
    const code = character.charCodeAt(0)
    const byte = latinBytes().get(character) ?? (code < 0x100 ? code : undefined)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  return chineseIn(bytes, 'utf-8') ?? (isCommonGbk(bytes) ? chineseIn(bytes, 'gb18030') : null)
}

/** Whether all that is not ASCII are pairs of the common characters: other bytes often make rare ones, which nobody wrote. */
function isCommonGbk(bytes: readonly number[]): boolean {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    const [lead, trail] = [bytes[at]!, bytes[++at] ?? 0]
    if (lead < 0xb0 || lead > 0xd7 || trail < 0xa1) return false
  }
  return true
}

/** Null where the bytes are not in this encoding, or hold no Chinese. */
function chineseIn(bytes: readonly number[], encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    // A character that was cut off at the end is left out.
    const original = new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes), { stream: true })
    return /[\u4e00-\u9fff]{2}/.test(original) ? original : null
  } catch {
    return null
  }
}

/** Whether the first Chinese character may be the first two bytes of one in UTF-8. */
function mayBeGbk(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    const pair = gbkBytes().get(text.charAt(at))
    return pair !== undefined && pair[0] >= LEAST_LEAD && pair[0] <= HIGHEST_LEAD
  }
  return false
}

/** The text in UTF-8 that was read as GBK; null where its bytes are no UTF-8. */
function readAsGbk(text: string): string | null {
  const bytes: number[] = []
  for (const character of text.replace(LOST_END, '')) {
    if (character < '\u0080') {
      bytes.push(character.charCodeAt(0))
      continue
    }
    const pair = gbkBytes().get(character)
    if (pair === undefined) return null
    bytes.push(...pair)
  }
  return chineseIn(bytes, 'utf-8')
}

const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const MOST_CODE_POINT = 0x10ffff

/** A text that was copied from the source of a web page: `A&amp;B` for `A&B`. */
export function markupOf(text: string): Mojibake | null {
  if (!text.includes('&') || text.search(ENTITY) < 0) return null
  const original = text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()]!
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
    return code > 0 && code <= MOST_CODE_POINT ? String.fromCodePoint(code) : entity
  })
  return { original }
}
