import { Button, Group } from '@mantine/core'
import { explain } from '../../analysis/explain.ts'
import { severityOn } from '../../engine/forces.ts'
import { textIn } from '../../model/local-text.ts'
import { decimal, percent, shortDate } from '../../i18n/format.ts'
import { blockById, dateOfDay, enterpriseById } from '../../state/selectors.ts'
import type { TraceDirection } from '../../state/session.ts'
import { useApp, useComputed, useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { blockName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'
import { Fact, Sources } from './Fact.tsx'
import { Partners } from './Partners.tsx'
import { WhySentence } from './WhySentence.tsx'

export interface EnterpriseDetailProps {
  readonly id: string
  readonly shown: ShownDay
  readonly onSetBlock: (target: MapTarget) => void
}

export function EnterpriseDetail({ id, shown, onSetBlock }: EnterpriseDetailProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const { index } = shown.outcome.played
  const row = index.enterpriseIds.indexOf(id)
  const enterprise = enterpriseById(chain, id)
  if (row < 0 || !enterprise) return null
  const explanation = explain(shown.outcome.played, row, shown.day)
  const stage = chain.stages.find((candidate) => candidate.id === enterprise.stage)
  return (
    <>
      <h2>{textIn(enterprise.name, language)}</h2>
      <p className="meta">
        {[t(`words.role.${enterprise.role}`), textIn(stage?.name, language), enterprise.region]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="big" title={t('panels.card.definition.output')}>
        {t('panels.card.output', { level: percent(shown.view.level[row]!, language) })}
      </p>
      <h3>{t('panels.card.why')}</h3>
      <WhySentence shown={shown} explanation={explanation} />
      <Changes shown={shown} row={row} />
      <Actions shown={shown} row={row} onSetBlock={onSetBlock} />
      <Numbers shown={shown} row={row} />
      <Sources ids={enterprise.sources} confidence={enterprise.confidence} />
      <Partners shown={shown} row={row} side="suppliers" />
      <Partners shown={shown} row={row} side="customers" />
    </>
  )
}

/** Blocks that hold it and can be cleared, and what the clearings so far do for it. */
function Changes({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const actions = useBlockActions()
  const { played, wave, scenario } = shown.outcome
  const date = (day: number) => shortDate(dateOfDay(scenario, day), language)
  const roots = explain(played, row, shown.day).roots.flatMap((root) => {
    if (root.kind !== 'block') return []
    const timed = played.timeline.blocks[root.block]!
    const block = severityOn(timed, shown.day) > 0 ? blockById(chain, timed.id) : undefined
    return block ? [block] : []
  })
  const gain = wave?.gainDays[row] ?? 0
  if (roots.length === 0 && Math.abs(gain) < 1e-9) return null
  return (
    <>
      <h3>{t('panels.card.wouldChange')}</h3>
      <Group gap={4}>
        {roots.slice(0, 4).map((block) => (
          <Button key={block.id} size="compact-xs" onClick={() => actions.clearNow(block.id)}>
            {t('panels.card.clearRoot', { name: blockName(chain, block, language) })}
          </Button>
        ))}
      </Group>
      {wave && wave.feels[row]! >= 0 && <p>{t('panels.card.feelsOn', { date: date(wave.feels[row]!) })}</p>}
      {wave && wave.full[row]! >= 0 && <p>{t('panels.card.backOn', { date: date(wave.full[row]!) })}</p>}
      {gain > 1e-9 && <p>{t('panels.card.winsDays', { days: decimal(gain, 2, language) })}</p>}
      {gain < -1e-9 && <p>{t('panels.card.losesDays', { days: decimal(-gain, 2, language) })}</p>}
    </>
  )
}

function Actions({
  shown,
  row,
  onSetBlock,
}: {
  readonly shown: ShownDay
  readonly row: number
  readonly onSetBlock: (target: MapTarget) => void
}) {
  const { t } = useWords()
  const { stores } = useApp()
  const trace = (direction: TraceDirection) =>
    stores.session.setState({ trace: { enterprise: shown.outcome.played.index.enterpriseIds[row]!, direction } })
  return (
    <Group gap={4} mt="xs">
      <Button size="compact-xs" variant="default" onClick={() => trace('upstream')}>
        {t('panels.card.upstream')} U
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => trace('downstream')}>
        {t('panels.card.downstream')} D
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => onSetBlock({ kind: 'enterprise', row })}>
        {t('panels.card.setBlock')} B
      </Button>
    </Group>
  )
}

function Numbers({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { t, language } = useWords()
  const assumed = useComputed((state) => state.structure?.assumed)
  const { index } = shown.outcome.played
  return (
    <>
      <h3>{t('panels.card.numbers')}</h3>
      <dl>
        <Fact
          name={t('panels.card.outputPerDay')}
          value={`${decimal(index.output[row]!, 3, language)} ${t('panels.card.perDay')}`}
          isAssumed={assumed?.output[row] === 1}
          definition={t('panels.card.definition.outputPerDay')}
        />
        <Fact
          name={t('panels.card.finalDemand')}
          value={`${decimal(index.finalDemand[row]!, 3, language)} ${t('panels.card.perDay')}`}
          isAssumed={assumed?.finalDemand[row] === 1}
        />
        <Fact
          name={t('panels.card.spare')}
          value={percent(index.spare[row]!, language)}
          definition={t('panels.card.definition.spare')}
        />
      </dl>
    </>
  )
}
