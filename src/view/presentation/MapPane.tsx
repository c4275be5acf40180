import type { Lens } from '../../analysis/picture/card-figure.ts'
import { SegmentedControl } from '@mantine/core'
import { FoldVertical, LayoutGrid, Maximize, Minus, Plus, RotateCcw } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Wave } from '../../analysis/wave.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { ChainMap, type MapHandle } from '../canvas/ChainMap.tsx'
import { ShortCard } from '../canvas/ShortCard.tsx'
import type { MapEvents, MapScene, MapTarget } from '../canvas/map-props.ts'
import { MapMirror } from '../canvas/MapMirror.tsx'
import { MINI_MAP_ABOVE, MiniMap } from '../canvas/MiniMap.tsx'
import { traceRows } from '../../analysis/trace-rows.ts'
import { chainAsListed, useListed } from '../listed.ts'
import { openFold } from '../fold-actions.ts'
import { mapDay, mapTarget, selectionOf, useMapGraph, wholeRow, type MapGraph } from '../map-graph.ts'
import { useBlockForms } from '../open-form.ts'
import { useShownDay, type ShownDay } from '../shown-day.ts'
import { MapMessage } from './MapMessage.tsx'
import { MapMenu, type MenuPlace } from './MapMenu.tsx'
import { IconButton } from './IconButton.tsx'
import { useCamera } from './use-camera.ts'
import { usePreview } from './use-preview.ts'
import { useMapKeys } from './map-keys.ts'

export function MapPane() {
  const shown = useShownDay()
  return (
    <main className="map-pane">
      {shown ? <ShownMap shown={shown} /> : null}
      <MapMessage shown={shown} />
    </main>
  )
}

function ShownMap({ shown }: { readonly shown: ShownDay }) {
  const { t } = useWords()
  const { stores } = useApp()
  const { onSetBlock } = useBlockForms()
  const onHelp = () => stores.session.setState({ dialog: 'help' })
  const pace = useSession((state) => (state.isPlaying ? state.speed : 0))
  const map = useRef<MapHandle>(null)
  const lens = useSession((state) => state.lens)
  const [hover, setHover] = useState({ row: -1, x: 0, y: 0 })
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [isFocused, setIsFocused] = useState(false)
  const preview = usePreview(shown)
  const graph = useMapGraph(shown)
  const scene = useScene(shown, graph, { lens, hovered: hover.row, preview })
  const remember = useCamera(map, scene !== null)
  const events = useEvents(graph, { setHover, setMenu, remember })
  const row = useFocusRow(shown, graph)
  const onKey = useMapKeys({ shown, graph, row, onSetBlock, onHelp, onFit: () => map.current?.fit() })
  useEffect(() => {
    if (scene?.selected?.kind === 'enterprise') map.current?.reveal(scene.selected.row, coveredByCard())
  }, [scene?.selected])
  if (!scene || !graph) return null
  // By key there is no pointer to stand beside: the short card then has its place in the corner.
  const focusPlace = isFocused ? { row, x: 0, y: 0 } : null
  // The card of details says more; beside it the short one would only cover the map.
  const cardAt = hover.row >= 0 ? hover : scene.selected ? null : focusPlace
  return (
    <>
      <MapMirror
        shown={shown}
        graph={graph}
        row={row}
        onKey={onKey}
        onFocus={setIsFocused}
        onPickAll={() => map.current?.pickAll()}
        onMenu={() =>
          map.current && events.onContextMenu({ kind: 'enterprise', row }, ...screenPlace(map.current, row))
        }
      />
      <ChainMap scene={scene} events={events} pace={pace} ref={map} />
      {cardAt && <ShortCard shown={shown} graph={graph} {...cardAt} {...paneSize()} />}
      {scene.index.enterpriseCount > MINI_MAP_ABOVE && <MiniMap scene={scene} map={map} />}
      {menu && <MapMenu place={menu} onClose={() => setMenu(null)} onSetBlock={onSetBlock} />}
      <div className="map-tools">
        {shown.outcome.wave && (
          <SegmentedControl
            size="xs"
            aria-label={t('map.lens.label')}
            value={lens}
            onChange={(value) => stores.session.setState({ lens: value })}
            data={(['state', 'wave', 'difference'] as const).map((value) => ({ value, label: t(`map.lens.${value}`) }))}
          />
        )}
        <IconButton label={t('map.zoomIn')} sign={Plus} onClick={() => map.current?.zoomBy(1.25)} />
        <IconButton label={t('map.zoomOut')} sign={Minus} onClick={() => map.current?.zoomBy(0.8)} />
        <IconButton label={t('map.fit')} sign={Maximize} onClick={() => map.current?.fit()} />
        <IconButton
          label={t('map.regions')}
          sign={LayoutGrid}
          onClick={() => stores.session.setState({ table: 'regions' })}
        />
        <IconButton
          label={t('map.fold.choose')}
          sign={FoldVertical}
          onClick={() => stores.session.setState({ table: 'folds' })}
        />
        <IconButton
          label={t('map.rearrange')}
          sign={RotateCcw}
          onClick={() => stores.session.setState({ moved: {} })}
        />
      </div>
    </>
  )
}

const screenPlace = (map: MapHandle, row: number): [x: number, y: number] => {
  const { x, y } = map.screenPosition(row)
  return [x, y]
}

/** The card of details lies over the right of the map, except on a phone, where it has a page of its own. */
function coveredByCard(): number {
  const card = document.querySelector('.map-overlay .card')
  const pane = document.querySelector('.map-pane')
  if (!card || !pane || card.clientWidth > pane.clientWidth / 2) return 0
  return card.clientWidth + 12
}

function paneSize() {
  const pane = document.querySelector('.map-pane')
  return { width: pane?.clientWidth ?? 800, height: pane?.clientHeight ?? 600 }
}

/** Row that arrows start from: the selected enterprise, else the first at the top left. */
function useFocusRow({ outcome }: ShownDay, graph: MapGraph | null): number {
  const selection = useSession((state) => state.selection)
  const target = useMemo(
    () => graph && mapTarget(graph, outcome.played.index, selection),
    [graph, outcome.played.index, selection],
  )
  return target?.kind === 'enterprise' ? target.row : 0
}

interface Looking {
  readonly lens: Lens
  /** Row under the pointer, or -1. */
  readonly hovered: number
  /** Wave to show in place of the run's own. */
  readonly preview: Wave | null
}

function useScene(shown: ShownDay, graph: MapGraph | null, { lens, hovered, preview }: Looking): MapScene | null {
  const { language } = useWords()
  const selection = useSession((state) => state.selection)
  const trace = useSession((state) => state.trace)
  const litIds = useSession((state) => state.lit)
  const moved = useSession((state) => state.moved)
  const sizes = useSession((state) => state.sizes)
  const listed = useListed()
  const { outcome } = shown
  const whole = outcome.played.index
  const lit = useMemo(() => {
    if (!graph) return null
    const onMap = (rows: Iterable<number>) =>
      new Set(graph.fold ? [...rows].map((row) => graph.fold!.rowOf[row]!) : rows)
    const standing = litIds ?? (listed && [...listed.keys()])
    if (standing && hovered < 0)
      return onMap(standing.map((id) => whole.enterpriseIds.indexOf(id)).filter((row) => row >= 0))
    if (preview) return onMap([...preview.feels.keys()].filter((row) => preview.feels[row]! >= 0))
    if (trace) {
      const row = whole.enterpriseIds.indexOf(trace.enterprise)
      return row < 0 ? null : onMap(traceRows(whole, row, trace.direction))
    }
    const target = mapTarget(graph, whole, selection)
    const row = hovered >= 0 ? hovered : target?.kind === 'enterprise' ? target.row : -1
    return row < 0 ? null : neighbourhood(graph.index, row)
  }, [graph, whole, trace, selection, hovered, preview, litIds, listed])
  const drawn = useMemo(() => {
    const by = sizes ? Float64Array.from(whole.enterpriseIds, (id) => sizes[id] ?? 0) : null
    return graph && mapDay(graph, shown, preview ?? outcome.wave, by)
  }, [graph, shown, preview, outcome, sizes, whole])
  const chain = useMemo(() => {
    if (!graph || !listed) return graph?.chain
    const inside = new Set(whole.enterpriseIds)
    return chainAsListed(graph.chain, listed, (id) => !inside.has(id))
  }, [graph, listed, whole])
  return useMemo(() => {
    if (!graph || !drawn || !chain) return null
    return {
      chain,
      index: graph.index,
      layout: graph.layout,
      ...drawn,
      lens: preview ? 'wave' : outcome.wave ? lens : 'state',
      causes: outcome.played.causes,
      language,
      selected: mapTarget(graph, whole, selection),
      lit,
      dayLabel: (at) => dateOfDay(outcome.scenario, at).slice(5).replace(/^0/, '').replace('-0', '/').replace('-', '/'),
      moved,
    }
  }, [graph, chain, drawn, whole, outcome, lens, language, selection, lit, moved, preview])
}

/** The enterprise, its suppliers and its customers. */
function neighbourhood(index: MapScene['index'], row: number): Set<number> {
  const rows = new Set([row])
  for (let link = 0; link < index.linkCount; link++) {
    const to = index.groupEnterprise[index.linkGroup[link]!]!
    if (index.linkFrom[link] === row) rows.add(to)
    if (to === row) rows.add(index.linkFrom[link]!)
  }
  return rows
}

interface EventSetters {
  readonly remember: () => void
  readonly setHover: (hover: { row: number; x: number; y: number }) => void
  readonly setMenu: (menu: MenuPlace | null) => void
}

/** Neighbours light up only when the pointer rests, so that crossing the map makes no flicker. */
const HOVER_DELAY = 120

function useEvents(graph: MapGraph | null, { setHover, setMenu, remember }: EventSetters): MapEvents {
  const { stores } = useApp()
  const timer = useRef(0)
  const select = useCallback(
    (target: MapTarget | null) => {
      stores.session.setState({ selection: target && graph ? selectionOf(graph, target) : null })
    },
    [stores, graph],
  )
  return useMemo(
    () => ({
      onSelect: select,
      onOpenDetail: (target) => {
        const key = target.kind === 'enterprise' ? graph?.fold?.keys[target.row] : null
        if (key) openFold(stores, key)
        else select(target)
      },
      onHover: (row, x, y) => {
        clearTimeout(timer.current)
        timer.current = window.setTimeout(() => setHover({ row, x, y }), row < 0 ? 0 : HOVER_DELAY)
      },
      onContextMenu: (target, x, y) => {
        select(target)
        if (!graph) return
        const row = wholeRow(graph, target)
        setMenu(
          row < 0
            ? {
                fold: selectionOf(graph, target).id,
                key: (target.kind === 'enterprise' && graph.fold?.keys[target.row]) || null,
                x,
                y,
              }
            : { target: { kind: target.kind, row }, x, y },
        )
      },
      onMoved: (positions) => stores.session.setState((state) => ({ moved: { ...state.moved, ...positions } })),
      onViewport: remember,
    }),
    [graph, select, setHover, setMenu, remember, stores],
  )
}
