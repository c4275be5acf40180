import { Button, Group } from '@mantine/core'
import { textIn } from '../../model/local-text.ts'
import { centralOf } from '../../model/uncertain.ts'
import { longDate, percent, shortDate } from '../../i18n/format.ts'
import { blockById, blockedEnterpriseId, clearedOn } from '../../state/selectors.ts'
import { useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import { blockName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'
import { Fact, Sources } from './Fact.tsx'
import { EnterpriseLink } from './WhySentence.tsx'

export interface BlockDetailProps {
  readonly id: string
  readonly shown: ShownDay
  readonly onEdit: (blockId: string) => void
}

export function BlockDetail({ id, shown, onEdit }: BlockDetailProps) {
  const { t, language } = useWords()
  const actions = useBlockActions()
  const chain = useDocument((state) => state.chain)
  const block = blockById(chain, id)
  if (!block) return null
  const cleared = clearedOn(shown.outcome.scenario, id)
  const enterprise = blockedEnterpriseId(chain, block)
  const row = enterprise === undefined ? -1 : shown.outcome.played.index.enterpriseIds.indexOf(enterprise)
  const date = (day: string | null | undefined, none: string) => (day ? longDate(day, language) : none)
  const texts = (['measure', 'department', 'note', 'evidence'] as const).filter(
    (key) => textIn(block[key], language) !== '',
  )
  return (
    <>
      <h2>{blockName(chain, block, language)}</h2>
      <p className="meta">
        {t(`words.cause.${block.cause}`)} · {percent(centralOf(block.severity), language)}
      </p>
      {cleared !== null && <p className="big">{t('panels.blocks.cleared', { date: shortDate(cleared, language) })}</p>}
      <Group gap={4} my="xs">
        {cleared === null ? (
          <Button size="compact-sm" onClick={() => actions.clearNow(id)}>
            {t('panels.blocks.clear')}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => actions.takeBack(id)}>
            {t('panels.blocks.takeBack')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onEdit(id)}>
          {t('panels.blocks.edit')}
        </Button>
      </Group>
      <dl>
        {row >= 0 && (
          <>
            <dt>{t('panels.card.at')}</dt>
            <dd>
              <EnterpriseLink shown={shown} row={row} />
            </dd>
          </>
        )}
        <Fact name={t('panels.card.sinceLabel')} value={date(block.since, t('panels.blocks.alwaysOpen'))} />
        <Fact name={t('panels.card.until')} value={date(block.until, t('app.days.open'))} />
        <Fact name={t('panels.card.ramp')} value={t('panels.card.days', { count: block.rampDays ?? 0 })} />
        <Fact
          name={t('panels.card.effort')}
          value={t('panels.card.crewDays', { count: block.effort ?? 1 })}
          isAssumed={block.effort === undefined}
        />
        {block.owner && <Fact name={t('panels.card.owner')} value={block.owner} />}
        {block.due && <Fact name={t('panels.card.due')} value={longDate(block.due, language)} />}
      </dl>
      {texts.map((key) => (
        <p key={key}>{textIn(block[key], language)}</p>
      ))}
      <Sources ids={block.sources} confidence={undefined} />
    </>
  )
}
