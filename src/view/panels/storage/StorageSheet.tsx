import { Button, Group } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { keptChains, storageUse, type KeptChain, type StorageUse } from '../../../state/persistence/kept-list.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { EraseEverything } from './EraseEverything.tsx'
import { RecentChains } from './RecentChains.tsx'
import { Sheet, sizeText, timeText } from './sheet-parts.tsx'

interface Overview {
  readonly chains: readonly KeptChain[]
  readonly use: StorageUse
}

/** Where the work is, how much, since when, what else is kept, and how to delete all of it. */
export function StorageSheet() {
  const { t } = useWords()
  const { keeper, stores } = useApp()
  const { overview, read } = useOverview()
  const id = useStore(keeper.state, (state) => state.id)
  const others = overview?.chains.filter((chain) => chain.id !== id) ?? []
  return (
    <Sheet title={t('storage.title')}>
      <p>{t('storage.where')}</p>
      <OpenChainFacts
        size={overview?.chains.find((chain) => chain.id === id)?.size ?? null}
        use={overview?.use ?? null}
      />
      <h3>{t('storage.recent')}</h3>
      <RecentChains chains={others} onChange={read} />
      <Group mt="md">
        <Button variant="default" onClick={() => stores.session.setState({ table: 'recovery' })}>
          {t('storage.recovery')}
        </Button>
        <EraseEverything />
      </Group>
    </Sheet>
  )
}

/** What is kept, read again with every save. */
function useOverview(): { readonly overview: Overview | null; readonly read: () => void } {
  const { keeper } = useApp()
  const [overview, setOverview] = useState<Overview | null>(null)
  const read = useCallback(() => {
    void Promise.all([keptChains().catch(() => []), storageUse()]).then(([chains, use]) => setOverview({ chains, use }))
  }, [])
  useEffect(() => {
    read()
    return keeper.state.subscribe(read)
  }, [keeper, read])
  return { overview, read }
}

function OpenChainFacts({ size, use }: { readonly size: number | null; readonly use: StorageUse | null }) {
  const { t } = useWords()
  const past = useDocument((state) => state.past.length)
  const future = useDocument((state) => state.future.length)
  const unknown = t('storage.unknown')
  const isPersisted = use?.isPersisted ?? null
  const used =
    use?.used == null || use.quota == null
      ? unknown
      : t('storage.usageOf', { used: sizeText(use.used), quota: sizeText(use.quota) })
  const facts = [
    [t('storage.state'), useSaveWords()],
    [t('storage.size'), size === null ? unknown : sizeText(size)],
    [t('storage.history'), t('storage.steps', { past, future })],
    [t('storage.usage'), used],
    [t('storage.persisted'), isPersisted === null ? unknown : t(isPersisted ? 'storage.yes' : 'storage.no')],
  ] as const
  return (
    <>
      <h3>{t('storage.open')}</h3>
      <dl className="storage-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function useSaveWords(): string {
  const { t, language } = useWords()
  const { save, role } = useStore(useApp().keeper.state)
  if (role === 'reads') return t('storage.reads')
  if (save.kind === 'failed') {
    return `${t('storage.notSaved')}${t('words.colon')}${t(`storage.reason.${save.failure.reason}`, { message: save.failure.message })}`
  }
  if (save.kind === 'saving') return t('storage.saving')
  return save.at === null ? t('storage.saved') : t('storage.savedAt', { time: timeText(save.at, language) })
}
