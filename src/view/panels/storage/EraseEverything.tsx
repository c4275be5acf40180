import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { eraseEverything } from '../../../state/persistence/erase.ts'
import { useApp, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'

type Step =
  { readonly kind: 'asked' } | { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string }

/** Deletes all that is kept on this computer, once it is confirmed: the one thing that cannot be undone. */
export function EraseEverything() {
  const { t } = useWords()
  const { keeper } = useApp()
  const [step, setStep] = useState<Step | null>(null)
  const erase = async (): Promise<void> => {
    try {
      await eraseEverything(keeper)
      setStep({ kind: 'done' })
    } catch (error) {
      setStep({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <>
      <Button color="red" variant="outline" onClick={() => setStep({ kind: 'asked' })}>
        {t('storage.erase')}
      </Button>
      {step && (
        <Dialog title={t('storage.erase')} onClose={() => setStep(null)}>
          <p role="status">
            {step.kind === 'asked' && t('storage.eraseSure')}
            {step.kind === 'done' && t('storage.erased')}
            {step.kind === 'failed' && t('storage.eraseFailed', { message: step.message })}
          </p>
          {step.kind === 'asked' && (
            <Group>
              <Button color="red" onClick={() => void erase()}>
                {t('storage.eraseYes')}
              </Button>
              <Button variant="default" onClick={() => setStep(null)}>
                {t('storage.cancel')}
              </Button>
            </Group>
          )}
        </Dialog>
      )}
    </>
  )
}
