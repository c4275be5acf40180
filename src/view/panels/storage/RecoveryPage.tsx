import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useApp, useWords } from '../../app-context.ts'
import '../handout/handout.css'
import { FoundChains } from './FoundChains.tsx'

interface RecoveryPageProps {
  readonly message: string
  /** Another chain has been opened: the page can be tried again. */
  readonly onStart: () => void
}

/** In place of a page that cannot be shown: what is kept, to download or to start from. */
export function RecoveryPage({ message, onStart }: RecoveryPageProps) {
  const { t } = useWords()
  const { stores, commands } = useApp()
  useEffect(() => stores.document.subscribe(onStart), [stores, onStart])
  return (
    <main className="handout">
      <h1>{t('storage.notShown')}</h1>
      <p role="alert">{t('storage.notShownWhy', { message })}</p>
      <Button onClick={() => location.reload()}>{t('storage.reload')}</Button>{' '}
      <Button variant="default" onClick={commands.saveFile}>
        {t('storage.saveFile')}
      </Button>
      <FoundChains />
    </main>
  )
}
