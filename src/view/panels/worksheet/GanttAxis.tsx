import { shortDate } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import type { Scenario } from '../../../model/chain.ts'
import { useApp, useWords } from '../../app-context.ts'
import type { GanttScale } from './gantt-scale.ts'

const HEIGHT = 34

interface GanttAxisProps {
  readonly scale: GanttScale
  readonly scenario: Scenario
  readonly day: number
}

/** Dates over the bars; a click shows that day. */
export function GanttAxis({ scale, scenario, day }: GanttAxisProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { x, ticks, width, days } = scale
  const date = (at: number) => shortDate(dateOfDay(scenario, at), language)
  const show = (at: number) =>
    stores.session.setState({ day: Math.max(0, Math.min(days - 1, at)), isPlaying: false, waveFrom: null })
  return (
    <svg
      className="gantt axis"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="slider"
      tabIndex={0}
      aria-label={t('work.gantt.axis')}
      aria-valuemin={0}
      aria-valuemax={days - 1}
      aria-valuenow={day}
      aria-valuetext={date(day)}
      onPointerDown={(event) => show(scale.dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left))}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
        if (step === 0) return
        event.preventDefault()
        show(day + step)
      }}
    >
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={13} textAnchor={tick === 0 ? 'start' : 'middle'}>
          {date(tick)}
        </text>
      ))}
      <line x1={x(day)} x2={x(day)} y1={16} y2={HEIGHT} className="today" />
      <text x={Math.max(32, Math.min(width - 32, x(day)))} y={30} textAnchor="middle" className="today-date">
        {date(day)}
      </text>
    </svg>
  )
}
