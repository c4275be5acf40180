import { FoldVertical, Funnel, Lasso, LayoutGrid, Maximize, Minus, Plus, RotateCcw } from 'lucide-react'
import { memo, type RefObject } from 'react'
import type { Lens } from '../../analysis/picture/card-figure.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import type { MapHandle } from '../canvas/ChainMap.tsx'
import { IconButton } from './IconButton.tsx'
import { LensChoice } from './LensChoice.tsx'

export interface MapToolsProps {
  /** Whether there is a release to be shown. */
  readonly hasWave: boolean
  readonly lens: Lens
  readonly map: RefObject<MapHandle | null>
}

/** What is done with the map as a whole, in its corner; the days that play do not touch it. */
export const MapTools = memo(function MapTools({ hasWave, lens, map }: MapToolsProps) {
  const { t } = useWords()
  const { session } = useApp().stores
  const isLasso = useSession((state) => state.tool === 'lasso')
  const isFilterOpen = useSession((state) => state.isFilterOpen)
  const open = (table: 'regions' | 'folds') => session.setState({ table })
  return (
    <div className="map-tools">
      <LensChoice hasWave={hasWave} lens={lens} />
      <IconButton
        label={t('map.filter')}
        sign={Funnel}
        isPressed={isFilterOpen}
        onClick={() => session.setState({ isFilterOpen: !isFilterOpen })}
      />
      <IconButton
        label={t('map.lasso')}
        sign={Lasso}
        isPressed={isLasso}
        onClick={() => session.setState({ tool: isLasso ? 'move' : 'lasso' })}
      />
      <IconButton label={t('map.zoomIn')} sign={Plus} onClick={() => map.current?.zoomBy(1.25)} />
      <IconButton label={t('map.zoomOut')} sign={Minus} onClick={() => map.current?.zoomBy(0.8)} />
      <IconButton label={t('map.fit')} sign={Maximize} onClick={() => map.current?.fit()} />
      <IconButton label={t('map.regions')} sign={LayoutGrid} onClick={() => open('regions')} />
      <IconButton label={t('map.fold.choose')} sign={FoldVertical} onClick={() => open('folds')} />
      <IconButton label={t('map.rearrange')} sign={RotateCcw} onClick={() => session.setState({ moved: {} })} />
    </div>
  )
})
