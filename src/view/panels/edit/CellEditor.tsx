import { notifications } from '@mantine/notifications'
import { useState, type KeyboardEvent } from 'react'
import type { EditField } from '../../../state/edits/field-list.ts'
import { useWords } from '../../app-context.ts'
import { useCellWords, useEditWords } from './use-editing.ts'

interface CellEditorProps {
  readonly field: EditField
  readonly first: string
  /** @returns what is wrong with the text, or null when it was taken; a text of null gives up */
  readonly onDone: (text: string | null, move: 'down' | 'right' | 'left' | 'stay') => string | null
}

/** A cell while it is edited: Enter takes the text and goes down, Tab to the side, Esc gives up. */
export function CellEditor({ field, first, onDone }: CellEditorProps) {
  const { fieldWord, fieldHelp } = useEditWords()
  const { t } = useWords()
  const [text, setText] = useState(first)
  const [error, setError] = useState<string | null>(null)
  const choices = useChoices(field)
  const hear = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || !['Enter', 'Tab', 'Escape'].includes(event.key)) return
    event.preventDefault()
    if (event.key === 'Escape') onDone(null, 'stay')
    else setError(onDone(text, event.key === 'Enter' ? 'down' : event.shiftKey ? 'left' : 'right'))
  }
  return (
    <>
      <input
        // The cell was asked to be edited, so the keys go here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="cell-editor"
        style={{ width: '100%', minWidth: '8em', font: 'inherit' }}
        aria-label={fieldWord(field)}
        aria-invalid={error !== null}
        title={fieldHelp(field)}
        list={choices.length > 0 ? 'cell-choices' : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={hear}
        onBlur={() => {
          const wrong = onDone(text, 'stay')
          if (wrong === null) return
          // The cell closes; what was typed and why it was not taken stays to be read.
          notifications.show({
            color: 'orange',
            closeButtonProps: { 'aria-label': t('app.close') },
            message: t('edit.table.refused', { reason: wrong }),
          })
          onDone(null, 'stay')
        }}
      />
      {choices.length > 0 && (
        <datalist id="cell-choices">
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </datalist>
      )}
      {error !== null && (
        <div role="alert" style={{ fontSize: 12, whiteSpace: 'normal' }}>
          {error}
        </div>
      )}
    </>
  )
}

/** More names than this help nobody in a list; they are typed. */
const MOST_CHOICES = 500

/** What may stand in the cell, in words. */
export function useChoices(field: EditField): readonly string[] {
  const { wordOf, names } = useCellWords()
  if (field.kind === 'choice') return field.choices.map(wordOf)
  if (field.kind === 'flag') return [wordOf('yes'), wordOf('no')]
  if (field.kind !== 'reference') return []
  return [...(names.nameOf.get(field.to!)?.values() ?? [])].slice(0, MOST_CHOICES)
}
