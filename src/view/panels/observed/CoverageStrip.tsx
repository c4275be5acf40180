import { useMemo, type KeyboardEvent } from 'react'
import { OBSERVED_RATES, type ObservedDays } from '../../../analysis/observed/observed-days.ts'
import { shortDate } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useApp, useWords } from '../../app-context.ts'
import type { ShownDay } from '../../shown-day.ts'

const HEIGHT = 22
const AXIS = 16
/** Width of the strip in its own units; it is stretched to its place. */
const WIDTH = 400

/** How many enterprises were observed on each day; a day without any is hatched. The shown day is chosen with it. */
export function CoverageStrip({ shown, observed }: { readonly shown: ShownDay; readonly observed: ObservedDays }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { day, outcome } = shown
  const counts = useMemo(() => enterprisesSeen(observed), [observed])
  const most = Math.max(1, ...counts)
  const { days, enterpriseCount: of } = observed
  const pitch = WIDTH / days
  const date = (at: number) => shortDate(dateOfDay(outcome.scenario, at), language)
  const label = (at: number) => t('observed.coverageLabel', { date: date(at), count: counts[at]!, of })
  const goTo = (next: number) =>
    stores.session.setState({ day: Math.max(0, Math.min(days - 1, next)), isPlaying: false, waveFrom: null })
  const onKey = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: day - 1, ArrowRight: day + 1, Home: 0, End: days - 1 }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    goTo(next)
  }
  return (
    <figure className="observed-coverage">
      <figcaption title={t('observed.coverageHelp')}>{t('observed.coverage')}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + AXIS}`}
        role="slider"
        tabIndex={0}
        aria-label={t('observed.coverage')}
        aria-valuemin={0}
        aria-valuemax={days - 1}
        aria-valuenow={day}
        aria-valuetext={label(day)}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          goTo(Math.floor(((event.clientX - box.left) / box.width) * days))
        }}
      >
        <GapPattern id="coverage-gap" />
        {[...counts].map((count, at) => (
          <rect
            key={at}
            x={at * pitch}
            y={0}
            width={Math.max(0.6, pitch - 0.6)}
            height={HEIGHT}
            fill={count === 0 ? 'url(#coverage-gap)' : 'var(--accent)'}
            fillOpacity={count === 0 ? 1 : 0.35 + 0.65 * (count / most)}
          >
            <title>{label(at)}</title>
          </rect>
        ))}
        <rect x={day * pitch - 0.4} y={0.5} width={pitch + 0.2} height={HEIGHT - 1} fill="none" stroke="var(--ink)" />
        <text x={0} y={HEIGHT + 12}>
          {date(0)}
        </text>
        <text x={WIDTH} y={HEIGHT + 12} textAnchor="end">
          {date(days - 1)}
        </text>
      </svg>
      <p className="meta" aria-live="polite">
        {label(day)}
      </p>
    </figure>
  )
}

/** @returns [days] enterprises of which any rate was observed */
function enterprisesSeen(observed: ObservedDays): number[] {
  return Array.from({ length: observed.days }, (_, day) => {
    let count = 0
    for (let at = observed.dayStart[day]!; at < observed.dayStart[day + 1]!; at++) {
      if (OBSERVED_RATES.some((rate) => !Number.isNaN(observed[rate][at]!))) count++
    }
    return count
  })
}

/** Hatching of what was not observed, for the charts. */
export function GapPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse">
        <path d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" stroke="var(--line)" strokeWidth={1} />
      </pattern>
    </defs>
  )
}
