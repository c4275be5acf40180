import { Button } from '@mantine/core'
import { ENTERPRISE_STATES } from '../../../analysis/day-view.ts'
import { percent } from '../../../i18n/format.ts'
import { openFold } from '../../fold-actions.ts'
import type { MapGraph } from '../../map-graph.ts'
import type { MapScene } from '../../canvas/map-props.ts'
import { rowName } from '../../names.ts'
import { useApp, useWords } from '../../app-context.ts'

interface FoldPairProps {
  readonly graph: MapGraph
  readonly a: MapScene
  readonly b: MapScene
}

/** The selected fold in both futures, and the way into it. */
export function FoldPair({ graph, a, b }: FoldPairProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const row = a.selected?.kind === 'enterprise' ? a.selected.row : -1
  const key = graph.fold?.keys[row]
  if (!key) return null
  const words = ({ folds, view }: MapScene) =>
    t('compare.foldSide', {
      blocked: folds?.blocked[row] ?? 0,
      state: t(`words.state.${ENTERPRISE_STATES[view.state[row]!]!}`),
      level: percent(view.level[row]!, language),
    })
  return (
    <div className="fold-pair" role="status">
      <strong>
        {t('compare.foldName', {
          place: rowName(graph.chain, graph.index, row, language),
          members: graph.fold.members[row]!.length,
        })}
      </strong>
      <span>
        <b>A</b> {words(a)}
      </span>
      <span>
        <b>B</b> {words(b)}
      </span>
      <Button size="compact-xs" variant="default" onClick={() => openFold(stores, key)}>
        {t('map.fold.unfold')}
      </Button>
    </div>
  )
}
