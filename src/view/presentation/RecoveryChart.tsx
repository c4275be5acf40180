import { Suspense, useEffect, useRef, useState } from 'react'
import { leadingRows } from '../../analysis/figures.ts'
import type { ObservedCurve } from '../../analysis/observed/observed-figures.ts'
import type { BlockGain } from '../../analysis/planners/gains.ts'
import { curveAxes } from '../../analysis/picture/curve-axes.ts'
import { placeLabels } from '../../analysis/picture/curve-labels.ts'
import { percent, shortDate } from '../../i18n/format.ts'
import { clearBlock } from '../../state/actions/clear-block.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useComputed, useSession, useWords } from '../app-context.ts'
import { blockNames } from '../names.ts'
import { ObservedLeading } from '../observed/late.ts'
import type { ShownDay } from '../shown-day.ts'

/** Bars drawn at most; the others are in the table. */
const BARS = 3
const BAR_PITCH = 19
const CURVE_HEIGHT = 58
const AXIS_HEIGHT = 16
const LEFT = 40

export interface RecoveryChartProps {
  readonly shown: ShownDay
  /** [days] output of the leading enterprises, share of normal. */
  readonly cleared: Float64Array
  readonly uncleared: Float64Array
  /** Null where no leading enterprise was observed on any day. */
  readonly observed: ObservedCurve | null
  readonly onDay: (day: number) => void
}

/** Block bars over the recovery curve, on one axis of days; a bar's end is dragged, or moved with the arrow keys. */
export function RecoveryChart({ shown, cleared, uncleared, observed, onDay }: RecoveryChartProps) {
  const { t, language } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { outcome, day } = shown
  // Of two chains that follow each other the shorter run counts, until both curves are of the new one.
  const days = Math.min(outcome.played.run.days, cleared.length, uncleared.length)
  const bars = useBars(shown)
  const top = bars.length * BAR_PITCH + 6
  const height = top + CURVE_HEIGHT + AXIS_HEIGHT
  const shares = [...cleared, ...uncleared, ...(observed?.share ?? []).filter((share) => !Number.isNaN(share))]
  const floor = Math.max(0, Math.floor(Math.min(...shares) * 10 - 0.5) / 10)
  const ceiling = Math.max(1, ...shares)
  const room = { left: LEFT, right: width - 8, top: top + 6, bottom: top + CURVE_HEIGHT - 4 }
  const axes = curveAxes(room, days, [floor, ceiling])
  const { x, y, path } = axes
  // Without a leading enterprise there is no curve to draw.
  if (days === 0 || Number.isNaN(ceiling)) return <div ref={frame} className="days-chart" />
  const ticks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => week * 7).filter(
    (_, at) => at % Math.ceil(days / 7 / (width / 110)) === 0,
  )
  const labels = placeLabels(y(cleared[days - 1]!), y(uncleared[days - 1]!), height - AXIS_HEIGHT)
  const label = t('app.days.chartLabel', {
    first: percent(cleared[0]!, language),
    last: percent(cleared[days - 1]!, language),
    without: percent(uncleared[days - 1]!, language),
  })
  return (
    <div ref={frame} className="days-chart">
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          onDay(dayAt(event, x, days))
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDay(dayAt(event, x, days))
        }}
      >
        <g role="img" aria-label={label}>
          {ticks.map((at) => (
            <g key={at}>
              <line x1={x(at)} x2={x(at)} y1={0} y2={height - AXIS_HEIGHT} stroke="var(--line)" />
              <text x={x(at)} y={height - 4} textAnchor={at === 0 ? 'start' : 'middle'}>
                {shortDate(dateOfDay(outcome.scenario, at), language)}
              </text>
            </g>
          ))}
          <text x={LEFT - 6} y={y(1) + 4} textAnchor="end">
            {percent(1, language)}
          </text>
          <text x={LEFT - 6} y={y(floor) + 2} textAnchor="end">
            {percent(floor, language)}
          </text>
          <path d={path(uncleared)} fill="none" stroke="var(--ink-2)" strokeWidth={1.5} strokeDasharray="4 3" />
          <path d={path(cleared)} fill="none" stroke="var(--accent)" strokeWidth={2.2} />
        </g>
        {observed && (
          <Suspense>
            <ObservedLeading
              curve={observed}
              leading={leadingRows(outcome.played.index).length}
              axes={axes}
              floor={height - AXIS_HEIGHT - 4}
              dateOf={(at) => dateOfDay(outcome.scenario, at)}
            />
          </Suspense>
        )}
        <line x1={x(day)} x2={x(day)} y1={0} y2={height - AXIS_HEIGHT} stroke="var(--ink)" strokeWidth={1.4} />
        {bars.map((bar, at) => (
          <BlockBar key={bar.id} bar={bar} y={at * BAR_PITCH + 14} x={x} days={days} />
        ))}
        {outcome.wave && (
          <g aria-hidden="true">
            <text x={width - 10} y={labels.cleared} textAnchor="end">
              {t('app.days.withClearing')}
            </text>
            <text x={width - 10} y={labels.uncleared} textAnchor="end">
              {t('app.days.without')}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}

interface Bar {
  readonly id: string
  readonly name: string
  readonly since: number
  readonly until: number
  readonly isCleared: boolean
}

const NO_GAINS: readonly BlockGain[] = []

/** The selected block first, then the ones cleared by hand, then those with the largest gain, alone or with another one. */
function useBars({ outcome }: ShownDay): readonly Bar[] {
  const { language } = useWords()
  const selection = useSession((state) => state.selection)
  const gains = useComputed(({ gains: all }) =>
    all.kind === 'done' ? all.gains : all.kind === 'running' ? all.older : NO_GAINS,
  )
  const pairs = useComputed((state) => state.onlyTogether)
  const { chain, played, scenario } = outcome
  const cleared = new Set((scenario.clear ?? []).map(({ block }) => block))
  const gainOf = new Map(gains.map(({ block, gain }) => [played.timeline.blocks[block]?.id, gain]))
  for (const { blocks, gain } of pairs.toReversed()) for (const id of blocks) gainOf.set(id, gain)
  const names = blockNames(chain, played.timeline.blocks, language)
  return played.timeline.blocks
    .map((block, at) => {
      const isCleared = cleared.has(block.id)
      const weight = (selection?.id === block.id ? 2e9 : 0) + (isCleared ? 1e9 : 0) + (gainOf.get(block.id) ?? 0)
      return { ...block, name: names[at]!, isCleared, weight }
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, BARS)
}

interface BlockBarProps {
  readonly bar: Bar
  readonly y: number
  readonly x: (day: number) => number
  readonly days: number
}

function BlockBar({ bar, y, x, days }: BlockBarProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const outcome = stores.computed.getState().outcome!
  const [dragged, setDragged] = useState<number | null>(null)
  const end = dragged ?? Math.min(bar.until, days - 1)
  const from = Math.max(0, bar.since)
  const moveTo = (day: number) => {
    clearBlock(stores, bar.id, dateOfDay(outcome.scenario, Math.max(0, Math.min(days - 1, day))))
  }
  const date =
    bar.until === Infinity && dragged === null
      ? t('app.days.open')
      : shortDate(dateOfDay(outcome.scenario, Math.round(end)), language)
  return (
    <g>
      <line
        x1={x(from)}
        x2={Math.max(x(from), x(end))}
        y1={y}
        y2={y}
        stroke="var(--warm)"
        strokeOpacity={bar.isCleared ? 1 : 0.55}
        strokeWidth={5}
        strokeLinecap="round"
      />
      <text x={x(from) + 8} y={y - 5} style={{ fontSize: 10 }}>
        {bar.name}
        {dragged === null ? '' : ` · ${date}`}
      </text>
      <circle
        cx={Math.max(x(from), x(end))}
        cy={y}
        r={6}
        fill="var(--panel)"
        stroke="var(--warm)"
        strokeWidth={2}
        style={{ cursor: 'ew-resize' }}
        role="slider"
        tabIndex={0}
        aria-label={t('app.days.bar', { name: bar.name, date })}
        aria-valuemin={0}
        aria-valuemax={days - 1}
        aria-valuenow={Math.round(end)}
        aria-valuetext={date}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
          if (step === 0) return
          event.preventDefault()
          event.stopPropagation()
          moveTo(Math.round(end) + step)
        }}
        onPointerDown={(event) => {
          event.stopPropagation()
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged(Math.round(end))
        }}
        onPointerMove={(event) => {
          if (dragged !== null) setDragged(dayAt(event, x, days))
        }}
        onPointerUp={() => {
          if (dragged !== null) moveTo(dragged)
          setDragged(null)
        }}
      />
    </g>
  )
}

/** Day under the pointer, from the chart's own units. */
function dayAt(event: React.PointerEvent<SVGElement>, x: (day: number) => number, days: number): number {
  const svg = event.currentTarget.ownerSVGElement ?? (event.currentTarget as SVGSVGElement)
  const box = svg.getBoundingClientRect()
  const at = ((event.clientX - box.left) / box.width) * (svg.viewBox.baseVal.width || box.width)
  const share = (at - x(0)) / (x(days - 1) - x(0) || 1)
  return Math.max(0, Math.min(days - 1, Math.round(share * (days - 1))))
}

function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(900)
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(Math.max(240, entry!.contentRect.width)))
    if (frame.current) seen.observe(frame.current)
    return () => seen.disconnect()
  }, [frame])
  return width
}
