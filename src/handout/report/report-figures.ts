/** Every figure of a report, by ids and days only: what Verify computes again and compares to the bit. */
import { rowsById } from '../../engine/rows-by-id.ts'
import { explain, type Root } from '../../analysis/explain.ts'
import { figuresOf, leadingRows, outputCurve, type Figures } from '../../analysis/figures.ts'
import { bestOrder, EXACT_UP_TO, type BestOrder } from '../../analysis/planners/best-order.ts'
import { TIE } from '../../analysis/planners/changes.ts'
import { gainsOf } from '../../analysis/planners/gains.ts'
import { jointGains } from '../../analysis/planners/joint.ts'
import { clearable, whatIf, type Progress, type WhatIf } from '../../analysis/planners/what-if.ts'
import { BACK_TO_FULL } from '../../analysis/played.ts'
import type { HandoutState } from '../handout-state.ts'

export interface ReportWhy {
  readonly enterprise: string
  readonly level: number
  /** Days of full output lost since the start. */
  readonly daysLost: number
  /** Day from which it is below full; -1 = before the start. */
  readonly since: number
  readonly why: 'running' | 'demand' | 'capacity' | 'input'
  /** Product that is short, '' = none. */
  readonly product: string
  /** Ids of the blocks that hold it, nearest first, with links between. */
  readonly blocks: readonly { readonly block: string; readonly hops: number }[]
  /** Ids of enterprises that wait for one another. */
  readonly loops: readonly (readonly string[])[]
  /** Ids of suppliers that ran in full and were asked for more. */
  readonly rationed: readonly string[]
}

export interface ReportGain {
  readonly block: string
  readonly rank: number
  /** Days of the leading enterprises' full output, cleared alone on the shown day. */
  readonly gain: number
  /** -1 = never. */
  readonly firstFelt: number
  readonly winners: number
  /** Ids; supply is shared. */
  readonly losers: readonly string[]
}

export interface ReportOrder {
  readonly jobs: readonly { readonly block: string; readonly start: number; readonly end: number }[]
  readonly won: number
  readonly proven: boolean
  readonly largestFirst: number
  readonly firstComeFirstServed: number
  readonly random: number
}

export interface ReportFigures {
  readonly first: Figures
  readonly shown: Figures
  readonly uncleared: Figures
  /** [days] output of the leading enterprises, share of normal. */
  readonly curve: readonly number[]
  readonly curveUncleared: readonly number[]
  /** Leading enterprises below full output on the shown day, least first. */
  readonly why: readonly ReportWhy[]
  readonly gains: readonly ReportGain[]
  /** Blocks that free nothing apart and something together, largest first; null = too many blocks to try all pairs. */
  readonly together: readonly { readonly blocks: readonly string[]; readonly gain: number }[] | null
  /** Null = no block is open. */
  readonly order: ReportOrder | null
  /** Level of each listed enterprise, leading first. */
  readonly list: readonly { readonly enterprise: string; readonly level: number; readonly fullAgain: number }[]
}

/** With more open blocks than this, pairs are not tried. */
const PAIRS_UP_TO = 40
/** Runs that the order of work may spend. */
const ORDER_RUNS = 4_000

/** @param crews that clear blocks at the same time, in the order of work */
export function reportFigures(state: HandoutState, crews: number, progress: Progress): ReportFigures {
  const { played, nothingCleared, day, threshold, index, goal } = state
  const search = whatIf(index, played.timeline, { rows: goal })
  return {
    first: figuresOf(played, 0, threshold),
    shown: state.figures,
    uncleared: state.uncleared,
    curve: [...outputCurve(index, played.run, goal)],
    curveUncleared: [...outputCurve(index, nothingCleared.run, goal)],
    why: whyOf(state),
    gains: gainRows(state, search, progress),
    together: togetherOf(search, day, progress),
    order: orderOf(state, search, { crews, progress }),
    list: listOf(state),
  }
}

function whyOf({ played, day, index, view }: HandoutState): ReportWhy[] {
  const down = leadingRows(index).filter((row) => view.level[row]! < BACK_TO_FULL)
  return down
    .toSorted((a, b) => view.level[a]! - view.level[b]! || a - b)
    .map((row) => {
      const { daysLost, since, why, group, roots } = explain(played, row, day)
      return {
        enterprise: index.enterpriseIds[row]!,
        level: view.level[row]!,
        daysLost,
        since,
        why,
        product: group < 0 ? '' : index.groupProducts[group]!,
        blocks: roots.flatMap((root) =>
          root.kind === 'block' ? [{ block: played.timeline.blocks[root.block]!.id, hops: root.hops }] : [],
        ),
        loops: roots.filter(isLoop).map(({ members }) => members.map((member) => index.enterpriseIds[member]!)),
        rationed: roots.flatMap((root) => (root.kind === 'rationed' ? [index.enterpriseIds[root.row]!] : [])),
      }
    })
}

const isLoop = (root: Root): root is Root & { kind: 'loop' } => root.kind === 'loop'

function gainRows({ day, index }: HandoutState, search: WhatIf, progress: Progress): ReportGain[] {
  return gainsOf(search, day, progress).map(({ block, rank, gain, firstFelt, winners, losers }) => ({
    block: search.timeline.blocks[block]!.id,
    rank,
    gain,
    firstFelt,
    winners: winners.rows.length,
    losers: Array.from(losers.rows, (row) => index.enterpriseIds[row]!),
  }))
}

function togetherOf(search: WhatIf, day: number, progress: Progress): ReportFigures['together'] {
  if (clearable(search.timeline, day).length > PAIRS_UP_TO) return null
  const { rows } = jointGains(search, day, { mayGoOn: () => false }, progress)
  const idOf = (block: number): string => search.timeline.blocks[block]!.id
  return rows
    .filter(({ onlyTogether, together }) => onlyTogether && together > TIE)
    .map(({ blocks, together }) => ({ blocks: blocks.map(idOf), gain: together }))
}

function orderOf(
  { chain, day }: HandoutState,
  search: WhatIf,
  { crews, progress }: { readonly crews: number; readonly progress: Progress },
): ReportOrder | null {
  const open = clearable(search.timeline, day)
  if (open.length === 0) return null
  const efforts = new Map((chain.blocks ?? []).map(({ id, effort }) => [id, effort ?? 1]))
  const effort = search.timeline.blocks.map(({ id }) => efforts.get(id) ?? 1)
  const maxRuns = open.length > EXACT_UP_TO ? ORDER_RUNS : Math.max(ORDER_RUNS, 10 * ORDER_RUNS)
  const best = bestOrder(search, { crews, from: day, effort, maxRuns }, progress)
  const won = (score: number): number => score - best.comparisons.doingNothing
  return {
    jobs: best.jobs.map(({ block, start, end }) => ({ block: search.timeline.blocks[block]!.id, start, end })),
    won: won(best.score),
    proven: best.proven,
    ...comparisonsOf(best, won),
  }
}

const comparisonsOf = ({ comparisons }: BestOrder, won: (score: number) => number) => ({
  largestFirst: won(comparisons.largestFirst),
  firstComeFirstServed: won(comparisons.firstComeFirstServed),
  random: won(comparisons.random),
})

/** The newest version of the lists; without one, leading enterprises and core suppliers by their roles. */
function listOf({ chain, index, view, wave }: HandoutState): ReportFigures['list'] {
  const newest = (chain.lists ?? []).reduce<NonNullable<typeof chain.lists>[number] | null>(
    (best, list) => (best === null || list.date > best.date ? list : best),
    null,
  )
  const ofRole = (role: string) => chain.enterprises.filter((each) => each.role === role).map(({ id }) => id)
  const ids = newest ? [...newest.leading, ...newest.core] : [...ofRole('leading'), ...ofRole('core')]
  const rowOf = rowsById(index.enterpriseIds)
  return ids.map((enterprise) => {
    const row = rowOf.get(enterprise)!
    return { enterprise, level: view.level[row]!, fullAgain: wave ? wave.full[row]! : -1 }
  })
}
