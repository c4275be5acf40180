import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

/** Takes back that a block is cleared in the shown scenario. */
export function unclearBlock({ document, session }: Stores, blockId: string): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  if (!scenario) return
  editDocument(document, { name: 'unclearBlock', values: { block: blockId } }, (draft) => {
    const edited = scenarioDraft(draft, scenario.id)
    if (edited.clear) edited.clear = edited.clear.filter(({ block }) => block !== blockId)
  })
}
