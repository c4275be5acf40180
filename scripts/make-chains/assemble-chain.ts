import { membersByRole } from '../../src/analysis/lists/list-versions.ts'
import type { Chain, Observation } from '../../src/model/chain.ts'
import type { LocalText } from '../../src/model/local-text.ts'
import { blocksOf, scenarioOf, type ScenarioFact } from './block-rows.ts'
import { factChain, type ChainRules } from './fact-chain.ts'
import { readFacts, sourcesFor } from './facts.ts'

export interface FactChainPlan extends ChainRules {
  readonly name: LocalText
  readonly note: LocalText
  /** The first one is what a visitor sees first. */
  readonly scenarios: readonly ScenarioFact[]
  readonly observations: readonly Observation[]
  /** First and last number of the chain's sources `W…`; the policy sources W1 to W11 belong to every chain. */
  readonly sourceNumbers: readonly [number, number]
  /** Further sources by id. */
  readonly sourceLists: readonly string[]
}

const LAST_POLICY_SOURCE = 11
/** Date of the facts' last common look at all three chains. */
const UPDATED = '2020-04-14'

/** No list was published: the first version follows the written rule. */
const LIST_NOTE: LocalText = {
  zh: '推定：按企业表中的角色生成，未见公开名单',
  en: 'assumed: made by the roles in the table of enterprises; no list was published',
}

/** A chain document from the facts, the rules and the chain's own plan. */
export function assembleChain(plan: FactChainPlan): Chain {
  const { enterprises, supplies, inputs } = factChain(plan)
  const facts = [...new Set(plan.scenarios.flatMap(({ blocks }) => blocks))]
  const blocks = facts.flatMap((fact) => blocksOf(fact, enterprises, supplies))
  const [first, last] = plan.sourceNumbers
  const lists = new Set(plan.sourceLists)
  const isWanted = (id: string): boolean => {
    if (lists.has(id)) return true
    const number = /^W\d+$/.test(id) ? Number(id.slice(1)) : 0
    return number > 0 && (number <= LAST_POLICY_SOURCE || (number >= first && number <= last))
  }
  return {
    format: 'industrial-chain',
    version: 1,
    name: plan.name,
    note: plan.note,
    updated: UPDATED,
    sources: sourcesFor(isWanted),
    stages: readFacts(plan.letter).stages,
    enterprises,
    supplies,
    inputs,
    blocks,
    scenarios: plan.scenarios.map((scenario) => scenarioOf(scenario, blocks)),
    observations: plan.observations,
    lists: [{ date: UPDATED, note: LIST_NOTE, ...membersByRole({ enterprises }) }],
    settings: { restock: 0.25, purchasesRatio: 0.6, unlistedShare: 0.3 },
  }
}
