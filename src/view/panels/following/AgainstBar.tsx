import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { observedLess, withGaps } from '../../../analysis/comparison/with-gaps.ts'
import type { DayView } from '../../../analysis/day-view.ts'
import { observedLevels, type Levels } from '../../../analysis/comparison/compare-runs.ts'
import { onCalendarOf } from '../../../analysis/comparison/effects.ts'
import { textIn } from '../../../model/local-text.ts'
import { OBSERVED_DAYS, type ComparedPair } from '../../../model/scenes.ts'
import type { Outcome } from '../../../state/computed.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { startLevels } from '../../presentation/use-preview.ts'
import type { ShownDay } from '../../shown-day.ts'
import { MIDDLE } from '../compare/SwipeBorder.tsx'
import { EndButton } from './EndButton.tsx'

/** Which future the difference on the map is to; while it stands, that future is played beside the run on screen. */
export function AgainstBar({ shown }: { readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const against = useSession((state) => state.against)
  const hasDifference = useSession((state) => state.lens === 'difference')
  const swipe = useSession((state) => state.swipe)
  useAgainst(shown.outcome, against)
  if (against === null) return null
  const { chain, scenario } = shown.outcome
  const nameOf = (id: string): string =>
    id === OBSERVED_DAYS
      ? t('follow.against.observed')
      : textIn(chain.scenarios?.find((each) => each.id === id)?.name, language) || id
  const [a, b] = against.b === OBSERVED_DAYS ? [scenario.id, against.b] : [against.a, scenario.id]
  return (
    <div className="map-bar against-bar" role="group" aria-label={t('follow.against.title')}>
      <strong role="status">
        {t(hasDifference && swipe !== null ? 'follow.against.both' : 'follow.against.of', {
          a: nameOf(a),
          b: nameOf(b),
        })}
      </strong>
      {hasDifference && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => session.setState({ swipe: swipe === null ? MIDDLE : null })}
        >
          {t(swipe === null ? 'follow.against.swipe' : 'follow.against.colours')}
        </Button>
      )}
      {hasDifference && swipe === null && (
        <>
          <span className="better">▲ {t('follow.against.better')}</span>
          <span className="worse">▼ {t('follow.against.worse')}</span>
        </>
      )}
      <EndButton label={t('follow.against.end')} onClick={() => session.setState({ against: null, swipe: null })} />
    </div>
  )
}

/** Plays the other future on the calendar of the run on screen, or reads what was observed on it; the newest pair wins. */
function useAgainst(outcome: Outcome, pair: ComparedPair | null): void {
  const { previewer, stores } = useApp()
  useEffect(() => {
    const { chain, scenario, played } = outcome
    const { index } = played
    if (!pair) return
    const put = ({ level, enterpriseCount: count }: Levels) => {
      const hold = (view: DayView) => {
        const other = level.subarray(view.day * count, (view.day + 1) * count)
        return pair.b === OBSERVED_DAYS ? observedLess(view, other) : withGaps(view, other)
      }
      stores.computed.setState({ against: { pair, outcome, hold } })
    }
    if (pair.a === OBSERVED_DAYS || pair.b === OBSERVED_DAYS) return put(observedLevels(chain, index, scenario))
    const other = chain.scenarios?.find((each) => each.id === pair.a)
    if (!other) return
    const job = startLevels(previewer, outcome, onCalendarOf(scenario, other))
    job.result.then(put, () => {})
    return () => job.cancel()
  }, [outcome, pair, previewer, stores])
}
