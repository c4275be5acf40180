import { Button, Group, SegmentedControl, Select, Slider, Text } from '@mantine/core'
import { Suspense, useState } from 'react'
import { percent } from '../../i18n/format.ts'
import type { Clearance, NamedClearance } from '../../state/actions/clearance.ts'
import { changeBlock } from '../../state/actions/change-block.ts'
import { removeBlock } from '../../state/actions/remove-block.ts'
import { setBlock } from '../../state/actions/set-block.ts'
import { setBlocks } from '../../state/actions/set-blocks.ts'
import { blockById, dateOfDay } from '../../state/selectors.ts'
import type { FormTarget } from '../../state/session.ts'
import { useApp, useDocument, useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'
import { severityWord } from '../../analysis/picture/severity.ts'
import { blockName } from '../names.ts'
import { useShownDay } from '../shown-day.ts'
import {
  causesFor,
  dateProblems,
  draftOf,
  isNotHeld,
  mergeDraft,
  newBlock,
  newDraft,
  retarget,
  targetKind,
  type BlockDraft,
} from './block-draft.ts'
import { BlockFormFields } from './BlockFormFields.tsx'
import { LateAskEvidence } from './edit/late-evidence.ts'

export interface BlockFormProps {
  readonly target: FormTarget
  readonly onClose: () => void
}

/** Sets a block, or changes or deletes one that is there; each is one step that can be undone. */
export function BlockForm({ target, onClose }: BlockFormProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const shown = useShownDay()
  const old = 'block' in target ? blockById(chain, target.block) : undefined
  const [isAsking, setIsAsking] = useState(false)
  const [draft, setDraft] = useState<BlockDraft | null>(() => {
    if (old) return draftOf(old, language)
    const today = shown ? dateOfDay(shown.outcome.scenario, shown.day) : ''
    if ('block' in target) return null
    return newDraft('enterprises' in target ? { enterprise: target.enterprises[0]! } : target, today)
  })
  if (!draft) return null
  const change = (part: Partial<BlockDraft>) => setDraft({ ...draft, ...part })
  const problems = dateProblems(draft)
  const isRefused = problems.size > 0 || isNotHeld(draft)
  const several = 'enterprises' in target ? target.enterprises : []
  const name = blockName(chain, { id: '', at: draft.at, cause: draft.cause, severity: 1 }, language)
  const title =
    several.length > 1
      ? t('form.severalTitle', { count: several.length })
      : t(old ? 'form.editTitle' : 'form.newTitle', { name })
  const submit = () => {
    if (isRefused) return
    if (draft.state === 'cleared' && old?.state !== 'cleared') setIsAsking(true)
    else take(draft)
  }
  const take = (draft: BlockDraft, clearing?: NamedClearance) => {
    if (old) changeBlock(stores, mergeDraft(old, draft, language), clearing)
    else if (several.length > 0) {
      const { at: _, ...block } = newBlock(draft, language)
      const kind = targetKind(draft.at) === 'market' ? 'market' : 'enterprise'
      setBlocks(
        stores,
        several.map((id) => ({ ...block, at: kind === 'market' ? { market: id } : { enterprise: id } })),
        clearing?.on,
      )
    } else
      stores.session.setState({
        selection: { kind: 'block', id: setBlock(stores, newBlock(draft, language), clearing?.on) },
      })
    onClose()
  }
  if (isAsking)
    return (
      <Asking
        draft={draft}
        title={title}
        onCancel={() => setIsAsking(false)}
        onDone={(clearance, thing) => take({ ...draft, evidence: clearance.evidence }, { ...clearance, thing })}
      />
    )
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <WhatHolds draft={draft} change={change} isNew={old === undefined} />
        <BlockFormFields draft={draft} change={change} problems={problems} />
        <Group mt="md">
          {old && (
            <Button
              variant="subtle"
              onClick={() => {
                removeBlock(stores, old.id)
                onClose()
              }}
            >
              {t('form.remove')}
            </Button>
          )}
          <Group ml="auto">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" disabled={isRefused}>
              {t(old ? 'form.saveChange' : 'form.save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Dialog>
  )
}

interface AskingProps {
  readonly draft: BlockDraft
  readonly title: string
  readonly onDone: (clearance: Clearance, thing: string) => void
  readonly onCancel: () => void
}

/** The question for the evidence, in the form's place. */
function Asking({ draft, title, onDone, onCancel }: AskingProps) {
  const { at, cause, since, evidence } = draft
  return (
    <Dialog onClose={onCancel} title={title} size="lg">
      <Suspense>
        <LateAskEvidence
          blocks={[{ id: '', at, cause, severity: 1, since, evidence }]}
          onCancel={onCancel}
          onDone={onDone}
        />
      </Suspense>
    </Dialog>
  )
}

interface WhatHoldsProps {
  readonly draft: BlockDraft
  readonly change: (part: Partial<BlockDraft>) => void
  readonly isNew: boolean
}

/** Where it acts, the causes that can act there, and how much is lost: four named steps, or any percent between. */
function WhatHolds({ draft, change, isNew }: WhatHoldsProps) {
  const { t, language } = useWords()
  const kind = targetKind(draft.at)
  return (
    <>
      {isNew && kind !== 'supply' && (
        <SegmentedControl
          fullWidth
          mb="sm"
          aria-label={t('form.where')}
          value={kind}
          onChange={(value) => change(retarget(draft, value))}
          data={[
            { value: 'enterprise', label: t('form.onEnterprise') },
            { value: 'market', label: t('form.onMarket') },
          ]}
        />
      )}
      <Select
        label={t('form.cause')}
        value={draft.cause}
        allowDeselect={false}
        onChange={(value) => value && change({ cause: value })}
        data={causesFor(kind).map((id) => ({ value: id, label: t(`words.cause.${id}`) }))}
        data-autofocus
      />
      <Text size="sm" mt="sm" id="severity-label">
        {t('form.severity')}
        {t('words.colon')}
        <strong style={{ whiteSpace: 'nowrap' }}>{percent(draft.severity, language)}</strong>{' '}
        {t(`words.severityStep.${severityWord(draft.severity)}`)}
      </Text>
      <Slider
        thumbProps={{ 'aria-labelledby': 'severity-label' }}
        min={1}
        max={100}
        value={Math.round(draft.severity * 100)}
        onChange={(value) => change({ severity: value / 100 })}
        label={(value) => percent(value / 100, language)}
        marks={([25, 50, 75, 100] as const).map((value) => ({
          value,
          label: t(`words.severityStep.${severityWord(value / 100)}`),
        }))}
        mb={36}
        mx={12}
      />
    </>
  )
}
