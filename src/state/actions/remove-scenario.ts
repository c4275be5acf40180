import { editDocument } from '../document.ts'
import type { Stores } from '../stores.ts'

/** Takes a scenario out of the chain; its blocks stay. */
export function removeScenario({ document }: Stores, id: string): void {
  editDocument(document, { name: 'removeScenario', values: { scenario: id } }, (draft) => {
    draft.scenarios = (draft.scenarios ?? []).filter((scenario) => scenario.id !== id)
  })
}
