import { Suspense, useMemo } from 'react'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { explain, type Explanation } from '../../analysis/explain.ts'
import { textIn } from '../../model/local-text.ts'
import { notesOn } from '../../model/notes.ts'
import { percent } from '../../i18n/format.ts'
import { enterpriseById } from '../../state/selectors.ts'
import { useDocument, useWords } from '../app-context.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { localPart } from '../../model/local-part.ts'
import { ObservedSeries } from '../observed/late.ts'
import { useObserved } from '../observed/use-observed.ts'
import type { ShownDay } from '../shown-day.ts'
import { Defined } from './Defined.tsx'
import { LateThingNotes } from './following/late.ts'
import { EnterpriseActions } from './EnterpriseActions.tsx'
import { EnterpriseFacts } from './EnterpriseFacts.tsx'
import { Sources } from './Fact.tsx'
import { LevelBar } from './LevelBar.tsx'
import { Partners } from './Partners.tsx'
import { SinceWhen, WhySentence } from './WhySentence.tsx'
import { WouldChange } from './WouldChange.tsx'

export interface EnterpriseDetailProps {
  readonly id: string
  readonly shown: ShownDay
  readonly onSetBlock: (target: MapTarget) => void
}

export function EnterpriseDetail({ id, shown, onSetBlock }: EnterpriseDetailProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const row = shown.outcome.played.index.enterpriseIds.indexOf(id)
  const enterprise = enterpriseById(chain, id)
  const hasObserved = useObserved() !== null
  const explanation = useExplanation(shown, row)
  if (!explanation || !enterprise) return null
  const stage = chain.stages.find((candidate) => candidate.id === enterprise.stage)
  const level = shown.view.level[row]!
  const state = ENTERPRISE_STATES[shown.view.state[row]!]!
  return (
    <>
      <div className="card-body">
        <h2>{textIn(enterprise.name, language)}</h2>
        <p className="meta">
          {[
            t(`words.role.${enterprise.role}`),
            textIn(stage?.name, language),
            localPart(enterprise.region ?? '', language),
            enterprise.code,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className="headline">
          <Defined definition={t('panels.card.definition.output')}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its definition is found by key */}
            <p className="big" tabIndex={0}>
              {t('panels.card.output', { level: percent(level, language) })}
            </p>
          </Defined>
          <span className={state === 'blocked' ? 'tag warm' : 'tag state'}>{t(`words.state.${state}`)}</span>
          <SinceWhen shown={shown} explanation={explanation} />
        </div>
        <LevelBar level={level} isWarm={state === 'blocked'} />
        <Suspense>
          {notesOn(chain, { enterprise: id }).length > 0 && <LateThingNotes at={{ enterprise: id }} />}
        </Suspense>
        <h3>{t('panels.card.why')}</h3>
        <WhySentence shown={shown} explanation={explanation} />
        <WouldChange shown={shown} explanation={explanation} />
        <Suspense>{hasObserved && <ObservedSeries shown={shown} row={row} />}</Suspense>
        <EnterpriseFacts shown={shown} row={row} />
        <Partners shown={shown} row={row} side="suppliers" />
        <Partners shown={shown} row={row} side="customers" />
        <Sources ids={enterprise.sources} confidence={enterprise.confidence} />
      </div>
      <EnterpriseActions shown={shown} row={row} onSetBlock={onSetBlock} />
    </>
  )
}

/** The explanation of a row on the shown day, walked once per day and selection; null where there is no such row. */
const useExplanation = (shown: ShownDay, row: number): Explanation | null =>
  useMemo(() => (row < 0 ? null : explain(shown.outcome.played, row, shown.day)), [shown, row])
