import { coverOf } from '../../analysis/filter/cover.ts'
import { facetValues } from '../../analysis/filter/facet-values.ts'
import { shownRows } from '../../analysis/filter/shown-rows.ts'
import type { Cover, Focus } from '../../analysis/picture/focus.ts'
import { litBy, neighboursOf, type Lit } from '../../analysis/picture/standing-out.ts'
import { linksOfRoute } from '../../analysis/routes/links-of-route.ts'
import { rowOf } from '../../analysis/row-of.ts'
import { isFiltering } from '../../model/filter.ts'
import type { Looked } from '../../model/scenes.ts'
import type { HandoutState } from '../handout-state.ts'

/** What is hidden, lit and marked on the shown day, as on the screen. */
export function focusOf(state: HandoutState, looked: Looked): Focus {
  const selected = selectedOf(state, looked)
  const lit = litOf(state, looked) ?? (selected?.kind === 'enterprise' ? neighboursOf(state.index, selected.row) : null)
  return { selected, lit: lit?.rows ?? null, litLinks: lit?.links ?? null, cover: coverOfLooked(state, looked) }
}

function litOf({ index, wave }: HandoutState, { route, lit, clear, trace }: Looked): Lit | null {
  if (!route) return litBy(index, { named: lit ?? null, wave: clear ? wave : null, trace: trace ?? null })
  const rows = route.map((id) => rowOf(index, id)).filter((row) => row >= 0)
  return { rows: new Set(rows), links: new Set(linksOfRoute(index, rows)) }
}

function selectedOf({ index }: HandoutState, { selection }: Looked): Focus['selected'] {
  if (!selection || selection.kind === 'block') return null
  const { kind, id } = selection
  const row = kind === 'enterprise' ? rowOf(index, id) : index.linkIds.indexOf(id)
  return row < 0 ? null : { kind, row }
}

function coverOfLooked({ chain, index, played, view }: HandoutState, { filter, pinned = [] }: Looked): Cover | null {
  if (!filter || !isFiltering(filter)) return null
  const shown = shownRows(filter, index.enterpriseIds, facetValues({ chain, played, view }), pinned)
  return coverOf({ index, fold: null }, index, shown, filter)
}
