import { lazy, Suspense, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import { ENTERPRISE_STATES, type EnterpriseState } from '../../analysis/day-view.ts'
import { CARD, LONG_FROM } from '../../analysis/layout/grid.ts'
import { loadWords } from '../../i18n/areas.ts'
import { useWords } from '../app-context.ts'
import type { MapHandle } from './ChainMap.tsx'
import type { OverviewProps } from './LongMap.tsx'
import { isCardDrawn } from '../../analysis/picture/focus.ts'
import type { MapScene } from './map-props.ts'
import { readPalette, type Palette } from './palette.ts'

const WIDTH = 168
const MOST_HEIGHT = 110
/** Of a long map. */
const LONG_WIDTH = 320
const LEAST_HEIGHT = 26
/** Canvas pixels per pixel of the page, so that it is sharp on fine screens. */
const SHARP = 2

const LongMap = lazy(async () => {
  await loadWords('follow')
  return { default: (await import('./LongMap.tsx')).LongMap }
})

/** The whole chain small, with the part on screen framed; a click or a drag goes there. Hidden while all of it is on screen. */
export function MiniMap({ scene, map, isPhone }: OverviewProps & { readonly isPhone: boolean }) {
  const { t } = useWords()
  const isLong = scene.layout.bands.length >= LONG_FROM
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useMemo(() => sizeOf(scene.layout), [scene.layout])
  const { across, down, width, height } = size
  const [ground] = useState(() => document.createElement('canvas'))
  useEffect(
    () => keepDrawn({ canvas: canvas.current!, ground, map: map.current!, scene, size }),
    [ground, map, scene, size],
  )
  const goTo = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    map.current?.centreOn((event.clientX - box.left) / across, (event.clientY - box.top) / down)
  }
  return (
    <>
      <canvas
        ref={canvas}
        width={width * SHARP}
        height={height * SHARP}
        style={{ width, height }}
        className={isLong ? 'mini-map long' : 'mini-map'}
        role="img"
        aria-label={t('map.overview')}
        title={t('map.overview')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          goTo(event)
        }}
        onPointerMove={(event) => event.buttons === 1 && goTo(event)}
      />
      <Suspense>{(isLong || isPhone) && <LongMap scene={scene} map={map} />}</Suspense>
    </>
  )
}

/** A long map is drawn higher than it is, so that its cards are more than a line. */
function sizeOf({ width: long, height: high, bands }: MapScene['layout']): MiniSize {
  const isLong = bands.length >= LONG_FROM
  const scale = Math.min((isLong ? LONG_WIDTH : WIDTH) / long, MOST_HEIGHT / high)
  const down = isLong ? Math.max(scale, LEAST_HEIGHT / high) : scale
  return { across: scale, down, width: Math.ceil(long * scale), height: Math.ceil(high * down) }
}

interface MiniSubject {
  readonly canvas: HTMLCanvasElement
  /** Takes the columns and cards. */
  readonly ground: HTMLCanvasElement
  readonly map: MapHandle
  readonly scene: MapScene
  readonly size: MiniSize
}

/** Draws now and whenever the map is moved, once a frame; cards anew only in another theme. @returns how to stop */
function keepDrawn({ canvas, ground, map, scene, size }: MiniSubject): () => void {
  let frame = 0
  let groundColor = ''
  const draw = (): void => {
    frame = 0
    const palette = readPalette(canvas)
    if (palette.ground !== groundColor) drawGround(ground, palette, scene, size)
    groundColor = palette.ground
    const viewport = map.viewport()
    canvas.dataset.idle = String(isAllOnScreen(viewport, scene))
    drawFrame(canvas, { ground, color: palette.accent }, viewport, size)
  }
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  drawSoon()
  const stop = map.hearMoves(drawSoon)
  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}

type Frame = ReturnType<MapHandle['viewport']>

/** Map units that may be off the screen before the overview is shown. */
const SLACK = 24

const isAllOnScreen = (frame: Frame, { layout }: MapScene): boolean =>
  frame.x <= SLACK &&
  frame.y <= SLACK &&
  frame.x + frame.width >= layout.width - SLACK &&
  frame.y + frame.height >= layout.height - SLACK

interface MiniSize {
  /** Pixels of the page a map unit. */
  readonly across: number
  readonly down: number
  readonly width: number
  readonly height: number
}

/** Columns and cards; drawn once per day, not while the map is moved. */
function drawGround(
  canvas: HTMLCanvasElement,
  palette: Palette,
  scene: MapScene,
  { across, down, width, height }: MiniSize,
): void {
  const { layout, view, index } = scene
  canvas.width = width * SHARP
  canvas.height = height * SHARP
  const context = canvas.getContext('2d')!
  context.scale(SHARP * across, SHARP * down)
  context.fillStyle = palette.band
  for (const band of layout.bands) context.fillRect(band.x, 0, band.width, layout.bottom)
  const [w, h] = [Math.max(1.5 / across, CARD.width), Math.max(1 / down, CARD.height)]
  for (let row = 0; row < index.enterpriseCount; row++) {
    if (!isCardDrawn(scene, row)) continue
    const state = ENTERPRISE_STATES[view.state[row]!]!
    context.fillStyle = palette[MINI_COLORS[state]]
    context.fillRect(layout.x[row]! - w / 2, layout.y[row]! - h / 2, w, h)
  }
}

const MINI_COLORS = {
  running: 'run',
  recovering: 'run',
  reduced: 'link',
  stopped: 'ink3',
  blocked: 'warm',
  noData: 'card',
} as const satisfies Record<EnterpriseState, keyof Palette>

function drawFrame(
  canvas: HTMLCanvasElement,
  { ground, color }: { readonly ground: HTMLCanvasElement; readonly color: string },
  frame: Frame,
  { across, down }: MiniSize,
): void {
  const context = canvas.getContext('2d')!
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.drawImage(ground, 0, 0)
  context.scale(SHARP, SHARP)
  context.strokeStyle = color
  context.lineWidth = 1.5
  context.strokeRect(frame.x * across, frame.y * down, frame.width * across, frame.height * down)
}
