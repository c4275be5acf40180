import type { BlockCauseId } from '../../src/model/block-causes.ts'
import type { Block, Enterprise, IsoDate, Scenario, Supply, Uncertain } from '../../src/model/chain.ts'
import type { LocalText } from '../../src/model/local-text.ts'
import { dayNumber, isoDate } from '../../src/model/dates.ts'
import { isLookedAfterAbroad } from './fact-chain.ts'
import { effortOf } from './rules.ts'

export type Target =
  | { readonly enterprises: readonly string[] }
  | { readonly supplies: readonly string[] }
  | { readonly markets: readonly string[] }

/** One row of the dated facts, for one or more targets. */
export interface BlockFact {
  readonly id: string
  readonly at: Target
  readonly cause: BlockCauseId
  readonly severity: Uncertain
  readonly since: IsoDate
  /** First day on which it is lifted; null = the sources tell no end. */
  readonly until: IsoDate | null
  readonly rampDays?: number
  readonly note: LocalText
  readonly sources: readonly string[]
}

export interface ScenarioFact {
  readonly id: string
  readonly name: LocalText
  readonly note: LocalText
  readonly blocks: readonly BlockFact[]
  /** Default: the first day on which a block is in force. */
  readonly start?: IsoDate
  readonly days?: number
  readonly isSettled?: boolean
}

/** Severity of a block that the sources call partial without a figure: a quarter to three quarters. */
export const PARTLY: Uncertain = { low: 0.25, high: 0.75 }

const MEASURES: Record<BlockCauseId, LocalText> = {
  material: { zh: '调剂原料来源', en: 'find other sources of material' },
  labour: { zh: '“点对点”接返员工', en: 'bring staff back by chartered transport' },
  cash: { zh: '协调贷款展期与应急转贷', en: 'arrange extension of loans and bridging credit' },
  cost: { zh: '落实阶段性减免', en: 'apply temporary relief of fees and taxes' },
  energy: { zh: '协调用电用气指标', en: 'arrange power and gas quotas' },
  equipment: { zh: '抢修设备、扩充产能', en: 'repair machines, add capacity' },
  permit: { zh: '核实防疫与安全条件后批准复工', en: 'approve the restart after checks of health and safety' },
  logistics: { zh: '发放通行证、协调运力', en: 'issue passes, arrange transport' },
  border: { zh: '与进出口主管部门会商', en: 'consult with the authorities for foreign trade' },
  demand: { zh: '组织产销对接', en: 'bring buyers and sellers together' },
}

const HOME: LocalText = { zh: '工业和信息化主管部门', en: 'department of industry and information technology' }
const ABROAD: LocalText = { zh: '商务主管部门', en: 'department of commerce' }

/** One block for each target of the fact, so that each can be cleared by itself. */
export function blocksOf(fact: BlockFact, enterprises: readonly Enterprise[], supplies: readonly Supply[]): Block[] {
  const byId = new Map(enterprises.map((enterprise) => [enterprise.id, enterprise]))
  const byLink = new Map(supplies.map((supply) => [supply.id, supply]))
  return targetsOf(fact.at).map(({ at, name }) => {
    const holder = byId.get('supply' in at ? (byLink.get(name)?.from ?? '') : name)
    if (!holder) throw new Error(`expected a listed target for block ${fact.id}, got ${name}`)
    const isHome = holder.region !== undefined && !isLookedAfterAbroad(holder.region)
    return {
      id: `${fact.id}:${name}`,
      at,
      cause: fact.cause,
      severity: fact.severity,
      since: fact.since,
      until: fact.until,
      rampDays: fact.rampDays ?? 0,
      effort: effortOf(holder.role),
      note: fact.note,
      measure: MEASURES[fact.cause],
      owner: isHome ? '驻企联络员 · liaison officer' : '外资企业联络员 · liaison officer for firms abroad',
      department: isHome ? HOME : ABROAD,
      state: 'assigned',
      sources: fact.sources,
    }
  })
}

function targetsOf(at: Target): { readonly at: Block['at']; readonly name: string }[] {
  if ('enterprises' in at) return at.enterprises.map((name) => ({ at: { enterprise: name }, name }))
  if ('supplies' in at) return at.supplies.map((name) => ({ at: { supply: name }, name }))
  return at.markets.map((name) => ({ at: { market: name }, name }))
}

const SHORTEST = 60
const LONGEST = 180
/** Days shown after the last block is over. */
const TAIL = 30

/** Runs from the first block to some weeks after the last, 60 to 180 days. */
export function scenarioOf(fact: ScenarioFact, blocks: readonly Block[]): Scenario {
  const ids = new Set(fact.blocks.map(({ id }) => id))
  const own = blocks.filter((block) => ids.has(block.id.slice(0, block.id.indexOf(':'))))
  const start = fact.start ?? isoDate(Math.min(...own.map(({ since }) => dayNumber(since!))))
  const last = Math.max(...own.map((block) => (block.until ? dayNumber(block.until) + block.rampDays! : Infinity)))
  const days = Math.min(LONGEST, Math.max(SHORTEST, last - dayNumber(start) + TAIL))
  return {
    id: fact.id,
    name: fact.name,
    note: fact.note,
    start,
    days: fact.days ?? days,
    settled: fact.isSettled ?? false,
    blocks: own.map(({ id }) => id),
    clear: [],
  }
}
