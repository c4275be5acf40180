import { useWords } from '../../app-context.ts'
import { FoundChains } from './FoundChains.tsx'
import { Sheet } from './sheet-parts.tsx'

/** What can be found of everything that was kept. */
export function RecoverySheet() {
  const { t } = useWords()
  return (
    <Sheet title={t('storage.recoveryTitle')}>
      <FoundChains />
    </Sheet>
  )
}
