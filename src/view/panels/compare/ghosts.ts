import type { DayView } from '../../../analysis/day-view.ts'
import type { FoldGraph } from '../../../analysis/folding/fold-graph.ts'
import type { IndexedChain } from '../../../engine/indexed-chain.ts'
import { BLOCK_CAUSES, type BlockCauseId } from '../../../model/block-causes.ts'
import type { Chain, Scenario } from '../../../model/chain.ts'
import { daysBetween } from '../../../model/dates.ts'
import type { Language } from '../../../model/local-text.ts'
import type { Ghost } from '../../canvas/map-props.ts'

/** One of two futures on a day. */
export interface GhostSide {
  /** Null for observed days, which have no blocks. */
  readonly scenario: Scenario | null
  readonly view: DayView
  /** [timeline.blocks] */
  readonly causes: readonly BlockCauseId[]
}

/** A block, a delivery or a stimulus at its place. */
type Thing = Pick<Ghost, 'kind' | 'row' | 'text'> & { readonly hasBadge: boolean }

export interface GhostInput {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly language: Language
  readonly day: number
  /** First day of the calendar that both are on. */
  readonly start: string
}

export interface Ghosts {
  readonly a: readonly Ghost[]
  readonly b: readonly Ghost[]
  /** For the map of the difference, which shows B. */
  readonly difference: readonly Ghost[]
}

/** What is in force today in one future and not in the other: minus = gone in B, plus = only in B. */
export function ghostsOf(input: GhostInput, a: GhostSide, b: GhostSide): Ghosts {
  if (!a.scenario || !b.scenario) return { a: [], b: [], difference: [] }
  const [inA, inB] = [thingsOf(input, a), thingsOf(input, b)]
  const gone = [...inA].filter(([key]) => !inB.has(key)).map(([, thing]) => thing)
  const added = [...inB].filter(([key]) => !inA.has(key)).map(([, thing]) => thing)
  const marked = (things: readonly Thing[], sign: string, side: Ghost['side']): Ghost[] =>
    things.map(({ kind, row, text }) => ({ kind, row, text: sign + text, side }))
  const bare = (things: readonly Thing[]) => things.filter(({ hasBadge }) => !hasBadge)
  return {
    a: [...marked(added, '+', 'there'), ...marked(bare(gone), '−', 'here')],
    b: [...marked(gone, '−', 'there'), ...marked(bare(added), '+', 'here')],
    difference: [...marked(gone, '−', 'there'), ...marked(added, '+', 'here')],
  }
}

/** The same on a folded map. */
export const ghostsOnFolds = (fold: FoldGraph, index: IndexedChain, { a, b, difference }: Ghosts): Ghosts => ({
  a: onFolds(fold, index, a),
  b: onFolds(fold, index, b),
  difference: onFolds(fold, index, difference),
})

/** On a folded map: what lies inside a fold stands on it, several of one kind as one sign with their number. */
function onFolds({ rowOf, linkOf }: FoldGraph, { linkFrom }: IndexedChain, ghosts: readonly Ghost[]): Ghost[] {
  const found = new Map<string, { readonly ghost: Ghost; count: number }>()
  for (const ghost of ghosts) {
    const link = ghost.kind === 'supply' ? linkOf[ghost.row]! : -1
    const place =
      link >= 0
        ? ({ kind: 'supply', row: link } as const)
        : ({ kind: 'enterprise', row: rowOf[ghost.kind === 'supply' ? linkFrom[ghost.row]! : ghost.row]! } as const)
    const key = `${place.kind} ${place.row} ${ghost.side} ${ghost.text}`
    const known = found.get(key)
    if (known) known.count++
    else found.set(key, { ghost: { ...ghost, ...place }, count: 1 })
  }
  return [...found.values()].map(({ ghost, count }) =>
    count > 1 ? { ...ghost, text: `${ghost.text} ${count}` } : ghost,
  )
}

function thingsOf(input: GhostInput, { scenario, view, causes }: GhostSide): Map<string, Thing> {
  const { index, language } = input
  const things = new Map<string, Thing>()
  const put = (thing: Thing) => things.set(`${thing.kind} ${thing.row} ${thing.text}`, thing)
  view.block.forEach((block, row) => {
    const cause = causes[block]
    if (!cause) return
    const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
    put({ kind: 'enterprise', row, text: language === 'zh' ? badgeZh : badgeEn, hasBadge: true })
  })
  view.linkBlocked.forEach((isBlocked, row) => {
    if (isBlocked) put({ kind: 'supply', row, text: language === 'zh' ? '堵' : '×', hasBadge: true })
  })
  for (const { enterprise, text } of handMade(input, scenario)) {
    const row = index.enterpriseIds.indexOf(enterprise)
    if (row >= 0) put({ kind: 'enterprise', row, text, hasBadge: false })
  }
  return things
}

/** Deliveries of the day, and stimuli in force on it. */
function handMade({ start, day, language }: GhostInput, scenario: Scenario | null) {
  const dayOf = (date: string): number => daysBetween(start, date)
  const words = language === 'zh' ? { delivery: '调', stimulus: '需' } : { delivery: 'DEL', stimulus: 'DEM' }
  const deliveries = (scenario?.deliveries ?? []).filter(({ on }) => dayOf(on) === day)
  const stimuli = (scenario?.stimulus ?? []).filter(({ since, until }) => dayOf(since) <= day && day < dayOf(until))
  return [
    ...deliveries.map(({ enterprise }) => ({ enterprise, text: words.delivery })),
    ...stimuli.map(({ enterprise }) => ({ enterprise, text: words.stimulus })),
  ]
}
