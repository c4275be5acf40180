import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readCell } from '../../../state/edits/cell-text.ts'
import { EDIT_FIELDS, isFixed } from '../../../state/edits/field-list.ts'
import { rowsOf } from '../../../state/edits/table-change.ts'
import type { TableId } from '../../../state/sheets.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { useCellWords, useEditing, useEditWords } from './use-editing.ts'

interface SelectedBarProps {
  readonly table: TableId
  readonly selected: ReadonlySet<number>
  readonly onSelect: (selected: ReadonlySet<number>) => void
}

/** What can be done with several rows at once: set one field of all, or delete them. */
export function SelectedBar({ table, selected, onSelect }: SelectedBarProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const words = useCellWords()
  const { fieldWord, refusedWord } = useEditWords()
  const editing = useEditing()
  const fields = EDIT_FIELDS[table].filter((field) => !isFixed(field))
  const [name, setName] = useState(fields[0]!.name)
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const field = fields.find((each) => each.name === name) ?? fields[0]!
  const positions = [...selected]
  const set = () => {
    const rows = rowsOf(chain, table)
    const read = positions.map((row) => ({ row, cell: readCell(text, field, words, rows[row]?.[field.name]) }))
    const wrong = read.find(({ cell }) => 'expected' in cell)?.cell
    if (wrong && 'expected' in wrong) {
      setError(refusedWord(text, wrong.expected))
      return
    }
    setError('')
    const cells = read.map(({ row, cell }) => ({ row, field: field.name, value: 'value' in cell ? cell.value : null }))
    editing.setCells(table, field, cells)
  }
  return (
    <form
      className="sheet-head"
      onSubmit={(event) => {
        event.preventDefault()
        set()
      }}
    >
      <span role="status">{t('edit.table.selected', { count: selected.size })}</span>
      <NativeSelect
        size="xs"
        aria-label={t('edit.table.field')}
        value={field.name}
        onChange={(event) => setName(event.currentTarget.value)}
        data={fields.map((each) => ({ value: each.name, label: fieldWord(each) }))}
      />
      <TextInput
        size="xs"
        aria-label={t('edit.table.value')}
        value={text}
        error={error || undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="compact-xs" type="submit">
        {t('edit.table.set')}
      </Button>
      {positions.length === 1 && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => stores.session.setState({ edit: { table, position: positions[0]! } })}
        >
          {t('edit.table.editForm')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          if (editing.remove(table, positions)) onSelect(new Set())
        }}
      >
        {t('edit.table.remove', { count: selected.size })}
      </Button>
    </form>
  )
}
