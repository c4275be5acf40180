import { ActionIcon, Button } from '@mantine/core'
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { memo, useEffect, useMemo } from 'react'
import { leadingRows, outputCurve } from '../../analysis/figures.ts'
import { longDate, percent } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import type { Outcome } from '../../state/computed.ts'
import type { Stores } from '../../state/stores.ts'
import { useApp, useComputed, useSession, useWords } from '../app-context.ts'
import { useObservedLeading } from '../observed/use-observed.ts'
import { useShownDay, type ShownDay } from '../shown-day.ts'
import { useIsCovered } from './page-shape.ts'
import { DaySlider, SaidDate } from './DaySlider.tsx'
import { IconButton } from './IconButton.tsx'
import { RecoveryChart } from './RecoveryChart.tsx'

const SPEEDS = [2, 4, 8, 16] as const

/** The days: play, step, slider with dates, a bar per block, the recovery curve. */
export function DaysBar() {
  const shown = useShownDay()
  return shown ? <Days shown={shown} /> : <section className="days" aria-busy="true" />
}

function Days({ shown }: { readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const observed = useObservedLeading()
  const { outcome, day } = shown
  const isPlaying = useSession((state) => state.isPlaying)
  const days = outcome.played.run.days
  usePlay(outcome)
  const goTo = (next: number) => goToDay(stores, next, days)
  const date = (at: number) => dateOfDay(outcome.scenario, at)
  const curves = useMemo(() => {
    const rows = leadingRows(outcome.played.index)
    return {
      cleared: outputCurve(outcome.played.index, outcome.played.run, rows),
      uncleared: outputCurve(outcome.played.index, outcome.nothingCleared.run, rows),
    }
  }, [outcome])
  return (
    <section className="days" aria-label={t('app.days.title')} inert={useIsCovered()}>
      <div className="days-row">
        <PlayButtons days={days} />
        <strong style={{ minWidth: 108 }}>{longDate(date(day), language)}</strong>
        <SaidDate text={longDate(date(day), language)} isPlaying={isPlaying} />
        <span style={{ color: 'var(--ink-3)' }} className="wide-only">
          {t('app.figures.dayOf', { day: day + 1, days })}
        </span>
        <DaySlider day={day} days={days} date={date} onDay={goTo} />
        <strong className="wide-only">
          {t('app.days.curve')} {percent(curves.cleared[day]!, language)}
        </strong>
      </div>
      <RecoveryChart shown={shown} {...curves} observed={observed} onDay={goTo} />
    </section>
  )
}

/** Shows a day of the run, the nearest one where it has no such day, and stops playing. */
function goToDay({ session }: Stores, day: number, days: number): void {
  session.setState({ day: Math.max(0, Math.min(days - 1, day)), isPlaying: false, waveFrom: null })
}

/** Play, one day back and forward, and how fast; drawn anew when one of them changes, not with each day. */
const PlayButtons = memo(function PlayButtons({ days }: { readonly days: number }) {
  const { t } = useWords()
  const { stores } = useApp()
  const isPlaying = useSession((state) => state.isPlaying)
  const speed = useSession((state) => state.speed)
  const step = (by: number) => goToDay(stores, Math.min(stores.session.getState().day, days - 1) + by, days)
  const toggle = () =>
    stores.session.setState(({ day }) => ({
      isPlaying: !isPlaying,
      waveFrom: null,
      ...(day >= days - 1 && !isPlaying ? { day: 0 } : {}),
    }))
  const nextSpeed = SPEEDS[(SPEEDS.indexOf(speed as 4) + 1) % SPEEDS.length]!
  return (
    <>
      <ActionIcon radius="xl" size="lg" aria-label={t(isPlaying ? 'app.days.pause' : 'app.days.play')} onClick={toggle}>
        {isPlaying ? (
          <Pause size={16} fill="currentColor" aria-hidden />
        ) : (
          <Play size={16} fill="currentColor" aria-hidden />
        )}
      </ActionIcon>
      <IconButton label={t('app.days.back')} sign={ChevronLeft} onClick={() => step(-1)} />
      <IconButton label={t('app.days.forward')} sign={ChevronRight} onClick={() => step(1)} />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t('app.days.speed', { speed })}
        onClick={() => stores.session.setState({ speed: nextSpeed })}
      >
        {speed}×
      </Button>
    </>
  )
})

/** Days per second of a release that plays by itself. */
const WAVE_SPEED = 12

/**
 * Moves a day on while playing; a release that plays by itself returns to its first day, days played by hand end on the last. While
 * the chain is computed anew the day stays, so that no day of the old run passes by as one of the new.
 */
function usePlay(outcome: Outcome): void {
  const { stores } = useApp()
  const isComputing = useComputed(({ run }) => run.kind === 'running')
  const { days } = outcome.played.run
  const isPlaying = useSession((state) => state.isPlaying)
  const isWave = useSession((state) => state.waveFrom !== null)
  const speed = useSession((state) => state.speed)
  useEffect(() => {
    if (!isPlaying || isComputing) return
    const timer = setInterval(
      () => {
        const { day, waveFrom } = stores.session.getState()
        if (day < days - 1) stores.session.setState({ day: day + 1 })
        else stores.session.setState({ isPlaying: false, day: waveFrom ?? day, waveFrom: null })
      },
      1000 / (isWave ? WAVE_SPEED : speed),
    )
    return () => clearInterval(timer)
  }, [isPlaying, isComputing, isWave, speed, days, stores])
}
