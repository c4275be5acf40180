import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { FILE_FORMAT_IDS, FILE_FORMATS, type FileFormatId, type Loss } from '../../../model/file-formats.ts'
import { useApp, useWords } from '../../app-context.ts'

/** The formats that carry data, each with what others lose, and a button that writes it. */
export function DataFormats() {
  const { t } = useWords()
  const { commands } = useApp()
  const [writing, setWriting] = useState<FileFormatId | null>(null)
  const write = (format: FileFormatId): void => {
    setWriting(format)
    const name = t(`handout.formats.${format}.name`)
    commands
      .handOn(format)
      .then(() => notifications.show({ message: t('handout.data.written', { format: name }) }))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        notifications.show({ color: 'red', message: t('handout.data.failed', { reason }) })
      })
      .finally(() => setWriting(null))
  }
  return (
    <section aria-labelledby="handout-data">
      <h3 id="handout-data">{t('handout.data.title')}</h3>
      <p>{t('handout.data.intro')}</p>
      <ul className="handout-formats">
        {FILE_FORMAT_IDS.map((format) => (
          <li key={format}>
            <FormatRow
              format={format}
              isWriting={writing === format}
              isOff={writing !== null}
              onWrite={() => write(format)}
            />
          </li>
        ))}
      </ul>
      <p>{t('handout.data.never')}</p>
    </section>
  )
}

interface FormatRowProps {
  readonly format: FileFormatId
  readonly isWriting: boolean
  readonly isOff: boolean
  readonly onWrite: () => void
}

function FormatRow({ format, isWriting, isOff, onWrite }: FormatRowProps) {
  const { t } = useWords()
  const name = t(`handout.formats.${format}.name`)
  const lost: readonly Loss[] = FILE_FORMATS[format].lost
  return (
    <>
      <div>
        <strong>{name}</strong>
        <p>{t(`handout.formats.${format}.use`)}</p>
      </div>
      <div className="handout-lost">
        <span>{t('handout.data.lostTitle')}</span>
        {lost.length === 0 && <p>{t('handout.data.nothingLost')}</p>}
        {lost.map((loss) => (
          <p key={loss}>{t(`handout.lost.${loss}`)}</p>
        ))}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isOff}
        aria-label={t('handout.data.writeFormat', { format: name })}
        onClick={onWrite}
      >
        {isWriting ? t('handout.data.writing') : t('handout.data.write')}
      </Button>
    </>
  )
}
