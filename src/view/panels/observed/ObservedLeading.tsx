import { percent, shortDate } from '../../../i18n/format.ts'
import type { CurveAxes } from '../../../analysis/picture/curve-axes.ts'
import type { ObservedCurve } from '../../../analysis/observed/observed-figures.ts'
import { useWords } from '../../app-context.ts'
import { GapPattern } from './CoverageStrip.tsx'
import { ObservedPoints } from './ObservedSeries.tsx'

export interface ObservedLeadingProps {
  readonly curve: ObservedCurve
  readonly leading: number
  readonly axes: CurveAxes
  /** Lower edge of the curves. */
  readonly floor: number
  readonly dateOf: (day: number) => string
}

/** Height of the band that shows on which days nothing was observed. */
const BAND = 5

/** Observed output of the leading enterprises beside the model's curve: dots where some were observed, a hatched band where none was. */
export function ObservedLeading({ curve: { share, count }, leading, axes, floor, dateOf }: ObservedLeadingProps) {
  const { t, language } = useWords()
  const { x } = axes
  const pitch = x(1) - x(0)
  const seen = count.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0)
  const titleOf = (day: number) => {
    const value = percent(share[day]!, language)
    return t('observed.chartPoint', { date: shortDate(dateOf(day), language), value, count: count[day]!, of: leading })
  }
  return (
    <g role="img" aria-label={t('observed.chartLabel', { count: seen })}>
      <GapPattern id="leading-gap" />
      {[...count].map(
        (each, day) =>
          each === 0 && (
            <rect key={day} x={x(day) - pitch / 2} y={floor} width={pitch} height={BAND} fill="url(#leading-gap)" />
          ),
      )}
      <ObservedPoints series={share} axes={axes} titleOf={titleOf} />
    </g>
  )
}
