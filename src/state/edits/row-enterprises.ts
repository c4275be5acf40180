import type { Chain } from '../../model/chain.ts'
import type { TableId } from '../sheets.ts'
import type { Row } from './table-change.ts'

/** What a row of a table is about: enterprises by id, and a supply where it is about one. */
export interface RowSubject {
  readonly enterprises: readonly string[]
  readonly supply: string | null
}

const NOBODY: RowSubject = { enterprises: [], supply: null }

/** Tables whose rows are about nobody in particular (stages, scenarios, sources) have no subject. */
export function subjectOf(chain: Chain, table: TableId): (row: Row | null) => RowSubject {
  const endsOf = new Map(chain.supplies.map(({ id, from, to }) => [id, [from, to]]))
  const supply = (id: string): RowSubject => ({ enterprises: endsOf.get(id) ?? [], supply: id })
  const at = (place: unknown): RowSubject => {
    const { enterprise, market, supply: link } = (place ?? {}) as Readonly<Record<string, unknown>>
    if (typeof link === 'string') return supply(link)
    const of = enterprise ?? market
    return typeof of === 'string' ? { enterprises: [of], supply: null } : NOBODY
  }
  switch (table) {
    case 'enterprises':
      return (row) => at({ enterprise: row?.id })
    case 'supplies':
      return (row) => (typeof row?.id === 'string' ? supply(row.id) : NOBODY)
    case 'inputs':
    case 'observations':
      return (row) => at(row)
    case 'blocks':
      // A block on a link goes with its supplier, as in the list of blocks.
      return (row) => {
        const subject = at(row?.at)
        return subject.supply === null ? subject : { ...subject, enterprises: subject.enterprises.slice(0, 1) }
      }
    case 'notes':
      return (row) => at(row?.at)
    case 'stages':
    case 'scenarios':
    case 'sources':
      return () => NOBODY
  }
}
