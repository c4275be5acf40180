import type { IsoDate } from '../../model/chain.ts'
import type { JsonObject } from '../check-shape.ts'
import type { EnterpriseNames } from './enterprise-names.ts'
import type { RowPlace, TableRow } from './table-row.ts'

export interface Placed {
  readonly row: JsonObject
  readonly place: RowPlace
  /** Where problems with it are said. */
  readonly tableRow: TableRow
}

export interface PlacedEnterprise extends Placed {
  readonly isNew: boolean
  /** Only named by a supply. */
  readonly isImplied: boolean
}

/** Rows gathered so far, by id. */
export interface Tables {
  readonly names: EnterpriseNames
  readonly date: IsoDate | null
  readonly hasEnterpriseTable: boolean
  readonly enterprises: Map<string, PlacedEnterprise>
  readonly supplies: Map<string, Placed>
  readonly blocks: Map<string, Placed>
  /** Row in which each link was said first, by its content, and the blocks and notes that were said. */
  readonly supplyRows: Map<string, number>
  readonly blockRows: Set<string>
  readonly supplyId: (wish: string) => string
  readonly blockId: (wish: string) => string
  readonly observations: Map<string, Placed>
  readonly notes: Map<string, Placed>
  readonly noteId: (wish: string) => string
  otherYears: number
}
