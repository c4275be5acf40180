import type { Delivery } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

/** Adds an emergency delivery to the shown scenario. */
export function addDelivery({ document, session }: Stores, delivery: Delivery): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  if (!scenario) return
  editDocument(document, { name: 'addDelivery' }, (draft) => {
    const edited = scenarioDraft(draft, scenario.id)
    edited.deliveries = [...(edited.deliveries ?? []), delivery]
  })
}
