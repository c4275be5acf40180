import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { LONGEST_SEARCH_MILLISECONDS } from '../../../analysis/run-estimate.ts'
import {
  MATTERS,
  proposalsFor,
  type ListEffect,
  type Proposal,
  type Thresholds,
} from '../../../analysis/lists/proposals.ts'
import { addMembers, setMember } from '../../../state/actions/edit-lists.ts'
import { useApp, useWords } from '../../app-context.ts'
import { PlannerFrame } from '../planners/PlannerFrame.tsx'
import { useEffectSentences } from './effect-sentences.ts'
import { useListNames } from './list-names.ts'
import type { MembersTabProps } from './MembersTab.tsx'
import { MemberLink } from './MemberLink.tsx'
import { useListEffects, type FoundEffects } from './use-list-effects.ts'

/** Proposals that are listed. */
const LISTED = 60

/** Who belongs on the list because losing or clearing it matters, and who is on it without effect; computed when asked for. */
export function ProposalsTab({ date, members }: MembersTabProps) {
  const { t } = useWords()
  const { state, start, cancel } = useListEffects()
  const [thresholds, setThresholds] = useState<Thresholds>(MATTERS)
  const put = (field: keyof Thresholds, scale: number) => (value: string | number) => {
    if (typeof value === 'number') setThresholds((now) => ({ ...now, [field]: value / scale }))
  }
  return (
    <PlannerFrame
      intro={t('lists.proposals.intro')}
      state={state}
      onStart={start}
      onCancel={cancel}
      result={(found) =>
        found.answer.kind === 'tooLarge' ? (
          <p role="alert">
            {t('analysis.tooLarge', { seconds: found.answer.seconds, limit: LONGEST_SEARCH_MILLISECONDS / 1000 })}
          </p>
        ) : (
          <Proposals date={date} members={members} found={found} thresholds={thresholds} />
        )
      }
    >
      <NumberInput
        size="xs"
        w={270}
        label={t('lists.proposals.lost')}
        title={t('lists.proposals.lostHelp')}
        min={0}
        max={100}
        step={0.5}
        value={thresholds.lost * 100}
        onChange={put('lost', 100)}
      />
      <NumberInput
        size="xs"
        w={200}
        label={t('lists.proposals.gain')}
        title={t('lists.proposals.gainHelp')}
        min={0}
        step={0.1}
        value={thresholds.gain}
        onChange={put('gain', 1)}
      />
    </PlannerFrame>
  )
}

interface ProposalsProps extends MembersTabProps {
  readonly found: FoundEffects
  readonly thresholds: Thresholds
}

function Proposals({ date, members, found: { answer, index }, thresholds }: ProposalsProps) {
  const { t } = useWords()
  const { stores } = useApp()
  if (answer.kind !== 'answer') return null
  const { add, withoutEffect } = proposalsFor(index, answer.effects, members, thresholds)
  const idOf = ({ row }: ListEffect) => index.enterpriseIds[row]!
  const put = (proposal: Proposal) => setMember(stores, date, idOf(proposal), proposal.role)
  const addAll = () => {
    const added = add.map((proposal) => ({ enterprise: idOf(proposal), role: proposal.role }))
    addMembers(stores, date, added)
  }
  return (
    <div className="lists-proposals">
      <section>
        <div className="lists-line">
          <h3>{t('lists.proposals.addTitle', { count: add.length })}</h3>
          {add.length > 1 && add.length <= LISTED && (
            <Button size="compact-xs" variant="default" onClick={addAll}>
              {t('lists.proposals.addAll', { count: add.length })}
            </Button>
          )}
        </div>
        {add.length === 0 && <p>{t('lists.proposals.addNone')}</p>}
        <ul>
          {add.slice(0, LISTED).map((proposal) => (
            <ProposalRow key={proposal.row} id={idOf(proposal)} proposal={proposal} index={index} onAdd={put} />
          ))}
        </ul>
        {add.length > LISTED && <p className="meta">{t('lists.proposals.more', { count: add.length - LISTED })}</p>}
      </section>
      <section>
        <h3>{t('lists.proposals.withoutTitle', { count: withoutEffect.length })}</h3>
        <p className="meta">
          {t(withoutEffect.length === 0 ? 'lists.proposals.withoutNone' : 'lists.proposals.withoutHelp')}
        </p>
        <ul>
          {withoutEffect.slice(0, LISTED).map((effect) => (
            <WithoutRow key={effect.row} id={idOf(effect)} effect={effect} date={date} index={index} />
          ))}
        </ul>
      </section>
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly index: FoundEffects['index']
}

function ProposalRow({ id, proposal, index, onAdd }: RowProps & { proposal: Proposal; onAdd: (of: Proposal) => void }) {
  const { t } = useWords()
  const { name } = useListNames()
  const sentences = useEffectSentences(index)
  const role = t(`words.role.${proposal.role}`)
  return (
    <li>
      <Button
        size="compact-xs"
        aria-label={t('lists.proposals.addAs', { name: name(id), role })}
        onClick={() => onAdd(proposal)}
      >
        {t('lists.proposals.add')}
      </Button>
      <div>
        <MemberLink id={id} /> <span className="tag">{role}</span>
        <p>{sentences.matters(proposal)}</p>
      </div>
    </li>
  )
}

function WithoutRow({ id, effect, date, index }: RowProps & { effect: ListEffect; date: string }) {
  const { t } = useWords()
  const { stores } = useApp()
  const { name } = useListNames()
  const sentences = useEffectSentences(index)
  return (
    <li>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('lists.members.dropOne', { name: name(id) })}
        onClick={() => setMember(stores, date, id, null)}
      >
        {t('lists.members.drop')}
      </Button>
      <div>
        <MemberLink id={id} />
        <p>{sentences.without(effect)}</p>
      </div>
    </li>
  )
}
