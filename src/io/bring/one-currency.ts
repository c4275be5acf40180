/** A chain counts in one currency and does not say which: money in a second one is refused and said, never summed with the first. */
import { MONEY_FIELDS, type TableMapping } from '../../model/bring.ts'
import { excerpt, type ProblemList } from '../problem-list.ts'
import { currencyOf, currencyOfTitles } from '../tables/currency.ts'
import type { Table } from '../tables/table.ts'
import { isNotGiven } from './read-cell.ts'

export interface UsedTable {
  readonly table: Table
  readonly how: TableMapping
}

/** Currency of the money in a row, as far as its cell or the table says; null = nobody says. */
export function currencyAt({ table, how }: UsedTable): (row: number) => string | null {
  const ofTable = currencyOfTable({ table, how })
  const column = how.columns.indexOf('currency')
  if (column < 0) return () => ofTable
  const known = new Map<string, string | null>()
  return (row) => {
    const cell = table.rows[row]![column]!
    if (cell === '' || isNotGiven(cell)) return ofTable
    if (!known.has(cell)) known.set(cell, currencyOf(cell) ?? cell.trim().toUpperCase())
    return known.get(cell)!
  }
}

function currencyOfTable({ table, how }: UsedTable): string | null {
  const column = moneyColumn(how)
  return column < 0 ? null : (currencyOf(table.headings[column]!) ?? currencyOfTitles(table.titles))
}

const moneyColumn = ({ columns }: TableMapping): number =>
  columns.findIndex((field) => field !== null && MONEY_FIELDS.has(field))

/** The currency of most rows that hold money, the first of them where several are as many; null = nobody says. */
export function mainCurrency(used: readonly UsedTable[]): string | null {
  const counts = new Map<string, number>()
  for (const each of used) {
    const column = moneyColumn(each.how)
    if (column < 0) continue
    const at = currencyAt(each)
    each.table.rows.forEach((cells, row) => {
      const currency = cells[column] === '' ? null : at(row)
      if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1)
    })
  }
  let main: string | null = null
  for (const [currency, count] of counts) if (main === null || count > counts.get(main)!) main = currency
  return main
}

/** Says once in which currency a table is taken, where it is not the one that people here count in. */
export function sayCurrency({ table, how }: UsedTable, main: string | null, problems: ProblemList): void {
  const column = moneyColumn(how)
  if (main === null || main === HOME || column < 0) return
  if (currencyOfTable({ table, how }) !== main && !how.columns.includes('currency')) return
  const place = {
    ...(table.sheet === null ? {} : { sheet: table.sheet }),
    column: table.headings[column] || column + 1,
  }
  problems.add({ code: 'CURRENCY', severity: 'warning', ...place, found: excerpt(main) })
}

const HOME = 'CNY'
