import type { Chain, IsoDate, Scenario } from './chain.ts'

const DAYS = 90

/** A stage that nobody has named yet, by its distance from the end market. */
export const tierName = (tier: number): { readonly zh: string; readonly en: string } =>
  tier === 0 ? { zh: '终端', en: 'end market' } : { zh: `上游第 ${tier} 级`, en: `tier ${tier}` }

/** A chain with nothing in it, to bring the first table into. */
export const emptyChain = (name: string): Chain => ({
  format: 'industrial-chain',
  version: 1,
  name,
  stages: [],
  enterprises: [],
  supplies: [],
})

/** What a chain without scenarios is played as: all of its blocks, from a day on. */
export const firstScenario = (start: IsoDate): Scenario => ({
  id: 'main',
  name: { zh: '现状', en: 'As it stands' },
  start,
  days: DAYS,
  blocks: 'all',
})

/** The latest day on which a block began or something was observed, so that all that is known is there; else `today`. */
export function firstDay({ blocks = [], observations = [] }: Chain, today: IsoDate): IsoDate {
  const known = [...blocks.flatMap(({ since }) => since ?? []), ...observations.map(({ date }) => date)]
  return (
    known.reduce<IsoDate | null>((latest, date) => (latest === null || date > latest ? date : latest), null) ?? today
  )
}

/** Without an enterprise there is nothing to play. */
export const lacksScenario = ({ enterprises, scenarios = [] }: Chain): boolean =>
  scenarios.length === 0 && enterprises.length > 0
