import { curveAxes } from '../../../analysis/picture/curve-axes.ts'
import { percent } from '../../../i18n/format.ts'
import { useWords } from '../../app-context.ts'

const WIDTH = 420
const HEIGHT = 96
const ROOM = { left: 42, right: WIDTH - 26, top: 8, bottom: HEIGHT - 8 } as const

const LETTERS = 'compare-curves-letters'

/** The recovery curves of both futures; beside observed days with gaps, a day between two gaps as a dot. */
export function FutureCurves({
  curves: [a, b],
  day,
}: {
  readonly curves: readonly [Float64Array, Float64Array]
  readonly day: number
}) {
  const { t, language } = useWords()
  const days = Math.max(a.length, b.length)
  const ceiling = [a, b].reduce((most, curve) => curve.reduce((high, share) => (share > high ? share : high), most), 1)
  const { x, y, path } = curveAxes(ROOM, days, [0, ceiling])
  const lastOf = (curve: Float64Array) => curve.findLast((share) => !Number.isNaN(share)) ?? Number.NaN
  const last = (curve: Float64Array) => percent(lastOf(curve), language)
  const alone = (curve: Float64Array) =>
    [...curve.keys()].filter((at) => [curve[at - 1], curve[at + 1]].every((share) => Number.isNaN(share ?? Number.NaN)))
  return (
    <figure className="compare-curves">
      <figcaption>{t('compare.curves')}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('compare.curvesLabel', { a: last(a), b: last(b) })}
      >
        <text className={LETTERS} x={0} y={y(1) + 4}>
          {percent(1, language)}
        </text>
        <text className={LETTERS} x={0} y={y(0)}>
          {percent(0, language)}
        </text>
        <line x1={ROOM.left} x2={ROOM.right} y1={y(0)} y2={y(0)} stroke="var(--line)" />
        <line x1={x(day)} x2={x(day)} y1={4} y2={HEIGHT - 4} stroke="var(--ink)" />
        <path d={path(a)} fill="none" stroke="var(--ink-2)" strokeWidth={1.6} strokeDasharray="4 3" />
        <path d={path(b)} fill="none" stroke="var(--accent)" strokeWidth={2.2} />
        {[a, b].map((curve, at) =>
          alone(curve).map((seen) =>
            Number.isNaN(curve[seen]!) ? null : (
              <circle key={`${at} ${seen}`} cx={x(seen)} cy={y(curve[seen]!)} r={2.4} fill="var(--ink-2)" />
            ),
          ),
        )}
        {(['A', 'B'] as const).map((name, at) => (
          <text className={LETTERS} key={name} x={WIDTH - 22 + 12 * at} y={y(lastOf(at === 0 ? a : b) || 0) + 4}>
            {name}
          </text>
        ))}
      </svg>
    </figure>
  )
}
