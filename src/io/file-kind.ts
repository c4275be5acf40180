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

/** The name of the kind of file that `bytes` are, where they are plainly not text of ours; else null. */
export function foreignKindOf(bytes: Uint8Array): string | null {
  if (ZIP_STARTS.some((start) => startsWith(bytes, start))) {
    const head = latin1(bytes)
    return ZIP_KINDS.find(({ entry }) => head.includes(entry))?.name ?? 'ZIP'
  }
  const magic = MAGIC.find(({ bytes: start, at }) => startsWith(bytes, start, at))
  return magic ? magic.name : markupKindOf(latin1(bytes).replaceAll('\0', ''))
}

/** HTML and XML, in any encoding that keeps ASCII. */
function markupKindOf(head: string): string | null {
  const start = head.replace(/^[^\x21-\x7e]+/, '').replace(/^(?:[þÿï»¿\s])+/, '')
  if (!/^<[!?a-z]/i.test(start)) return null
  if (/<gexf\b/i.test(start)) return 'GEXF'
  if (/<graphml\b/i.test(start)) return 'GraphML'
  if (/<svg\b/i.test(start) && !/<html\b/i.test(start)) return 'SVG'
  if (/<(?:!doctype\s+html|html|head|body|table)\b/i.test(start)) return 'HTML'
  return 'XML'
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes.subarray(0, BYTES_LOOKED_AT)) text += String.fromCharCode(byte)
  return text
}
