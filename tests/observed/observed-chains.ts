import { observedDaysOf, type ObservedDays } from '../../src/analysis/observed/observed-days.ts'
import { causesOf, type Played } from '../../src/analysis/played.ts'
import { simulate } from '../../src/engine/daily-model.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain, IsoDate, Observation } from '../../src/model/chain.ts'
import { dayNumber, isoDate } from '../../src/model/dates.ts'

/** Decimals to which means of differences of equal numbers agree. */
export const DIGITS = 12

export interface ChainRun {
  readonly chain: Chain
  readonly played: Played
}

/** A chain and the run of its first scenario. */
export function played(chain: Chain): ChainRun {
  const { index } = indexChain(chain)
  const timeline = timelineOf(chain, index, chain.scenarios![0]!)
  const run = simulate(index, timeline, { record: 'full' })
  return { chain, played: { index, timeline, run, causes: causesOf(chain, timeline) } }
}

export const observedOf = (
  { chain, played: { index } }: ChainRun,
  observations: readonly Observation[],
): ObservedDays => observedDaysOf({ ...chain, observations }, index, chain.scenarios![0]!)

/** The date of a day of the first scenario. */
export const dateOn = (chain: Chain, day: number): IsoDate => isoDate(dayNumber(chain.scenarios![0]!.start) + day)
