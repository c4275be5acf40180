import { useMemo } from 'react'
import { errorOf, errorPairs } from '../../../analysis/observed/model-error.ts'
import { observedSeries } from '../../../analysis/observed/observed-days.ts'
import { curveAxes, type CurveAxes } from '../../../analysis/picture/curve-axes.ts'
import { decimal, percent, shortDate, signed } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useWords } from '../../app-context.ts'
import { enterpriseName } from '../../names.ts'
import { useObserved } from '../../observed/use-observed.ts'
import type { ShownDay } from '../../shown-day.ts'
import { GapPattern } from './CoverageStrip.tsx'
import './observed.css'

const WIDTH = 300
const HEIGHT = 74
const LEFT = 34
const TOP = 6
const FLOOR = HEIGHT - 16
const ROOM = { left: LEFT, right: WIDTH - 4, top: TOP, bottom: FLOOR } as const

/** Observed against the model for one enterprise, day by day; days without an observation are hatched. Nothing where none was observed. */
export function ObservedSeries({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { t, language } = useWords()
  const given = useObserved()
  const { played, chain } = shown.outcome
  const found = useMemo(() => {
    if (!given) return null
    const own = (field: 'level' | 'staffReturn') =>
      errorPairs(played, given.observed, field).filter((pair) => pair.row === row)
    return { level: own('level'), staff: own('staffReturn'), series: observedSeries(given.observed, row, 'level') }
  }, [given, played, row])
  if (!found || found.level.length + found.staff.length === 0) return null
  const { pairs, meanAbsolute, bias } = errorOf(found.level)
  const staff = errorOf(found.staff)
  const points = { error: decimal(100 * meanAbsolute, 1, language), bias: signed(100 * bias, 1, language) }
  const name = enterpriseName(chain, played.index.enterpriseIds[row]!, language)
  return (
    <>
      <h3>{t('observed.card')}</h3>
      {pairs > 0 && (
        <>
          <Series
            shown={shown}
            row={row}
            series={found.series}
            label={t('observed.cardLabel', { name, count: pairs, of: played.run.days, ...points })}
          />
          <p className="meta" title={`${t('observed.help.meanAbsolute')} ${t('observed.help.bias')}`}>
            {t('observed.cardMeaning', { ...points, pairs })}
          </p>
        </>
      )}
      {staff.pairs > 0 && (
        <p className="meta" title={t('observed.rateHelp.staffReturn')}>
          {t('observed.cardStaff', { count: staff.pairs, error: decimal(100 * staff.meanAbsolute, 1, language) })}
        </p>
      )}
    </>
  )
}

interface SeriesProps {
  readonly shown: ShownDay
  readonly row: number
  /** [days] NaN = not observed. */
  readonly series: Float64Array
  readonly label: string
}

function Series({ shown: { outcome, day }, row, series, label }: SeriesProps) {
  const { language } = useWords()
  const { run } = outcome.played
  const model = Float64Array.from(series, (_, at) => run.level[at * run.enterpriseCount + row]!)
  const top = Math.max(1, ...model, ...series.filter((level) => !Number.isNaN(level)))
  const axes = curveAxes(ROOM, series.length, [0, top])
  const { x, y } = axes
  const pitch = x(1) - x(0)
  const date = (at: number) => shortDate(dateOfDay(outcome.scenario, at), language)
  return (
    <svg className="observed-series" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <GapPattern id="series-gap" />
      {[...series].map(
        (level, at) =>
          Number.isNaN(level) && (
            <rect key={at} x={x(at) - pitch / 2} y={TOP} width={pitch} height={FLOOR - TOP} fill="url(#series-gap)" />
          ),
      )}
      <text x={LEFT - 4} y={y(1) + 4} textAnchor="end">
        {percent(1, language)}
      </text>
      <text x={LEFT - 4} y={FLOOR} textAnchor="end">
        {percent(0, language)}
      </text>
      <line x1={LEFT} x2={WIDTH - 4} y1={FLOOR} y2={FLOOR} stroke="var(--line)" />
      <line x1={x(day)} x2={x(day)} y1={TOP} y2={FLOOR} stroke="var(--ink)" />
      <path d={axes.path(model)} fill="none" stroke="var(--accent)" strokeWidth={1.6} />
      <ObservedPoints series={series} axes={axes} titleOf={(at) => `${date(at)}: ${percent(series[at]!, language)}`} />
      <text x={LEFT} y={HEIGHT - 3}>
        {date(0)}
      </text>
      <text x={WIDTH - 4} y={HEIGHT - 3} textAnchor="end">
        {date(series.length - 1)}
      </text>
    </svg>
  )
}

interface ObservedPointsProps {
  /** [days] NaN = not observed. */
  readonly series: Float64Array
  readonly axes: CurveAxes
  readonly titleOf: (day: number) => string
}

/** Dots for observed days; only neighbouring days are joined, so that no line runs over a gap. */
export function ObservedPoints({ series, axes: { x, y, path }, titleOf }: ObservedPointsProps) {
  const seen = [...series.keys()].filter((at) => !Number.isNaN(series[at]!))
  return (
    <g>
      <path d={path(series)} fill="none" stroke="var(--ink)" strokeWidth={1.2} />
      {seen.map((at) => (
        <circle key={at} cx={x(at)} cy={y(series[at]!)} r={2.6} fill="var(--ink)" stroke="var(--panel)">
          <title>{titleOf(at)}</title>
        </circle>
      ))}
    </g>
  )
}
