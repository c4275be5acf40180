import type { Draft } from 'mutative'
import type { Block, IsoDate } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { planDays } from './clearance.ts'
import { withFirstScenario } from './show-chain.ts'
import { freeId, scenarioDraft } from './scenario-draft.ts'

/**
 * Adds several blocks as one step; they then take part in the shown scenario.
 * @param clearsOn day on which the scenario clears them, where they are cleared already
 */
export function setBlocks(
  { document, session }: Stores,
  blocks: readonly Omit<Block, 'id'>[],
  clearsOn?: IsoDate,
): void {
  const { chain } = document.getState()
  const taken = new Set((chain.blocks ?? []).map(({ id }) => id))
  const added = blocks.map((block): Block => {
    const id = freeId('block', taken)
    taken.add(id)
    return { id, ...block }
  })
  editDocument(document, { name: 'setBlocks', values: { count: String(added.length) } }, (draft) => {
    draft.blocks = [...(draft.blocks ?? []), ...(added as Draft<Block>[])]
    withFirstScenario(draft)
    const scenario = shownScenario(draft, session.getState().scenarioId)
    if (!scenario) return
    const edited = scenarioDraft(draft, scenario.id)
    if (edited.blocks !== 'all') edited.blocks = [...edited.blocks, ...added.map(({ id }) => id)]
    if (clearsOn !== undefined) planDays(draft, scenario.id, new Map(added.map(({ id }) => [id, clearsOn])))
  })
}
