import { useMemo } from 'react'
import type { Cover } from '../../analysis/picture/focus.ts'
import { linksOfRoute } from '../../analysis/routes/links-of-route.ts'
import { litBy, neighboursOf, type Lit } from '../../analysis/picture/standing-out.ts'
import type { Wave } from '../../analysis/wave.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import type { Chain } from '../../model/chain.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useSession, useWords } from '../app-context.ts'
import type { MapScene } from '../canvas/map-props.ts'
import { chainAsListed, useListed } from '../listed.ts'
import { useShownRows } from '../filtered.ts'
import { coverOf } from '../../analysis/filter/cover.ts'
import { mapDay, mapTarget, type MapGraph } from '../map-graph.ts'
import { rowOf } from '../../analysis/row-of.ts'
import { useLensDay } from '../observed/use-observed.ts'
import type { ShownDay } from '../shown-day.ts'
import { cardDate } from '../../i18n/format.ts'

export interface Looking {
  /** Row under the pointer, or -1. */
  readonly hovered: number
  /** Wave to show in place of the run's own. */
  readonly preview: Wave | null
}

const NO_GHOSTS: MapScene['ghosts'] = []

/** Everything that the map draws, from the shown day and from what is looked at. */
export function useScene(shown: ShownDay, graph: MapGraph | null, looking: Looking): MapScene | null {
  const { language } = useWords()
  const selection = useSession((state) => state.selection)
  const moved = useSession((state) => state.moved)
  const tool = useSession((state) => state.tool)
  const { outcome } = shown
  const { preview } = looking
  const whole = outcome.played.index
  const lit = useLit(graph, whole, looking)
  const cover = useCover(shown, graph)
  const marked = useMarked(graph, whole)
  const { lens, drawn } = useDrawn(shown, graph, preview)
  const chain = useDrawnChain(graph, whole)
  return useMemo(() => {
    if (!graph || !drawn || !chain) return null
    return {
      chain,
      index: graph.index,
      layout: graph.layout,
      ...drawn,
      ghosts: NO_GHOSTS,
      lens: preview ? 'wave' : lens,
      causes: outcome.played.causes,
      language,
      selected: mapTarget(graph, whole, selection),
      lit: lit?.rows ?? null,
      litLinks: lit?.links ?? null,
      cover,
      ...marked,
      tool,
      dayLabel: (at) => cardDate(dateOfDay(outcome.scenario, at), language),
      moved,
    }
  }, [graph, chain, drawn, whole, outcome, lens, language, selection, lit, cover, marked, tool, moved, preview])
}

/** What of the shown day the map draws, under the chosen lens. */
function useDrawn(shown: ShownDay, graph: MapGraph | null, preview: Looking['preview']) {
  const sizes = useSession((state) => state.sizes)
  const { lens, view, marks, other } = useLensDay(shown)
  const { outcome } = shown
  const whole = outcome.played.index
  const drawn = useMemo(() => {
    const by = sizes ? Float64Array.from(whole.enterpriseIds, (id) => sizes[id] ?? 0) : null
    const under = preview ? { view: shown.view, marks: null } : { view, marks }
    const others = { wave: preview ?? outcome.wave, sizes: by, marks: under.marks, other }
    return graph && mapDay(graph, { ...shown, view: under.view }, others)
  }, [graph, shown, view, marks, other, preview, outcome, sizes, whole])
  return { lens, drawn }
}

/** The chain with the roles of the version of the lists that is shown. */
function useDrawnChain(graph: MapGraph | null, whole: IndexedChain): Chain | undefined {
  const listed = useListed()
  return useMemo(() => {
    if (!graph || !listed) return graph?.chain
    const inside = new Set(whole.enterpriseIds)
    return chainAsListed(graph.chain, listed, (id) => !inside.has(id))
  }, [graph, listed, whole])
}

/** What stands out, on the map: a route, what a scene names, a wave, a trace, or what is at hand with its neighbours. */
function useLit(graph: MapGraph | null, whole: IndexedChain, { hovered, preview }: Looking): Lit | null {
  const selection = useSession((state) => state.selection)
  const trace = useSession((state) => state.trace)
  const route = useSession((state) => state.routes?.lit ?? null)
  const litIds = useSession((state) => state.lit)
  const listed = useListed()
  return useMemo(() => {
    if (!graph) return null
    if (route) {
      const rows = route.map((id) => rowOf(whole, id)).filter((row) => row >= 0)
      return onMap(graph, { rows: new Set(rows), links: new Set(linksOfRoute(whole, rows)) })
    }
    const named = hovered < 0 ? (litIds ?? (listed && [...listed.keys()])) : null
    const standing = litBy(whole, { named, wave: preview, trace })
    if (standing) return onMap(graph, standing)
    const target = mapTarget(graph, whole, selection)
    const row = hovered >= 0 ? hovered : target?.kind === 'enterprise' ? target.row : -1
    return row < 0 ? null : neighboursOf(graph.index, row)
  }, [graph, whole, trace, route, selection, hovered, preview, litIds, listed])
}

function onMap({ fold }: MapGraph, { rows, links }: Lit): Lit {
  if (!fold) return { rows, links }
  return {
    rows: new Set([...rows].map((row) => fold.rowOf[row]!)),
    links: links && new Set([...links].map((link) => fold.linkOf[link]!).filter((link) => link >= 0)),
  }
}

/** What the filter leaves on the map; a fold is shown while anything in it is. */
function useCover(shown: ShownDay, graph: MapGraph | null): Cover | null {
  const filter = useSession((state) => state.filter)
  const rows = useShownRows(shown)
  const whole = shown.outcome.played.index
  return useMemo(() => (graph && rows ? coverOf(graph, whole, rows, filter) : null), [graph, whole, rows, filter])
}

/** Rows of the map that are marked together, or pinned; a fold is when all in it are. */
function useMarked(graph: MapGraph | null, whole: IndexedChain) {
  const picked = useSession((state) => state.picked)
  const pinned = useSession((state) => state.pinned)
  return useMemo(
    () => ({ picked: rowsOnMap(graph, whole, picked), pinned: rowsOnMap(graph, whole, pinned) }),
    [graph, whole, picked, pinned],
  )
}

function rowsOnMap(graph: MapGraph | null, whole: IndexedChain, ids: readonly string[]): ReadonlySet<number> {
  const rows = new Set(ids.map((id) => rowOf(whole, id)).filter((row) => row >= 0))
  const fold = graph?.fold
  if (!fold) return rows
  const onMapRows = new Set([...rows].map((row) => fold.rowOf[row]!))
  return new Set([...onMapRows].filter((row) => fold.members[row]!.every((member) => rows.has(member))))
}
