import type { BlockCauseId } from '../model/block-causes.ts'
import type { Chain } from '../model/chain.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { RunResult } from '../engine/run-result.ts'
import type { Timeline } from '../engine/timeline.ts'

/** A scenario and the run that was made of it, recorded in full: what every picture and sentence is read from. */
export interface Played {
  readonly index: IndexedChain
  readonly timeline: Timeline
  readonly run: RunResult
  /** [timeline.blocks] */
  readonly causes: readonly BlockCauseId[]
}

/** Level from which an enterprise counts as back at full output; shown as 100 %. */
export const BACK_TO_FULL = 0.995
/** Level below which an enterprise counts as standing still; shown as 0 %. */
export const STANDS_STILL = 0.005
/** Difference of levels below which two runs count as equal. */
export const SAME_LEVEL = 1e-9

/** Causes of the timeline's blocks, row by row. */
export function causesOf(chain: Chain, timeline: Timeline): BlockCauseId[] {
  const causes = new Map((chain.blocks ?? []).map((block) => [block.id, block.cause]))
  return timeline.blocks.map((block) => causes.get(block.id)!)
}

/** Level of an enterprise on a day; days before 0 are the day before the start. */
export const levelOn = ({ run }: Played, row: number, day: number): number =>
  day < 0 ? run.eve.level[row]! : run.level[day * run.enterpriseCount + row]!

export const whyOn = ({ run }: Played, row: number, day: number): number =>
  day < 0 ? run.eve.why[row]! : run.why[day * run.enterpriseCount + row]!

export const flagsOn = ({ run, index }: Played, link: number, day: number): number =>
  day < 0 ? run.eve.linkFlags[link]! : run.linkFlags[day * index.linkCount + link]!
