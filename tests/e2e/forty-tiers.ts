import type { Chain } from '../../src/model/chain.ts'
import { START } from './test-chain.ts'

const TIERS = Array.from({ length: 40 }, (_, at) => 39 - at)
const sizeOf = (tier: number): number => (tier % 3) + 1
const worksOf = (tier: number): readonly string[] => Array.from({ length: sizeOf(tier) }, (_, at) => `w${tier}-${at}`)

/** A chain of forty tiers of one to three enterprises; two neighbours far from the end are blocked, and one alone. */
export const FORTY_TIERS: Chain = {
  format: 'industrial-chain',
  version: 1,
  name: { zh: '四十级', en: 'Forty tiers' },
  stages: TIERS.map((tier) => ({ id: `s${tier}`, name: { zh: `环节 ${tier}`, en: `Stage ${tier}` }, tier })),
  enterprises: TIERS.flatMap((tier) =>
    worksOf(tier).map((id) => ({
      id,
      name: { zh: `企业 ${id}`, en: `Works ${id}` },
      role: tier === 0 ? ('leading' as const) : ('core' as const),
      stage: `s${tier}`,
      ...(tier === 0 && { finalDemand: 10 }),
    })),
  ),
  supplies: TIERS.slice(0, -1).flatMap((tier) =>
    worksOf(tier).flatMap((from) =>
      worksOf(tier - 1).map((to) => ({ id: `${from}>${to}`, from, to, product: `p${from}`, flow: 1, leadDays: 1 })),
    ),
  ),
  blocks: ['w31-0', 'w12-0', 'w11-0'].map((enterprise) => ({
    id: `b-${enterprise}`,
    at: { enterprise },
    cause: 'permit',
    severity: 1,
  })),
  scenarios: [
    { id: 'main', name: { zh: '停工', en: 'Standstill' }, start: START, days: 20, settled: true, blocks: 'all' },
  ],
}
