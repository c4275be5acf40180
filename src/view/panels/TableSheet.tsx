import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { asSought } from '../../model/as-sought.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { isFiltering } from '../../model/filter.ts'
import { showAll } from '../follow-actions.ts'
import { useBlockForms } from '../open-form.ts'
import { useShownDay } from '../shown-day.ts'
import { useBlockRows } from './block-rows.tsx'
import { DataGrid } from './DataGrid.tsx'
import { EditSheet } from './edit/EditSheet.tsx'
import { useEnterpriseRows } from './enterprise-rows.tsx'
import { useMapFiltered } from './map-filtered.ts'
import { useUnplayedGrid } from './unplayed-rows.tsx'

/** The table twin of the map: the same things, the same selection, the same actions. */
export function TableSheet() {
  const { t } = useWords()
  const table = useSession((state) => state.table)
  const [isEditing, setIsEditing] = useState(false)
  const hasFigures = table === 'enterprises' || table === 'blocks'
  const change = (
    <Button size="compact-xs" variant="default" onClick={() => setIsEditing(!isEditing)}>
      {t(isEditing ? 'edit.table.figures' : 'edit.table.fields')}
    </Button>
  )
  if (!hasFigures || isEditing) return <EditSheet switchBack={hasFigures && change} />
  return <FigureTable change={change} />
}

function FigureTable({ change }: { readonly change: ReactNode }) {
  const { t } = useWords()
  const { stores } = useApp()
  const table = useSession((state) => state.table)
  const { onSetBlock, onEdit } = useBlockForms()
  const [text, setText] = useState('')
  const [isFull, setIsFull] = useState(false)
  const shown = useShownDay()
  const enterprises = useEnterpriseRows(shown, onSetBlock)
  const blocks = useBlockRows(shown, onEdit)
  const kind = table === 'blocks' ? 'blocks' : 'enterprises'
  const grid = useUnplayedGrid(kind === 'blocks' ? blocks : enterprises, kind, shown === null)
  const { rows } = grid
  const wanted = asSought(text.trim())
  const left = useMapFiltered(rows, kind, shown)
  const found = wanted === '' ? left : left.filter((row) => row.search.includes(wanted))
  const hidden = rows.length - found.length
  /** Takes away what is typed here and the filter of the map, which the table obeys. */
  const onShowAll = () => {
    setText('')
    if (isFiltering(stores.session.getState().filter)) showAll(stores)
  }
  return (
    <section className={isFull ? 'sheet full' : 'sheet'} aria-label={t('table.title')}>
      <div className="sheet-head">
        <SegmentedControl
          size="xs"
          aria-label={t('table.title')}
          value={table}
          onChange={(value) => stores.session.setState({ table: value as 'enterprises' | 'blocks' })}
          data={(['enterprises', 'blocks'] as const).map((value) => ({ value, label: t(`table.${value}`) }))}
        />
        {change}
        <TextInput
          size="xs"
          aria-label={t('table.filter')}
          placeholder={t('table.filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span role="status" className="sheet-count">
          {t('table.rows', { count: found.length })}
        </span>
        {hidden > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={onShowAll}>
            {t('panels.table.hidden', { count: hidden })}
          </Button>
        )}
        <span className="sheet-keys">{t('table.keys')}</span>
        <Button
          size="compact-xs"
          variant="default"
          className="wide-only"
          aria-pressed={isFull}
          onClick={() => setIsFull(!isFull)}
        >
          {t(isFull ? 'table.reduce' : 'table.enlarge')}
        </Button>
        <CloseButton aria-label={t('table.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {shown === null && rows.length > 0 && (
        <p role="status" className="sheet-note">
          {t('edit.table.noRun')}
        </p>
      )}
      {found.length === 0 && hidden > 0 ? (
        <p style={{ padding: '0 16px' }}>
          {wanted === '' ? t('table.noneLeft') : t('panels.table.none', { text })}{' '}
          <Button size="compact-xs" onClick={onShowAll}>
            {t('table.showAll')}
          </Button>
        </p>
      ) : (
        <DataGrid
          {...grid}
          key={table}
          label={t(table === 'blocks' ? 'table.blocks' : 'table.enterprises')}
          rows={found}
        />
      )}
    </section>
  )
}
