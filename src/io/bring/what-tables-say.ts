/** What the rows of tables tell of where they belong: the chain whose ids they have, and the days of which they speak. */
import type { BringMapping, ColumnFieldId } from '../../model/bring.ts'
import type { Chain, IsoDate } from '../../model/chain.ts'
import type { Table } from '../tables/table.ts'
import { dayOf } from './read-cell.ts'

/** Share of the ids from which a table is one of this chain. */
const MOST = 0.5
const ROWS_LOOKED_AT = 1000

/** Whether most ids in a column of ids are those of the chain: a survey comes back to the chain from which it was sent out. */
export function areOfChain(tables: readonly Table[], mapping: BringMapping, chain: Chain): boolean {
  const known = new Set(chain.enterprises.map(({ id }) => id))
  let all = 0
  let found = 0
  for (const cell of cellsOf(tables, mapping, 'id')) {
    if (cell === '') continue
    all++
    if (known.has(cell)) found++
  }
  return all > 0 && found / all > MOST
}

/** The last day that the rows name, by whose year days without one are read. */
export function lastDayIn(tables: readonly Table[], mapping: BringMapping): IsoDate | null {
  let last: IsoDate | null = null
  for (const cell of cellsOf(tables, mapping, 'date')) {
    const day = dayOf(cell)
    if (day !== null && (last === null || day > last)) last = day
  }
  return last
}

function* cellsOf(tables: readonly Table[], mapping: BringMapping, field: ColumnFieldId): Iterable<string> {
  for (const [at, { rows }] of tables.entries()) {
    const column = mapping.tables[at]!.columns.indexOf(field)
    if (column >= 0) for (const row of rows.slice(0, ROWS_LOOKED_AT)) yield row[column]!
  }
}
