import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { ChainMap, type MapHandle } from '../../canvas/ChainMap.tsx'
import type { MapEvents, MapScene } from '../../canvas/map-props.ts'
import { openFold } from '../../fold-actions.ts'
import { selectionOf, type MapGraph } from '../../map-graph.ts'
import type { ComparedFutures } from '../../../state/session.ts'
import { useApp, useWords } from '../../app-context.ts'
import { FoldPair } from './FoldPair.tsx'
import { FoldList, GhostList } from './MapLists.tsx'
import { SwipeBorder } from './SwipeBorder.tsx'

type CompareView = ComparedFutures['view']

export interface FutureMapsProps {
  readonly view: CompareView
  /** What is drawn on all of them. */
  readonly graph: MapGraph
  /** Percent of the width that shows A, where one lies over the other. */
  readonly share: number
  readonly onShare: (share: number) => void
  readonly a: MapScene
  readonly b: MapScene
  readonly difference: MapScene
}

/** Two maps that show the same part, side by side or one over the other, or one map of what differs. */
export function FutureMaps({ view, graph, share, onShare, a, b, difference }: FutureMapsProps) {
  const { t } = useWords()
  const mapA = useRef<MapHandle>(null)
  const mapB = useRef<MapHandle>(null)
  const leader = useRef<'a' | 'b'>('a')
  const eventsA = useFollowing(graph, { leader, name: 'a', own: mapA, other: mapB })
  const eventsB = useFollowing(graph, { leader, name: 'b', own: mapB, other: mapA })
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
          <FoldList scene={difference} name="B − A" />
        </div>
        <FoldPair graph={graph} a={a} b={b} />
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
        <FoldList scene={a} name="A" />
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
        <FoldList scene={b} name="B" />
      </div>
      {view === 'swipe' && <SwipeBorder share={share} onShare={onShare} />}
      <FoldPair graph={graph} a={a} b={b} />
      {tools}
    </div>
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

interface Following {
  readonly leader: RefObject<'a' | 'b'>
  readonly name: 'a' | 'b'
  readonly own: RefObject<MapHandle | null>
  readonly other: RefObject<MapHandle | null>
}

/** The other map looks where this one does while the pointer leads this one. */
function useFollowing(graph: MapGraph, { leader, name, own, other }: Following): MapEvents {
  const { stores } = useApp()
  return useMemo(() => {
    const nothing = () => {}
    const select: MapEvents['onSelect'] = (target) =>
      stores.session.setState({ selection: target && selectionOf(graph, target) })
    return {
      onSelect: select,
      onHover: nothing,
      onOpenDetail: (target) => {
        const key = target.kind === 'enterprise' ? graph.fold?.keys[target.row] : null
        if (key) openFold(stores, key)
      },
      onContextMenu: nothing,
      onMoved: nothing,
      onViewport: () => {
        const camera = leader.current === name ? own.current?.camera() : null
        if (camera) other.current?.look(camera)
      },
    }
  }, [graph, stores, leader, name, own, other])
}
