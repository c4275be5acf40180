import { coverOf, type CoveredMap } from '../../analysis/filter/cover.ts'
import { facetValues } from '../../analysis/filter/facet-values.ts'
import { shownRows } from '../../analysis/filter/shown-rows.ts'
import type { FoldGraph } from '../../analysis/folding/fold-graph.ts'
import { NO_FOCUS, type Cover, type Focus } from '../../analysis/picture/focus.ts'
import { litBy, neighboursOf, type Lit } from '../../analysis/picture/standing-out.ts'
import { linksOfRoute } from '../../analysis/routes/links-of-route.ts'
import { rowOf } from '../../analysis/row-of.ts'
import { isFiltering } from '../../model/filter.ts'
import type { Looked } from '../../model/scenes.ts'
import type { HandoutState } from '../handout-state.ts'

/** What stands out, by rows of the whole chain, and by those of the map that is drawn. */
export interface PictureFocus {
  readonly whole: Focus
  readonly onMap: Focus
}

export const NOTHING_LOOKED_AT: PictureFocus = { whole: NO_FOCUS, onMap: NO_FOCUS }

export function pictureFocus(state: HandoutState, looked: Looked): PictureFocus {
  const whole = focusOf(state, looked)
  return { whole, onMap: state.drawn.fold ? foldedFocus(state, looked, state.drawn.fold) : whole }
}

/** A fold is shown while anything in it is, and stands out while anything in it does. */
function foldedFocus(state: HandoutState, looked: Looked, fold: FoldGraph): Focus {
  const { index } = state.drawn
  const chosen = selectedOf(state, looked)
  const row = chosen ? (chosen.kind === 'enterprise' ? fold.rowOf : fold.linkOf)[chosen.row]! : -1
  const selected = chosen && row >= 0 ? { kind: chosen.kind, row } : null
  const standing = litOf(state, looked)
  const lit = standing
    ? { rows: new Set([...standing.rows].map((each) => fold.rowOf[each]!)), links: linksOnMap(fold, standing.links) }
    : selected?.kind === 'enterprise'
      ? neighboursOf(index, selected.row)
      : null
  return {
    selected,
    lit: lit?.rows ?? null,
    litLinks: lit?.links ?? null,
    cover: coverOfLooked(state, looked, { index, fold }),
  }
}

const linksOnMap = ({ linkOf }: FoldGraph, links: Lit['links']): Lit['links'] =>
  links && new Set([...links].map((link) => linkOf[link]!).filter((link) => link >= 0))

/** What is hidden, lit and marked on the shown day, as on the screen; by rows of the whole chain. */
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

function coverOfLooked(
  { chain, index, played, view }: HandoutState,
  { filter, pinned = [] }: Looked,
  map: CoveredMap = { index, fold: null },
): Cover | null {
  if (!filter || !isFiltering(filter)) return null
  const shown = shownRows(filter, index.enterpriseIds, facetValues({ chain, played, view }), pinned)
  return coverOf(map, index, shown, filter)
}
