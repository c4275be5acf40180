import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import './map.css'
import type { Camera } from '../../state/session.ts'
import { MapCanvas } from './map-canvas.ts'
import type { Point } from '../../analysis/layout/curve.ts'
import type { MapEvents, MapLabels, MapScene, MapTarget } from './map-props.ts'
import { MapScale } from './MapScale.tsx'
import { focusMap } from '../focus-map.ts'
import { tierNumber } from '../../i18n/format.ts'

/** Commands to the map that change no state. */
export interface MapHandle {
  readonly fit: () => void
  readonly zoomBy: (factor: number) => void
  /** @param covered width at the right that something else lies over, pixels */
  readonly reveal: (row: number, covered: number) => void
  readonly centreOn: (x: number, y: number) => void
  readonly look: (camera: Camera) => void
  readonly camera: () => Camera | null
  /** Calls `listener` whenever the map is moved or zoomed, so that no panel is drawn anew for it; returns how to stop. */
  readonly hearMoves: (listener: () => void) => () => void
  readonly viewport: () => ReturnType<MapCanvas['viewport']>
  readonly screenPosition: (row: number) => ReturnType<MapCanvas['screenPosition']>
  /** What lies at a place of the map, in its units. */
  readonly thingAt: (at: Point) => MapTarget | null
  /** Middle of a card, and the way of a link. */
  readonly placeOf: (target: MapTarget) => Point | null
}

export interface ChainMapProps {
  readonly scene: MapScene
  readonly events: MapEvents
  /** Days per second while the days are played; 0 = still, also where motion is unwanted. */
  readonly pace?: number
  readonly ref: Ref<MapHandle>
  /** Whether the map says what its colours mean. */
  readonly hasScale?: boolean
}

/** The map's canvas; React tells it the scene and hears its events. */
export function ChainMap({ scene, events, pace = 0, ref, hasScale = true }: ChainMapProps) {
  const labels = useLabels()
  const container = useRef<HTMLDivElement>(null)
  const map = useRef<MapCanvas | null>(null)
  const listeners = useRef(new Set<() => void>())
  const latest = useRef(events)
  latest.current = events

  useEffect(() => {
    const hears: MapEvents = {
      onSelect: (target, at) => latest.current.onSelect(target, at),
      onHover: (row, x, y) => latest.current.onHover(row, x, y),
      onOpenDetail: (target) => latest.current.onOpenDetail(target),
      onContextMenu: (target, place, at) => latest.current.onContextMenu(target, place, at),
      onMoved: (positions) => latest.current.onMoved(positions),
      onViewport: () => {
        for (const listener of listeners.current) listener()
        latest.current.onViewport()
      },
      onPick: (rows) => latest.current.onPick?.(rows),
    }
    const mounted = new MapCanvas(container.current!, scene, labels, hears)
    map.current = mounted
    return () => {
      mounted.dispose()
      map.current = null
    }
    // The canvas lives as long as the component; later scenes reach it through show().
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => map.current?.show(scene, labels), [scene, labels])
  useEffect(() => map.current?.play(wantsNoMotion() ? 0 : pace), [pace])
  useImperativeHandle(ref, () => ({
    fit: () => map.current?.fit(),
    zoomBy: (factor) => map.current?.zoomBy(factor),
    reveal: (row, covered) => map.current?.reveal(row, covered),
    centreOn: (x, y) => map.current?.centreOn(x, y),
    look: (camera) => map.current?.look(camera),
    camera: () => map.current?.camera() ?? null,
    hearMoves: (listener) => {
      listeners.current.add(listener)
      return () => void listeners.current.delete(listener)
    },
    viewport: () => map.current?.viewport() ?? { x: 0, y: 0, width: 1, height: 1 },
    thingAt: (at) => map.current?.thingAt(at) ?? null,
    placeOf: (target) => map.current?.placeOf(target) ?? null,
    screenPosition: (row) => map.current?.screenPosition(row) ?? { x: 0, y: 0 },
  }))

  return (
    <>
      <div
        ref={container}
        className="map-container"
        data-tool={scene.tool}
        onPointerUp={focusMap}
        onContextMenu={(event) => event.preventDefault()}
      />
      {hasScale && <MapScale scene={scene} />}
    </>
  )
}

const wantsNoMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

function useLabels(): MapLabels {
  const { t, i18n } = useTranslation()
  return useMemo(
    () => ({
      tier: (tier) => (tier === 0 ? t('map.endMarket') : t('map.tier', { tier: tierNumber(tier, i18n.language) })),
      count: (count) => t('map.enterprises', { count }),
      daysLeft: (days) => t('map.daysLeft', { days }),
      upstream: t('words.upstream'),
      downstream: t('words.downstream'),
    }),
    [t, i18n.language],
  )
}
