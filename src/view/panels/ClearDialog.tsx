import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Block } from '../../model/chain.ts'
import { dayNumber } from '../../model/dates.ts'
import { clearBlock } from '../../state/actions/clear-block.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'
import type { ShownDay } from '../shown-day.ts'

export interface ClearDialogProps {
  readonly block: Block
  readonly name: string
  readonly shown: ShownDay
  readonly onClose: () => void
}

/** Asks for the day on which a block is cleared. */
export function ClearDialog({ block, name, shown, onClose }: ClearDialogProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const { scenario } = shown.outcome
  const [date, setDate] = useState(dateOfDay(scenario, shown.day))
  const isDay = !Number.isNaN(dayNumber(date))
  return (
    <Dialog onClose={onClose} title={t('form.clearTitle', { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isDay) return
          clearBlock(stores, block.id, date)
          onClose()
        }}
      >
        <TextInput
          type="date"
          label={t('form.clearDay')}
          value={date}
          min={scenario.start}
          max={dateOfDay(scenario, scenario.days - 1)}
          onChange={(event) => setDate(event.currentTarget.value)}
          error={isDay ? null : t('form.badDate')}
          data-autofocus
        />
        <Button type="submit" mt="md" disabled={!isDay}>
          {t('panels.blocks.clear')}
        </Button>
      </form>
    </Dialog>
  )
}
