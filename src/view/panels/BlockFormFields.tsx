import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useWords } from '../app-context.ts'
import { useTooLong } from '../too-long.ts'
import { BLOCK_STATES, wrongFigures, type BLOCK_TEXTS, type BlockDraft, type dateProblems } from './block-draft.ts'

export interface BlockFormFieldsProps {
  readonly draft: BlockDraft
  readonly change: (part: Partial<BlockDraft>) => void
  readonly problems: ReturnType<typeof dateProblems>
}

/** Dates, effort, and who does what about it. */
export function BlockFormFields({ draft, change, problems }: BlockFormFieldsProps) {
  const { t } = useWords()
  const tooLong = useTooLong()
  const dateField = (field: 'since' | 'until' | 'due') => {
    const problem = problems.get(field)
    return (
      <TextInput
        type="date"
        label={t(`form.${field}`)}
        value={draft[field]}
        error={problem ? t(`form.${problem}`) : null}
        onChange={(event) => change({ [field]: event.currentTarget.value })}
      />
    )
  }
  const wrong = wrongFigures(draft)
  const numberField = (field: 'rampDays' | 'effort', label: 'ramp' | 'effort', step: number) => (
    <NumberInput
      label={t(`form.${label}`)}
      step={step}
      // What is out of range is said, not changed in silence.
      clampBehavior="none"
      value={draft[field]}
      error={wrong.has(field) ? t(`form.${label}Wrong`) : null}
      onChange={(value) => change({ [field]: value === '' ? '' : Number(value) })}
    />
  )
  const textField = (field: (typeof BLOCK_TEXTS)[number]) => (
    <TextInput
      label={t(`form.${field}`)}
      value={draft[field]}
      error={tooLong(draft[field])}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <div className="form-fields">
      <Group grow align="start">
        {dateField('since')}
        {dateField('until')}
      </Group>
      <Group grow align="start">
        {numberField('rampDays', 'ramp', 1)}
        {numberField('effort', 'effort', 0.5)}
      </Group>
      {textField('measure')}
      <Group grow align="start">
        {textField('owner')}
        {textField('department')}
      </Group>
      <Group grow align="start">
        {dateField('due')}
        <Select
          label={t('form.state')}
          value={draft.state}
          allowDeselect={false}
          onChange={(value) => value && change({ state: value })}
          data={BLOCK_STATES.map((value) => ({ value, label: t(`panels.blockState.${value}`) }))}
        />
      </Group>
      {(draft.state === 'cleared' || draft.evidence !== '') && textField('evidence')}
      {textField('note')}
    </div>
  )
}
