import { Menu } from '@mantine/core'
import { Suspense } from 'react'
import type { TraceDirection } from '../../state/session.ts'
import { useApp, useComputed, useWords } from '../app-context.ts'
import { clearOnShownDay } from '../block-actions.ts'
import { foldBy, openFold } from '../fold-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { LateThingMenu } from '../panels/edit/late.ts'
import { blockToClear } from './block-to-clear.ts'
import { useShownDay } from '../shown-day.ts'

interface At {
  readonly x: number
  readonly y: number
}
/** Of an enterprise or a link of the whole chain, or of a fold (`key`) or merged link (null), by its id on the map. */
export type MenuPlace = At &
  ({ readonly target: MapTarget } | { readonly fold: string; readonly key: string | null; readonly target?: undefined })

export interface MapMenuProps {
  readonly place: MenuPlace
  readonly onClose: () => void
  readonly onSetBlock: (target: MapTarget) => void
}

/** What can be done with the thing under the pointer. */
export function MapMenu({ place, onClose, onSetBlock }: MapMenuProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useShownDay()
  const index = useComputed((state) => state.structure?.index)
  if (!shown || !index) return null
  if (!place.target) return <FoldMenu place={place} onClose={onClose} />
  const { target } = place
  const ids = target.kind === 'supply' ? index.linkIds : index.enterpriseIds
  const block = blockToClear(shown, target)
  const trace = (direction: TraceDirection) =>
    stores.session.setState({ trace: { enterprise: index.enterpriseIds[target.row]!, direction } })
  return (
    <Menu opened onClose={onClose} position="bottom-start">
      <Menu.Target>
        <span style={{ position: 'absolute', left: place.x, top: place.y, zIndex: 40 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={block === null} onClick={() => block !== null && clearOnShownDay(stores, block)}>
          {t('panels.card.clear')} · C
        </Menu.Item>
        <Menu.Item onClick={() => onSetBlock(target)}>{t('panels.card.setBlock')} · B</Menu.Item>
        {target.kind === 'enterprise' && (
          <>
            <Menu.Item onClick={() => trace('upstream')}>{t('panels.card.upstream')} · U</Menu.Item>
            <Menu.Item onClick={() => trace('downstream')}>{t('panels.card.downstream')} · D</Menu.Item>
          </>
        )}
        <Suspense>
          <LateThingMenu thing={{ kind: target.kind, id: ids[target.row]! }} />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  )
}

interface FoldMenuProps {
  readonly place: Extract<MenuPlace, { readonly fold: string }>
  readonly onClose: () => void
}

function FoldMenu({ place: { key, x, y }, onClose }: FoldMenuProps) {
  const { t } = useWords()
  const { stores } = useApp()
  return (
    <Menu opened onClose={onClose} position="bottom-start">
      <Menu.Target>
        <span style={{ position: 'absolute', left: x, top: y, zIndex: 40 }} />
      </Menu.Target>
      <Menu.Dropdown>
        {key !== null && <Menu.Item onClick={() => openFold(stores, key)}>{t('map.fold.unfold')} · Enter</Menu.Item>}
        <Menu.Item onClick={() => stores.session.setState({ table: 'folds' })}>{t('map.fold.choose')}</Menu.Item>
        <Menu.Item onClick={() => foldBy(stores, 'none')}>{t('map.fold.unfoldAll')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
