import i18next from 'i18next'
import { rowsOf } from '../../../state/edits/table-change.ts'
import type { Stores } from '../../../state/stores.ts'
import type { MapThing } from '../../map-thing.ts'
import { editWords } from './late.ts'
import { editingOf } from './use-editing.ts'

const TABLE_OF = { enterprise: 'enterprises', supply: 'supplies' } as const

/** Where the row of a thing stands; null for what has no table row of its own. */
export function rowInTable({ document }: Stores, thing: MapThing) {
  if (thing.kind !== 'enterprise' && thing.kind !== 'supply') return null
  const table = TABLE_OF[thing.kind]
  const position = rowsOf(document.getState().chain, table).findIndex((row) => row.id === thing.id)
  return position < 0 ? null : { table, position }
}

/** Takes an enterprise or a link out of the chain, with all that hangs on it, as one step that can be taken back. */
export async function removeThing(stores: Stores, thing: MapThing): Promise<void> {
  await editWords()
  const place = rowInTable(stores, thing)
  if (place) editingOf(stores, i18next.t).remove(place.table, [place.position])
}
