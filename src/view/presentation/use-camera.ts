import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { useApp, useSession } from '../app-context.ts'
import type { Camera } from '../../state/session.ts'
import type { MapHandle } from '../canvas/ChainMap.tsx'

/** The map is remembered where it came to rest. */
const REST = 250

/**
 * Keeps the session's camera and the map together: a move of the map is remembered once it rests, and a camera that comes from
 * elsewhere (a scene, a link, an older state) moves the map.
 * @returns to be called whenever the map has moved
 */
export function useCamera(map: RefObject<MapHandle | null>, hasScene: boolean): () => void {
  const { stores } = useApp()
  const camera = useSession((state) => state.camera)
  const own = useRef<Camera | null>(null)
  const timer = useRef(0)
  useEffect(() => {
    if (!hasScene || camera === own.current) return
    own.current = camera
    if (camera) map.current?.look(camera)
    else map.current?.fit()
  }, [camera, hasScene, map])
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      if (!map.current) return
      own.current = map.current.camera()
      stores.session.setState({ camera: own.current })
    }, REST)
  }, [map, stores])
}
