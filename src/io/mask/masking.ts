import type { MaskOptions } from '../../model/masking.ts'
import type { IdTable } from '../chain-fields.ts'
import type { KeyEntry, RunningCodes } from './mask-codes.ts'

/** Codes by table and id. */
export type IdCodes = ReadonlyMap<IdTable, ReadonlyMap<string, string>>

/** What the parts of a copy are made with. */
export interface Masking {
  readonly ids: IdCodes
  readonly products: ReadonlyMap<string, string> | null
  readonly options: MaskOptions
  readonly texts: RunningCodes
  readonly people: RunningCodes
  readonly kept: RunningCodes
  readonly entries: KeyEntry[]
  readonly mentions: (text: string) => boolean
  left: number
}

export const codeOfId = ({ ids }: Pick<Masking, 'ids'>, table: IdTable, id: string): string =>
  ids.get(table)?.get(id) ?? id
