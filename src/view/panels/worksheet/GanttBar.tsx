import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { BlockSlack } from '../../../analysis/worksheet/slack.ts'
import { isDone } from '../../../analysis/worksheet/work-rows.ts'
import { shortDate } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import type { Scenario } from '../../../model/chain.ts'
import { useWords } from '../../app-context.ts'
import type { GanttScale } from './gantt-scale.ts'
import type { Moving } from './use-live.ts'
import type { NamedRow } from './use-work.ts'

const HEIGHT = 44
const BAR_Y = 14
const BAR_HEIGHT = 12
/** A key that is pressed again within this time is the same move, milliseconds. */
const KEYS_REST = 700
const WEEK = 7

export interface GanttBarProps {
  readonly row: NamedRow
  readonly scale: GanttScale
  readonly scenario: Scenario
  readonly rampDays: number
  /** Shown day. */
  readonly day: number
  readonly slack: BlockSlack | undefined
  readonly onMove: (moving: Moving | null) => void
  readonly onDue: (row: NamedRow, day: number) => void
}

/** A block from its beginning to its clearing, the days that may be lost after it, and a handle that moves the due date. */
export function GanttBar(props: GanttBarProps) {
  const { row, scale, scenario, rampDays, day, slack } = props
  const { t, language } = useWords()
  const { end, isMoved, handle } = useHandle(props)
  const { x, days, width } = scale
  const from = x(Math.max(0, row.since))
  const isOpen = end >= days
  const to = Math.max(from, x(end))
  const date = (at: number) => shortDate(dateOfDay(scenario, at), language)
  const isCritical = slack?.slack === 0 && !isDone(row.state)
  const float = !isMoved && slack && slack.slack > 0 && !isDone(row.state) ? x(end + slack.slack) : null
  const kind = isDone(row.state) ? 'done' : isCritical ? 'critical' : 'usual'
  return (
    <svg className="gantt" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
      <g aria-hidden="true">
        {scale.ticks.map((tick) => (
          <line key={tick} x1={x(tick)} x2={x(tick)} y1={0} y2={HEIGHT} className="tick" />
        ))}
        <rect x={from} y={BAR_Y} width={Math.max(2, to - from)} height={BAR_HEIGHT} rx={2} className={`bar ${kind}`} />
        {!isOpen && rampDays > 0 && (
          <path
            d={`M${to} ${BAR_Y}L${x(end + rampDays)} ${BAR_Y + BAR_HEIGHT}H${to}Z`}
            className="ramp"
          />
        )}
        {isOpen && <path d={`M${to - 6} ${BAR_Y - 3}L${to + 3} ${BAR_Y + BAR_HEIGHT / 2}L${to - 6} ${BAR_Y + BAR_HEIGHT + 3}`} className="onward" />}
        {float !== null && (
          <g className="float">
            <line x1={to} x2={float} y1={BAR_Y + BAR_HEIGHT + 6} y2={BAR_Y + BAR_HEIGHT + 6} />
            <line x1={float} x2={float} y1={BAR_Y + BAR_HEIGHT + 2} y2={BAR_Y + BAR_HEIGHT + 10} />
          </g>
        )}
        {row.due !== null && row.due !== end && row.due >= 0 && row.due <= days && (
          <path d={diamond(x(row.due), BAR_Y + BAR_HEIGHT / 2)} className="due" />
        )}
        <line x1={x(day)} x2={x(day)} y1={0} y2={HEIGHT} className="today" />
        <text x={Math.min(to + 12, width - 4)} y={BAR_Y - 3} textAnchor={to > width - 70 ? 'end' : 'start'} className={isMoved ? 'date moved' : 'date'}>
          {isOpen ? t('work.gantt.open') : date(end)}
        </text>
      </g>
      <g
        className={`handle ${kind}`}
        role="slider"
        tabIndex={0}
        aria-label={t('work.gantt.handle', { name: row.name })}
        aria-valuemin={0}
        aria-valuemax={days}
        aria-valuenow={Math.min(end, days)}
        aria-valuetext={isOpen ? t('work.gantt.open') : date(end)}
        {...handle}
      >
        <circle cx={to} cy={BAR_Y + BAR_HEIGHT / 2} r={14} fill="transparent" />
        <circle cx={to} cy={BAR_Y + BAR_HEIGHT / 2} r={6} className="knob" />
      </g>
    </svg>
  )
} // prettier-ignore

const diamond = (x: number, y: number): string => `M${x} ${y - 6}L${x + 5} ${y}L${x} ${y + 6}L${x - 5} ${y}Z`

/** The end of the bar while it is dragged, or walked with the arrow keys; one step of the history when it is let go. */
function useHandle({ row, scale, onMove, onDue }: GanttBarProps) {
  const [moved, setMoved] = useState<number | null>(null)
  const isDragged = useRef(false)
  const timer = useRef(0)
  const planned = Math.min(row.planned, scale.days)
  const end = moved ?? planned
  useEffect(() => () => clearTimeout(timer.current), [])
  const first = Math.max(0, row.since + 1)
  const goTo = (day: number) => {
    const next = Math.max(first, Math.min(scale.days - 1, day))
    if (next === moved) return
    setMoved(next)
    onMove({ position: row.position, day: next })
  }
  const letGo = (day: number | null) => {
    clearTimeout(timer.current)
    isDragged.current = false
    setMoved(null)
    onMove(null)
    if (day !== null && (day !== planned || day !== row.due)) onDue(row, day)
  }
  const handle = {
    onPointerDown: (event: PointerEvent<SVGGElement>) => {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      isDragged.current = true
    },
    onPointerMove: (event: PointerEvent<SVGGElement>) => {
      if (!isDragged.current) return
      const box = event.currentTarget.ownerSVGElement!.getBoundingClientRect()
      goTo(scale.dayAt(event.clientX - box.left))
    },
    onPointerUp: () => {
      if (isDragged.current) letGo(moved)
    },
    onPointerCancel: () => letGo(null),
    onBlur: () => {
      if (moved !== null && !isDragged.current) letGo(moved)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && moved !== null) letGo(null)
      else if (event.key === 'Enter' && moved !== null) letGo(moved)
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const step = (event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? WEEK : 1)
        const next = Math.max(first, Math.min(scale.days - 1, end + step))
        goTo(next)
        clearTimeout(timer.current)
        timer.current = window.setTimeout(() => letGo(next), KEYS_REST)
      } else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
  return { end, isMoved: moved !== null, handle }
}
