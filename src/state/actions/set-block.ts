import type { Draft } from 'mutative'
import type { Block, Chain, IsoDate } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { planDays } from './clearance.ts'
import { freeId, scenarioDraft } from './scenario-draft.ts'
import { withFirstScenario } from './show-chain.ts'

/**
 * Adds a block, which then takes part in the shown scenario; returns its id.
 * @param clearsOn day on which the scenario clears it, where it is cleared already
 */
export function setBlock({ document, session }: Stores, block: Omit<Block, 'id'>, clearsOn?: IsoDate): string {
  const { chain } = document.getState()
  const id = freeId('block', new Set((chain.blocks ?? []).map((other) => other.id)))
  editDocument(document, { name: 'setBlock', values: { block: id } }, (draft) => {
    draft.blocks = [...(draft.blocks ?? []), { id, ...block } as Draft<Block>]
    withFirstScenario(draft)
    const scenario = shownScenario(draft, session.getState().scenarioId)
    if (scenario && scenario.blocks !== 'all') addTo(draft, scenario.id, id)
    if (scenario && clearsOn !== undefined) planDays(draft, scenario.id, new Map([[id, clearsOn]]))
  })
  return id
}

function addTo(draft: Draft<Chain>, scenarioId: string, blockId: string): void {
  const scenario = scenarioDraft(draft, scenarioId)
  if (scenario.blocks !== 'all') scenario.blocks = [...scenario.blocks, blockId]
}
