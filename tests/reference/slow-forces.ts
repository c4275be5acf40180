/** What blocks, clearings and stimulus do on a day (docs/model.md 3, Blocks), written a second time for clarity. */
import type { Block, Chain, Scenario, Supply } from '../../src/model/chain.ts'
import { daysBetween } from '../../src/model/dates.ts'
import { centralOf } from '../../src/model/uncertain.ts'

/** What acts on one day: all absent entries are without any block. */
export interface Forces {
  /** Enterprise -> share of its own capacity that is left. */
  readonly capacity: ReadonlyMap<string, number>
  /** Supply id -> share of its throughput that is lost, > 0. */
  readonly linkLoss: ReadonlyMap<string, number>
  /** Enterprise -> factor on final demand. */
  readonly market: ReadonlyMap<string, number>
}

/** Severity of one block on day `day` of the scenario. */
export function severityOn(block: Block, scenario: Scenario, day: number): number {
  const since = block.since == null ? -Infinity : daysBetween(scenario.start, block.since)
  const clearing = scenario.clear?.find((row) => row.block === block.id)
  const lifted = clearing?.on ?? block.until
  const until = lifted == null ? Infinity : daysBetween(scenario.start, lifted)
  const severity = centralOf(block.severity)
  const ramp = block.rampDays ?? 0
  if (day < since || until < since) return 0
  if (day < until) return severity
  if (day < until + ramp) return severity * (1 - (day - until + 1) / (ramp + 1))
  return 0
}

/** Blocks (and stimulus, unless left out) on a day. */
export function forcesOn(
  chain: Chain,
  scenario: Scenario,
  day: number,
  stimulus: 'with stimulus' | 'blocks only',
): Forces {
  const capacity = new Map<string, number>()
  const linkLoss = new Map<string, number>()
  const market = new Map<string, number>()
  const keepWorst = (left: Map<string, number>, key: string, severity: number): void => {
    left.set(key, Math.min(left.get(key) ?? 1, 1 - severity))
  }
  for (const block of chain.blocks ?? []) {
    if (scenario.blocks !== 'all' && !scenario.blocks.includes(block.id)) continue
    const severity = severityOn(block, scenario, day)
    if (severity <= 0) continue
    if ('supply' in block.at) {
      linkLoss.set(block.at.supply, Math.max(linkLoss.get(block.at.supply) ?? 0, severity))
    } else if ('market' in block.at) keepWorst(market, block.at.market, severity)
    else keepWorst(capacity, block.at.enterprise, severity)
  }
  if (stimulus === 'with stimulus') addStimulus(scenario, day, market)
  return { capacity, linkLoss, market }
}

function addStimulus(scenario: Scenario, day: number, market: Map<string, number>): void {
  for (const row of scenario.stimulus ?? []) {
    const since = daysBetween(scenario.start, row.since)
    const until = daysBetween(scenario.start, row.until)
    if (day >= since && day < until) market.set(row.enterprise, (market.get(row.enterprise) ?? 1) * row.factor)
  }
}

/** Value that reaches a group by emergency deliveries on a day. */
export function deliveredFromOutside(scenario: Scenario, to: Pick<Supply, 'to' | 'product'>, day: number): number {
  let value = 0
  for (const row of scenario.deliveries ?? []) {
    const matches = row.enterprise === to.to && row.product === to.product
    if (matches && daysBetween(scenario.start, row.on) === day) value += row.amount
  }
  return value
}
