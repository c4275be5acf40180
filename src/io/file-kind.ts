/** Kinds of file that people pick by mistake, by their first bytes. */

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0))

const MAGIC: readonly { readonly name: string; readonly at: number; readonly bytes: readonly number[] }[] = [
  { name: 'PDF', at: 0, bytes: ascii('%PDF-') },
  { name: 'PNG', at: 0, bytes: [0x89, ...ascii('PNG')] },
  { name: 'JPEG', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', at: 0, bytes: ascii('GIF8') },
  { name: 'WebP', at: 8, bytes: ascii('WEBP') },
  { name: 'TIFF', at: 0, bytes: [0x49, 0x49, 0x2a, 0] },
  { name: 'TIFF', at: 0, bytes: [0x4d, 0x4d, 0, 0x2a] },
  { name: 'HEIC', at: 4, bytes: ascii('ftyp') },
  { name: 'XLS, DOC', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'GZIP', at: 0, bytes: [0x1f, 0x8b] },
  { name: '7Z', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'RAR', at: 0, bytes: ascii('Rar!') },
  { name: 'RTF', at: 0, bytes: ascii('{\\rtf') },
  { name: 'SQLite', at: 0, bytes: ascii('SQLite format 3') },
  { name: 'EXE', at: 0, bytes: ascii('MZ\u0090\0') },
  { name: 'ELF', at: 0, bytes: [0x7f, ...ascii('ELF')] },
  { name: 'BZIP2', at: 0, bytes: ascii('BZh91AY&SY') },
  { name: 'XZ', at: 0, bytes: [0xfd, ...ascii('7zXZ'), 0] },
  { name: 'ZSTD', at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'Parquet', at: 0, bytes: ascii('PAR1') },
  { name: 'MHT', at: 0, bytes: ascii('MIME-Version:') },
  { name: 'PostScript', at: 0, bytes: ascii('%!PS') },
]
const ZIP_STARTS = [ascii('PK\u0003\u0004'), ascii('PK\u0005\u0006'), ascii('PK\u0007\u0008')]

/** Names inside a ZIP that tell what it is. */
const ZIP_KINDS = [
  { name: 'XLSX', entry: 'xl/' },
  { name: 'DOCX', entry: 'word/' },
  { name: 'PPTX', entry: 'ppt/' },
  { name: 'ODS', entry: 'opendocument' },
]
const BYTES_LOOKED_AT = 8192

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, offset) => bytes[at + offset] === byte)

/** The XML of Excel 2002 and 2003, which is a workbook, but none that is read. */
export const EXCEL_XML = 'Excel XML 2003'

/** The name of the kind of file that `bytes` are, where they are plainly not text of ours; else null. */
export function foreignKindOf(bytes: Uint8Array): string | null {
  if (ZIP_STARTS.some((start) => startsWith(bytes, start))) {
    const head = latin1(bytes)
    return ZIP_KINDS.find(({ entry }) => head.includes(entry))?.name ?? 'ZIP'
  }
  const magic = MAGIC.find(({ bytes: start, at }) => startsWith(bytes, start, at))
  if (magic) return magic.name
  if (isBinary(bytes)) return 'binary'
  const head = latin1(bytes).replaceAll('\0', '')
  return markupKindOf(head) ?? textGraphKindOf(head)
}

/** Share of characters that no text has, from which a file is none. */
const CONTROLS_OF_BINARY = 0.01
/** A few strayed into a short text. */
const CONTROLS_LET_IN = 4
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g

/** Control characters beyond what any text has; those of UTF-16 are counted as it reads, because its bytes may have any value. */
function isBinary(bytes: Uint8Array): boolean {
  if (isUtf32(bytes)) return false
  const looked = bytes.subarray(0, BYTES_LOOKED_AT)
  const text = utf16Of(looked) ?? latin1(looked)
  return (text.match(CONTROL)?.length ?? 0) > Math.max(CONTROLS_LET_IN, text.length * CONTROLS_OF_BINARY)
}

/** The text of what has the mark of UTF-16, or zeros in one byte of its pairs alone, as its separators and digits give. */
function utf16Of(bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++
  })
  const [even, odd] = zeros as [number, number]
  const isMarked = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  if (!isMarked && Math.max(even, odd) <= 4 * Math.min(even, odd)) return null
  const isLittle = isMarked ? bytes[0] === 0xff : odd > even
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes.subarray(0, bytes.length & ~1))
}

/** By its mark; read nowhere, but a text. */
export const isUtf32 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])

/** HTML and XML, in any encoding that keeps ASCII. */
function markupKindOf(head: string): string | null {
  const start = head.replace(/^[^\x21-\x7e]+/, '').replace(/^(?:[þÿï»¿\s])+/, '')
  if (!/^<[!?a-z]/i.test(start)) return null
  if (/<gexf\b/i.test(start)) return 'GEXF'
  if (/<graphml\b/i.test(start)) return 'GraphML'
  if (/<svg\b/i.test(start) && !/<html\b/i.test(start)) return 'SVG'
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && /<(?:\w+:)?Workbook\b/.test(start)) return EXCEL_XML
  if (/<(?:!doctype\s+html|html|head|body|table)\b/i.test(start)) return 'HTML'
  return 'XML'
}

/** Graphs in languages of their own, which are read nowhere here. */
function textGraphKindOf(head: string): string | null {
  const start = head.replace(/^(?:[þÿï»¿\s]|#[^\n]*\n|\/\/[^\n]*\n)+/, '')
  if (/^(?:strict\s+)?(?:di)?graph\b[^{}\n]{0,200}\{/i.test(start)) return 'DOT'
  if (/^(?:creator\b[^\n]*\n\s*)?(?:version\b[^\n]*\n\s*)?graph\s*\[/i.test(start)) return 'GML'
  return /^\*(?:vertices|network|nodes)\b/i.test(start) ? 'Pajek' : null
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes.subarray(0, BYTES_LOOKED_AT)) text += String.fromCharCode(byte)
  return text
}
