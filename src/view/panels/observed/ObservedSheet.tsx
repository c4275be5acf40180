import { Button, CloseButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { errorOf, errorPairs } from '../../../analysis/observed/model-error.ts'
import { coverageOf, OBSERVED_RATES, type ObservedField } from '../../../analysis/observed/observed-days.ts'
import { decimal, shortDate, signed } from '../../../i18n/format.ts'
import { textIn } from '../../../model/local-text.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import type { ShownObserved } from '../../observed/shown-observed.ts'
import { useObserved } from '../../observed/use-observed.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import { CoverageStrip } from './CoverageStrip.tsx'
import { EmptyObserved } from './EmptyObserved.tsx'
import { ErrorByEnterprise } from './ErrorByEnterprise.tsx'
import { ErrorTable, type PairsByField } from './ErrorTable.tsx'
import './observed.css'

/** What was observed on the days of the scenario, how much of it, and how far the model is from it. */
export function ObservedSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useShownDay()
  const observed = useObserved()
  const hasAny = useDocument((state) => (state.chain.observations ?? []).length > 0)
  const go = (table: 'bring' | 'observations' | 'compare') => stores.session.setState({ table })
  return (
    <section className="sheet observed" aria-label={t('observed.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">
          {t('observed.title')}
          {shown && <ScenarioName shown={shown} />}
        </h2>
        {observed && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => stores.session.setState({ table: 'none', lens: 'observed' })}
            >
              {t('observed.onMap')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => go('compare')}>
              {t('observed.beside')}
            </Button>
          </>
        )}
        {hasAny && (
          <Button size="compact-xs" variant="default" onClick={() => go('observations')}>
            {t('observed.edit')}
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={() => go('bring')}>
          {t('observed.bring')}
        </Button>
        <CloseButton aria-label={t('observed.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {shown &&
        (observed ? <Observed shown={shown} given={observed} /> : <EmptyObserved shown={shown} hasAny={hasAny} />)}
    </section>
  )
}

function ScenarioName({ shown: { outcome } }: { readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const { scenario, played } = outcome
  const date = (day: number) => shortDate(dateOfDay(scenario, day), language)
  return (
    <small>
      {t('observed.scenario', {
        name: textIn(scenario.name, language) || scenario.id,
        from: date(0),
        to: date(played.run.days - 1),
      })}
    </small>
  )
}

interface ObservedProps {
  readonly shown: ShownDay
  readonly given: ShownObserved
}

const FIELDS = ['level', ...OBSERVED_RATES] as const satisfies readonly ObservedField[]

function Observed({ shown, given }: ObservedProps) {
  const { played } = shown.outcome
  const { observed } = given
  const pairs = useMemo(
    () =>
      Object.fromEntries(
        FIELDS.map((field) => [field, errorPairs(played, observed, field)]),
      ) as unknown as PairsByField,
    [played, observed],
  )
  const [field, setField] = useState<ObservedField>(pairs.level.length > 0 ? 'level' : 'staffReturn')
  return (
    <div className="observed-body">
      <div className="observed-sum" role="region" tabIndex={0} aria-labelledby="observed-sentence">
        <Sentence shown={shown} given={given} pairs={pairs} />
        <CoverageStrip shown={shown} observed={observed} />
        <ErrorTable shown={shown} pairs={pairs} field={field} onField={setField} />
      </div>
      <ErrorByEnterprise shown={shown} given={given} pairs={pairs[field]} field={field} />
    </div>
  )
}

/** Days on which a field was observed at all. */
const daysWith = (observed: ShownObserved['observed'], field: ObservedField): number =>
  coverageOf(observed, field).reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)

function Sentence({ shown, given, pairs }: ObservedProps & { readonly pairs: PairsByField }) {
  const { t, language } = useWords()
  const { observed } = given
  const { meanAbsolute, bias } = errorOf(pairs.level)
  const of = observed.days
  return (
    <>
      <p id="observed-sentence" title={`${t('observed.help.meanAbsolute')} ${t('observed.help.bias')}`}>
        {pairs.level.length === 0
          ? t('observed.sentenceStaff', { of, days: daysWith(observed, 'staffReturn') })
          : t('observed.sentence', {
              pairs: pairs.level.length,
              all: decimal(of * shown.outcome.played.index.enterpriseCount, 0, language),
              days: daysWith(observed, 'level'),
              of,
              error: decimal(100 * meanAbsolute, 1, language),
              bias: signed(100 * bias, 1, language),
            })}
      </p>
      <p className="meta">
        {t('observed.onlyHere')}
        {observed.outside > 0 && (language === 'zh' ? '' : ' ') + t('observed.outside', { count: observed.outside })}
      </p>
    </>
  )
}
