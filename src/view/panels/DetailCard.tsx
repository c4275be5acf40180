import { CloseButton } from '@mantine/core'
import { useApp, useSession, useWords } from '../app-context.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { useShownDay } from '../shown-day.ts'
import { BlockDetail } from './BlockDetail.tsx'
import { EnterpriseDetail } from './EnterpriseDetail.tsx'
import { SupplyDetail } from './SupplyDetail.tsx'

export interface DetailCardProps {
  readonly onSetBlock: (target: MapTarget) => void
  readonly onEdit: (blockId: string) => void
}

/** The selected thing: state, why, what would change it, numbers with their source. */
export function DetailCard({ onSetBlock, onEdit }: DetailCardProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const selection = useSession((state) => state.selection)
  const shown = useShownDay()
  if (!selection || !shown) return null
  return (
    <section className="card" aria-label={t('panels.card.title')} tabIndex={0}>
      <CloseButton
        className="card-close"
        aria-label={t('panels.card.closeCard')}
        onClick={() => stores.session.setState({ selection: null })}
      />
      {selection.kind === 'enterprise' && <EnterpriseDetail id={selection.id} shown={shown} onSetBlock={onSetBlock} />}
      {selection.kind === 'supply' && <SupplyDetail id={selection.id} shown={shown} onSetBlock={onSetBlock} />}
      {selection.kind === 'block' && <BlockDetail id={selection.id} shown={shown} onEdit={onEdit} />}
    </section>
  )
}
