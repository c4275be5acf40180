import { percent } from '../../i18n/format.ts'
import { foldFigures } from '../../analysis/folding/fold-day.ts'
import { useWords } from '../app-context.ts'
import type { MapGraph } from '../map-graph.ts'
import { rowName } from '../names.ts'
import { useFoldObserved } from '../observed/use-observed-lines.ts'
import { HoverCard, HoverLines, type HoverCardProps } from './HoverCard.tsx'

/** The few lines of what is at hand on the map: an enterprise, or a fold. */
export function ShortCard({ graph, row, ...place }: HoverCardProps & { readonly graph: MapGraph }) {
  const { t, language } = useWords()
  const { fold } = graph
  const observed = useFoldObserved(place.shown, fold, row)
  if (!fold) return <HoverCard row={row} {...place} />
  if (fold.keys[row] === null) return <HoverCard row={fold.members[row]![0]!} {...place} />
  const { outcome, view } = place.shown
  const { level, blocked, stopped } = foldFigures(fold, outcome.played.index, view, row)
  const lines = [
    t('map.output', { level: percent(level, language) }),
    t('map.fold.inside', { blocked, stopped }),
    ...observed,
    t('map.fold.open'),
  ]
  return <HoverLines name={rowName(graph.chain, graph.index, row, language)} lines={lines} {...place} />
}
