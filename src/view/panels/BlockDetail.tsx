import { Suspense } from 'react'
import type { Block } from '../../model/chain.ts'
import { textIn } from '../../model/local-text.ts'
import { notesOn } from '../../model/notes.ts'
import { centralOf } from '../../model/uncertain.ts'
import { decimal, longDate, percent, shortDate, signed } from '../../i18n/format.ts'
import { removeBlock } from '../../state/actions/remove-block.ts'
import { blockById, clearedOn, dateOfDay } from '../../state/selectors.ts'
import { useApp, useComputed, useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import { severityWord } from '../../analysis/picture/severity.ts'
import { localPart } from '../../model/local-part.ts'
import { blockName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'
import { ActionButton } from './ActionButton.tsx'
import { BlockAge, CauseBadge, SeverityBars } from './BlockSigns.tsx'
import { ChangeList } from './ChangeList.tsx'
import { Fact, Sources } from './Fact.tsx'
import { LateThingNotes } from './following/late.ts'
import { EnterpriseLink } from './ThingLink.tsx'

export interface BlockDetailProps {
  readonly id: string
  readonly shown: ShownDay
  readonly onEdit: (blockId: string) => void
}

/** A block: what holds, since when, who answers for it, what clearing it alone brings and to whom. */
export function BlockDetail({ id, shown, onEdit }: BlockDetailProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const block = blockById(chain, id)
  if (!block) return null
  const cleared = clearedOn(shown.outcome.scenario, id)
  const timed = shown.outcome.played.timeline.blocks.find((candidate) => candidate.id === id)
  const severity = centralOf(block.severity)
  return (
    <>
      <div className="card-body">
        <h2>{blockName(chain, block, language)}</h2>
        <p className="meta">
          {t('panels.card.blockTitle')}
          {block.state && ` · ${t(`panels.blockState.${block.state}`)}`}
        </p>
        <div className="headline">
          <CauseBadge cause={block.cause} />
          <p className="big">{t(`words.cause.${block.cause}`)}</p>
          <p className="since">
            <SeverityBars severity={severity} /> {percent(severity, language)}{' '}
            {t(`words.severityStep.${severityWord(severity)}`)}
            {timed && (
              <>
                {' · '}
                <BlockAge timed={timed} shown={shown} />
              </>
            )}
          </p>
        </div>
        {cleared !== null && (
          <p className="cleared-day">{t('panels.blocks.cleared', { date: shortDate(cleared, language) })}</p>
        )}
        {textIn(block.note, language) && <p>{textIn(block.note, language)}</p>}
        <Suspense>{notesOn(chain, { block: id }).length > 0 && <LateThingNotes at={{ block: id }} />}</Suspense>
        <BlockFacts block={block} shown={shown} />
        <Alone shown={shown} id={id} />
        <Sources ids={block.sources} confidence={undefined} />
      </div>
      <BlockButtons id={id} cleared={cleared} onEdit={onEdit} />
    </>
  )
}

function BlockButtons({
  id,
  cleared,
  onEdit,
}: Pick<BlockDetailProps, 'id' | 'onEdit'> & { readonly cleared: string | null }) {
  const { t } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  return (
    <div className="actions">
      {cleared === null ? (
        <ActionButton name={t('panels.blocks.clear')} isMain onClick={() => actions.clearNow(id)} />
      ) : (
        <ActionButton name={t('panels.blocks.takeBack')} onClick={() => actions.takeBack(id)} />
      )}
      <ActionButton name={t('panels.blocks.edit')} onClick={() => onEdit(id)} />
      <ActionButton name={t('panels.blocks.remove')} onClick={() => removeBlock(stores, id)} />
    </div>
  )
}

function BlockFacts({ block, shown }: { readonly block: Block; readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const { index } = shown.outcome.played
  const date = (day: string | null | undefined, none: string) => (day ? longDate(day, language) : none)
  const link = 'supply' in block.at ? index.linkIds.indexOf(block.at.supply) : -1
  const at = 'enterprise' in block.at ? block.at.enterprise : 'market' in block.at ? block.at.market : ''
  const rows =
    link >= 0
      ? [index.linkFrom[link]!, index.groupEnterprise[index.linkGroup[link]!]!]
      : [index.enterpriseIds.indexOf(at)].filter((row) => row >= 0)
  return (
    <dl>
      <dt>{t('market' in block.at ? 'panels.card.atMarket' : 'panels.card.at')}</dt>
      <dd>
        {rows.map((row, place) => (
          <span key={row}>
            {place > 0 && ' → '}
            <EnterpriseLink shown={shown} row={row} />
          </span>
        ))}
      </dd>
      {typeof block.severity !== 'number' && (
        <Fact
          name={t('panels.card.severityRange')}
          value={`${percent(block.severity.low, language)} – ${percent(block.severity.high, language)}`}
          definition={t('panels.card.definition.severityRange')}
        />
      )}
      <Fact name={t('panels.card.sinceLabel')} value={date(block.since, t('panels.blocks.alwaysOpen'))} />
      <Fact name={t('panels.card.until')} value={date(block.until, t('app.days.open'))} />
      <Fact
        name={t('panels.card.ramp')}
        value={t('panels.card.days', { count: block.rampDays ?? 0 })}
        definition={t('panels.card.definition.ramp')}
      />
      <Fact
        name={t('panels.card.effort')}
        value={t('panels.card.crewDays', { count: block.effort ?? 1 })}
        isAssumed={block.effort === undefined}
        definition={t('panels.card.definition.effort')}
      />
      <TextFact name={t('panels.card.measure')} value={textIn(block.measure, language)} />
      <TextFact name={t('panels.card.owner')} value={localPart(block.owner ?? '', language)} />
      <TextFact name={t('panels.card.department')} value={textIn(block.department, language)} />
      <TextFact name={t('panels.card.due')} value={block.due ? longDate(block.due, language) : ''} />
      <TextFact name={t('panels.card.evidence')} value={textIn(block.evidence, language)} />
    </dl>
  )
}

function TextFact({ name, value }: { readonly name: string; readonly value: string }) {
  return value === '' ? null : <Fact name={name} value={value} />
}

/** What clearing this block alone brings, and who wins and loses by it. */
function Alone({ shown, id }: { readonly shown: ShownDay; readonly id: string }) {
  const { t, language } = useWords()
  const gains = useComputed((state) => (state.gains.kind === 'done' ? state.gains : null))
  const { timeline } = shown.outcome.played
  const gain = gains?.gains.find(({ block }) => timeline.blocks[block]?.id === id)
  if (!gains || !gain) return null
  const day = shortDate(dateOfDay(shown.outcome.scenario, gains.day), language)
  return (
    <>
      <h3>{t('panels.card.alone', { date: day })}</h3>
      <p title={t('panels.blocks.gainHelp')}>
        {gain.gain > 0
          ? t('panels.card.aloneWins', { days: signed(gain.gain, 2, language), rank: decimal(gain.rank, 0, language) })
          : t('panels.blocks.noGain')}
      </p>
      <ChangeList shown={shown} title={t('panels.card.winners')} changes={gain.winners} />
      <ChangeList shown={shown} title={t('panels.card.losers')} changes={gain.losers} />
    </>
  )
}
