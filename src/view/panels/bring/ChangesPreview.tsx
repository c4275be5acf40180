import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Brought, RowChange } from '../../../model/bring.ts'
import { useWords } from '../../app-context.ts'

const SHOWN = 100
const KINDS = ['added', 'changed', 'removed', 'kept'] as const

/** Row by row what applying would do to the open chain. */
export function ChangesPreview({ brought }: { readonly brought: Brought }) {
  const { t } = useWords()
  const [kind, setKind] = useState<'all' | RowChange['kind']>('all')
  const { changes } = brought
  const countOf = (of: RowChange['kind']): number => changes.filter((change) => change.kind === of).length
  const there = KINDS.filter((each) => countOf(each) > 0)
  const shown = kind !== 'all' && there.includes(kind) ? changes.filter((change) => change.kind === kind) : changes
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.changes.title')}</legend>
      {changes.length === 0 ? (
        <p>{t('bring.changes.none')}</p>
      ) : (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('bring.changes.title')}
            value={shown === changes ? 'all' : kind}
            onChange={(value) => setKind(value)}
            data={[
              { value: 'all', label: `${t('bring.changes.all')} ${changes.length}` },
              ...there.map((value) => ({ value, label: `${t(`bring.changes.kinds.${value}`)} ${countOf(value)}` })),
            ]}
          />
          <ul className="bring-changes">
            {shown.slice(0, SHOWN).map((change) => (
              <ChangeRow key={`${change.table} ${change.id}`} change={change} />
            ))}
          </ul>
          {shown.length > SHOWN && <p>{t('bring.changes.more', { count: shown.length - SHOWN })}</p>}
        </>
      )}
    </fieldset>
  )
}

function ChangeRow({ change }: { readonly change: RowChange }) {
  const { t } = useWords()
  return (
    <li data-kind={change.kind}>
      <span className="bring-kind">{t(`bring.changes.kinds.${change.kind}`)}</span>
      <span className="bring-quiet">{t(`bring.changes.tables.${change.table}`)}</span>
      <span>{change.label}</span>
      <span className="bring-quiet">
        {change.fields
          .map(({ name, before, after }) =>
            t('bring.changes.change', { name, before: before || '–', after: after || '–' }),
          )
          .join('; ')}
      </span>
    </li>
  )
}
