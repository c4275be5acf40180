import type { Clearing } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

/** Clears several blocks at once, as one step: for joint blocks, a smallest set, a best order. */
export function clearBlocks({ document, session }: Stores, clearings: readonly Clearing[]): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  if (!scenario || clearings.length === 0) return
  const named = new Set(clearings.map(({ block }) => block))
  editDocument(document, { name: 'clearBlocks', values: { count: String(named.size) } }, (draft) => {
    const edited = scenarioDraft(draft, scenario.id)
    const others = (edited.clear ?? []).filter(({ block }) => !named.has(block))
    edited.clear = [...others, ...clearings]
  })
}
