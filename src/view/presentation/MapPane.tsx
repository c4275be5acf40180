import type { Lens } from '../../analysis/picture/card-figure.ts'
import { SegmentedControl } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Wave } from '../../analysis/wave.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useComputed, useSession, useWords } from '../app-context.ts'
import { ChainMap, type MapHandle } from '../canvas/ChainMap.tsx'
import { HoverCard } from '../canvas/HoverCard.tsx'
import type { MapEvents, MapScene, MapTarget } from '../canvas/map-props.ts'
import { MapMirror } from '../canvas/MapMirror.tsx'
import { MINI_MAP_ABOVE, MiniMap } from '../canvas/MiniMap.tsx'
import { traceRows } from '../../analysis/trace-rows.ts'
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
  const [moves, setMoves] = useState(0)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [isFocused, setIsFocused] = useState(false)
  const preview = usePreview(shown)
  const scene = useScene(shown, { lens, hovered: hover.row, preview })
  const remember = useCamera(map, scene !== null)
  const events = useEvents(shown, { setHover, setMoves, setMenu, remember })
  const row = useFocusRow(shown)
  const onKey = useMapKeys({ shown, row, onSetBlock, onHelp, onFit: () => map.current?.fit() })
  useEffect(() => {
    if (scene?.selected?.kind === 'enterprise') map.current?.reveal(scene.selected.row, coveredByCard())
  }, [scene?.selected])
  if (!scene) return null
  // By key there is no pointer to stand beside: the short card then has its place in the corner.
  const focusPlace = isFocused ? { row, x: 0, y: 0 } : null
  // The card of details says more; beside it the short one would only cover the map.
  const cardAt = hover.row >= 0 ? hover : scene.selected ? null : focusPlace
  return (
    <>
      <MapMirror
        shown={shown}
        row={row}
        onKey={onKey}
        onFocus={setIsFocused}
        onPickAll={() => map.current?.pickAll()}
        onMenu={() =>
          map.current && setMenu({ target: { kind: 'enterprise', row }, ...map.current.screenPosition(row) })
        }
      />
      <ChainMap scene={scene} events={events} pace={pace} ref={map} />
      {cardAt && <HoverCard shown={shown} {...cardAt} {...paneSize()} />}
      {scene.index.enterpriseCount > MINI_MAP_ABOVE && <MiniMap scene={scene} map={map} moves={moves} />}
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
        <IconButton label={t('map.zoomIn')} sign="+" onClick={() => map.current?.zoomBy(1.25)} />
        <IconButton label={t('map.zoomOut')} sign="−" onClick={() => map.current?.zoomBy(0.8)} />
        <IconButton label={t('map.fit')} sign="⤢" onClick={() => map.current?.fit()} />
        <IconButton label={t('map.rearrange')} sign="⟲" onClick={() => stores.session.setState({ moved: {} })} />
      </div>
    </>
  )
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
function useFocusRow({ outcome }: ShownDay): number {
  const selection = useSession((state) => state.selection)
  const { index } = outcome.played
  const row = selection?.kind === 'enterprise' ? index.enterpriseIds.indexOf(selection.id) : -1
  return Math.max(0, row)
}

interface Looking {
  readonly lens: Lens
  /** Row under the pointer, or -1. */
  readonly hovered: number
  /** Wave to show in place of the run's own. */
  readonly preview: Wave | null
}

function useScene(shown: ShownDay, { lens, hovered, preview }: Looking): MapScene | null {
  const { language } = useWords()
  const structure = useComputed((state) => state.structure)
  const selection = useSession((state) => state.selection)
  const trace = useSession((state) => state.trace)
  const moved = useSession((state) => state.moved)
  const sizes = useSession((state) => state.sizes)
  const { outcome, day, view } = shown
  // As it was played: an edit is drawn once its run is there, not twice.
  const { chain } = outcome
  const { index } = outcome.played
  const lit = useMemo(() => {
    if (preview) return new Set([...preview.feels.keys()].filter((row) => preview.feels[row]! >= 0))
    if (trace) {
      const row = index.enterpriseIds.indexOf(trace.enterprise)
      return row < 0 ? null : traceRows(index, row, trace.direction)
    }
    const row =
      hovered >= 0 ? hovered : selection?.kind === 'enterprise' ? index.enterpriseIds.indexOf(selection.id) : -1
    return row < 0 ? null : neighbourhood(index, row)
  }, [index, trace, selection, hovered, preview])
  return useMemo(() => {
    if (!structure || structure.index !== index) return null
    const count = index.enterpriseCount
    return {
      chain,
      index,
      layout: structure.layout,
      view,
      levelUncleared: outcome.nothingCleared.run.level.subarray(day * count, (day + 1) * count),
      wave: preview ?? outcome.wave,
      lens: preview ? 'wave' : outcome.wave ? lens : 'state',
      causes: outcome.played.causes,
      language,
      selected: selectedTarget(index, selection),
      lit,
      dayLabel: (at) => dateOfDay(outcome.scenario, at).slice(5).replace(/^0/, '').replace('-0', '/').replace('-', '/'),
      moved,
      sizes: sizes ? Float64Array.from(index.enterpriseIds, (id) => sizes[id] ?? 0) : null,
    }
  }, [structure, index, chain, view, outcome, day, lens, language, selection, lit, moved, preview, sizes])
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

function selectedTarget(index: MapScene['index'], selection: { kind: string; id: string } | null): MapTarget | null {
  if (!selection || selection.kind === 'block') return null
  const ids = selection.kind === 'supply' ? index.linkIds : index.enterpriseIds
  const row = ids.indexOf(selection.id)
  return row < 0 ? null : { kind: selection.kind === 'supply' ? 'supply' : 'enterprise', row }
}

interface EventSetters {
  readonly remember: () => void
  readonly setHover: (hover: { row: number; x: number; y: number }) => void
  readonly setMoves: (update: (moves: number) => number) => void
  readonly setMenu: (menu: MenuPlace | null) => void
}

/** Neighbours light up only when the pointer rests, so that crossing the map makes no flicker. */
const HOVER_DELAY = 120

function useEvents(shown: ShownDay, { setHover, setMoves, setMenu, remember }: EventSetters): MapEvents {
  const { stores } = useApp()
  const { index } = shown.outcome.played
  const timer = useRef(0)
  const select = useCallback(
    (target: MapTarget | null) => {
      const id = target && (target.kind === 'supply' ? index.linkIds : index.enterpriseIds)[target.row]!
      stores.session.setState({ selection: target && id ? { kind: target.kind, id } : null })
    },
    [stores, index],
  )
  return useMemo(
    () => ({
      onSelect: select,
      onOpenDetail: select,
      onHover: (row, x, y) => {
        clearTimeout(timer.current)
        timer.current = window.setTimeout(() => setHover({ row, x, y }), row < 0 ? 0 : HOVER_DELAY)
      },
      onContextMenu: (target, x, y) => {
        select(target)
        setMenu({ target, x, y })
      },
      onMoved: (positions) => stores.session.setState((state) => ({ moved: { ...state.moved, ...positions } })),
      onViewport: () => {
        setMoves((moves) => moves + 1)
        remember()
      },
    }),
    [select, setHover, setMenu, setMoves, remember, stores],
  )
}
