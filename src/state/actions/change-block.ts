import type { Draft } from 'mutative'
import type { Block } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import { shownScenario } from '../selectors.ts'
import type { Stores } from '../stores.ts'
import { clearingStep, planDays, type NamedClearance } from './clearance.ts'

/**
 * Puts the block as edited in place of the one with its id.
 * @param clearing given where it becomes cleared
 */
export function changeBlock({ document, session }: Stores, block: Block, clearing?: NamedClearance): void {
  const scenario = shownScenario(document.getState().chain, session.getState().scenarioId)
  const step = clearing ? clearingStep(clearing, clearing.thing) : { name: 'changeBlock', values: { block: block.id } }
  editDocument(document, step, (draft) => {
    const at = draft.blocks?.findIndex(({ id }) => id === block.id) ?? -1
    if (at < 0) throw new Error(`expected a block of the chain, got ${block.id}`)
    draft.blocks![at] = block as Draft<Block>
    if (clearing && scenario) planDays(draft, scenario.id, new Map([[block.id, clearing.on]]))
  })
}
