import { byId } from '../model/by-id.ts'
import type { Block, Chain, Enterprise, Scenario, Supply } from '../model/chain.ts'
import { isoDate, dayNumber } from '../model/dates.ts'
import type { SessionState } from './session.ts'

/** The scenario on screen: the chosen one, else the first; null when the chain has none. */
export function shownScenario(chain: Chain, scenarioId: SessionState['scenarioId']): Scenario | null {
  const scenarios = chain.scenarios ?? []
  return scenarios.find((scenario) => scenario.id === scenarioId) ?? scenarios[0] ?? null
}

export const dateOfDay = (scenario: Scenario, day: number): string => isoDate(dayNumber(scenario.start) + day)

const NONE: readonly Block[] = []

export const enterpriseById = (chain: Chain, id: string): Enterprise | undefined => byId(chain.enterprises).get(id)

export const supplyById = (chain: Chain, id: string): Supply | undefined => byId(chain.supplies).get(id)

export const blockById = (chain: Chain, id: string): Block | undefined => byId(chain.blocks ?? NONE).get(id)

/** Id of the enterprise that a block acts on; for a link, the supplier's. */
export function blockedEnterpriseId(chain: Chain, block: Block): string | undefined {
  if ('enterprise' in block.at) return block.at.enterprise
  if ('market' in block.at) return block.at.market
  return supplyById(chain, block.at.supply)?.from
}

/** Day (of the scenario) on which a block was cleared by hand, or null. */
export function clearedOn(scenario: Scenario, blockId: string): string | null {
  const days = (scenario.clear ?? []).filter(({ block }) => block === blockId).map(({ on }) => on)
  return days.length > 0 ? days.toSorted()[0]! : null
}
