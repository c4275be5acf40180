import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { ChainMap, type MapHandle } from '../../canvas/ChainMap.tsx'
import { isCardDrawn, isLinkDrawn } from '../../../analysis/picture/focus.ts'
import type { MapEvents, MapScene } from '../../canvas/map-props.ts'
import { rowName } from '../../names.ts'
import type { ComparedFutures } from '../../../state/session.ts'
import { useApp, useWords } from '../../app-context.ts'

type CompareView = ComparedFutures['view']

export interface FutureMapsProps {
  readonly view: CompareView
  readonly a: MapScene
  readonly b: MapScene
  readonly difference: MapScene
}

/** Two maps that show the same part, side by side or one over the other, or one map of what differs. */
export function FutureMaps({ view, a, b, difference }: FutureMapsProps) {
  const { t } = useWords()
  const [share, setShare] = useState(50)
  const mapA = useRef<MapHandle>(null)
  const mapB = useRef<MapHandle>(null)
  const leader = useRef<'a' | 'b'>('a')
  const eventsA = useFollowing(leader, 'a', mapA, mapB)
  const eventsB = useFollowing(leader, 'b', mapB, mapA)
  // Both begin on the same part, whatever room each has had before.
  useEffect(() => {
    const timer = setTimeout(() => {
      mapA.current?.fit()
      const camera = mapA.current?.camera()
      if (camera) mapB.current?.look(camera)
    }, 100)
    return () => clearTimeout(timer)
  }, [])
  const tools = (
    <MapTools
      view={view}
      onMove={(move) => {
        if (!mapA.current) return
        move(mapA.current)
        const camera = mapA.current.camera()
        if (camera) mapB.current?.look(camera)
        else mapB.current?.fit()
      }}
    />
  )
  if (view === 'difference') {
    return (
      <div className="future-maps">
        <div className="future-map" role="group" aria-label={t('compare.map', { name: 'B − A' })}>
          <ChainMap key="difference" scene={difference} events={eventsA} ref={mapA} hasScale={false} />
          <GhostList scene={difference} name="B − A" />
        </div>
        {tools}
      </div>
    )
  }
  return (
    <div className={`future-maps ${view}`}>
      <div
        className="future-map"
        role="group"
        aria-label={t('compare.map', { name: 'A' })}
        onPointerEnter={() => (leader.current = 'a')}
      >
        <ChainMap key={`a-${view}`} scene={a} events={eventsA} ref={mapA} hasScale={false} />
        <span className="future-name">A</span>
        <GhostList scene={a} name="A" />
      </div>
      <div
        className="future-map"
        role="group"
        aria-label={t('compare.map', { name: 'B' })}
        style={view === 'swipe' ? { clipPath: `inset(0 0 0 ${share}%)` } : undefined}
        onPointerEnter={() => (leader.current = 'b')}
      >
        <ChainMap key={`b-${view}`} scene={b} events={eventsB} ref={mapB} hasScale={false} />
        <span className="future-name right">B</span>
        <GhostList scene={b} name="B" />
      </div>
      {view === 'swipe' && <Divider share={share} onShare={setShare} />}
      {tools}
    </div>
  )
}

/** The signs of what only one future has, for those who cannot see the canvas. */
function GhostList({ scene, name }: { readonly scene: MapScene; readonly name: string }) {
  const { t } = useWords()
  const { chain, index, language, ghosts } = scene
  const nameAt = (row: number) => rowName(chain, index, row, language)
  const seen = ghosts.filter(({ kind, row }) => (kind === 'supply' ? isLinkDrawn(scene, row) : isCardDrawn(scene, row)))
  if (seen.length === 0) return null
  return (
    <ul className="hidden-visually" aria-label={t('compare.ghosts', { name })}>
      {seen.map(({ kind, row, text, side }) => {
        const place =
          kind === 'supply'
            ? `${nameAt(index.linkFrom[row]!)} → ${nameAt(index.groupEnterprise[index.linkGroup[row]!]!)}`
            : nameAt(row)
        return <li key={`${kind} ${row} ${text}`}>{t(`compare.ghost.${side}`, { place, text })}</li>
      })}
    </ul>
  )
}

/** Zoom for both at once, and what the colours and signs mean. */
function MapTools({
  view,
  onMove,
}: {
  readonly view: CompareView
  readonly onMove: (move: (map: MapHandle) => void) => void
}) {
  const { t } = useWords()
  const moves = { zoomIn: '+', zoomOut: '−', fit: '⤢' } as const
  const act = (name: keyof typeof moves) =>
    onMove((map) => (name === 'fit' ? map.fit() : map.zoomBy(name === 'zoomIn' ? 1.25 : 0.8)))
  return (
    <>
      <p className="future-key">
        {view === 'difference' && (
          <>
            <strong>B − A</strong>
            <span className="better">▲ {t('compare.key.better')}</span>
            <span className="worse">▼ {t('compare.key.worse')}</span>
            <span>{t('compare.key.same')}</span>
          </>
        )}
        <span>
          <i className="ghost" /> {t('compare.key.ghost')}
        </span>
      </p>
      <div className="map-tools">
        {(Object.keys(moves) as (keyof typeof moves)[]).map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            aria-label={t(`map.${name}`)}
            onClick={() => act(name)}
          >
            {moves[name]}
          </Button>
        ))}
      </div>
    </>
  )
}

/** The other map looks where this one does while the pointer leads this one. */
function useFollowing(
  leader: RefObject<'a' | 'b'>,
  name: 'a' | 'b',
  own: RefObject<MapHandle | null>,
  other: RefObject<MapHandle | null>,
): MapEvents {
  const { stores } = useApp()
  return useMemo(() => {
    const nothing = () => {}
    return {
      onSelect: (target) => {
        const index = stores.computed.getState().structure?.index
        const ids = target?.kind === 'supply' ? index?.linkIds : index?.enterpriseIds
        const id = target && ids?.[target.row]
        stores.session.setState({ selection: target && id ? { kind: target.kind, id } : null })
      },
      onHover: nothing,
      onOpenDetail: nothing,
      onContextMenu: nothing,
      onMoved: nothing,
      onViewport: () => {
        const camera = leader.current === name ? own.current?.camera() : null
        if (camera) other.current?.look(camera)
      },
    }
  }, [stores, leader, name, own, other])
}

const STEP = 2

/** Dragged, or moved with the arrow keys. */
function Divider({ share, onShare }: { readonly share: number; readonly onShare: (share: number) => void }) {
  const { t } = useWords()
  const within = (value: number) => Math.round(Math.max(0, Math.min(100, value)))
  return (
    <div
      className="future-divider"
      role="slider"
      tabIndex={0}
      aria-label={t('compare.divider')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      aria-valuetext={t('compare.dividerAt', { share })}
      style={{ left: `${share}%` }}
      onKeyDown={(event) => {
        const steps: Record<string, number> = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: 0, End: 100 }
        const next = steps[event.key]
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onShare(within(next))
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const box = event.currentTarget.parentElement!.getBoundingClientRect()
        onShare(within(((event.clientX - box.left) / box.width) * 100))
      }}
    />
  )
}
