import type { Draft } from 'mutative'
import type { Chain, IsoDate } from '../../model/chain.ts'
import type { Problem } from '../../model/problem.ts'
import { editDocument } from '../document.ts'
import { changedRows, errorsAfter, rowsOf, type TableChange } from '../edits/table-change.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { planDays } from './clearance.ts'

export interface StepName {
  /** Key in `app.step`. */
  readonly name: string
  readonly values: Readonly<Record<string, string>>
}

/**
 * Changes cells and adds rows of one table, as one step.
 * @param clears days on which the shown scenario clears blocks that become cleared by it, by block
 * @returns what it was refused for; nothing entered unless this is empty
 */
export function changeTable(
  { document, session }: Stores,
  step: StepName,
  change: TableChange,
  clears?: ReadonlyMap<string, IsoDate>,
): readonly Problem[] {
  const { chain } = document.getState()
  const errors = errorsAfter(chain, change)
  if (errors.length > 0) return errors
  const next = changedRows(chain, change)
  const before = rowsOf(chain, change.table)
  const scenario = shownScenario(chain, session.getState().scenarioId)
  editDocument(document, step, (draft) => {
    const tables = draft as unknown as Record<string, unknown[] | undefined>
    const rows = (tables[change.table] ??= [])
    for (const { row } of change.cells) if (next[row] !== before[row]) rows[row] = next[row]
    for (const row of next.slice(before.length)) rows.push(row)
    if (change.table !== 'blocks' || !scenario) return
    takePart(draft, scenario.id, change.rows)
    if (clears) planDays(draft, scenario.id, clears)
  })
  return []
}

/** New blocks take part in the shown scenario. */
function takePart(draft: Draft<Chain>, scenarioId: string, rows: TableChange['rows']): void {
  const scenario = draft.scenarios?.find(({ id }) => id === scenarioId)
  if (scenario && scenario.blocks !== 'all') scenario.blocks = [...scenario.blocks, ...rows.map(({ id }) => String(id))]
}
