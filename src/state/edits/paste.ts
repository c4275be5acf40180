/** Cells of a spreadsheet onto a table: what they would change, and what of them is refused. */
import type { Chain } from '../../model/chain.ts'
import { guarded, unguarded } from '../../io/formats/formula-guard.ts'
import type { TableId } from '../sheets.ts'
import { cellText, readCell, type CellWords } from './cell-text.ts'
import { EDIT_FIELDS, isFixed, type EditField } from './field-list.ts'
import { errorsAfter, freeIds, rowsOf, type CellEdit, type Row, type TableChange } from './table-change.ts'

/** A cell that does not enter: where it stands in what was pasted, 1-based, and what would be right. */
export interface RefusedCell {
  readonly row: number
  readonly column: string
  readonly found: string
  readonly expected: string
}

export interface PastePlan {
  readonly change: TableChange
  readonly refused: readonly RefusedCell[]
}

export interface PastePlace {
  readonly table: TableId
  /** Positions of the rows in the order on screen; rows pasted beyond the last are added. */
  readonly rows: readonly number[]
  /** Where the first cell goes: index in `rows`, and in `fields`. */
  readonly at: number
  readonly fields: readonly EditField[]
  readonly firstField: number
}

/** Cells of a copied range: tabs part cells, line breaks rows; a cell with either is quoted. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    rows.at(-1)!.push(unguarded(match[1]?.replaceAll('""', '"') ?? match[2] ?? ''))
    if (match[3] === '' || pattern.lastIndex >= text.length) break
    if (match[3] !== '\t') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''))
}

/** Rows as a spreadsheet takes them; texts that begin like a formula are guarded. */
export function textOfRows(rows: readonly Row[], fields: readonly EditField[], words: CellWords): string {
  const cell = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows
    .map((row) =>
      fields
        .map((field) => cellText(row[field.name], field, words))
        .map((text) => cell(Number.isNaN(Number(text)) ? guarded(text) : text))
        .join('\t'),
    )
    .join('\n')
}

/** The plan holds only what the chain takes as a whole: what a check of the outcome refuses is taken out and said. */
export function planPaste(
  chain: Chain,
  cells: readonly (readonly string[])[],
  place: PastePlace,
  words: CellWords,
): PastePlan {
  const read = readAll(chain, cells, place, words)
  const { table } = place
  const { refused } = read
  const count = rowsOf(chain, table).length
  let { edits, added } = read
  for (;;) {
    const change: TableChange = { table, cells: edits, rows: added.map(({ row }) => row) }
    const errors = errorsAfter(chain, change)
    if (errors.length === 0) return { change, refused }
    const wrong = new Set<string>()
    for (const { path = '', found = '', expected = '' } of errors) {
      const [, at, field = ''] = new RegExp(`^${table}\\[(\\d+)\\](?:\\.([^.[]+))?`).exec(path) ?? []
      const position = Number(at ?? -1)
      const isNew = position >= count
      const isNamed = edits.some((cell) => cell.row === position && cell.field === field)
      if (!isNew && !edits.some((cell) => cell.row === position)) continue
      wrong.add(isNew || !isNamed ? `${position}` : `${position} ${field}`)
      const line = isNew ? added[position - count]!.line : place.rows.indexOf(position) - place.at
      refused.push({ row: line + 1, column: field, found, expected })
    }
    if (wrong.size === 0) {
      const { found = '', expected = '' } = errors[0]!
      return { change: { table, cells: [], rows: [] }, refused: [...refused, { row: 0, column: '', found, expected }] }
    }
    edits = edits.filter(({ row, field }) => !wrong.has(`${row}`) && !wrong.has(`${row} ${field}`))
    added = added.filter((_, at) => !wrong.has(`${count + at}`))
  }
}

interface ReadPaste {
  readonly edits: readonly CellEdit[]
  /** Rows to add, with their place in what was pasted. */
  readonly added: readonly { readonly row: Row; readonly line: number }[]
  readonly refused: RefusedCell[]
}

function readAll(chain: Chain, cells: readonly (readonly string[])[], place: PastePlace, words: CellWords): ReadPaste {
  const before = rowsOf(chain, place.table)
  const edits: CellEdit[] = []
  const added: { row: Row; line: number }[] = []
  const refused: RefusedCell[] = []
  const nextId = freeIds(chain, place.table, place.table.slice(0, 1))
  cells.forEach((texts, line) => {
    const position = place.rows[place.at + line]
    const old = position === undefined ? null : { position, row: before[position]! }
    const read = readLine(texts, old, place, words)
    if (old) edits.push(...read.cells)
    else if (read.wrong.length === 0) {
      const row = rowOf(place.table, read.cells, nextId)
      const missing = EDIT_FIELDS[place.table].filter(({ name, isRequired }) => isRequired && row[name] === undefined)
      for (const { name } of missing) read.wrong.push({ column: name, found: '', expected: 'required' })
      if (missing.length === 0) added.push({ row, line })
    }
    for (const wrong of read.wrong) refused.push({ row: line + 1, ...wrong })
  })
  return { edits, added, refused }
}

function readLine(
  texts: readonly string[],
  old: { readonly position: number; readonly row: Row } | null,
  place: PastePlace,
  words: CellWords,
) {
  const cells: CellEdit[] = []
  const wrong: Omit<RefusedCell, 'row'>[] = []
  texts.forEach((text, column) => {
    const field = place.fields[place.firstField + column]
    const refuse = (expected: string) =>
      void wrong.push({ column: field?.name ?? String(column + 1), found: text, expected })
    if (!field) return text.trim() === '' ? undefined : refuse('noColumn')
    if (old && isFixed(field)) return text.trim() === old.row[field.name] ? undefined : refuse('fixedId')
    if (!old && text.trim() === '') return
    const cell = readCell(text, field, words, old?.row[field.name])
    if ('expected' in cell) refuse(cell.expected)
    else cells.push({ row: old?.position ?? -1, field: field.name, value: cell.value })
  })
  return { cells, wrong }
}

/** A new row; an id is made up where the table has ids and none is given. */
function rowOf(table: TableId, cells: readonly CellEdit[], nextId: () => string): Row {
  const row = Object.fromEntries(cells.map(({ field, value }) => [field, value]))
  const hasId = EDIT_FIELDS[table].some(isFixed)
  return hasId && row.id === undefined ? { id: nextId(), ...row } : row
}
