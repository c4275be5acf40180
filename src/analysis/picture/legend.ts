import { ENTERPRISE_STATES, LINK_STATE, type DayView, type EnterpriseState } from '../day-view.ts'
import type { TierLayout } from '../layout/tier-layout.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { BlockCauseId } from '../../model/block-causes.ts'
import type { Chain, Role } from '../../model/chain.ts'
import type { LevelMarks } from './card-figure.ts'
import { soleSources } from '../sole-sources.ts'

const ROLES = ['leading', 'core', 'sme'] as const satisfies readonly Role[]

export type LinkSign = keyof typeof LINK_STATE | 'blocked' | 'sole' | 'backward'

/** A sign that occurs on the map, and how often. */
export type LegendRow = { readonly count: number } & (
  | { readonly kind: 'role'; readonly sign: Role }
  | { readonly kind: 'state'; readonly sign: EnterpriseState }
  | { readonly kind: 'risk'; readonly sign: 'countdown' }
  | { readonly kind: 'cause'; readonly sign: BlockCauseId }
  | { readonly kind: 'estimate'; readonly sign: 'assumed' }
  | { readonly kind: 'link'; readonly sign: LinkSign }
  | { readonly kind: 'mark'; readonly sign: 'observed' | 'model' }
)

export interface LegendInput {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly layout: TierLayout
  readonly view: DayView
  /** [timeline.blocks] */
  readonly causes: readonly BlockCauseId[]
  /** Second levels on the cards; NaN = none. */
  readonly marks?: LevelMarks | null
}

/** What is on screen, with counts; signs that do not occur are left out. */
export function legendOf(input: LegendInput): LegendRow[] {
  const { chain, view, index } = input
  const running = ENTERPRISE_STATES.indexOf('running')
  const rows: LegendRow[] = [
    ...ROLES.map((sign, at): LegendRow => ({ kind: 'role', sign, count: times(index.role, at) })),
    ...ENTERPRISE_STATES.map((sign, at): LegendRow => ({ kind: 'state', sign, count: times(view.state, at) })),
    {
      kind: 'risk',
      sign: 'countdown',
      count: view.daysLeft.reduce((sum, days, row) => sum + (days >= 0 && view.state[row] === running ? 1 : 0), 0),
    },
    ...marksOnMap(input),
    ...causesOnMap(input),
    {
      kind: 'estimate',
      sign: 'assumed',
      count: chain.enterprises.filter(({ confidence }) => confidence === 'assumed').length,
    },
    // Of what passes nothing was observed.
    ...linkRows(input).filter(({ sign }) => input.marks?.kind !== 'model' || !(sign in LINK_STATE)),
  ]
  return rows.filter(({ count }) => count > 0)
}

function times(values: ArrayLike<number>, wanted: number): number {
  let count = 0
  for (let at = 0; at < values.length; at++) if (values[at] === wanted) count++
  return count
}

function marksOnMap({ marks }: LegendInput): LegendRow[] {
  if (!marks) return []
  const count = marks.level.reduce((sum, level) => sum + (Number.isNaN(level) ? 0 : 1), 0)
  return [{ kind: 'mark', sign: marks.kind, count }]
}

/** Causes of the blocks that enterprises show in their badges. */
function causesOnMap({ view, causes }: LegendInput): LegendRow[] {
  const counts = new Map<BlockCauseId, number>()
  for (const block of view.block) {
    const cause = causes[block]
    if (cause) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  }
  return [...counts]
    .map(([sign, count]): LegendRow => ({ kind: 'cause', sign, count }))
    .toSorted((a, b) => b.count - a.count)
}

function linkRows({ index, layout, view }: LegendInput): LegendRow[] {
  const count: Record<LinkSign, number> = {
    flowing: times(view.linkState, LINK_STATE.flowing),
    throttled: times(view.linkState, LINK_STATE.throttled),
    stopped: times(view.linkState, LINK_STATE.stopped),
    blocked: times(view.linkBlocked, 1),
    sole: times(soleSources(index), 1),
    backward: backwardLinks(index, layout),
  }
  return Object.entries(count).map(([sign, number]): LegendRow => ({
    kind: 'link',
    sign: sign as LinkSign,
    count: number,
  }))
}

/** Links whose customer stands in a column left of the supplier's. */
function backwardLinks(index: IndexedChain, { lane, bands }: TierLayout): number {
  const bandOfLane = bands.flatMap(({ laneCount }, band) => Array.from({ length: laneCount }, () => band))
  let count = 0
  for (let link = 0; link < index.linkCount; link++) {
    const from = bandOfLane[lane[index.linkFrom[link]!]!]!
    const to = bandOfLane[lane[index.groupEnterprise[index.linkGroup[link]!]!]!]!
    if (to < from) count++
  }
  return count
}
