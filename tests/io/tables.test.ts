import { expect, test } from 'vitest'
import { readTables } from '../../src/io/tables/read-table-file.ts'
import { textRow, workbookParts, zipOf, type ZipPart } from './zip-files.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (content: string | Uint8Array, name = 'table.csv') =>
  readTables(typeof content === 'string' ? utf8(content) : content, name)
const codes = async (content: string | Uint8Array, name?: string) =>
  (await read(content, name)).problems.map(({ code, row, severity }) => `${code} ${severity} ${row ?? '-'}`)
const rowsOf = async (content: string | Uint8Array, name?: string) => (await read(content, name)).tables[0]!.rows

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}
const GBK = new Uint8Array(Buffer.from('c6f3d2b5c3fbb3c62cb4fac2eb0ab8a3bda8b5e7d7d32c30310a', 'hex'))
const CHINESE = '企业名称,代码\n福建电子,01\n'

test.each([
  ['UTF-8', utf8(CHINESE), 'utf-8'],
  ['UTF-8 with a mark', utf8(`\ufeff${CHINESE}`), 'utf-8'],
  ['GBK', GBK, 'gb18030'],
  ['UTF-16 LE with a mark', utf16(`\ufeff${CHINESE}`, false), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16(`\ufeff${CHINESE}`, true), 'utf-16be'],
  ['UTF-16 LE without a mark', utf16(CHINESE, false), 'utf-16le'],
  ['UTF-16 BE without a mark', utf16(CHINESE, true), 'utf-16be'],
])('%s gives the same cells, and says how it was read', async (_, bytes, encoding) => {
  const { tables, layout, problems } = await read(bytes)
  expect(tables[0]!.headings).toEqual(['企业名称', '代码'])
  expect(tables[0]!.rows).toEqual([['福建电子', '01']])
  expect(layout).toEqual({ encoding, separator: ',' })
  expect(problems).toEqual([])
})

test.each([
  ['comma', 'a,b\n1,2\n', ','],
  ['semicolon, with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
  ['tab', 'a\tb\n1,1\t2\n', '\t'],
  ['said in a line sep=', 'sep=;\r\na;b\r\n1;2\r\n', ';'],
  ['full-width comma', 'a，b\n1，2\n3，4\n', '，'],
  ['full-width semicolon, with commas of both widths in the cells', 'a；b\n1,5；2，5\n3,5；4，5\n', '；'],
  ['enumeration comma', 'a、b\n1、2\n', '、'],
  ['comma, with full-width commas and enumerations in the cells', 'a,b\n1，2,3、4\n5，6,7、8\n', ','],
])('separator: %s', async (_, text, separator) => {
  const { layout, tables } = await read(text)
  expect(layout!.separator).toBe(separator)
  expect(tables[0]!.headings).toEqual(['a', 'b'])
})

test.each(['\n', '\r\n', '\r'])('line ends %j give the same rows and lines', async (end) => {
  const { tables } = await read(['name,code', '"a', 'b",1', 'c,2', ''].join(end))
  expect(tables[0]!.rows).toEqual([
    ['a\nb', '1'],
    ['c', '2'],
  ])
  expect(tables[0]!.lines).toEqual([2, 4])
})

test('codes stay the text that stands there', async () => {
  expect(await rowsOf('name,code\na,01\nb,913509005875277836\nc,1E5\nd,TRUE\ne,1-2\n')).toEqual([
    ['a', '01'],
    ['b', '913509005875277836'],
    ['c', '1E5'],
    ['d', 'TRUE'],
    ['e', '1-2'],
  ])
})

test('names that every object knows are plain headings and cells', async () => {
  const { tables } = await read('__proto__,constructor\ntoString,__proto__\n')
  expect(tables[0]!.rows).toEqual([['toString', '__proto__']])
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test.each<[string, string | Uint8Array, readonly string[]]>([
  ['nothing', '', ['EMPTY error -']],
  ['blank lines', '\n \n', ['EMPTY error -']],
  ['a heading alone', 'name,code\n', ['NO_ROWS error -']],
  ['an open quote', 'name\n"a\nb\n', ['QUOTE error 2']],
  ['a quote inside a quoted cell', 'name,b\n"a"b,c\nd,e\n', ['QUOTE error 2']],
  ['a cell too many', 'name,b\n1,2,3\n4,5\n', ['RAGGED error 2']],
  ['a cell too few', 'name,b\n1\n4,5\n', ['RAGGED warning 2']],
  ['a heading twice', 'name,name\n1,2\n', ['DUP_HEADER warning 1']],
  ['a formula', 'name\n=cmd|x\n-5\n+1\n', ['FORMULA warning 2']],
  ['a rounded code', 'name\n9.13509E+17\n', ['ID_PRECISION warning 2']],
  ['a text too long', `name\n${'x'.repeat(10_001)}\n`, ['LIMIT error 2']],
  ['many columns', `${'a,'.repeat(512)}b\n`, ['TOO_WIDE error 1']],
  ['mojibake', 'name\n锟斤拷\n', ['ENCODING warning 2']],
  ['one wrong byte among Chinese', new Uint8Array([...utf8('名\n中国\n福建\n'), 0xff, 0x0a]), ['ENCODING error 4']],
  ['Latin letters of Windows', new Uint8Array([...utf8('name\nSoci'), 0xe9, 0x74, 0xe9, 0x20]), ['ENCODING error 2']],
])('%s', async (_, content, expected) => expect(await codes(content)).toEqual(expected))

test('512 columns and 10,000 characters are taken', async () => {
  expect(await codes(`${Array.from({ length: 512 }, (_, at) => `c${at}`).join(',')}\n${'1,'.repeat(511)}1\n`)).toEqual(
    [],
  )
  expect(await codes(`name\n${'x'.repeat(10_000)}\n`)).toEqual([])
})

test('a title above the heading is passed over', async () => {
  const { tables } = await read('重点企业白名单\n\n企业名称,角色,环节\n甲,龙头,电池\n')
  expect(tables[0]!.headings).toEqual(['企业名称', '角色', '环节'])
  expect(tables[0]!.lines).toEqual([4])
})

const ROWS = textRow(1, '企业名称', '统一社会信用代码') + textRow(2, '甲', '01')
const book = (rows: string, around?: { before?: string; after?: string }) => zipOf(workbookParts(rows, around))
const withPart = (...parts: readonly ZipPart[]) => zipOf([...workbookParts(ROWS), ...parts])

test('a workbook gives its cells as text', async () => {
  const { tables, problems } = await read(book(ROWS), 'a.xlsx')
  expect(tables[0]).toMatchObject({
    sheet: '名单',
    headings: ['企业名称', '统一社会信用代码'],
    rows: [['甲', '01']],
    lines: [2],
  })
  expect(problems).toEqual([])
})

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
const oleWith = (name: string) => new Uint8Array(Buffer.concat([OLE, Buffer.from(name, 'utf16le')]))

test.each<[string, Uint8Array, string]>([
  ['a bomb of zeros', withPart({ name: 'xl/media/zero.bin', content: Buffer.alloc(20_000_000) }), 'ZIP_RATIO'],
  [
    'a declared size of 500 MB',
    withPart({ name: 'a', content: Buffer.from('abc'), size: 500_000_000 }),
    'ZIP_RATIO ZIP_SIZE',
  ],
  ['a size that is a lie', withPart({ name: 'a', content: Buffer.alloc(100_000, 'ab'), size: 10 }), 'ZIP_SIZE'],
  ['a bomb that is a lie', withPart({ name: 'a', content: Buffer.alloc(30_000_000), size: 10 }), 'ZIP_SIZE ZIP_RATIO'],
  [
    'many parts',
    withPart(...Array.from({ length: 5000 }, (_, at) => ({ name: `p${at}`, content: '', method: 0 }))),
    'ZIP_ENTRIES',
  ],
  ['shared bytes', withPart({ name: 'again.xml', content: '', sameBytesAs: 4 }), 'ZIP_OVERLAP'],
  ['a part twice', withPart({ name: 'XL/workbook.xml', content: 'x' }), 'ZIP_DUPLICATE'],
  ['an odd method', withPart({ name: 'a', content: 'x', method: 12 }), 'ZIP_METHOD'],
  ['a wrong checksum', withPart({ name: 'a', content: 'x', crc: 1 }), 'ZIP_CRC'],
  ['a part with a password', withPart({ name: 'a', content: 'x', flags: 1 }), 'ENCRYPTED'],
  ['the first half', book(ROWS).subarray(0, 900), 'ZIP_TRUNCATED'],
  ['a text document', zipOf([{ name: 'word/document.xml', content: '<a/>' }]), 'NOT_XLSX'],
  ['a document type', book(ROWS, { before: '<!DOCTYPE x [<!ENTITY a "b">]>' }), 'XML_DTD'],
  [
    'XML that is cut off',
    zipOf([
      ...workbookParts(ROWS).slice(0, 4),
      { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData><row>' },
    ]),
    'XML',
  ],
  ['an old workbook', oleWith('Workbook'), 'LEGACY_XLS'],
  ['a workbook with a password', oleWith('EncryptedPackage'), 'ENCRYPTED'],
  ['a table named as a workbook', utf8('name\na\n'), 'NOT_XLSX'],
])('workbook: %s', async (_, bytes, expected) => {
  const started = process.cpuUsage()
  const { tables, problems } = await read(bytes, 'a.xlsx')
  const { user, system } = process.cpuUsage(started)
  expect([...new Set(problems.map(({ code }) => code))].join(' ')).toBe(expected)
  expect(tables).toEqual([])
  expect((user + system) / 1000).toBeLessThan(2000)
})

test('what a workbook hides, merges, computes or has rounded is said', async () => {
  const rows =
    textRow(1, '企业名称', '代码', '开工率') +
    '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>913509005875277836</v></c><c r="C2"><f>1/2</f><v>0.5</v></c></row>' +
    '<row r="3"><c r="B3" t="inlineStr"><is><t>02</t></is></c></row>'
  const { tables, problems } = await read(
    book(rows, { after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' }),
    'a.xlsx',
  )
  expect(problems.map(({ code, severity }) => `${code} ${severity}`).toSorted()).toEqual([
    'FORMULA warning',
    'HIDDEN warning',
    'ID_PRECISION warning',
    'MERGED warning',
  ])
  expect(tables[0]!.rows).toEqual([
    ['甲', '913509005875277800', '0.5'],
    ['甲', '02', ''],
  ])
})

test('a cell in the last corner of a sheet is refused, not laid out', async () => {
  const { problems } = await read(book(`${ROWS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), 'a.xlsx')
  expect(problems.map(({ code }) => code)).toEqual(['TOO_WIDE'])
})
