import { VALUE_UNITS, type ColumnFieldId, type TableMapping } from '../../model/bring.ts'
import type { IsoDate } from '../../model/chain.ts'
import type { Problem } from '../../model/problem.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { currencyOf } from '../tables/currency.ts'
import type { Table } from '../tables/table.ts'
import { isMoneyUnit, valueUnitOf } from '../tables/value-unit.ts'
import {
  dayOf, daysOf, dayWithoutYear, flagOf, isDitto, isNotGiven, isSpreadsheetError, numberOf, saysItsUnit, shareOf, yearOf, type ShareColumn,
} from './read-cell.ts' // prettier-ignore

export interface RowPlace {
  readonly file: string
  readonly sheet?: string
  readonly row: number
}

interface Range {
  readonly least: number
  readonly most: number
  readonly isLeastIn: boolean
  readonly text: string
}
/** As the chain file has them. */
export const POSITIVE: Range = { least: 0, most: 1e15, isLeastIn: false, text: '> 0, <= 1e15' }
export const NOT_NEGATIVE: Range = { least: 0, most: 1e15, isLeastIn: true, text: '>= 0, <= 1e15' }
export const SHARE: Range = { least: 0, most: 1, isLeastIn: true, text: '0 % … 100 %' }
const MOST_DAYS = 3660

/** One row of a table by the fields of its columns. What cannot be read is said, and refuses the row. */
export interface TableRow {
  readonly place: RowPlace
  isRefused: boolean
  /** '' where the column is missing or the cell is empty. */
  text(field: ColumnFieldId): string
  heading(field: ColumnFieldId): string
  /** Every column of a field that several may hold, with its heading; empty cells are left out. */
  all(field: ColumnFieldId): readonly { readonly heading: string; readonly text: string }[]
  number(field: ColumnFieldId, range: Range): number | undefined
  /** In single units, whatever the heading counts in; a cell that says its own unit has it. */
  money(field: ColumnFieldId, range: Range): number | undefined
  share(field: ColumnFieldId, range: Range): number | undefined
  day(field: ColumnFieldId): IsoDate | undefined
  /** A day, or undefined where something else stands, which is then for the caller to say. */
  dayIfOne(field: ColumnFieldId): IsoDate | undefined
  year(field: ColumnFieldId): string | undefined
  days(field: ColumnFieldId): number | undefined
  flag(field: ColumnFieldId): boolean | undefined
  say(field: ColumnFieldId, problem: Omit<Problem, 'file' | 'row' | 'sheet' | 'column'>): void
  /** Refuses the row for a name that is not given. */
  sayMissing(field: ColumnFieldId): void
}

/**
 * @param standard day of rows that name none; its year is that of days without one
 * @returns the row at a position of the table
 */
export function rowReader(
  table: Table,
  mapping: TableMapping,
  problems: ProblemList,
  { standard, money }: { readonly standard: IsoDate | null; readonly money: RowMoney },
): (at: number) => TableRow {
  const columnOf = new Map<ColumnFieldId, number>()
  mapping.columns.forEach((field, column) => {
    if (field !== null && !columnOf.has(field)) columnOf.set(field, column)
  })
  const shares = new Map(
    Array.from(columnOf, ([field, column]) => [field, shareColumn(table, { field, column }, mapping)]),
  )
  return (at) => new ReadRow({ table, mapping, problems, columnOf, shares, standard, money }, at)
}

/** Output may recover to more than before: 1.2 is 120 %, and 5 is no percentage that anybody waits for. */
const MOST_RECOVERED = 5

interface ColumnOf {
  readonly field: ColumnFieldId
  readonly column: number
}

function shareColumn({ rows, headings }: Table, { field, column }: ColumnOf, { decimal }: TableMapping): ShareColumn {
  const mostFraction = field === 'outputRecovery' ? MOST_RECOVERED : 1
  const hasPercents = rows.some((row) => (numberOf(row[column]!, decimal) ?? 0) > mostFraction)
  return { hasPercents, saysPercent: /[%％]/.test(headings[column]!), mostFraction }
}

/** In which currency a row counts, and all rows that are taken. */
export interface RowMoney {
  /** Null = nobody says. */
  readonly currencyAt: (row: number) => string | null
  readonly main: string | null
}

interface Reading {
  readonly table: Table
  readonly mapping: TableMapping
  readonly problems: ProblemList
  readonly columnOf: ReadonlyMap<ColumnFieldId, number>
  readonly shares: ReadonlyMap<ColumnFieldId, ShareColumn>
  readonly standard: IsoDate | null
  readonly money: RowMoney
}

/** Fields that name things; a row without what they name is none. */
const NAMES: ReadonlySet<ColumnFieldId> = new Set(['name', 'supplier', 'customer', 'product'])

type Said = { readonly field: ColumnFieldId } & Pick<Problem, 'code'> & { readonly found: string | undefined }

class ReadRow implements TableRow {
  readonly place: RowPlace
  isRefused = false
  /** A cell may be read for more than one field, and is said once. */
  private said: Said[] | null = null
  private readonly reading: Reading
  private readonly cells: readonly string[]
  private readonly at: number

  constructor(reading: Reading, at: number) {
    const { table } = reading
    this.reading = reading
    this.at = at
    this.cells = table.rows[at]!
    this.place = { file: table.file, ...(table.sheet === null ? {} : { sheet: table.sheet }), row: table.lines[at]! }
  }

  /** What is no text of anybody is said; a row whose names are told by it is refused. */
  text(field: ColumnFieldId): string {
    const cell = this.cell(field)
    if (cell === '') return cell
    const isName = NAMES.has(field)
    if (isName && isNotGiven(cell)) return ''
    if (isName ? isSpreadsheetError(cell) || isDitto(cell) : isSpreadsheetError(cell)) {
      const [severity, expected] = isName ? (['error', 'ownName'] as const) : (['warning', 'notGiven'] as const)
      this.say(field, { code: 'SCHEMA', severity, found: excerpt(cell), expected })
      return ''
    }
    return cell
  }

  /** As it stands; '' where the column is missing. */
  private cell(field: ColumnFieldId): string {
    const column = this.reading.columnOf.get(field)
    return column === undefined ? '' : this.cells[column]!
  }

  heading(field: ColumnFieldId): string {
    return this.reading.table.headings[this.reading.columnOf.get(field) ?? -1] ?? field
  }

  all(field: ColumnFieldId): readonly { readonly heading: string; readonly text: string }[] {
    const { mapping, table } = this.reading
    return mapping.columns.flatMap((each, column) => {
      const text = this.cells[column]!
      return each === field && text !== '' ? [{ heading: table.headings[column]!, text }] : []
    })
  }

  number(field: ColumnFieldId, range: Range): number | undefined {
    return this.read(field, range, (cell) => numberOf(cell, this.reading.mapping.decimal))
  }

  money(field: ColumnFieldId, range: Range): number | undefined {
    if (!this.isInMainCurrency(field)) return undefined
    const { decimal } = this.reading.mapping
    const times = this.unitOfMoney()
    if (times === null) return undefined
    return this.read(field, range, (cell) => {
      const value = numberOf(cell, decimal)
      return value === null || times === 1 || saysItsUnit(cell) ? value : Number((value * times).toPrecision(15))
    })
  }

  /** What the row says of its money, else what the heading says; null where a unit is said that is none of money. */
  private unitOfMoney(): number | null {
    const said = this.text('unit')
    if (said !== '') {
      if (isMoneyUnit(said)) return VALUE_UNITS[valueUnitOf(`(${said})`)]
      this.say('unit', { code: 'UNIT', severity: 'error', found: excerpt(said), expected: 'moneyUnit' })
      return null
    }
    const { unit = 'one' } = this.reading.mapping
    // A mapping that was kept in a chain file may hold anything.
    return Object.hasOwn(VALUE_UNITS, unit) ? VALUE_UNITS[unit] : 1
  }

  private isInMainCurrency(field: ColumnFieldId): boolean {
    const { money, columnOf } = this.reading
    const cell = this.cell(field)
    if (money.main === null || cell === '') return true
    const currency = currencyOf(cell) ?? money.currencyAt(this.at)
    if (currency === null || currency === money.main) return true
    const place = columnOf.has('currency') ? 'currency' : field
    this.say(place, { code: 'CURRENCY', severity: 'error', found: excerpt(currency), expected: excerpt(money.main) })
    return false
  }

  share(field: ColumnFieldId, range: Range): number | undefined {
    return this.read(field, range, (cell) => {
      const read = shareOf(cell, this.reading.mapping.decimal, this.reading.shares.get(field)!)
      if (read?.isSure === false) {
        const expected = `${Number((read.value * 100).toPrecision(12))} %`
        this.say(field, { code: 'NUMBER', severity: 'warning', found: excerpt(cell), expected })
      }
      return read?.value ?? null
    })
  }

  day(field: ColumnFieldId): IsoDate | undefined {
    return this.plain(field, (cell) => this.readDay(field, cell), 'YYYY-MM-DD')
  }

  dayIfOne(field: ColumnFieldId): IsoDate | undefined {
    return this.readDay(field, this.cell(field)) ?? undefined
  }

  /** A year that is not written is said. */
  private readDay(field: ColumnFieldId, cell: string): IsoDate | null {
    const { standard } = this.reading
    const day = dayOf(cell)
    if (day !== null || standard === null) return day
    const guessed = dayWithoutYear(cell, Number(standard.slice(0, 4)))
    if (guessed !== null)
      this.say(field, { code: 'DATE_YEAR', severity: 'warning', found: excerpt(cell), expected: guessed })
    return guessed
  }

  year(field: ColumnFieldId): string | undefined {
    return this.plain(field, yearOf, 'YYYY')
  }

  days(field: ColumnFieldId): number | undefined {
    const range: Range = { least: 1, most: MOST_DAYS, isLeastIn: true, text: `1, 2, … ${MOST_DAYS}` }
    return this.read(field, range, daysOf)
  }

  flag(field: ColumnFieldId): boolean | undefined {
    return this.plain(field, flagOf, '是 / 否, yes / no')
  }

  sayMissing(field: ColumnFieldId): void {
    // What stands there is no name, and has been said.
    if (this.isRefused && this.cell(field) !== '' && !isNotGiven(this.cell(field))) return
    const found = this.cell(field) === '' ? 'nothing' : excerpt(this.cell(field))
    this.say(field, { code: 'SCHEMA', severity: 'error', found, expected: 'required' })
  }

  say(field: ColumnFieldId, problem: Omit<Problem, 'file' | 'row' | 'sheet' | 'column'>): void {
    if (problem.severity === 'error') this.isRefused = true
    const { columnOf, problems } = this.reading
    if (this.isSaid(field, problem)) return
    if (problems.isListed(problem.code)) problems.count(problem)
    else problems.add({ ...this.place, ...(columnOf.has(field) ? { column: this.heading(field) } : {}), ...problem })
  }

  /** Rows by the hundred thousand have a problem each: no text is joined and no list made for the first. */
  private isSaid(field: ColumnFieldId, { code, found }: Pick<Problem, 'code' | 'found'>): boolean {
    const said: Said = { field, code, found }
    if (this.said === null) {
      this.said = [said]
      return false
    }
    if (this.said.some((each) => each.field === field && each.code === code && each.found === found)) return true
    this.said.push(said)
    return false
  }

  private read(field: ColumnFieldId, range: Range, read: (cell: string) => number | null): number | undefined {
    const cell = this.cell(field)
    if (cell === '') return undefined
    if (isNotGiven(cell)) {
      this.say(field, { code: 'NUMBER', severity: 'warning', found: excerpt(cell), expected: 'notGiven' })
      return undefined
    }
    const value = read(cell)
    const isIn = value !== null && value <= range.most && (range.isLeastIn ? value >= range.least : value > range.least)
    if (isIn) return value
    this.say(field, { code: 'NUMBER', severity: 'error', found: excerpt(cell), expected: range.text })
    return undefined
  }

  private plain<T>(field: ColumnFieldId, read: (cell: string) => T | null, expected: string): T | undefined {
    const cell = this.cell(field)
    if (cell === '') return undefined
    if (isNotGiven(cell) && read(cell) === null) {
      this.say(field, { code: 'SCHEMA', severity: 'warning', found: excerpt(cell), expected: 'notGiven' })
      return undefined
    }
    const value = read(cell)
    if (value === null) this.say(field, { code: 'SCHEMA', severity: 'error', found: excerpt(cell), expected })
    return value ?? undefined
  }
}
