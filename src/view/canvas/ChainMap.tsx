import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { MapCanvas } from './map-canvas.ts'
import type { MapEvents, MapScene } from './map-props.ts'

/** Commands to the map that change no state. */
export interface MapHandle {
  readonly fit: () => void
  readonly zoomBy: (factor: number) => void
  readonly reveal: (row: number) => void
  readonly centreOn: (x: number, y: number) => void
  readonly viewport: () => ReturnType<MapCanvas['viewport']>
  readonly screenPosition: (row: number) => ReturnType<MapCanvas['screenPosition']>
}

export interface ChainMapProps {
  readonly scene: MapScene
  readonly events: MapEvents
  /** Redraws in the colours of the theme when it changes. */
  readonly theme: string
  readonly ref: Ref<MapHandle>
}

/** The map's canvas; React tells it the scene and hears its events. */
export function ChainMap({ scene, events, theme, ref }: ChainMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const map = useRef<MapCanvas | null>(null)
  const latest = useRef(events)
  latest.current = events

  useEffect(() => {
    const hears: MapEvents = {
      onSelect: (target) => latest.current.onSelect(target),
      onHover: (row, x, y) => latest.current.onHover(row, x, y),
      onOpenDetail: (target) => latest.current.onOpenDetail(target),
      onContextMenu: (target, x, y) => latest.current.onContextMenu(target, x, y),
      onMoved: (positions) => latest.current.onMoved(positions),
      onViewport: () => latest.current.onViewport(),
    }
    const mounted = new MapCanvas(container.current!, scene, hears)
    map.current = mounted
    return () => {
      mounted.dispose()
      map.current = null
    }
    // The canvas lives as long as the component; later scenes reach it through show().
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => map.current?.show(scene), [scene])
  useEffect(() => map.current?.restyle(), [theme])
  useImperativeHandle(ref, () => ({
    fit: () => map.current?.fit(),
    zoomBy: (factor) => map.current?.zoomBy(factor),
    reveal: (row) => map.current?.reveal(row),
    centreOn: (x, y) => map.current?.centreOn(x, y),
    viewport: () => map.current?.viewport() ?? { x: 0, y: 0, width: 1, height: 1 },
    screenPosition: (row) => map.current?.screenPosition(row) ?? { x: 0, y: 0 },
  }))

  return <div ref={container} className="map-container" />
}
