import type { Problem } from '../../model/problem.ts'
import { editDocument } from '../document.ts'
import { errorsOf } from '../edits/table-change.ts'
import { withoutRows } from '../edits/without-rows.ts'
import type { TableId } from '../sheets.ts'
import type { Stores } from '../stores.ts'
import type { StepName } from './change-table.ts'

/**
 * Takes rows out of a table with all that hangs on them, as one step.
 * @returns what it was refused for, e.g. enterprises of a stage that is to go
 */
export function removeRows(
  { document }: Stores,
  step: StepName,
  rows: { readonly table: TableId; readonly positions: ReadonlySet<number> },
): readonly Problem[] {
  const { chain } = document.getState()
  const next = withoutRows(chain, rows.table, rows.positions)
  const errors = errorsOf(next)
  if (errors.length > 0) return errors
  editDocument(document, step, (draft) => {
    for (const [name, value] of Object.entries(next))
      if (value !== chain[name as keyof typeof chain]) Object.assign(draft, { [name]: value })
  })
  return []
}
