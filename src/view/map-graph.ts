import { useMemo } from 'react'
import { foldDay, foldLevels, foldWave } from '../analysis/folding/fold-day.ts'
import type { FoldGraph } from '../analysis/folding/fold-graph.ts'
import { marksOnFolds } from '../analysis/folding/fold-marks.ts'
import type { TierLayout } from '../analysis/layout/tier-layout.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Chain } from '../model/chain.ts'
import type { Folded, Structure } from '../state/computed.ts'
import type { Selection } from '../state/session.ts'
import { useComputed, useDocument } from './app-context.ts'
import type { MapScene, MapTarget } from './canvas/map-props.ts'
import type { ShownDay } from './shown-day.ts'

/** What the map draws: the chain itself, or what it is folded to. Its rows are those of the canvas, the mirror and the walk. */
export interface MapGraph {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly layout: TierLayout
  readonly fold: FoldGraph | null
}

/** Null while the structure of another chain is still there. */
export function useMapGraph({ outcome }: ShownDay): MapGraph | null {
  const structure = useComputed((state) => state.structure)
  const folded = useComputed((state) => state.folded)
  return useMemo(() => {
    if (!structure || structure.index !== outcome.played.index) return null
    return graphOf(structure, folded, outcome.chain)
  }, [structure, folded, outcome])
}

/** The same for one structure, whatever is played on it. */
export function useGraphOf(structure: Structure): MapGraph {
  const folded = useComputed((state) => state.folded)
  const chain = useDocument((state) => state.chain)
  return useMemo(() => graphOf(structure, folded, chain), [structure, folded, chain])
}

function graphOf(structure: Structure, folded: Folded | null, chain: Chain): MapGraph {
  if (folded?.structure !== structure) return { chain, index: structure.index, layout: structure.layout, fold: null }
  return { chain: folded.graph.chain, index: folded.graph.index, layout: folded.layout, fold: folded.graph }
}

/** Row of the whole chain; -1 = a fold, or a merged link. */
export function wholeRow({ fold }: MapGraph, { kind, row }: MapTarget): number {
  if (!fold) return row
  const inside = kind === 'enterprise' ? fold.members[row] : fold.links[row]
  return inside?.length === 1 ? inside[0]! : -1
}

export const idOf = ({ index }: MapGraph, { kind, row }: MapTarget): string =>
  (kind === 'supply' ? index.linkIds : index.enterpriseIds)[row]!

export const selectionOf = (graph: MapGraph, target: MapTarget): Selection => ({
  kind: wholeRow(graph, target) < 0 ? 'fold' : target.kind,
  id: idOf(graph, target),
})

/** Row of the map in which an enterprise of the whole chain stands; -1 = none. */
export function mapRow({ fold, index }: MapGraph, whole: IndexedChain, id: string): number {
  if (!fold) return index.enterpriseIds.indexOf(id)
  const row = whole.enterpriseIds.indexOf(id)
  return row < 0 ? -1 : fold.rowOf[row]!
}

/** Where a selection stands on the map; what lies inside a fold is shown by the fold. */
export function mapTarget(graph: MapGraph, whole: IndexedChain, selection: Selection | null): MapTarget | null {
  if (!selection || selection.kind === 'block') return null
  const { kind, id } = selection
  if (kind === 'enterprise') return targetAt('enterprise', mapRow(graph, whole, id))
  if (kind === 'supply' && graph.fold) {
    const link = whole.linkIds.indexOf(id)
    return targetAt('supply', link < 0 ? -1 : graph.fold.linkOf[link]!)
  }
  if (kind === 'supply') return targetAt('supply', graph.index.linkIds.indexOf(id))
  return (
    targetAt('enterprise', graph.index.enterpriseIds.indexOf(id)) ?? targetAt('supply', graph.index.linkIds.indexOf(id))
  )
}

const targetAt = (kind: MapTarget['kind'], row: number): MapTarget | null => (row < 0 ? null : { kind, row })

/** What of a day the map draws. */
export function mapDay(
  { fold }: MapGraph,
  { outcome, day, view }: ShownDay,
  {
    wave,
    sizes,
    marks,
    other,
  }: Pick<MapScene, 'wave' | 'sizes' | 'marks'> & { readonly other: Float64Array | undefined },
) {
  const { index } = outcome.played
  const count = index.enterpriseCount
  const levelUncleared = other ?? outcome.nothingCleared.run.level.subarray(day * count, (day + 1) * count)
  if (!fold) return { view, levelUncleared, wave, sizes, marks, folds: null }
  return {
    view: foldDay(fold, index, view),
    levelUncleared: foldLevels(fold, index, levelUncleared),
    wave: wave && foldWave(fold, index, wave),
    sizes:
      sizes &&
      Float64Array.from(fold.members, (inside) => inside.reduce((most, row) => Math.max(most, sizes[row]!), 0)),
    marks: marks && { ...marks, level: foldLevels(fold, index, marks.level) },
    folds: marksOnFolds(fold, index, view),
  }
}
