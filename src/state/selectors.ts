import type { Block, Chain, Enterprise, Scenario, Supply } from '../model/chain.ts'
import { isoDate, dayNumber } from '../model/dates.ts'
import type { SessionState } from './session.ts'

/** The scenario on screen: the chosen one, else the first; null when the chain has none. */
export function shownScenario(chain: Chain, scenarioId: SessionState['scenarioId']): Scenario | null {
  const scenarios = chain.scenarios ?? []
  return scenarios.find((scenario) => scenario.id === scenarioId) ?? scenarios[0] ?? null
}

export const dateOfDay = (scenario: Scenario, day: number): string => isoDate(dayNumber(scenario.start) + day)

/** Rows by id, kept as long as the rows are: every edit makes a new array of what it changes. */
const known = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>()

function rowById<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row | undefined {
  let byId = known.get(rows) as ReadonlyMap<string, Row> | undefined
  // Of two rows with one id the first counts, as for the reader.
  if (!byId) known.set(rows, (byId = new Map(rows.map((row) => [row.id, row] as const).toReversed())))
  return byId.get(id)
}

const NONE: readonly Block[] = []

export const enterpriseById = (chain: Chain, id: string): Enterprise | undefined => rowById(chain.enterprises, id)

export const supplyById = (chain: Chain, id: string): Supply | undefined => rowById(chain.supplies, id)

export const blockById = (chain: Chain, id: string): Block | undefined => rowById(chain.blocks ?? NONE, id)

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
