import type { Draft } from 'mutative'
import type { Chain, Scenario } from '../../model/chain.ts'
import { today } from '../../model/dates.ts'
import { emptyChain, firstDay, firstScenario, lacksScenario, tierName } from '../../model/new-chain.ts'
import { editDocument, openDocument, type DocumentStore, type Origin } from '../document.ts'
import { OF_ONE_CHAIN } from '../session.ts'
import type { Stores } from '../stores.ts'

/** Shows another chain from its first scenario and first day; the view of the old one does not fit it. */
export function showChain(stores: Stores, chain: Chain, origin: Origin): void {
  stores.session.setState(OF_ONE_CHAIN)
  openDocument(stores.document, { chain, origin })
  addFirstScenario(stores.document)
}

/** A chain without a scenario has no days to show: it gets one, as a step that can be undone. */
function addFirstScenario(document: DocumentStore): void {
  if (lacksScenario(document.getState().chain)) editDocument(document, { name: 'firstScenario' }, withFirstScenario)
}

/** The same within another step. */
export function withFirstScenario(draft: Draft<Chain>): void {
  const scenarios = missingScenarios(draft)
  if (scenarios) draft.scenarios = scenarios as Draft<Scenario[]>
}

/** The scenario that a chain without one gets; null where it has one. */
export const missingScenarios = (chain: Chain): readonly Scenario[] | null =>
  lacksScenario(chain) ? [firstScenario(firstDay(chain, today()))] : null

/** An empty chain with two stages to put the first enterprises in. */
export function startChain(stores: Stores): void {
  const chain: Chain = {
    ...emptyChain(''),
    name: { zh: '新产业链', en: 'New chain' },
    stages: [1, 0].map((tier) => ({ id: `tier-${tier}`, name: tierName(tier), tier })),
    scenarios: [firstScenario(today())],
  }
  showChain(stores, chain, { kind: 'file', name: 'new.chain.json' })
}
