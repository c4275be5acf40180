import { coverOf } from '../../analysis/filter/cover.ts'
import { facetValues } from '../../analysis/filter/facet-values.ts'
import { shownRows } from '../../analysis/filter/shown-rows.ts'
import type { Cover, Focus } from '../../analysis/picture/focus.ts'
import { litBy, neighboursOf } from '../../analysis/picture/standing-out.ts'
import { rowOf } from '../../analysis/row-of.ts'
import { isFiltering } from '../../model/filter.ts'
import type { Scene } from '../../model/scenes.ts'
import type { HandoutState } from '../handout-state.ts'

/** What a scene hides, lights and marks on the shown day, as on the screen. */
export function focusOfScene(state: HandoutState, scene: Scene): Focus {
  const { index } = state
  const selected = selectedOf(state, scene)
  const standing = litBy(index, {
    named: scene.lit ?? null,
    wave: scene.clear ? state.wave : null,
    trace: scene.trace ?? null,
  })
  const lit = standing ?? (selected?.kind === 'enterprise' ? neighboursOf(index, selected.row) : null)
  return { selected, lit: lit?.rows ?? null, litLinks: lit?.links ?? null, cover: coverOfScene(state, scene) }
}

function selectedOf({ index }: HandoutState, { selection }: Scene): Focus['selected'] {
  if (!selection || selection.kind === 'block') return null
  const { kind, id } = selection
  const row = kind === 'enterprise' ? rowOf(index, id) : index.linkIds.indexOf(id)
  return row < 0 ? null : { kind, row }
}

function coverOfScene({ chain, index, played, view }: HandoutState, { filter }: Scene): Cover | null {
  if (!filter || !isFiltering(filter)) return null
  const shown = shownRows(filter, index.enterpriseIds, facetValues({ chain, played, view }), [])
  return coverOf({ index, fold: null }, index, shown, filter)
}
