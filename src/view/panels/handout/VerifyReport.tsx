import { Alert, FileButton, Button } from '@mantine/core'
import { useState } from 'react'
import { useApp, useWords, type VerifiedReport } from '../../app-context.ts'

/** Computes a report again and says whether it is the same. */
export function VerifyReport() {
  const { t } = useWords()
  const { commands } = useApp()
  const [isRunning, setIsRunning] = useState(false)
  const [verified, setVerified] = useState<VerifiedReport | null>(null)
  const verify = (file: File | null): void => {
    if (!file) return
    setIsRunning(true)
    setVerified(null)
    commands
      .verifyReport(file, () => {})
      .then(setVerified)
      .catch((error: unknown) => {
        setVerified({ isEqual: false, sentence: error instanceof Error ? error.message : String(error) })
      })
      .finally(() => setIsRunning(false))
  }
  return (
    <section aria-labelledby="handout-verify">
      <h3 id="handout-verify">{t('handout.verify.title')}</h3>
      <p>{t('handout.verify.intro')}</p>
      <FileButton onChange={verify} accept=".html,text/html" inputProps={{ 'aria-label': t('handout.verify.choose') }}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" disabled={isRunning}>
            {t(isRunning ? 'handout.verify.running' : 'handout.verify.choose')}
          </Button>
        )}
      </FileButton>
      {verified && (
        <Alert mt="xs" color={verified.isEqual ? 'blue' : 'orange'} role="status">
          {verified.sentence}
        </Alert>
      )}
    </section>
  )
}
