import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IsoDate } from '../../../model/chain.ts'
import { dayNumber, isoDate } from '../../../model/dates.ts'
import type { Clearance } from '../../../state/actions/clearance.ts'
import { useWords } from '../../app-context.ts'
import { useTooLong } from '../../too-long.ts'
import { useDateCheck } from './WorkCells.tsx'
import './worksheet.css'

interface EvidenceFormProps {
  readonly name: string
  readonly since: IsoDate | null | undefined
  readonly on: IsoDate
  readonly evidence: string
  readonly onDone: (clearance: Clearance) => void
  readonly onCancel: () => void
}

/** A block that began on the shown day is cleared on the next at the earliest. */
const dayAfter = (since: EvidenceFormProps['since'], on: IsoDate): IsoDate =>
  since && dayNumber(on) <= dayNumber(since) ? isoDate(dayNumber(since) + 1) : on

/** Asked for in place before a block counts as cleared: what shows it, or the open word that nothing does. */
export function EvidenceForm({ name, since, on: first, evidence: known, onDone, onCancel }: EvidenceFormProps) {
  const { t } = useWords()
  const [evidence, setEvidence] = useState(known)
  const [on, setOn] = useState(() => dayAfter(since, first))
  const badDate = useDateCheck(since)(on) ?? (on === '' ? t('work.wrong.date') : null)
  const tooLong = useTooLong()(evidence)
  const wrong = badDate ?? tooLong
  const hasEvidence = evidence.trim() !== ''
  return (
    <form
      className="work-evidence"
      aria-label={t('work.evidence.title', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (hasEvidence && wrong === null) onDone({ evidence, on })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <strong>{t('work.evidence.title', { name })}</strong>
      <label>
        {t('work.evidence.on')}
        <input type="date" className="work-field boxed" value={on} aria-invalid={badDate !== null} onChange={(event) => setOn(event.currentTarget.value)} />
      </label>
      <label className="wide">
        {t('work.evidence.text')}
        <input
          // The state was just chosen here, so the keys go on here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className="work-field boxed"
          placeholder={t('work.evidence.placeholder')}
          value={evidence}
          aria-invalid={tooLong !== null}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
      </label>
      {wrong !== null && <span role="alert" className="work-error">{wrong}</span>}
      <Button type="submit" size="compact-sm" disabled={!hasEvidence || wrong !== null}>
        {t('work.evidence.save')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={hasEvidence || wrong !== null} title={t('work.evidence.withoutHelp')} onClick={() => onDone({ evidence: '', on })}>
        {t('work.evidence.without')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </form>
  )
} // prettier-ignore
