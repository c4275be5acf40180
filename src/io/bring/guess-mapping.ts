import {
  COLUMN_FIELDS,
  MONEY_FIELDS,
  SEVERAL_COLUMNS,
  type BringMapping,
  type ColumnFieldId,
  type TableKind,
  type TableMapping,
  type ValueUnit,
} from '../../model/bring.ts'
import { fieldsOfHeading, isExactHeading } from '../tables/headings.ts'
import type { Table } from '../tables/table.ts'
import { isMoneyUnit, valueUnitOf, valueUnitOfTitles } from '../tables/value-unit.ts'
import { dayIn, decimalOf, yearOf } from './read-cell.ts'

/** Columns whose numbers tell the decimal mark. */
const NUMBERS: ReadonlySet<ColumnFieldId> = new Set([
  'flow', 'share', 'finalDemand', 'spareCapacity', 'operatingRate', 'staffReturn', 'outputRecovery', 'severity',
]) // prettier-ignore

const ALL_FIELDS: readonly ColumnFieldId[] = [...COLUMN_FIELDS.supplies, ...COLUMN_FIELDS.enterprises]

/** What the tables are and what their columns hold, as far as their headings tell; for a person to confirm. */
export const guessMapping = (tables: readonly Table[], wished: WishedColumns = new Map()): BringMapping => ({
  tables: tables.map((table) => guessTable({ ...table, isHidden: table.isHidden && tables.some(isShown) }, wished)),
  same: [],
  date: tables.flatMap(({ titles }) => titles.map(dayIn)).find((day) => day !== null) ?? null,
})

const isShown = ({ isHidden }: Table): boolean => !isHidden

/** Fields, or headings that mean them, by heading; '' = left out. */
export type WishedColumns = ReadonlyMap<string, string>

function guessTable(table: Table, wished: WishedColumns): TableMapping {
  const meanings = table.headings.map((heading) => {
    const wish = wished.get(heading)
    return wish === undefined ? fieldsOfHeading(heading) : ALL_FIELDS.filter((field) => field === wish)
  })
  const supplies = withMoneyUnits(table, columnsFor('supplies', meanings))
  const enterprises = columnsFor('enterprises', meanings)
  const isSupplies =
    (supplies.includes('supplier') || supplies.includes('supplierCode')) &&
    (supplies.includes('customer') || supplies.includes('customerCode'))
  const isEnterprises = enterprises.includes('name') || enterprises.includes('code') || enterprises.includes('id')
  const kind =
    table.isHidden || !isSure(table, meanings, wished)
      ? 'ignored'
      : isSupplies
        ? 'supplies'
        : isEnterprises
          ? 'enterprises'
          : 'ignored'
  return mappingFor(table, kind, kind === 'supplies' ? supplies : enterprises)
}

/** Known parts in which a heading must be told, where none is known as a whole: a single one may stand in any text. */
const PARTS_ENOUGH = 2

function isSure({ headings }: Table, meanings: readonly (readonly ColumnFieldId[])[], wished: WishedColumns): boolean {
  if (headings.some((heading) => wished.has(heading) || isExactHeading(heading))) return true
  return meanings.filter((fields) => fields.length > 0).length >= PARTS_ENOUGH
}

/** The mapping with another kind: its columns are looked up again. */
export function mappingOfKind(table: Table, kind: TableMapping['kind']): TableMapping {
  if (kind === 'ignored')
    return mappingFor(
      table,
      kind,
      table.headings.map(() => null),
    )
  const columns = columnsFor(kind, table.headings.map(fieldsOfHeading))
  return mappingFor(table, kind, kind === 'supplies' ? withMoneyUnits(table, columns) : columns)
}

function mappingFor(table: Table, kind: TableMapping['kind'], columns: TableMapping['columns']): TableMapping {
  const numbers = columns.flatMap((field, column) => (field !== null && NUMBERS.has(field) ? [column] : []))
  const years = yearsOf(table, columns)
  return {
    kind,
    columns,
    decimal: decimalOf(cellsOf(table, numbers), table.separator),
    isReversed: false,
    isPerYear: isPerYear(table, columns),
    ...unitOf(table, columns),
    year: years.at(-1) ?? null,
  }
}

function* cellsOf({ rows }: Table, columns: readonly number[]): Iterable<string> {
  for (const row of rows) for (const column of columns) yield row[column]!
}

/** A column of units may as well count pieces or tons, of which the chain knows nothing. */
function withMoneyUnits({ rows }: Table, columns: readonly (ColumnFieldId | null)[]): (ColumnFieldId | null)[] {
  return columns.map((field, column) => {
    if (field !== 'unit') return field
    const said = rows.map((row) => row[column]!).filter((cell) => cell !== '')
    return said.filter(isMoneyUnit).length * 2 > said.length ? field : null
  })
}

/** The first column of each field; a heading that may mean several takes the first that is free. */
function columnsFor(kind: TableKind, meanings: readonly (readonly ColumnFieldId[])[]): (ColumnFieldId | null)[] {
  const ofKind: readonly ColumnFieldId[] = COLUMN_FIELDS[kind]
  const taken = new Set<ColumnFieldId>()
  return meanings.map((fields) => {
    const field = fields.find((each) => ofKind.includes(each) && !taken.has(each))
    if (field === undefined) return null
    if (!SEVERAL_COLUMNS.has(field)) taken.add(field)
    return field
  })
}

/** Money is told per year unless the heading says day or flow. */
function isPerYear({ headings }: Table, columns: TableMapping['columns']): boolean {
  const heading = headings[columns.indexOf('flow')] ?? ''
  return columns.includes('flow') && !/日|天|flow|流量|per day|daily|weight/i.test(heading)
}

/** Unit of each column, should it hold money: what its heading says, else what stands above the table. */
export function unitsOf({ headings, titles }: Table): readonly ValueUnit[] {
  const ofAll = valueUnitOfTitles(titles)
  return headings.map((heading) => {
    const unit = valueUnitOf(heading)
    return unit === 'one' && !/元|\b(?:cny|rmb|usd|eur)\b/i.test(heading) ? ofAll : unit
  })
}

function unitOf(table: Table, columns: TableMapping['columns']): Pick<TableMapping, 'unit'> {
  const column = columns.findIndex((field) => field !== null && MONEY_FIELDS.has(field))
  const unit = column < 0 ? 'one' : unitsOf(table)[column]!
  return unit === 'one' ? {} : { unit }
}

/** The years that the rows name, in order. */
export function yearsOf({ rows }: Table, columns: TableMapping['columns']): readonly string[] {
  const column = columns.indexOf('year')
  if (column < 0) return []
  return [...new Set(rows.flatMap((row) => yearOf(row[column]!) ?? []))].toSorted()
}
