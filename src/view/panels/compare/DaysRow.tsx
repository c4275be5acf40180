import { Button } from '@mantine/core'
import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { longDate } from '../../../i18n/format.ts'
import type { Scenario } from '../../../model/chain.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { DaySlider } from '../../presentation/DaySlider.tsx'

export interface ComparedDays {
  readonly day: number
  readonly isPlaying: boolean
  readonly goTo: (day: number) => void
  readonly toggle: () => void
}

/** The one day that both futures are shown on, on A's calendar. @param days days that both have */
export function useComparedDays(days: number): ComparedDays {
  const { stores } = useApp()
  const day = Math.min(
    useSession((state) => state.day),
    days - 1,
  )
  const speed = useSession((state) => state.speed)
  const [isPlaying, setIsPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      const now = Math.min(stores.session.getState().day, days - 1)
      if (now >= days - 1) setIsPlaying(false)
      else stores.session.setState({ day: now + 1 })
    }, 1000 / speed)
    return () => clearInterval(timer)
  }, [isPlaying, speed, days, stores])
  return {
    day,
    isPlaying,
    goTo: (next) => {
      setIsPlaying(false)
      stores.session.setState({ day: Math.max(0, Math.min(days - 1, next)), isPlaying: false, waveFrom: null })
    },
    toggle: () => {
      if (!isPlaying && day >= days - 1) stores.session.setState({ day: 0 })
      setIsPlaying(!isPlaying)
    },
  }
}

interface DaysRowProps extends ComparedDays {
  readonly days: number
  readonly calendar: Scenario
}

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
      <strong aria-live="polite">{longDate(date(day), language)}</strong>
      <span className="wide-only">{t('app.figures.dayOf', { day: day + 1, days })}</span>
      <DaySlider day={day} days={days} date={date} onDay={goTo} />
    </div>
  )
}
