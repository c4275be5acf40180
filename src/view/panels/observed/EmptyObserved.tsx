import { Button } from '@mantine/core'
import { shortDate } from '../../../i18n/format.ts'
import { daysBetween } from '../../../model/dates.ts'
import { textIn } from '../../../model/local-text.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import type { ShownDay } from '../../shown-day.ts'

/** Nothing was observed on these days: where something was, or how to bring it in. */
export function EmptyObserved({ shown, hasAny }: { readonly shown: ShownDay; readonly hasAny: boolean }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const { scenario, played } = shown.outcome
  const date = (day: number) => shortDate(dateOfDay(scenario, day), language)
  const others = (chain.scenarios ?? []).filter(({ start, days }) =>
    (chain.observations ?? []).some((observation) => {
      const day = daysBetween(start, observation.date)
      return day >= 0 && day < days
    }),
  )
  return (
    <div className="observed-empty">
      <p>{hasAny ? t('observed.none', { from: date(0), to: date(played.run.days - 1) }) : t('observed.noneAtAll')}</p>
      {others.length > 0 && (
        <p>
          {t('observed.otherScenario')}{' '}
          {others.map(({ id, name }) => (
            <Button
              key={id}
              size="compact-xs"
              variant="light"
              onClick={() => stores.session.setState({ scenarioId: id, day: 0, isPlaying: false, waveFrom: null })}
            >
              {textIn(name, language) || id}
            </Button>
          ))}
        </p>
      )}
      <p>
        {t('observed.hint')} <strong>{t('observed.headings')}</strong>
      </p>
      <p className="meta">{t('observed.hintPercent')}</p>
    </div>
  )
}
