import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { CHANGES_SHOWN, type BroughtSummary, type RowChange } from '../../../model/bring.ts'
import { EDIT_FIELDS, type EditField } from '../../../state/edits/field-list.ts'
import { useWords } from '../../app-context.ts'
import { useEditWords } from '../edit/use-editing.ts'

const KINDS = ['added', 'changed', 'removed', 'kept'] as const

/** Row by row what applying would do to the open chain. */
export function ChangesPreview({ brought }: { readonly brought: BroughtSummary }) {
  const { t } = useWords()
  const [kind, setKind] = useState<'all' | RowChange['kind']>('all')
  const { counts } = brought
  const all = KINDS.reduce((sum, each) => sum + counts[each], 0)
  const there = KINDS.filter((each) => counts[each] > 0)
  const of = kind !== 'all' && there.includes(kind) ? kind : 'all'
  const shown = brought.shown.filter((change) => of === 'all' || change.kind === of).slice(0, CHANGES_SHOWN)
  const more = (of === 'all' ? all : counts[of]) - shown.length
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.changes.title')}</legend>
      {all === 0 ? (
        <p>{t('bring.changes.none')}</p>
      ) : (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('bring.changes.title')}
            value={of}
            onChange={(value) => setKind(value)}
            data={[
              { value: 'all', label: `${t('bring.changes.all')} ${all}` },
              ...there.map((value) => ({ value, label: `${t(`bring.changes.kinds.${value}`)} ${counts[value]}` })),
            ]}
          />
          <ul className="bring-changes">
            {shown.map((change) => (
              <ChangeRow key={`${change.table} ${change.id}`} change={change} />
            ))}
          </ul>
          {more > 0 && <p>{t('bring.changes.more', { count: more })}</p>}
        </>
      )}
    </fieldset>
  )
}

function ChangeRow({ change }: { readonly change: RowChange }) {
  const { t } = useWords()
  const { fieldWord, wordOf } = useEditWords()
  const { table } = change
  const fields: readonly EditField[] = table in EDIT_FIELDS ? EDIT_FIELDS[table] : []
  const wordsIn = (name: string, value: string): string => {
    const isOfClosedSet = (fields.find((field) => field.name === name)?.choices.length ?? 0) > 0
    return value === '' ? '–' : isOfClosedSet ? wordOf(value) : value
  }
  return (
    <li data-kind={change.kind}>
      <span className="bring-kind">{t(`bring.changes.kinds.${change.kind}`)}</span>
      <span className="bring-quiet">{t(`bring.changes.tables.${change.table}`)}</span>
      <span>
        {change.label}
        {change.cause !== undefined && ` · ${wordOf(change.cause)}`}
      </span>
      <span className="bring-quiet">
        {change.fields
          .map(({ name, before, after }) =>
            t('bring.changes.change', {
              name: fieldWord({ name }),
              before: wordsIn(name, before),
              after: wordsIn(name, after),
            }),
          )
          .join('; ')}
      </span>
    </li>
  )
}
