import { excerpt } from '../problem-list.ts'
import { yearOf } from './read-cell.ts'
import { NOT_NEGATIVE, POSITIVE, SHARE, type TableRow } from './table-row.ts'
import { identityCode } from './enterprise-names.ts'
import { wishedId } from './free-ids.ts'
import type { Tables } from './tables.ts'
import type { TableMapping } from '../../model/bring.ts'

const DAYS_PER_YEAR = 365

/** One row of a table of supplies. */
export function readSupplyRow(row: TableRow, mapping: TableMapping, tables: Tables): void {
  const year = mapping.year === null ? undefined : row.year('year')
  if (year !== undefined && year !== yearOf(mapping.year!)) {
    tables.otherYears++
    return
  }
  const backup = row.flag('backup')
  const flow = row.money('flow', backup === true ? NOT_NEGATIVE : POSITIVE)
  const share = row.share('share', SHARE)
  const leadDays = row.days('leadDays')
  const product = row.text('product')
  const ends = row.isRefused ? null : endsOf(row, mapping, tables)
  if (ends === null) return
  const fields = {
    ...(flow === undefined ? {} : { flow: mapping.isPerYear ? flow / DAYS_PER_YEAR : flow }),
    ...(share === undefined ? {} : { share }),
    ...(leadDays === undefined ? {} : { leadDays }),
    ...(backup === undefined ? {} : { backup }),
  }
  addSupply(row, { ...ends, product, ...fields }, tables)
}

interface Ends {
  readonly from: string
  readonly to: string
}

function endsOf(row: TableRow, { isReversed }: TableMapping, tables: Tables): Ends | null {
  const named = [isNamed(row, 'supplier'), isNamed(row, 'customer')]
  if (named.includes(false)) return null
  const first = endOf(row, 'supplier', tables)
  const second = endOf(row, 'customer', tables)
  return isReversed ? { from: second, to: first } : { from: first, to: second }
}

function isNamed(row: TableRow, field: 'supplier' | 'customer'): boolean {
  if (row.text(field) !== '' || identityCode(row.text(CODE_OF[field])) !== '') return true
  row.sayMissing(field)
  return false
}

const CODE_OF = { supplier: 'supplierCode', customer: 'customerCode' } as const

function endOf(row: TableRow, field: 'supplier' | 'customer', tables: Tables): string {
  const name = row.text(field)
  const code = identityCode(row.text(CODE_OF[field]))
  const { id, isNew } = tables.names.idOf(name, code)
  if (!tables.enterprises.has(id) && isNew) {
    if (tables.hasEnterpriseTable) {
      row.say(field, {
        code: 'DANGLING',
        severity: 'warning',
        found: excerpt(name || code),
        expected: 'listedEnterprise',
      })
    }
    const incoming = { id, name: name || code, ...(code === '' ? {} : { code }) }
    tables.enterprises.set(id, { row: incoming, place: row.place, isNew, isImplied: true, tableRow: row })
  }
  return id
}

interface SupplyDraft extends Ends {
  readonly product: string
  readonly [field: string]: unknown
}

/** Rows that say the same are one link, said; rows of the same ends and product that differ are links beside each other. */
function addSupply(row: TableRow, draft: SupplyDraft, tables: Tables): void {
  const { from, to, product } = draft
  const base = wishedId(product === '' ? `${from} → ${to}` : `${from} → ${to}: ${product}`)
  const content = JSON.stringify(draft)
  const known = tables.supplyRows.get(content)
  if (known !== undefined) {
    row.say('product', {
      code: 'PARALLEL',
      severity: 'warning',
      found: `${excerpt(base)} (${known})`,
      expected: 'onceEnough',
    })
    return
  }
  tables.supplyRows.set(content, row.place.row)
  const id = tables.supplyId(base)
  tables.supplies.set(id, { row: { id, ...draft }, place: row.place, tableRow: row })
  if (id !== base) row.say('product', { code: 'PARALLEL', severity: 'warning', found: excerpt(base) })
  if (from === to) row.say('customer', { code: 'SELF_LOOP', severity: 'warning', found: excerpt(row.text('customer')) })
}
