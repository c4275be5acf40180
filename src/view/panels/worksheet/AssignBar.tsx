import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BlockState } from '../../../model/chain.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import type { Assignment } from '../../../state/actions/work-on-blocks.ts'
import { useWords } from '../../app-context.ts'
import type { ShownDay } from '../../shown-day.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import type { NamedRow } from './use-work.ts'
import type { WorkActions } from './use-work-actions.ts'
import { useTooLong } from '../../too-long.ts'
import { StateSelect, useDateCheck } from './WorkCells.tsx'
import { DEPARTMENTS_LIST, OWNERS_LIST } from './WorkLine.tsx'

interface AssignBarProps {
  readonly rows: readonly NamedRow[]
  readonly shown: ShownDay
  readonly actions: WorkActions
  readonly onDone: () => void
}

/** Gives all selected blocks the same department, officer and due date, or state, as one step. */
export function AssignBar({ rows, shown, actions, onDone }: AssignBarProps) {
  const { t } = useWords()
  const [given, setGiven] = useState({ department: '', owner: '', due: '' })
  const [isClosing, setIsClosing] = useState(false)
  const latest = rows.map(({ block }) => block.since ?? '').toSorted().at(-1) // prettier-ignore
  const badDate = useDateCheck(latest)(given.due)
  const tooLong = useTooLong()
  const wrong = badDate ?? tooLong(given.department) ?? tooLong(given.owner)
  const filled = Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== '')) as Assignment
  const field = (name: 'department' | 'owner', list: string) => (
    <input
      className="work-field boxed"
      aria-label={t('work.assign.field', { field: t(`work.placeholder.${name}`) })}
      placeholder={t(`work.placeholder.${name}`)}
      list={list}
      value={given[name]}
      aria-invalid={tooLong(given[name]) !== null}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  )
  const setState = (state: BlockState) => {
    if (state === 'cleared') return setIsClosing(true)
    actions.state(rows, state)
    onDone()
  }
  if (isClosing)
    return (
      <div className="work-assign">
        <EvidenceForm
          name={t('work.assign.selected', { count: rows.length })}
          since={latest}
          on={dateOfDay(shown.outcome.scenario, shown.day)}
          evidence=""
          onCancel={() => setIsClosing(false)}
          onDone={(clearance) => {
            actions.close(rows, clearance)
            onDone()
          }}
        />
      </div>
    )
  return (
    <form
      className="work-assign"
      aria-label={t('work.assign.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(filled).length === 0 || wrong !== null) return
        actions.assign(rows, filled)
        onDone()
      }}
    >
      <strong role="status">{t('work.assign.selected', { count: rows.length })}</strong>
      {field('department', DEPARTMENTS_LIST)}
      {field('owner', OWNERS_LIST)}
      <label>
        {t('work.column.dueShort')}
        <input
          type="date"
          className="work-field boxed"
          value={given.due}
          aria-invalid={badDate !== null}
          onChange={(event) => setGiven({ ...given, due: event.currentTarget.value })}
        />
      </label>
      {wrong !== null && <span role="alert" className="work-error">{wrong}</span>}
      <Button type="submit" size="compact-sm" disabled={Object.keys(filled).length === 0 || wrong !== null}>
        {t('work.assign.button', { count: rows.length })}
      </Button>
      <StateSelect label={t('work.assign.state')} value="" onState={setState} />
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
        {t('work.assign.none')}
      </Button>
    </form>
  )
} // prettier-ignore
