import {
  COLUMN_FIELDS,
  MONEY_FIELDS,
  VALUE_UNITS,
  type BringMapping,
  type DirectionSample,
  type LookAlike,
  type SameDecision,
  type TableMapping,
} from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { Problem } from '../../model/problem.ts'
import { textIn } from '../../model/local-text.ts'
import { excerpt, problemList, type ProblemList } from '../problem-list.ts'
import { eachTold, partOf, type Tell } from '../progress.ts'
import { fieldsOfHeading, headingKey, isExactHeading } from '../tables/headings.ts'
import type { Table } from '../tables/table.ts'
import type { EnterprisePlace } from './baseline-problems.ts'
import { EnterpriseNames } from './enterprise-names.ts'
import { readEnterpriseRow } from './enterprise-rows.ts'
import { fillGaps } from './fill-gaps.ts'
import { guessMapping } from './guess-mapping.ts'
import { freeIds } from './free-ids.ts'
import { noRows, type IncomingRows } from './incoming.ts'
import { currencyAt, mainCurrency, sayCurrency, type UsedTable } from './one-currency.ts'
import { readSupplyRow } from './supply-rows.ts'
import { rowReader } from './table-row.ts'
import type { Placed, Tables } from './tables.ts'

export interface TableChain {
  /** Rows to be added, or laid over the rows of `base` with the same id. */
  readonly additions: IncomingRows
  readonly problems: readonly Problem[]
  readonly lookAlikes: readonly LookAlike[]
  /** Decisions of the mapping on names that stand in these tables. */
  readonly same: readonly SameDecision[]
  readonly direction: readonly DirectionSample[]
  /** Rows of other years that were left out. */
  readonly otherYears: number
  /** Row in which an enterprise of the tables stands first. */
  readonly placeOf?: (id: string) => EnterprisePlace | undefined
  /** Currency of the money that was taken, where anything says it. */
  readonly currency?: string
}

/** Share of the time in which the rows are read; then names that look alike are looked for. */
const ROWS_READ = 0.63

/**
 * The rows of tables as rows of a chain. Enterprises are those of `base` by code or exact name, else new ones; nothing is merged
 * that only looks alike. Rows with an error are left out, each with its problem.
 */
export function tableToChain(tables: readonly Table[], mapping: BringMapping, base: Chain, tell?: Tell): TableChain {
  const used = tables.flatMap((table, at) => {
    const how = mapping.tables[at]
    return how && how.kind !== 'ignored' ? [{ table, how }] : []
  })
  const problems = new Map(tables.map(({ file }) => [file, problemList(file)]))
  const hasEnterprises = used.some(({ how }) => how.kind === 'enterprises')
  const gathered = nothingGathered(mapping, base, hasEnterprises ? 'given' : 'implied')
  const inOrder = [
    ...used.filter(({ how }) => how.kind === 'enterprises'),
    ...used.filter(({ how }) => how.kind === 'supplies'),
  ]
  const all = used.reduce((sum, { table }) => sum + table.rows.length, 0)
  const currency = mapping.currency ?? mainCurrency(used)
  let before = 0
  for (const { table, how } of inOrder) {
    const after = before + table.rows.length
    const ofTable = partOf(tell, (before / all) * ROWS_READ, (after / all) * ROWS_READ)
    readRows({ table, how }, { gathered, currency, problems: problems.get(table.file)!, tell: ofTable })
    before = after
  }
  for (const table of tables) {
    const isAlone = used.length === 0 && table === tables[0]
    if (isAlone || isPassedOver(table, mapping.tables[tables.indexOf(table)]))
      sayNotMapped(table, isAlone ? 'error' : 'warning', problems.get(table.file)!)
  }
  tell?.(ROWS_READ, 1)
  const lookAlikes = gathered.names.lookAlikes()
  sayLookAlikes(lookAlikes, gathered)
  return {
    additions: withGapsFilled(gathered, base),
    problems: [...problems.values()].flatMap((list) => list.all()),
    lookAlikes,
    same: mapping.same.filter(({ name }) => gathered.names.asked.has(name)),
    direction: directionOf(gathered, base),
    otherYears: gathered.otherYears,
    placeOf: (id) => gathered.enterprises.get(id)?.tableRow.place,
    ...(currency === null ? {} : { currency }),
  }
}

function nothingGathered(mapping: BringMapping, base: Chain, enterprises: 'given' | 'implied'): Tables {
  const supplies = new Map<string, Placed>()
  const blocks = new Map<string, Placed>()
  const notes = new Map<string, Placed>()
  return {
    names: new EnterpriseNames(base, mapping.same),
    date: mapping.date,
    hasEnterpriseTable: enterprises === 'given',
    enterprises: new Map(),
    supplies,
    blocks,
    supplyRows: new Map(),
    blockRows: new Set(),
    supplyId: freeIds((id) => supplies.has(id)),
    blockId: freeIds((id) => blocks.has(id)),
    observations: new Map(),
    notes,
    noteId: freeIds((id) => notes.has(id)),
    otherYears: 0,
  }
}

interface RowsInto {
  readonly gathered: Tables
  readonly currency: string | null
  readonly problems: ProblemList
  readonly tell: Tell
}

function readRows({ table, how }: UsedTable, { gathered, currency, problems, tell }: RowsInto): void {
  const money = { main: currency, currencyAt: currencyAt({ table, how }) }
  const rowAt = rowReader(table, how, problems, { standard: gathered.date, money })
  sayUnit(table, how, problems)
  sayCurrency({ table, how }, currency, problems)
  sayLeftOut(table, how, problems)
  eachTold(table.rows.length, tell, (at) => {
    if (how.kind === 'supplies') readSupplyRow(rowAt(at), how, gathered)
    else readEnterpriseRow(rowAt(at), gathered)
  })
}

/** Money is never multiplied in silence. */
function sayUnit({ sheet, headings }: Table, { columns, unit = 'one' }: TableMapping, problems: ProblemList): void {
  const column = columns.findIndex((field) => field !== null && MONEY_FIELDS.has(field))
  const byRow = columns.indexOf('unit')
  if (column >= 0 && byRow >= 0) {
    const where = { ...(sheet === null ? {} : { sheet }), column: headings[byRow] || byRow + 1 }
    problems.add({ code: 'UNIT', severity: 'warning', ...where, found: excerpt(headings[byRow]), expected: 'byRow' })
  }
  if (column < 0 || unit === 'one' || !Object.hasOwn(VALUE_UNITS, unit)) return
  const place = { ...(sheet === null ? {} : { sheet }), column: headings[column] || column + 1 }
  const expected = `× ${VALUE_UNITS[unit]}`
  problems.add({ code: 'UNIT', severity: 'warning', ...place, found: excerpt(headings[column]), expected })
}

/** A heading that means the same as one before it, in another word, is left out; the same word twice has been said before. */
function sayLeftOut({ sheet, headings }: Table, { kind, columns }: TableMapping, problems: ProblemList): void {
  const ofKind: readonly string[] = kind === 'ignored' ? [] : COLUMN_FIELDS[kind]
  headings.forEach((heading, column) => {
    if (columns[column] !== null || !isExactHeading(heading)) return
    const first = columns.findIndex((field) => field !== null && fieldsOfHeading(heading).includes(field))
    if (first < 0 || first > column || !ofKind.includes(columns[first]!)) return
    if (headingKey(headings[first]!) === headingKey(heading)) return
    const place = { ...(sheet === null ? {} : { sheet }), column: heading }
    const found = `${headings[first]} ≈ ${heading}`
    problems.add({ code: 'DUP_HEADER', severity: 'warning', ...place, found, expected: 'otherName' })
  })
}

/** Left out because its headings tell nothing, and not because a person wants it so, or has hidden it. */
const isPassedOver = (table: Table, how: TableMapping | undefined): boolean =>
  how?.kind === 'ignored' &&
  !table.isHidden &&
  table.rows.length > 0 &&
  guessMapping([table]).tables[0]!.kind === 'ignored'

function sayNotMapped({ sheet, headings }: Table, severity: Problem['severity'], problems: ProblemList): void {
  const place = sheet === null ? {} : { sheet }
  const found = excerpt(headings.slice(0, 6).join(', '))
  const isUncut = headings.length === 1 && headings[0]!.split(BETWEEN_WORDS).filter(isExactHeading).length > 1
  problems.add({ code: 'NO_COLUMNS', severity, ...place, found, ...(isUncut && { expected: 'severalCells' }) })
}

/** What may have been meant to part the headings of one cell. */
const BETWEEN_WORDS = /[\s,;|，；、｜:：]+/

function sayLookAlikes(lookAlikes: readonly LookAlike[], { enterprises, names }: Tables): void {
  const idOfName = new Map(Array.from(names.made, ([id, name]) => [name, id]))
  for (const { name, other } of lookAlikes) {
    const row = enterprises.get(idOfName.get(name)!)?.tableRow
    const field = row && row.text('name') === name ? 'name' : row?.text('supplier') === name ? 'supplier' : 'customer'
    row?.say(field, { code: 'LOOKALIKE', severity: 'warning', found: `${name} ≈ ${other}` })
  }
}

const rowsIn = (rows: ReadonlyMap<string, Placed>) => [...rows.values()].map(({ row }) => row)

function withGapsFilled(gathered: Tables, base: Chain): IncomingRows {
  const { stages, enterprises, supplies } = fillGaps(gathered, base)
  return {
    ...noRows(),
    stages,
    enterprises,
    supplies,
    blocks: rowsIn(gathered.blocks),
    observations: rowsIn(gathered.observations),
    notes: rowsIn(gathered.notes),
  }
}

const SAMPLES = 3

/** The first links as sentences, by which a person confirms who supplies whom. */
function directionOf({ supplies, enterprises }: Tables, base: Chain): DirectionSample[] {
  const baseNames = new Map(base.enterprises.map(({ id, name }) => [id, textIn(name, 'zh')]))
  const nameOf = (id: unknown): string => {
    const incoming = enterprises.get(String(id))?.row.name
    return (typeof incoming === 'string' ? incoming : undefined) ?? baseNames.get(String(id)) ?? String(id)
  }
  return [...supplies.values()]
    .filter(({ row }) => row.from !== row.to)
    .slice(0, SAMPLES)
    .map(({ row }) => ({ from: nameOf(row.from), to: nameOf(row.to), product: String(row.product) }))
}
