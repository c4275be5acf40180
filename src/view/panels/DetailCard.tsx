import { CloseButton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { loadWords } from '../../i18n/areas.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { useBlockForms } from '../open-form.ts'
import { useShownDay } from '../shown-day.ts'
import { BlockDetail } from './BlockDetail.tsx'
import { EnterpriseDetail } from './EnterpriseDetail.tsx'
import { SupplyDetail } from './SupplyDetail.tsx'

const FoldDetail = lazy(async () => {
  await loadWords('folds')
  return { default: (await import('./folding/FoldDetail.tsx')).FoldDetail }
})

/** The selected thing: state, why, what would change it, numbers with their source. */
export function DetailCard() {
  const { t } = useWords()
  const { stores } = useApp()
  const { onSetBlock, onEdit } = useBlockForms()
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
      {selection.kind === 'fold' && (
        <Suspense>
          <FoldDetail id={selection.id} shown={shown} />
        </Suspense>
      )}
      {selection.kind === 'block' && <BlockDetail id={selection.id} shown={shown} onEdit={onEdit} />}
    </section>
  )
}
