import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { columnsIn, firstLook, isReadableWhole } from '../../analysis/layout/first-look.ts'
import { useApp, useWords } from '../app-context.ts'
import type { MapHandle } from './ChainMap.tsx'
import type { MapScene } from './map-props.ts'

/** What stands beside the map to show where one is. */
export interface OverviewProps {
  readonly scene: MapScene
  readonly map: React.RefObject<MapHandle | null>
}

/** Chains whose map has been looked at, by where they came from: each is begun with once. */
const begun = new WeakSet<object>()

/**
 * A map of so many columns that the whole of it is one thin line, or any that cannot be read as a whole on a phone, begins with the part
 * where the blocks are, else with the leading enterprises. Says which columns are on screen, and has the way to the whole and back.
 */
export function LongMap({ scene, map }: OverviewProps) {
  const { t } = useWords()
  const { document: open, session } = useApp().stores
  const { layout } = scene
  const [seen, setSeen] = useState({ first: 0, last: 0, of: 0 })
  const look = (): void => session.setState({ camera: firstLook(layout, paneSize(), rowsThatMatter(scene)) })
  const latest = useRef({ look, chain: scene.chain })
  useEffect(() => {
    latest.current = { look, chain: scene.chain }
  })
  useEffect(() => {
    const { current } = map
    const hear = () => {
      const { origin, chain } = open.getState()
      // On a phone the map may not be in sight yet.
      if (!current || paneSize().width === 0) return
      // A chain just opened is not on the map yet.
      if (!begun.has(origin) && latest.current.chain === chain) {
        begun.add(origin)
        if (session.getState().camera === null && !isReadableWhole(layout, paneSize())) latest.current.look()
      }
      setSeen((known) => sameOr(known, columnsIn(layout, current.viewport())))
    }
    hear()
    return current?.hearMoves(hear)
  }, [map, layout, open, session])
  const isWhole = seen.last - seen.first + 1 >= seen.of
  if (seen.last === 0 || isReadableWhole(layout, paneSize())) return null
  return (
    <div className="long-map" role="group" aria-label={t('map.overview')}>
      <span role="status">
        {t(`follow.long.${isWhole ? 'whole' : seen.first === seen.last ? 'one' : 'part'}`, seen)}
      </span>
      <Button size="compact-xs" variant="default" onClick={isWhole ? look : () => session.setState({ camera: null })}>
        {t(isWhole ? 'follow.long.toPart' : 'follow.long.toWhole')}
      </Button>
    </div>
  )
}

type Seen = ReturnType<typeof columnsIn>

/** A move within the same columns draws nothing anew. */
const sameOr = (known: Seen, now: Seen): Seen => (known.first === now.first && known.last === now.last ? known : now)

/** Blocked enterprises on the shown day, else the leading ones. */
function rowsThatMatter({ view, index }: MapScene): readonly number[] {
  const rows = Array.from(index.enterpriseIds, (_, row) => row)
  const blocked = rows.filter((row) => view.block[row]! >= 0)
  return blocked.length > 0 ? blocked : rows.filter((row) => index.role[row] === 0)
}

function paneSize(): Parameters<typeof isReadableWhole>[1] {
  const pane = document.querySelector('.map-container')
  return { width: pane?.clientWidth ?? 800, height: pane?.clientHeight ?? 600 }
}
