import type { Clearing } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { blockById, shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

/**
 * Clears several blocks at once, as one step: for joint blocks, a smallest set, a best order. Blocks that are gone since the answer was
 * computed are left out: a clearing of nothing would be an error in the file.
 */
export function clearBlocks({ document, session }: Stores, wanted: readonly Clearing[]): void {
  const { chain } = document.getState()
  const scenario = shownScenario(chain, session.getState().scenarioId)
  const clearings = wanted.filter(({ block }) => blockById(chain, block))
  if (!scenario || clearings.length === 0) return
  const named = new Set(clearings.map(({ block }) => block))
  editDocument(document, { name: 'clearBlocks', values: { count: String(named.size) } }, (draft) => {
    const edited = scenarioDraft(draft, scenario.id)
    const others = (edited.clear ?? []).filter(({ block }) => !named.has(block))
    edited.clear = [...others, ...clearings]
  })
}
