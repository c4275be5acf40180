import { Button, FileButton, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../app-context.ts'

/** Choose, drop (anywhere on the page) or paste. */
export function ChooseFiles({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  return (
    <div className="bring-choose">
      <p>{t('bring.choose.intro')}</p>
      <p className="bring-quiet">{t('bring.choose.kinds')}</p>
      <Group>
        <FileButton multiple onChange={(files) => files.length > 0 && onChoose(files)}>
          {(props) => (
            <Button {...props} size="compact-md">
              {t('bring.choose.button')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Textarea
        label={t('bring.choose.paste')}
        rows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        spellCheck={false}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={text.trim() === ''}
        onClick={() => onChoose([new File([text], `${t('bring.choose.pasted')}.txt`, { type: 'text/plain' })])}
      >
        {t('bring.choose.read')}
      </Button>
    </div>
  )
}
