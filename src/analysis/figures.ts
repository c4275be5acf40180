/** The figures of the strip; definitions in docs/model.md 6. Every rate is a share, 0..1 (output may pass 1 with spare capacity). */
import { severityOn } from '../engine/forces.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import { SAME_LEVEL, STANDS_STILL, type Played } from './played.ts'

export interface Figures {
  /** Share of listed enterprises whose level is at or above the threshold. */
  readonly operatingRate: number
  /** The same, weighted by baseline output. */
  readonly operatingRateByOutput: number
  /** 1 - labour loss, weighted by baseline output. */
  readonly staffReturn: number
  /** sum y X / sum X. */
  readonly outputRecovery: number
  /** sum y X / sum X over the leading enterprises; NaN when none is listed. */
  readonly leadingOutput: number
  readonly leadingCount: number
  /** Enterprises that stand still, and how many of them without a block of their own. */
  readonly stopped: number
  readonly stoppedByOthers: number
  /** Blocks in force today. */
  readonly blocksOpen: number
  /** Longest time one of them has been in force, in days; Infinity when one has always been there. */
  readonly longestOpenDays: number
}

/** @param threshold level from which an enterprise counts as operating, 0..1 */
export function figuresOf(played: Played, day: number, threshold: number): Figures {
  const { index, run } = played
  const level = run.level.subarray(day * index.enterpriseCount, (day + 1) * index.enterpriseCount)
  const { staff, blocked } = staffAndBlocked(played, day)
  let operating = 0
  let stopped = 0
  let stoppedByOthers = 0
  const all = weighted()
  const operatingByOutput = weighted()
  const staffReturn = weighted()
  const leading = weighted()
  for (let row = 0; row < index.enterpriseCount; row++) {
    const y = level[row]!
    const x = index.output[row]!
    const operates = y >= threshold - SAME_LEVEL ? 1 : 0
    operating += operates
    if (y < STANDS_STILL) {
      stopped++
      if (!blocked.has(row)) stoppedByOthers++
    }
    all.add(y, x)
    operatingByOutput.add(operates, x)
    staffReturn.add(staff[row]!, x)
    if (index.role[row] === 0) leading.add(y, x)
  }
  return {
    operatingRate: index.enterpriseCount > 0 ? operating / index.enterpriseCount : Number.NaN,
    operatingRateByOutput: operatingByOutput.mean(),
    staffReturn: staffReturn.mean(),
    outputRecovery: all.mean(),
    leadingOutput: leading.mean(),
    leadingCount: leading.count(),
    stopped,
    stoppedByOthers,
    ...openBlocks(played, day),
  }
}

function weighted() {
  let sum = 0
  let weights = 0
  let seen = 0
  return {
    add(value: number, weight: number) {
      sum += value * weight
      weights += weight
      seen++
    },
    mean: () => (weights > 0 ? sum / weights : Number.NaN),
    count: () => seen,
  }
}

/** @returns [enterprises] 1 - labour loss on a day, 0..1 */
export const staffOn = (played: Played, day: number): Float64Array => staffAndBlocked(played, day).staff

function staffAndBlocked({ index, timeline, causes }: Played, day: number) {
  const staff = new Float64Array(index.enterpriseCount).fill(1)
  const blocked = new Set<number>()
  timeline.blocks.forEach((block, position) => {
    const severity = severityOn(block, day)
    if (severity === 0 || block.kind === 'link') return
    blocked.add(block.row)
    if (causes[position] === 'labour') staff[block.row] = Math.min(staff[block.row]!, 1 - severity)
  })
  return { staff, blocked }
}

function openBlocks({ timeline }: Played, day: number) {
  let blocksOpen = 0
  let longestOpenDays = 0
  for (const block of timeline.blocks) {
    if (severityOn(block, day) === 0) continue
    blocksOpen++
    longestOpenDays = Math.max(longestOpenDays, day - block.since + 1)
  }
  return { blocksOpen, longestOpenDays }
}

/**
 * Output by day of the chosen enterprises, as a share of their baseline output.
 * @param rows enterprises to sum over, weight X
 * @returns [days]
 */
export function outputCurve(index: IndexedChain, run: Played['run'], rows: readonly number[]): Float64Array {
  const curve = new Float64Array(run.days)
  let weight = 0
  for (const row of rows) weight += index.output[row]!
  for (let day = 0; day < run.days; day++) {
    let sum = 0
    for (const row of rows) sum += run.level[day * run.enterpriseCount + row]! * index.output[row]!
    curve[day] = weight > 0 ? sum / weight : Number.NaN
  }
  return curve
}

/** Rows of the leading enterprises. */
export const leadingRows = (index: IndexedChain): number[] =>
  [...index.role.keys()].filter((row) => index.role[row] === 0)
