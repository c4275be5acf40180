import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'
import { useTooLong } from '../too-long.ts'

export interface RenameScenarioProps {
  readonly name: string
  /** Called with a name that is not empty. */
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks for another name of the shown scenario. */
export function RenameScenario({ name, onName, onClose }: RenameScenarioProps) {
  const { t } = useWords()
  const [text, setText] = useState(name)
  const tooLong = useTooLong()(text)
  const error = text.trim() === '' ? t('app.nameNeeded') : tooLong
  return (
    <Dialog onClose={onClose} title={t('app.renameScenario')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (error !== null) return
          onName(text.trim())
          onClose()
        }}
      >
        <TextInput
          label={t('app.scenarioName')}
          value={text}
          error={error}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" mt="md" disabled={error !== null}>
          {t('app.ok')}
        </Button>
      </form>
    </Dialog>
  )
}
