import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import { cellText } from '../../../state/edits/cell-text.ts'
import { EDIT_FIELDS } from '../../../state/edits/field-list.ts'
import { editablePositions, rowsOf } from '../../../state/edits/table-change.ts'
import { isFiltering } from '../../../model/filter.ts'
import { TABLES, type TableId } from '../../../state/sheets.ts'
import { useApp, useDocument, useSession, useWords } from '../../app-context.ts'
import { showAll } from '../../follow-actions.ts'
import { useShownDay } from '../../shown-day.ts'
import { useMapFilteredPositions } from '../map-filtered.ts'
import { EditGrid } from './EditGrid.tsx'
import { SelectedBar } from './SelectedBar.tsx'
import { useCellWords, useEditWords } from './use-editing.ts'

/** Every table of the chain, each cell editable in place. */
export function EditSheet({ switchBack }: { readonly switchBack?: ReactNode }) {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useSession((state) => state.table)
  const table: TableId = TABLES.find((id) => id === shown) ?? 'enterprises'
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const found = useFound(table, text)
  const positions = useMapFilteredPositions(found, table, useShownDay())
  const count = useDocument(({ chain }) => rowsOf(chain, table).length)
  const hidden = count - positions.length
  /** Takes away what is typed here and the filter of the map, which the table obeys. */
  const onShowAll = () => {
    setText('')
    if (isFiltering(stores.session.getState().filter)) showAll(stores)
  }
  return (
    <section className="sheet" aria-label={t('edit.table.title')}>
      <div className="sheet-head">
        <TableChoice
          table={table}
          onTable={(next) => {
            setText('')
            setSelected(new Set())
            stores.session.setState({ table: next })
          }}
        />
        {switchBack}
        <TextInput
          size="xs"
          aria-label={t('edit.table.filter')}
          placeholder={t('edit.table.filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span role="status" className="sheet-count">
          {t('edit.table.rows', { count: positions.length })}
        </span>
        {hidden > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={onShowAll}>
            {t('edit.table.hidden', { count: hidden })}
          </Button>
        )}
        <Button size="compact-xs" onClick={() => stores.session.setState({ edit: { table } })}>
          {t('edit.table.add')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => stores.session.setState({ table: 'history' })}>
          {t('edit.history.title')}
        </Button>
        <span className="sheet-keys">{t('edit.table.keys')}</span>
        <CloseButton aria-label={t('edit.table.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {selected.size > 0 && <SelectedBar key={table} table={table} selected={selected} onSelect={setSelected} />}
      {positions.length === 0 && (
        <p style={{ padding: '0 16px' }}>
          {text && found.length === 0
            ? t('edit.table.emptyFilter', { text })
            : t(count === 0 ? 'edit.table.empty' : 'table.noneLeft')}
        </p>
      )}
      <EditGrid key={`grid ${table}`} table={table} positions={positions} selected={selected} onSelect={setSelected} />
    </section>
  )
}

function TableChoice({ table, onTable }: { readonly table: TableId; readonly onTable: (table: TableId) => void }) {
  const { t } = useWords()
  return (
    <NativeSelect
      size="xs"
      aria-label={t('edit.table.which')}
      value={table}
      onChange={(event) => onTable(event.currentTarget.value as TableId)}
      data={TABLES.map((value) => ({
        value,
        label: value === 'notes' ? t('edit.action.notes') : t(`workbook.sheets.${value}`),
      }))}
    />
  )
}

/** Rows that hold the text in any of their cells. */
function useFound(table: TableId, text: string): readonly number[] {
  const chain = useDocument((state) => state.chain)
  const words = useCellWords()
  const wanted = asSought(text.trim())
  const { wordOf } = useEditWords()
  return useMemo(() => {
    const positions = editablePositions(chain, table)
    if (wanted === '') return positions
    const rows = rowsOf(chain, table)
    const fields = EDIT_FIELDS[table]
    const holds = (position: number) =>
      fields.some((field) => asSought(cellText(rows[position]![field.name], field, words)).includes(wanted))
    return positions.filter(holds)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- wordOf stands for the language
  }, [chain, table, wanted, words, wordOf])
}
