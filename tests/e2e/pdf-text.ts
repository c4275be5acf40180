/** The texts of a PDF as Chromium writes it, in the order in which they are drawn: by the tables with which a reader copies and searches. */
import { inflateSync } from 'node:zlib'

/** Signs by code, as its hex digits stand in a text. */
type Glyphs = ReadonlyMap<string, string>

interface PdfObject {
  readonly head: string
  /** Content of its stream, inflated; '' where it has none. */
  readonly stream: string
}

/** @returns texts, each piece of a line by itself */
export const pdfText = (pdf: Uint8Array): string => pdfPages(pdf).join('\n')

/** The texts of each page by itself. */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  const fonts = new Map<string, Glyphs>()
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.head ?? '')?.[1]
      if (table !== undefined) fonts.set(name!, glyphsOf(objects.get(table)!.stream))
    }
  }
  if (fonts.size === 0) throw new Error('expected fonts whose signs are told, got none')
  return [...objects.values()]
    .filter(({ stream }) => /\bTf\b/.test(stream))
    .map(({ stream }) => drawnText(stream, fonts))
}

/** By number. A stream is as long as its head says: its bytes may hold any word. */
function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  const start = /(\d+) 0 obj\s/g
  for (let found = start.exec(file); found; found = start.exec(file)) {
    const head = /[\s\S]*?(?=stream\r?\n|endobj)/.exec(file.slice(start.lastIndex))![0]
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const from = file.indexOf('\n', start.lastIndex + head.length) + 1
    const bytes = Buffer.from(file.slice(from, from + length), 'latin1')
    const isDeflated = length > 0 && head.includes('/FlateDecode')
    objects.set(found[1]!, { head, stream: (isDeflated ? inflateSync(bytes) : bytes).toString('latin1') })
    start.lastIndex = from + length
  }
  return objects
}

/** Chromium names a glyph by a radical where font and sign share it; readers take it for the sign. */
const RADICALS: Readonly<Record<string, string>> = {
  '⻅': '见', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻚': '页', '⻛': '风', '⻝': '食', '⻢': '马', '⻥': '鱼',
  '⻦': '鸟', '⻩': '黄', '⻬': '齐', '⻰': '龙', '⻆': '角',
} // prettier-ignore

const signs = (hex: string): string => signOf(Buffer.from(hex, 'hex').swap16().toString('utf16le'))
const signOf = (text: string): string => RADICALS[text] ?? text.normalize('NFKC')

function glyphsOf(table: string): Glyphs {
  const glyphs = new Map<string, string>()
  for (const [, lines] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, text] of lines!.matchAll(/<(\w+)>\s*<(\w+)>/g)) glyphs.set(code!.toUpperCase(), signs(text!))
  for (const [, lines] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, text] of lines!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = parseInt(from!, 16); code <= parseInt(to!, 16); code++) {
        const digits = code.toString(16).toUpperCase().padStart(from!.length, '0')
        glyphs.set(digits, signOf(String.fromCodePoint(parseInt(text!, 16) + code - parseInt(from!, 16))))
      }
  return glyphs
}

/** Codes of a font have one or two bytes, as its table has them. */
function drawnText(stream: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map()
  let text = ''
  for (const [, font, hex, end] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-fA-F]+)>|\b(ET)\b/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map()
    else if (end !== undefined) text += '\n'
    else {
      const digits = [...glyphs.keys()][0]?.length ?? 2
      for (const code of hex!.toUpperCase().match(new RegExp(`.{${digits}}`, 'g')) ?? []) text += glyphs.get(code) ?? ''
    }
  }
  return text
}
