import { Button } from '@mantine/core'
import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { longDate } from '../../../i18n/format.ts'
import type { Scenario } from '../../../model/chain.ts'
import { daysBetween } from '../../../model/dates.ts'
import { dateOfDay, shownScenario } from '../../../state/selectors.ts'
import type { ComparedFutures } from '../../../state/session.ts'
import { useApp, useDocument, useSession, useWords } from '../../app-context.ts'
import { DaySlider, SaidDate } from '../../presentation/DaySlider.tsx'

export interface ComparedDays {
  readonly day: number
  readonly isPlaying: boolean
  readonly goTo: (day: number) => void
  readonly toggle: () => void
}

interface ComparedOn {
  readonly calendar: Scenario
  /** Days that both have. */
  readonly days: number
  readonly pair: ComparedFutures
}

/**
 * The one day that both futures are shown on. It is that of the page where their calendar begins on the same day as the shown scenario;
 * else the comparison has its own, and the page follows as far as its scenario has that date.
 */
export function useComparedDays({ calendar, days, pair }: ComparedOn): ComparedDays {
  const { stores } = useApp()
  const start = useDocument(({ chain }) => shownScenario(chain, stores.session.getState().scenarioId)?.start)
  const offset = start === undefined ? 0 : daysBetween(start, calendar.start)
  const pageDay = useSession((state) => state.day)
  const within = (wanted: number): number => Math.max(0, Math.min(days - 1, wanted))
  const day = within(offset === 0 ? pageDay : (pair.day ?? pageDay - offset))
  const put = (next: number): void =>
    stores.session.setState({
      day: Math.max(0, next + offset),
      ...(offset !== 0 && { compared: { ...pair, day: next } }),
    })
  const latest = useRef({ day, put })
  useEffect(() => {
    latest.current = { day, put }
  })
  const speed = useSession((state) => state.speed)
  const [isPlaying, setIsPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      const now = latest.current
      if (now.day >= days - 1) setIsPlaying(false)
      else now.put(now.day + 1)
    }, 1000 / speed)
    return () => clearInterval(timer)
  }, [isPlaying, speed, days])
  return {
    day,
    isPlaying,
    goTo: (next) => {
      setIsPlaying(false)
      stores.session.setState({ isPlaying: false, waveFrom: null })
      put(within(next))
    },
    toggle: () => {
      if (!isPlaying && day >= days - 1) put(0)
      setIsPlaying(!isPlaying)
    },
  }
}

interface DaysRowProps extends ComparedDays, Pick<ComparedOn, 'days' | 'calendar'> {}

export function DaysRow({ day, isPlaying, goTo, toggle, days, calendar }: DaysRowProps) {
  const { t, language } = useWords()
  const date = (at: number) => dateOfDay(calendar, at)
  return (
    <div className="compare-days" role="group" aria-label={t('app.days.title')}>
      <Button size="compact-sm" aria-label={t(isPlaying ? 'app.days.pause' : 'app.days.play')} onClick={toggle}>
        {isPlaying ? <Pause size={15} color="#fff" aria-hidden /> : <Play size={15} color="#fff" aria-hidden />}
      </Button>
      <Button size="compact-sm" variant="default" aria-label={t('app.days.back')} onClick={() => goTo(day - 1)}>
        ‹
      </Button>
      <Button size="compact-sm" variant="default" aria-label={t('app.days.forward')} onClick={() => goTo(day + 1)}>
        ›
      </Button>
      <strong>{longDate(date(day), language)}</strong>
      <SaidDate text={longDate(date(day), language)} isPlaying={isPlaying} />
      <span className="wide-only">{t('app.figures.dayOf', { day: day + 1, days })}</span>
      <DaySlider day={day} days={days} date={date} onDay={goTo} />
    </div>
  )
}
