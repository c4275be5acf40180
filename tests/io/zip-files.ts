/** ZIP files built byte by byte, so that each of their lies can be told. */
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../src/io/tables/crc32.ts'

export interface ZipPart {
  readonly name: string
  readonly content: Uint8Array | string
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** What the headers declare instead of the real size. */
  readonly size?: number
  /** Named in the directory, but its bytes are those of the part of this number. */
  readonly sameBytesAs?: number
}

export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content as string)
    const packed = part.method === 0 ? content : deflateRawSync(content)
    const name = Buffer.from(part.name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.flags ?? 0, 2)
    fields.writeUInt16LE(part.method ?? 8, 4)
    fields.writeUInt32LE(part.crc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.size ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    fields.copy(head, 4)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    fields.copy(entry, 6, 0, 26)
    offsets.push(part.sameBytesAs === undefined ? at : offsets[part.sameBytesAs]!)
    entry.writeUInt32LE(offsets.at(-1)!, 42)
    directory.push(entry, name)
    if (part.sameBytesAs !== undefined) continue
    pieces.push(head, name, packed)
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length & 0xffff, 8)
  end.writeUInt16LE(parts.length & 0xffff, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...pieces, list, end]))
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const NS = 'http://schemas.openxmlformats.org'

/** The parts of a workbook with one sheet, whose rows are given as XML. */
export function workbookParts(
  rows: string,
  around: { readonly before?: string; readonly after?: string } = {},
): ZipPart[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="${NS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${XML}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${XML}${around.before ?? ''}<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${around.after ?? ''}</worksheet>`,
    },
  ]
}

/** A row of texts as a sheet keeps it. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((cell, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`)
    .join('')}</row>`
