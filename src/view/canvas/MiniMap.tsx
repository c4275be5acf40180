import { useEffect, useRef } from 'react'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { useWords } from '../app-context.ts'
import type { MapHandle } from './ChainMap.tsx'
import type { MapScene } from './map-props.ts'
import { readPalette } from './palette.ts'

/** From this many enterprises on an overview helps. */
export const MINI_MAP_ABOVE = 60
const WIDTH = 168
const MOST_HEIGHT = 110

export interface MiniMapProps {
  readonly scene: MapScene
  readonly map: React.RefObject<MapHandle | null>
  /** Changes whenever the map is moved or zoomed. */
  readonly moves: number
  readonly theme: string
}

/** The whole chain small, with the part on screen framed; a click goes there. */
export function MiniMap({ scene, map, moves, theme }: MiniMapProps) {
  const { t } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = Math.min(WIDTH / scene.layout.width, MOST_HEIGHT / scene.layout.height)
  const [width, height] = [scene.layout.width * scale, scene.layout.height * scale]
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) drawMini(context, scene, scale, map.current?.viewport())
  }, [scene, scale, map, moves, theme])
  return (
    <canvas
      ref={canvas}
      width={Math.ceil(width)}
      height={Math.ceil(height)}
      className="mini-map"
      role="img"
      aria-label={t('map.overview')}
      title={t('map.overview')}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        map.current?.centreOn((event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
      }}
    />
  )
}

function drawMini(
  context: CanvasRenderingContext2D,
  { layout, view, index }: MapScene,
  scale: number,
  viewport: ReturnType<MapHandle['viewport']> | undefined,
): void {
  const palette = readPalette(context.canvas)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  for (let row = 0; row < index.enterpriseCount; row++) {
    const state = ENTERPRISE_STATES[view.state[row]!]
    context.fillStyle =
      state === 'blocked'
        ? palette.warm
        : state === 'stopped'
          ? palette.ink3
          : state === 'running'
            ? palette.run
            : palette.link
    const [w, h] = [Math.max(1.5, CARD.width * scale), Math.max(1, CARD.height * scale)]
    context.fillRect(layout.x[row]! * scale - w / 2, layout.y[row]! * scale - h / 2, w, h)
  }
  if (!viewport) return
  context.strokeStyle = palette.accent
  context.lineWidth = 1.5
  context.strokeRect(viewport.x * scale, viewport.y * scale, viewport.width * scale, viewport.height * scale)
}
