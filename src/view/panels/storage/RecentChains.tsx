import { Button } from '@mantine/core'
import { useState } from 'react'
import { textIn } from '../../../model/local-text.ts'
import { deleteKept, restoreKept, type KeptChain } from '../../../state/persistence/kept-list.ts'
import { useApp, useWords } from '../../app-context.ts'
import { OF_ONE_CHAIN } from '../../../state/session.ts'
import { sizeText, timeText } from './sheet-parts.tsx'

interface RecentChainsProps {
  readonly chains: readonly KeptChain[]
  readonly onChange: () => void
}

/** The other chains that are kept: open one, or delete it, which can be undone. */
export function RecentChains({ chains, onChange }: RecentChainsProps) {
  const { t, language } = useWords()
  const { keeper, stores } = useApp()
  const [deleted, setDeleted] = useState<KeptChain | null>(null)
  const remove = async (chain: KeptChain): Promise<void> => {
    await deleteKept(chain.id)
    setDeleted(chain)
    onChange()
  }
  const bringBack = async ({ id }: KeptChain): Promise<void> => {
    await restoreKept(id)
    setDeleted(null)
    onChange()
  }
  const open = async ({ id }: KeptChain): Promise<void> => {
    if (await keeper.openKept(id)) stores.session.setState(OF_ONE_CHAIN)
    else stores.session.setState({ table: 'recovery' })
  }
  return (
    <>
      <div role="status">
        {deleted && (
          <p>
            {t('storage.deleted', { name: textIn(deleted.name, language) })}{' '}
            <Button size="compact-sm" variant="default" onClick={() => void bringBack(deleted)}>
              {t('storage.undo')}
            </Button>
          </p>
        )}
      </div>
      {chains.length === 0 && <p>{t('storage.none')}</p>}
      <ul className="handout-formats">
        {chains.map((chain) => (
          <RecentChain
            key={chain.id}
            chain={chain}
            onOpen={() => void open(chain)}
            onDelete={() => void remove(chain)}
          />
        ))}
      </ul>
    </>
  )
}

interface RecentChainProps {
  readonly chain: KeptChain
  readonly onOpen: () => void
  readonly onDelete: () => void
}

function RecentChain({ chain, onOpen, onDelete }: RecentChainProps) {
  const { t, language } = useWords()
  const name = textIn(chain.name, language) || chain.id
  return (
    <li>
      <strong>{name}</strong>
      <span>
        {timeText(chain.savedAt, language)} · {sizeText(chain.size)} ·{' '}
        {t('storage.enterprises', { count: chain.enterprises })}
      </span>
      <span>
        <Button size="compact-sm" aria-label={`${t('storage.openThis')}: ${name}`} onClick={onOpen}>
          {t('storage.openThis')}
        </Button>{' '}
        <Button size="compact-sm" variant="default" aria-label={`${t('storage.delete')}: ${name}`} onClick={onDelete}>
          {t('storage.delete')}
        </Button>
      </span>
    </li>
  )
}
