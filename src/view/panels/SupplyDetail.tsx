import { Button, Group } from '@mantine/core'
import { severityOn } from '../../engine/forces.ts'
import { decimal, percent } from '../../i18n/format.ts'
import { supplyById } from '../../state/selectors.ts'
import { useComputed, useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import type { ShownDay } from '../shown-day.ts'
import { Fact, Sources } from './Fact.tsx'
import { BlockLink, EnterpriseLink } from './WhySentence.tsx'

export interface SupplyDetailProps {
  readonly id: string
  readonly shown: ShownDay
  readonly onSetBlock: (target: MapTarget) => void
}

export function SupplyDetail({ id, shown, onSetBlock }: SupplyDetailProps) {
  const { t, language } = useWords()
  const actions = useBlockActions()
  const chain = useDocument((state) => state.chain)
  const assumed = useComputed((state) => state.structure?.assumed)
  const { index, timeline } = shown.outcome.played
  const link = index.linkIds.indexOf(id)
  const supply = supplyById(chain, id)
  if (link < 0 || !supply) return null
  const group = index.linkGroup[link]!
  const flowing = index.flow[link]! > 0 ? shown.view.linkSent[link]! / index.flow[link]! : Number.NaN
  const blocks = timeline.blocks.filter(
    (block) => block.kind === 'link' && block.row === link && severityOn(block, shown.day) > 0,
  )
  return (
    <>
      <h2>{supply.product}</h2>
      <p>
        <EnterpriseLink shown={shown} row={index.linkFrom[link]!} /> →{' '}
        <EnterpriseLink shown={shown} row={index.groupEnterprise[group]!} />
      </p>
      <p className="big">{t('panels.card.today', { percent: percent(flowing, language) })}</p>
      {blocks.map((block) => (
        <Group key={block.id} gap={6}>
          <BlockLink id={block.id} />
          <Button size="compact-xs" onClick={() => actions.clearNow(block.id)}>
            {t('panels.blocks.clear')}
          </Button>
        </Group>
      ))}
      <Group gap={4} my="xs">
        <Button size="compact-xs" variant="default" onClick={() => onSetBlock({ kind: 'supply', row: link })}>
          {t('panels.card.setBlock')} B
        </Button>
      </Group>
      <dl>
        <Fact
          name={t('panels.card.flow')}
          value={`${decimal(index.flow[link]!, 3, language)} ${t('panels.card.perDay')}`}
          isAssumed={assumed?.flow[link] === 1}
          definition={t('panels.card.definition.flow')}
        />
        <Fact
          name={t('panels.card.leadDays')}
          value={t('panels.card.days', { count: index.lead[link]! })}
          isAssumed={assumed?.lead[link] === 1}
        />
        <Fact
          name={t('panels.card.outside')}
          value={percent(index.need[group]! > 0 ? index.outside[group]! / index.need[group]! : 0, language)}
          isAssumed={assumed?.outside[group] === 1}
        />
      </dl>
      <Sources ids={supply.sources} confidence={supply.confidence} />
    </>
  )
}
