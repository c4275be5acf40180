import { Suspense } from 'react'
import { severityOn } from '../../engine/forces.ts'
import type { TimelineBlock } from '../../engine/timeline.ts'
import { LINK_STATE } from '../../analysis/day-view.ts'
import { decimal, percent } from '../../i18n/format.ts'
import { supplyById } from '../../state/selectors.ts'
import { useComputed, useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { localPart } from '../../model/local-part.ts'
import { notesOn } from '../../model/notes.ts'
import { rowName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'
import { ActionButton } from './ActionButton.tsx'
import { LateMoreActions } from './edit/late.ts'
import { LateThingNotes } from './following/late.ts'
import { BlockAge, CauseBadge } from './BlockSigns.tsx'
import { Fact, Sources } from './Fact.tsx'
import { LevelBar } from './LevelBar.tsx'
import { BlockLink, EnterpriseLink } from './ThingLink.tsx'

export interface SupplyDetailProps {
  readonly id: string
  readonly shown: ShownDay
  readonly onSetBlock: (target: MapTarget) => void
}

/** A supply link: from whom to whom, what passes today, and the blocks on it. */
export function SupplyDetail({ id, shown, onSetBlock }: SupplyDetailProps) {
  const { t, language } = useWords()
  const actions = useBlockActions()
  const chain = useDocument((state) => state.chain)
  const { index, timeline } = shown.outcome.played
  const link = index.linkIds.indexOf(id)
  const supply = supplyById(chain, id)
  if (link < 0 || !supply) return null
  const flowing = index.flow[link]! > 0 ? shown.view.linkSent[link]! / index.flow[link]! : Number.NaN
  const blocks = timeline.blocks.filter(
    (block) => block.kind === 'link' && block.row === link && severityOn(block, shown.day) > 0,
  )
  return (
    <>
      <div className="card-body">
        <h2>{localPart(supply.product, language)}</h2>
        <p>
          <EnterpriseLink shown={shown} row={index.linkFrom[link]!} /> →{' '}
          <EnterpriseLink shown={shown} row={index.groupEnterprise[index.linkGroup[link]!]!} />
        </p>
        <div className="headline">
          <p className="big" title={t('panels.card.definition.today')}>
            {t('panels.card.today', { percent: percent(flowing, language) })}
          </p>
          <span className="tag">{t(`panels.card.linkState.${linkState(shown, link)}`)}</span>
        </div>
        <LevelBar level={flowing} isWarm={blocks.length > 0} />
        {blocks.length === 0 && linkState(shown, link) !== 'flowing' && <Ends shown={shown} link={link} />}
        <Suspense>{notesOn(chain, { supply: id }).length > 0 && <LateThingNotes at={{ supply: id }} />}</Suspense>
        {blocks.map((block) => (
          <LinkBlock key={block.id} block={block} shown={shown} />
        ))}
        <SupplyFacts shown={shown} link={link} isBackup={supply.backup === true} assumed={supply.assumed ?? []} />
        <Sources ids={supply.sources} confidence={supply.confidence} />
      </div>
      <div className="actions">
        {blocks[0] && (
          <ActionButton name={t('panels.card.clear')} isMain onClick={() => actions.clearNow(blocks[0]!.id)} />
        )}
        <ActionButton name={t('panels.card.setBlock')} onClick={() => onSetBlock({ kind: 'supply', row: link })} />
        <Suspense>
          <LateMoreActions thing={{ kind: 'supply', id }} />
        </Suspense>
      </div>
    </>
  )
}

/** Of a link that is held without a block of its own: how both ends run, which says where to look. */
function Ends({ shown, link }: { readonly shown: ShownDay; readonly link: number }) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const { index } = shown.outcome.played
  const from = index.linkFrom[link]!
  const to = index.groupEnterprise[index.linkGroup[link]!]!
  const nameOf = (row: number) => rowName(chain, index, row, language)
  const levelOf = (row: number) => percent(shown.view.level[row]!, language)
  return (
    <p>
      {t('panels.card.linkEnds', {
        from: nameOf(from),
        fromLevel: levelOf(from),
        to: nameOf(to),
        toLevel: levelOf(to),
      })}
    </p>
  )
}

function linkState({ view }: ShownDay, link: number): 'blocked' | keyof typeof LINK_STATE {
  if (view.linkBlocked[link] === 1) return 'blocked'
  if (view.linkState[link] === LINK_STATE.flowing) return 'flowing'
  return view.linkState[link] === LINK_STATE.throttled ? 'throttled' : 'stopped'
}

function LinkBlock({ block, shown }: { readonly block: TimelineBlock; readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const cause = shown.outcome.played.causes[shown.outcome.played.timeline.blocks.indexOf(block)]!
  return (
    <p className="root-end">
      <CauseBadge cause={cause} /> <BlockLink id={block.id}>{t(`words.cause.${cause}`)}</BlockLink>{' '}
      <small>
        {percent(severityOn(block, shown.day), language)} · <BlockAge timed={block} shown={shown} />
      </small>
    </p>
  )
}

interface SupplyFactsProps {
  readonly shown: ShownDay
  readonly link: number
  readonly isBackup: boolean
  readonly assumed: readonly string[]
}

function SupplyFacts({ shown, link, isBackup, assumed: marked }: SupplyFactsProps) {
  const { t, language } = useWords()
  const assumed = useComputed((state) => state.structure?.assumed)
  const { index, run } = shown.outcome.played
  const group = index.linkGroup[link]!
  const need = index.need[group]!
  const ofNeed = (value: number) => percent(need > 0 ? value / need : 0, language)
  return (
    <>
      <h3>{t('panels.card.numbers')}</h3>
      <dl>
        <Fact
          name={t('panels.card.flow')}
          value={`${decimal(index.flow[link]!, 3, language)} ${t('panels.card.perDay')}`}
          isAssumed={assumed?.flow[link] === 1}
          definition={t('panels.card.definition.flow')}
        />
        <Fact
          name={t('panels.card.shareOfNeed')}
          value={isBackup ? t('panels.card.backup') : ofNeed(index.flow[link]!)}
          definition={t('panels.card.definition.shareOfNeed')}
        />
        <Fact
          name={t('panels.card.outside')}
          value={ofNeed(index.outside[group]!)}
          isAssumed={assumed?.outside[group] === 1}
          definition={t('panels.card.definition.outside')}
        />
        <Fact
          name={t('panels.card.leadDays')}
          value={t('panels.card.days', { count: index.lead[link]! })}
          isAssumed={assumed?.lead[link] === 1 || marked.includes('leadDays')}
          definition={t('panels.card.definition.leadDays')}
        />
        <Fact
          name={t('panels.card.stockOfCustomer')}
          value={t('panels.card.stockToday', {
            days: decimal(run.stockDays[shown.day * index.groupCount + group]!, 1, language),
            cover: decimal(index.cover[group]!, 1, language),
          })}
          isAssumed={assumed?.cover[group] === 1}
          definition={t('panels.card.definition.stock')}
        />
      </dl>
    </>
  )
}
