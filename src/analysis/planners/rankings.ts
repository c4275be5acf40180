import type { BlockGain } from './gains.ts'
import type { WhatIf } from './what-if.ts'

/** Orders that people use in place of the gain. */
export const SIMPLE_RANKINGS = ['value', 'severity', 'degree'] as const
export type SimpleRanking = (typeof SIMPLE_RANKINGS)[number]

export interface RankingRow {
  readonly block: number
  /** 1 = first; ties share a rank. */
  readonly gain: number
  readonly value: number
  readonly severity: number
  readonly degree: number
}

export interface Rankings {
  readonly rows: readonly RankingRow[]
  /** Simple rankings whose first block is not the first by gain, with the gain lost by following them, days of full output. */
  readonly disagree: readonly { readonly ranking: SimpleRanking; readonly block: number; readonly lost: number }[]
}

/** Nothing is played for it. */
type Ranked = Pick<WhatIf, 'index' | 'timeline'>

/** Ranks of the blocks by gain beside ranks by value held up, by severity, and by number of links. */
export function rankingsOf(search: Ranked, gains: readonly BlockGain[]): Rankings {
  const blocks = gains.map(({ block }) => block)
  const by: Record<SimpleRanking, (block: number) => number> = {
    value: (block) => valueOf(search, block),
    severity: (block) => search.timeline.blocks[block]!.severity,
    degree: (block) => degreeOf(search, block),
  }
  const ranks = {
    value: ranksBy(blocks, by.value),
    severity: ranksBy(blocks, by.severity),
    degree: ranksBy(blocks, by.degree),
  }
  const rows = gains.map(({ block, rank }) => ({
    block,
    gain: rank,
    value: ranks.value.get(block)!,
    severity: ranks.severity.get(block)!,
    degree: ranks.degree.get(block)!,
  }))
  const best = gains[0]?.gain ?? 0
  const disagree = SIMPLE_RANKINGS.flatMap((ranking) => {
    const first = rows.filter((row) => row[ranking] === 1)
    const gainOf = (row: RankingRow) => gains.find(({ block }) => block === row.block)!.gain
    const chosen = first.toSorted((a, b) => gainOf(b) - gainOf(a))[0]
    return chosen && chosen.gain > 1 ? [{ ranking, block: chosen.block, lost: best - gainOf(chosen) }] : []
  })
  return { rows, disagree }
}

/** Value per day that the block holds: severity times the output, the flow, or the final demand it acts on. */
function valueOf({ index, timeline }: Ranked, block: number): number {
  const { kind, row, severity } = timeline.blocks[block]!
  const size = kind === 'link' ? index.flow[row]! : kind === 'market' ? index.finalDemand[row]! : index.output[row]!
  return severity * size
}

/** Supply links in and out of what is blocked; a blocked link counts its two ends. */
function degreeOf({ index, timeline }: Ranked, block: number): number {
  const { kind, row } = timeline.blocks[block]!
  if (kind === 'link') return 2
  const inward = index.linkStart[index.groupStart[row + 1]!]! - index.linkStart[index.groupStart[row]!]!
  return inward + index.outStart[row + 1]! - index.outStart[row]!
}

function ranksBy(blocks: readonly number[], valueOf: (block: number) => number): ReadonlyMap<number, number> {
  const values = blocks.map(valueOf)
  return new Map(
    blocks.map((block, at) => [block, 1 + values.filter((value) => value > values[at]! * (1 + 1e-12)).length]),
  )
}
