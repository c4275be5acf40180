import type { Block, Chain, Scenario } from '../model/chain.ts'
import { dayNumber } from '../model/dates.ts'
import { DEFAULTS } from '../model/settings.ts'
import { centralOf } from '../model/uncertain.ts'
import type { IndexedChain } from './indexed-chain.ts'
import type { Timeline, TimelineBlock, TimelineDelivery } from './timeline.ts'

/**
 * A scenario in rows and days of its own calendar. A clearing overrides the block's `until` (the earliest where there are several).
 * Ids that are not in the chain are passed over: the reader reports them.
 */
export function timelineOf(chain: Chain, index: IndexedChain, scenario: Scenario): Timeline {
  const start = dayNumber(scenario.start)
  const chosen = scenario.blocks === 'all' ? null : new Set(scenario.blocks)
  const cleared = clearingDays(scenario, start)
  const held = (chain.blocks ?? []).filter((block) => chosen === null || chosen.has(block.id))
  const linkRow = rowsOf(index.linkIds, new Set(held.flatMap(({ at }) => ('supply' in at ? [at.supply] : []))))
  const enterpriseRow = rowsOf(index.enterpriseIds, enterprisesIn(scenario, held))
  const blocks = held.flatMap((block) => {
    const place = placeOf(block, enterpriseRow, linkRow)
    return place ? [timed(block, place, start, cleared.get(block.id))] : []
  })
  return {
    days: scenario.days,
    settled: scenario.settled ?? false,
    blocks,
    deliveries: deliveriesOf(scenario, index, enterpriseRow, start),
    stimulus: (scenario.stimulus ?? []).flatMap((row) => {
      const enterprise = enterpriseRow.get(row.enterprise)
      if (enterprise === undefined) return []
      return [
        { enterprise, factor: row.factor, since: dayNumber(row.since) - start, until: dayNumber(row.until) - start },
      ]
    }),
  }
}

function enterprisesIn({ deliveries = [], stimulus = [] }: Scenario, held: readonly Block[]): ReadonlySet<string> {
  const blocked = held.flatMap(({ at }) => ('supply' in at ? [] : ['market' in at ? at.market : at.enterprise]))
  return new Set([...blocked, ...deliveries.map((row) => row.enterprise), ...stimulus.map((row) => row.enterprise)])
}

/** Rows of the few ids that a scenario names: a map of all of a large chain would stop the page for a fifth of a second. */
function rowsOf(ids: readonly string[], wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  if (wanted.size === 0) return rows
  for (let row = 0; row < ids.length; row++) if (wanted.has(ids[row]!)) rows.set(ids[row]!, row)
  return rows
}

function clearingDays(scenario: Scenario, start: number): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const { block, on } of scenario.clear ?? []) {
    const day = dayNumber(on) - start
    days.set(block, Math.min(day, days.get(block) ?? Infinity))
  }
  return days
}

type Place = Pick<TimelineBlock, 'kind' | 'row'>

/** A logistics block on an enterprise holds all that leaves it, so it acts on its capacity. */
function placeOf(
  block: Block,
  enterpriseRow: ReadonlyMap<string, number>,
  linkRow: ReadonlyMap<string, number>,
): Place | null {
  const at = block.at
  if ('supply' in at) {
    const row = linkRow.get(at.supply)
    return row === undefined ? null : { kind: 'link', row }
  }
  const row = enterpriseRow.get('market' in at ? at.market : at.enterprise)
  if (row === undefined) return null
  return { kind: 'market' in at ? 'market' : 'capacity', row }
}

function timed(block: Block, place: Place, start: number, cleared: number | undefined): TimelineBlock {
  const until = block.until == null ? Infinity : dayNumber(block.until) - start
  return {
    id: block.id,
    ...place,
    severity: centralOf(block.severity),
    since: block.since == null ? -Infinity : dayNumber(block.since) - start,
    until: cleared ?? until,
    rampDays: block.rampDays ?? DEFAULTS.rampDays,
  }
}

function deliveriesOf(
  scenario: Scenario,
  index: IndexedChain,
  enterpriseRow: ReadonlyMap<string, number>,
  start: number,
): TimelineDelivery[] {
  const deliveries: TimelineDelivery[] = []
  for (const { enterprise, product, amount, on } of scenario.deliveries ?? []) {
    const row = enterpriseRow.get(enterprise)
    if (row === undefined) continue
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      if (index.groupProducts[group] === product) deliveries.push({ group, day: dayNumber(on) - start, amount })
    }
  }
  return deliveries
}
