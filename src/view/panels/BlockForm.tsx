import { Button, Group, Modal, NumberInput, SegmentedControl, Select, Slider, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { BLOCK_CAUSE_IDS, BLOCK_CAUSES, type BlockCauseId } from '../../model/block-causes.ts'
import type { Block, BlockTarget } from '../../model/chain.ts'
import { dayNumber } from '../../model/dates.ts'
import { textIn } from '../../model/local-text.ts'
import { centralOf } from '../../model/uncertain.ts'
import { percent } from '../../i18n/format.ts'
import { changeBlock } from '../../state/actions/change-block.ts'
import { setBlock } from '../../state/actions/set-block.ts'
import { blockById, dateOfDay } from '../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../app-context.ts'
import { severityWord } from '../canvas/severity.ts'
import { blockName } from '../names.ts'
import { useShownDay } from '../shown-day.ts'

/** A new block on an enterprise or a link, or one that is there. */
export type BlockFormTarget = { readonly enterprise: string } | { readonly supply: string } | { readonly block: string }

interface Draft {
  readonly at: BlockTarget
  readonly cause: BlockCauseId
  readonly severity: number
  readonly since: string
  readonly until: string
  readonly rampDays: number
  readonly effort: number
  readonly measure: string
  readonly owner: string
  readonly department: string
  readonly due: string
  readonly note: string
}

type TargetKind = 'enterprise' | 'supply' | 'market'

const kindOf = (at: BlockTarget): TargetKind => ('supply' in at ? 'supply' : 'market' in at ? 'market' : 'enterprise')

const causesFor = (kind: TargetKind): BlockCauseId[] =>
  BLOCK_CAUSE_IDS.filter((id) => (BLOCK_CAUSES[id].actsOn as readonly TargetKind[]).includes(kind))

export function BlockForm({ target, onClose }: { readonly target: BlockFormTarget; readonly onClose: () => void }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const shown = useShownDay()
  const old = 'block' in target ? blockById(chain, target.block) : undefined
  const [draft, setDraft] = useState<Draft>(() =>
    old ? draftOf(old, language) : newDraft(target, shown ? dateOfDay(shown.outcome.scenario, shown.day) : ''),
  )
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const kind = kindOf(draft.at)
  const badDate = useBadDate()
  const isSound = [draft.since, draft.until, draft.due].every((date) => badDate(date) === null)
  const name = blockName(chain, { id: '', at: draft.at, cause: draft.cause, severity: 1 }, language)
  const submit = () => {
    if (!isSound) return
    if (old) changeBlock(stores, merged(old, draft))
    else {
      const { id: _, ...block } = merged(undefined, draft)
      const id = setBlock(stores, block)
      stores.session.setState({ selection: { kind: 'block', id } })
    }
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(old ? 'panels.form.editTitle' : 'panels.form.newTitle', { name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {!old && kind !== 'supply' && (
          <SegmentedControl
            fullWidth
            mb="sm"
            aria-label={t('panels.form.where')}
            value={kind}
            onChange={(value) => change(retarget(draft, value))}
            data={[
              { value: 'enterprise', label: t('panels.form.onEnterprise') },
              { value: 'market', label: t('panels.form.onMarket') },
            ]}
          />
        )}
        <Select
          label={t('panels.form.cause')}
          value={draft.cause}
          allowDeselect={false}
          onChange={(value) => value && change({ cause: value })}
          data={causesFor(kind).map((id) => ({ value: id, label: t(`words.cause.${id}`) }))}
          data-autofocus
        />
        <Text size="sm" mt="sm" id="severity-label">
          {t('panels.form.severity')}: <strong>{percent(draft.severity, language)}</strong>{' '}
          {t(`words.severityStep.${severityWord(draft.severity)}`)}
        </Text>
        <Slider
          thumbProps={{ 'aria-labelledby': 'severity-label' }}
          min={1}
          max={100}
          value={Math.round(draft.severity * 100)}
          onChange={(value) => change({ severity: value / 100 })}
          label={(value) => `${value} %`}
          mb="sm"
        />
        <DetailFields draft={draft} change={change} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={!isSound}>
            {t(old ? 'panels.form.saveChange' : 'panels.form.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface DetailFieldsProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

/** Dates, effort, and who does what about it. */
function DetailFields({ draft, change }: DetailFieldsProps) {
  const { t } = useWords()
  const badDate = useBadDate()
  return (
    <>
      <Group grow>
        <TextInput
          type="date"
          label={t('panels.form.since')}
          value={draft.since}
          error={badDate(draft.since)}
          onChange={(event) => change({ since: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('panels.form.until')}
          value={draft.until}
          error={badDate(draft.until)}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </Group>
      <Group grow mt="xs">
        <NumberInput
          label={t('panels.form.ramp')}
          min={0}
          max={3660}
          allowDecimal={false}
          value={draft.rampDays}
          onChange={(value) => change({ rampDays: Number(value) || 0 })}
        />
        <NumberInput
          label={t('panels.form.effort')}
          min={0.5}
          step={0.5}
          max={10000}
          value={draft.effort}
          onChange={(value) => change({ effort: Number(value) || 1 })}
        />
      </Group>
      <TextInput
        mt="xs"
        label={t('panels.form.measure')}
        value={draft.measure}
        onChange={(event) => change({ measure: event.currentTarget.value })}
      />
      <Group grow mt="xs">
        <TextInput
          label={t('panels.form.owner')}
          value={draft.owner}
          onChange={(event) => change({ owner: event.currentTarget.value })}
        />
        <TextInput
          label={t('panels.form.department')}
          value={draft.department}
          onChange={(event) => change({ department: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('panels.form.due')}
          value={draft.due}
          error={badDate(draft.due)}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        mt="xs"
        label={t('panels.form.note')}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </>
  )
}

/** What is wrong with a date as typed; null when it is empty or a day. */
function useBadDate(): (date: string) => string | null {
  const { t } = useWords()
  return (date) => (date !== '' && Number.isNaN(dayNumber(date)) ? t('panels.form.badDate') : null)
}

function newDraft(target: BlockFormTarget, today: string): Draft {
  const at: BlockTarget =
    'supply' in target ? { supply: target.supply } : { enterprise: 'enterprise' in target ? target.enterprise : '' }
  return {
    at,
    cause: causesFor(kindOf(at))[0]!,
    severity: 1,
    since: today,
    until: '',
    rampDays: 0,
    effort: 1,
    measure: '',
    owner: '',
    department: '',
    due: '',
    note: '',
  }
}

function draftOf(block: Block, language: 'zh' | 'en'): Draft {
  return {
    at: block.at,
    cause: block.cause,
    severity: centralOf(block.severity),
    since: block.since ?? '',
    until: block.until ?? '',
    rampDays: block.rampDays ?? 0,
    effort: block.effort ?? 1,
    measure: textIn(block.measure, language),
    owner: block.owner ?? '',
    department: textIn(block.department, language),
    due: block.due ?? '',
    note: textIn(block.note, language),
  }
}

function retarget({ at, cause }: Draft, kind: 'enterprise' | 'market'): Partial<Draft> {
  const id = 'market' in at ? at.market : 'enterprise' in at ? at.enterprise : ''
  const causes = causesFor(kind)
  return {
    at: kind === 'market' ? { market: id } : { enterprise: id },
    cause: causes.includes(cause) ? cause : causes[0]!,
  }
}

/** The draft as a block; fields left empty are left out, and a text that was not touched keeps both its languages. */
function merged(old: Block | undefined, draft: Draft): Block {
  const kept = old ? draftOf(old, 'zh') : null
  const keptEn = old ? draftOf(old, 'en') : null
  const text = (key: 'measure' | 'department' | 'note') => {
    const isUntouched = old && (draft[key] === kept![key] || draft[key] === keptEn![key])
    if (isUntouched) return old[key] === undefined ? {} : { [key]: old[key] }
    return draft[key].trim() === '' ? {} : { [key]: draft[key].trim() }
  }
  const { measure: _m, department: _d, note: _n, owner: _o, due: _u, ...rest } = old ?? { id: '' }
  const severity = old && Math.abs(centralOf(old.severity) - draft.severity) < 0.005 ? old.severity : draft.severity
  return {
    ...rest,
    id: old?.id ?? '',
    at: draft.at,
    cause: draft.cause,
    severity,
    since: draft.since === '' ? null : draft.since,
    until: draft.until === '' ? null : draft.until,
    rampDays: draft.rampDays,
    effort: draft.effort,
    ...text('note'),
    ...text('measure'),
    ...(draft.owner.trim() === '' ? {} : { owner: draft.owner.trim() }),
    ...text('department'),
    ...(draft.due === '' ? {} : { due: draft.due }),
  }
}
