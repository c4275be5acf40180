import type { Draft } from 'mutative'
import type { LocalText } from '../../model/local-text.ts'
import type { Scenario } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { freeId } from './scenario-draft.ts'

/** Copies the shown scenario under a new name and shows the copy. */
export function duplicateScenario({ document, session }: Stores, name: LocalText): void {
  const { chain } = document.getState()
  const scenario = shownScenario(chain, session.getState().scenarioId)
  if (!scenario) return
  const id = freeId(scenario.id, new Set((chain.scenarios ?? []).map((other) => other.id)))
  editDocument(document, { name: 'duplicateScenario', values: { scenario: id } }, (draft) => {
    draft.scenarios = [...(draft.scenarios ?? []), { ...scenario, id, name } as Draft<Scenario>]
  })
  session.setState({ scenarioId: id })
}
