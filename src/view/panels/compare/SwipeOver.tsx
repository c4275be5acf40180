import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { OBSERVED_DAYS } from '../../../model/scenes.ts'
import { ChainMap, type MapHandle } from '../../canvas/ChainMap.tsx'
import type { MapEvents, MapScene } from '../../canvas/map-props.ts'
import type { MapGraph } from '../../map-graph.ts'
import type { ShownDay } from '../../shown-day.ts'
import { useApp, useComputed, useSession } from '../../app-context.ts'
import './compare.css'
import { futureScene } from './future-scene.ts'
import { SwipeBorder } from './SwipeBorder.tsx'
import { useFutures } from './use-futures.ts'

interface SwipeOverProps {
  readonly shown: ShownDay
  readonly graph: MapGraph
  /** Of the map under it. */
  readonly scene: MapScene
  readonly map: RefObject<MapHandle | null>
  /** Percent of the width that shows A. */
  readonly share: number
}

/** The other future over its part of the map, on stage and off: it looks where the map under it looks, and lets every gesture through. */
export function SwipeOver({ map, share, ...props }: SwipeOverProps) {
  const { session } = useApp().stores
  const hasB = useSession((state) => state.against?.b === OBSERVED_DAYS)
  const other = useOther(props, hasB)
  const own = useRef<MapHandle>(null)
  const isThere = other !== null
  useEffect(() => {
    if (!isThere) return
    const follow = () => {
      const camera = map.current?.camera()
      if (camera) own.current?.look(camera)
      // The whole map, fitted in, has no camera.
      else own.current?.fit()
    }
    follow()
    return map.current?.hearMoves(follow)
  }, [map, isThere])
  if (!other) return null
  return (
    <div className="swipe-over">
      <div
        className="future-map"
        style={{ clipPath: hasB ? `inset(0 0 0 ${share}%)` : `inset(0 ${100 - share}% 0 0)` }}
        aria-hidden="true"
      >
        <ChainMap scene={other} events={NOTHING} ref={own} hasScale={false} />
      </div>
      <span className="future-name">A</span>
      <span className="future-name right">B</span>
      <SwipeBorder share={share} onShare={(swipe) => session.setState({ swipe })} />
    </div>
  )
}

const nothing = () => {}
const NOTHING: MapEvents = {
  onSelect: nothing,
  onHover: nothing,
  onOpenDetail: nothing,
  onContextMenu: nothing,
  onMoved: nothing,
  onViewport: nothing,
}

/** The future that is not on screen, drawn as the map under it is. */
function useOther({ shown, graph, scene }: Omit<SwipeOverProps, 'map' | 'share'>, hasB: boolean): MapScene | null {
  const structure = useComputed((state) => state.structure)
  const idA = useSession((state) => state.against?.a ?? '')
  const { id } = shown.outcome.scenario
  const { futures } = useFutures(structure, hasB ? id : idA, hasB ? OBSERVED_DAYS : id)
  const { day } = shown
  return useMemo(() => {
    const future = hasB ? futures?.b : futures?.a
    if (!structure || !future || day >= future.levels.days) return null
    const { language, dayLabel, moved, selected, lit, litLinks, cover } = scene
    return futureScene(
      { structure, graph, language, day, dayLabel, moved, selected, lit, litLinks, cover },
      future,
      null,
    )
  }, [structure, futures, hasB, graph, scene, day])
}
