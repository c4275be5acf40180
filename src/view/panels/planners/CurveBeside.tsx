import { outputCurve } from '../../../analysis/figures.ts'
import { curveAxes } from '../../../analysis/picture/curve-axes.ts'
import { percent, signed } from '../../../i18n/format.ts'
import { useComputed, useSession, useWords } from '../../app-context.ts'
import type { PlannerTools } from './planner-tools.ts'

const WIDTH = 320
const HEIGHT = 132
const LEFT = 42
const ROOM = { left: LEFT, right: WIDTH - 6, top: 8, bottom: HEIGHT - 18 } as const
/** Days that are named, as shares of the run. */
const TICKS = [
  { share: 0, anchor: 'start' },
  { share: 0.5, anchor: 'middle' },
  { share: 1, anchor: 'end' },
] as const

interface CurveBesideProps {
  readonly tools: PlannerTools
  /** Enterprises whose output is drawn, where it is not that of the goal. */
  readonly of?: {
    readonly rows: readonly number[]
    readonly name: string
    /** [days] what the answer found; drawn until something is pointed at. */
    readonly answer?: Float64Array
  }
}

/** Output of what counts, by day: as it stands, and with the clearings that the pointer or the focus rests on. */
export function CurveBeside({ tools, of }: CurveBesideProps) {
  const { t, language } = useWords()
  const asked = useSession((state) => state.preview)
  const found = useComputed((state) => state.preview)
  const { index } = tools.input
  const goal = of?.rows ?? tools.input.goal
  const { run } = tools.shown.outcome.played
  const now = outputCurve(index, run, goal)
  const preview = found && found.tried === asked && found.run.days === run.days ? found : null
  const cleared = preview ? outputCurve(index, preview.run, goal) : asked ? null : (of?.answer ?? null)
  const won = cleared ? cleared.reduce((sum, share, day) => sum + share - now[day]!, 0) : 0
  const caption = cleared
    ? t(asked?.deliver ? 'analysis.curve.withDelivery' : 'analysis.curve.with', { days: signed(won, 2, language) })
    : t(asked ? 'analysis.starting' : 'analysis.curve.pointAt')
  return (
    <figure className="planner-curve">
      <figcaption aria-live="polite">{caption}</figcaption>
      <Curves now={now} cleared={cleared} tools={tools} />
      <small>
        {t('analysis.curve.of')}
        {t('words.gap')}
        {of?.name ?? tools.goalName}
      </small>
    </figure>
  )
}

interface CurvesProps {
  /** [days] share of normal output. */
  readonly now: Float64Array
  readonly cleared: Float64Array | null
  readonly tools: PlannerTools
}

function Curves({ now, cleared, tools }: CurvesProps) {
  const { t, language } = useWords()
  const last = now.length - 1
  const ceiling = Math.max(1, ...now, ...(cleared ?? []))
  const { x, y, path } = curveAxes(ROOM, now.length, [0, ceiling])
  const area = cleared && `${path(cleared)}L${x(last)} ${y(0)}L${x(0)} ${y(0)}Z`
  const label = t('analysis.curve.label', {
    now: percent(now[last]!, language),
    cleared: percent((cleared ?? now)[last]!, language),
  })
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={WIDTH - 6} y1={y(share)} y2={y(share)} stroke="var(--line)" />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share, language)}
          </text>
        </g>
      ))}
      {TICKS.map(({ share, anchor }) => (
        <text key={anchor} x={x(Math.floor(share * last))} y={HEIGHT - 4} textAnchor={anchor}>
          {tools.date(Math.floor(share * last))}
        </text>
      ))}
      {area && <path d={area} fill="var(--accent)" fillOpacity={0.14} />}
      <path d={path(now)} fill="none" stroke="var(--ink-2)" strokeWidth={1.6} strokeDasharray="4 3" />
      {cleared && <path d={path(cleared)} fill="none" stroke="var(--accent)" strokeWidth={2.2} />}
    </svg>
  )
}
