import { Slider } from '@mantine/core'
import { longDate, shortDate } from '../../i18n/format.ts'
import { useWords } from '../app-context.ts'

export interface DaySliderProps {
  readonly day: number
  readonly days: number
  readonly date: (day: number) => string
  readonly onDay: (day: number) => void
}

/** The days of a run as a slider that speaks dates. */
export function DaySlider({ day, days, date, onDay }: DaySliderProps) {
  const { t, language } = useWords()
  return (
    <Slider
      className="days-slider"
      size="sm"
      min={0}
      max={days - 1}
      value={day}
      onChange={onDay}
      label={(at) => shortDate(date(at), language)}
      thumbLabel={t('app.days.slider')}
      thumbProps={{ 'aria-valuetext': longDate(date(day), language) }}
    />
  )
}

interface SaidDateProps {
  readonly text: string
  readonly isPlaying: boolean
}

/** The date for those who hear the page: while the days are played only where they come to rest. */
export const SaidDate = ({ text, isPlaying }: SaidDateProps) => (
  <span className="hidden-visually" aria-live="polite">
    {isPlaying ? '' : text}
  </span>
)
