import { lazy, Suspense, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useApp, useDocument, useSession } from '../app-context.ts'
import { ChainMap, type MapHandle } from '../canvas/ChainMap.tsx'
import { ShortCard } from '../canvas/ShortCard.tsx'
import type { MapEvents, MapTarget } from '../canvas/map-props.ts'
import { MapMirror } from '../canvas/MapMirror.tsx'
import type { Point } from '../../analysis/layout/curve.ts'
import { LONG_FROM } from '../../analysis/layout/grid.ts'
import { isFiltering } from '../../model/filter.ts'
import type { NotePlace } from '../../model/notes.ts'
import { openFold } from '../fold-actions.ts'
import { pickAll } from '../follow-actions.ts'
import { membersAt, thingAt, type MapThing } from '../map-thing.ts'
import { mapTarget, selectionOf, useMapGraph, type MapGraph } from '../map-graph.ts'
import { useBlockForms } from '../open-form.ts'
import { useShownDay, type ShownDay } from '../shown-day.ts'
import { MapMessage } from './MapMessage.tsx'
import { LateBars, LateNotePins, LateSwipe, LateThingMenu } from '../panels/following/late.ts'
import { useIsCovered, useIsPhone } from './page-shape.ts'
import { MapTools } from './MapTools.tsx'
import { useCamera } from './use-camera.ts'
import { useScene } from './use-scene.ts'
import { usePreview } from './use-preview.ts'
import { useMapKeys } from './map-keys.ts'

/** From this many enterprises on an overview helps. */
const MINI_MAP_ABOVE = 60
const MiniMap = lazy(async () => ({ default: (await import('../canvas/MiniMap.tsx')).MiniMap }))

export function MapPane() {
  const shown = useShownDay()
  return (
    <main className="map-pane" inert={useIsCovered()}>
      {shown ? <ShownMap shown={shown} /> : null}
      <MapMessage shown={shown} />
    </main>
  )
}

function ShownMap({ shown }: { readonly shown: ShownDay }) {
  const { stores, map: onScreen } = useApp()
  const map = useRef<MapHandle>(null)
  // For actions of the list that move the map.
  useImperativeHandle<MapHandle | null, MapHandle | null>(onScreen, () => map.current)
  const { onSetBlock } = useBlockForms()
  const onHelp = () => stores.session.setState({ dialog: 'help' })
  const pace = useSession((state) => (state.isPlaying ? state.speed : 0))
  const [hover, setHover] = useState({ id: '', x: 0, y: 0 })
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const hasBars = useHasBars()
  const swipe = useSession(({ swipe, against, lens }) => (against && lens === 'difference' ? swipe : null))
  const hasNotes = useDocument((state) => (state.chain.notes ?? []).length > 0)
  const isPhone = useIsPhone()
  const [isFocused, setIsFocused] = useState(false)
  const preview = usePreview(shown)
  const graph = useMapGraph(shown)
  // By its id: the rows of a map that has been folded since are others.
  const hovered = graph ? graph.index.enterpriseIds.indexOf(hover.id) : -1
  const scene = useScene(shown, graph, { hovered, preview })
  const remember = useCamera(map, scene !== null)
  const events = useEvents(shown, graph, { setHover, setMenu, remember })
  const row = useFocusRow(shown, graph)
  const onKey = useMapKeys({ shown, graph, scene, row, onSetBlock, onHelp, onFit: () => map.current?.fit() })
  useEffect(() => {
    if (scene?.selected?.kind === 'enterprise') map.current?.reveal(scene.selected.row, coveredByCard())
  }, [scene?.selected])
  if (!scene || !graph) return null
  // By key there is no pointer to stand beside: the short card then has its place in the corner.
  const focusPlace = isFocused ? { row, x: 0, y: 0 } : null
  // The card of details says more; beside it the short one would only cover the map.
  const cardAt = hovered >= 0 ? { ...hover, row: hovered } : scene.selected ? null : focusPlace
  return (
    <>
      <MapMirror
        shown={shown}
        graph={graph}
        scene={scene}
        row={row}
        onKey={onKey}
        onFocus={setIsFocused}
        onPickAll={() => pickAll(stores)}
        onMenu={() =>
          map.current && events.onContextMenu({ kind: 'enterprise', row }, map.current.screenPosition(row), NOWHERE)
        }
      />
      <ChainMap scene={scene} events={events} pace={pace} ref={map} />
      {cardAt && <ShortCard shown={shown} graph={graph} {...cardAt} {...paneSize()} />}
      <Suspense>
        {(isPhone || scene.index.enterpriseCount > MINI_MAP_ABOVE || scene.layout.bands.length >= LONG_FROM) && (
          <MiniMap scene={scene} map={map} isPhone={isPhone} />
        )}
      </Suspense>
      <Suspense>
        {menu && <LateThingMenu {...menu} onClose={() => setMenu(null)} />}
        {swipe !== null && <LateSwipe shown={shown} graph={graph} scene={scene} map={map} share={swipe} />}
        {hasBars && <LateBars shown={shown} />}
        {hasNotes && <LateNotePins shown={shown} graph={graph} scene={scene} />}
      </Suspense>
      <MapTools hasWave={shown.outcome.wave !== null} lens={scene.lens} map={map} />
    </>
  )
}

const NOWHERE = { x: 0, y: 0 }

/** The menu of a thing, and where it stands. */
interface MenuPlace {
  readonly thing: MapThing
  readonly x: number
  readonly y: number
}

/** Whether something is in force on the map that has to be said. */
const useHasBars = (): boolean =>
  useSession(
    ({ trace, filter, picked, routes, tool, against, sizes }) =>
      against !== null ||
      sizes !== null ||
      trace !== null ||
      isFiltering(filter) ||
      picked.length > 0 ||
      routes?.to === null ||
      tool !== 'move',
  )

/** Pixels of the card of details, as its style sheet has them. */
const CARD_WIDTH = 360

/** The card of details lies over the right of the map, except on a phone, where it has a page of its own. */
function coveredByCard(): number {
  const pane = document.querySelector('.map-pane')
  // The first card is still on its way when its enterprise is revealed; it will be this wide.
  const width = document.querySelector('.map-overlay .card')?.clientWidth ?? CARD_WIDTH
  // On stage there is no card.
  const hasRoom = pane && width < pane.clientWidth / 2 && !document.querySelector('.present')
  return hasRoom ? width + 12 : 0
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

/** What a note is pinned to: the thing that was hit, else the place. */
const noteAt = (thing: MapThing | null, { x, y }: Point): NotePlace => {
  if (thing?.kind === 'enterprise') return { enterprise: thing.id }
  return thing?.kind === 'supply' ? { supply: thing.id } : { x: Math.round(x), y: Math.round(y) }
}

interface EventSetters {
  readonly remember: () => void
  readonly setHover: (hover: { id: string; x: number; y: number }) => void
  readonly setMenu: (menu: MenuPlace | null) => void
}

/** Neighbours light up only when the pointer rests, so that crossing the map makes no flicker. */
const HOVER_DELAY = 120

function useEvents(shown: ShownDay, graph: MapGraph | null, { setHover, setMenu, remember }: EventSetters): MapEvents {
  const { stores } = useApp()
  const whole = shown.outcome.played.index
  const timer = useRef(0)
  const select = useCallback(
    (target: MapTarget | null, at?: Point) => {
      const { tool, routes } = stores.session.getState()
      const thing = target && graph ? thingAt(graph, whole, target, []) : null
      if (tool === 'note' && at) stores.session.setState({ note: { at: noteAt(thing, at) }, tool: 'move' })
      else if (routes?.to === null && thing?.kind === 'enterprise')
        stores.session.setState({ routes: { ...routes, to: thing.id } })
      else stores.session.setState({ selection: target && graph ? selectionOf(graph, target) : null })
    },
    [stores, graph, whole],
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
        const id = graph?.index.enterpriseIds[row] ?? ''
        timer.current = window.setTimeout(() => setHover({ id, x, y }), row < 0 ? 0 : HOVER_DELAY)
      },
      onContextMenu: (target, place, at) => {
        const { picked } = stores.session.getState()
        const thing: MapThing = target && graph ? thingAt(graph, whole, target, picked) : { kind: 'map', at }
        if (thing.kind !== 'picked') select(target)
        setMenu({ thing, ...place })
      },
      onPick: (rows) => {
        if (!graph) return
        const ids = rows.flatMap((row) => membersAt(graph, whole, { kind: 'enterprise', row }))
        stores.session.setState({ picked: [...new Set(ids)], tool: 'move' })
      },
      onMoved: (positions) => stores.session.setState((state) => ({ moved: { ...state.moved, ...positions } })),
      onViewport: remember,
    }),
    [graph, whole, select, setHover, setMenu, remember, stores],
  )
}
