import type { Delivery } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { enterpriseById, shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

/** Adds an emergency delivery to the shown scenario; none to an enterprise that is gone since it was computed. */
export function addDelivery({ document, session }: Stores, delivery: Delivery): void {
  const { chain } = document.getState()
  const scenario = shownScenario(chain, session.getState().scenarioId)
  if (!scenario || !enterpriseById(chain, delivery.enterprise)) return
  editDocument(document, { name: 'addDelivery' }, (draft) => {
    const edited = scenarioDraft(draft, scenario.id)
    edited.deliveries = [...(edited.deliveries ?? []), delivery]
  })
}
