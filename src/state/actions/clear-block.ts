import type { IsoDate } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { blockById, shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { scenarioDraft } from './scenario-draft.ts'

/** Clears a block in the shown scenario on a date; an earlier decision about the same block is replaced, the same one leaves no step. */
export function clearBlock({ document, session }: Stores, blockId: string, on: IsoDate): void {
  const { chain } = document.getState()
  const scenario = shownScenario(chain, session.getState().scenarioId)
  const isSo = scenario?.clear?.some(({ block, on: day }) => block === blockId && day === on)
  if (!scenario || isSo || !blockById(chain, blockId)) return
  editDocument(document, { name: 'clearBlock', values: { block: blockId, date: on } }, (draft) => {
    const edited = scenarioDraft(draft, scenario.id)
    const others = (edited.clear ?? []).filter(({ block }) => block !== blockId)
    edited.clear = [...others, { block: blockId, on }]
  })
}
