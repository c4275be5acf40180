import type { ScenarioChange } from '../../../analysis/comparison/changes.ts'
import type { ChangeEffect } from '../../../analysis/comparison/effects.ts'
import type { Levels } from '../../../analysis/comparison/compare-runs.ts'
import { leadingRows, outputCurve } from '../../../analysis/figures.ts'
import { percent, shortDate, signed } from '../../../i18n/format.ts'
import { textIn } from '../../../model/local-text.ts'
import type { Structure } from '../../../state/computed.ts'
import { blockById, enterpriseById } from '../../../state/selectors.ts'
import { useDocument, useWords } from '../../app-context.ts'
import { blockName } from '../../names.ts'
import { useEffects, type Futures } from './use-futures.ts'

interface ChangesProps {
  readonly structure: Structure
  readonly futures: Futures
  readonly ids: readonly [string, string]
  readonly day: number
}

/** The recovery curves together, and what differs between the two, largest effect first. */
export function ChangesAndCurves({ structure, futures, ids, day }: ChangesProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const [a, b] = ids.map((id) => chain.scenarios?.find((scenario) => scenario.id === id))
  const effects = useEffects(structure, a, b)
  const curves = [curveOf(structure, futures.a.levels), curveOf(structure, futures.b.levels)] as const
  const won = total(curves[1]) - total(curves[0])
  return (
    <div className="compare-changes" role="region" aria-label={t('compare.changes')} tabIndex={0}>
      <Curves curves={curves} day={day} />
      <h3>{t('compare.changes')}</h3>
      {!a || !b ? (
        <p>{t('compare.noEffects')}</p>
      ) : effects ? (
        <ChangeRows effects={effects} />
      ) : (
        <p>{t('compare.running')}</p>
      )}
      {a && b && (
        <p className="meta" title={t('compare.effectMeaning')}>
          {t('compare.sum', { days: signed(won, 1, language) })}
        </p>
      )}
      {a && b && b.start !== a.start && (
        <p className="meta">{t('compare.otherStart', { date: shortDate(b.start, language) })}</p>
      )}
    </div>
  )
}

const total = (curve: Float64Array): number => curve.reduce((sum, level) => sum + (Number.isNaN(level) ? 0 : level), 0)

const curveOf = ({ index }: Structure, levels: Levels): Float64Array =>
  outputCurve(index, levels as Parameters<typeof outputCurve>[1], leadingRows(index))

function ChangeRows({ effects }: { readonly effects: readonly ChangeEffect[] }) {
  const { t, language } = useWords()
  const nameOf = useChangeNames()
  if (effects.length === 0) return <p>{t('compare.noChanges')}</p>
  return (
    <ul>
      {effects.map(({ change, effect }) => {
        const text = signed(effect, 1, language)
        const tone = text === '0' ? 'same' : effect > 0 ? 'better' : 'worse'
        return (
          <li
            key={JSON.stringify(change)}
            className={change.kind.endsWith('Added') || change.kind.endsWith('Removed') ? 'ghost' : ''}
          >
            <span>{nameOf(change)}</span>
            <strong className={tone}>
              {tone === 'same' ? '' : effect > 0 ? '▲ ' : '▼ '}
              {text}
            </strong>
          </li>
        )
      })}
    </ul>
  )
}

/** What a change is called. */
function useChangeNames() {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const block = (id: string) => {
    const found = blockById(chain, id)
    return found ? blockName(chain, found, language) : id
  }
  const enterprise = (id: string) => textIn(enterpriseById(chain, id)?.name, language) || id
  const date = (on: string | null) => (on === null ? t('compare.change.never') : shortDate(on, language))
  return (change: ScenarioChange): string => {
    switch (change.kind) {
      case 'blockAdded':
      case 'blockRemoved':
        return t(`compare.change.${change.kind}`, { what: block(change.block) })
      case 'clearing':
        return t('compare.change.clearing', { what: block(change.block), a: date(change.a), b: date(change.b) })
      case 'deliveryAdded':
      case 'deliveryRemoved':
        return t(`compare.change.${change.kind}`, {
          what: `${enterprise(change.delivery.enterprise)}, ${change.delivery.product}, ${date(change.delivery.on)}`,
        })
      case 'stimulusAdded':
      case 'stimulusRemoved':
        return t(`compare.change.${change.kind}`, {
          what: `${enterprise(change.stimulus.enterprise)} ×${change.stimulus.factor}`,
        })
      case 'settled':
        return t('compare.change.settled')
    }
  }
}

const WIDTH = 420
const HEIGHT = 96

function Curves({
  curves: [a, b],
  day,
}: {
  readonly curves: readonly [Float64Array, Float64Array]
  readonly day: number
}) {
  const { t, language } = useWords()
  const days = Math.max(a.length, b.length)
  const x = (at: number) => 34 + (at / Math.max(1, days - 1)) * (WIDTH - 60)
  const y = (share: number) => 8 + (1 - Math.min(1.1, share)) * (HEIGHT - 16)
  const path = (curve: Float64Array) =>
    [...curve]
      .map((share, at) =>
        Number.isNaN(share) ? '' : `${at > 0 && !Number.isNaN(curve[at - 1]!) ? 'L' : 'M'}${x(at)} ${y(share)}`,
      )
      .join('')
  const last = (curve: Float64Array) => percent(curve.at(-1) ?? Number.NaN, language)
  return (
    <figure className="compare-curves">
      <figcaption>{t('compare.curves')}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('compare.curvesLabel', { a: last(a), b: last(b) })}
      >
        <text x={0} y={y(1) + 4}>
          {percent(1, language)}
        </text>
        <text x={0} y={y(0)}>
          {percent(0, language)}
        </text>
        <line x1={34} x2={WIDTH - 26} y1={y(0)} y2={y(0)} stroke="var(--line)" />
        <line x1={x(day)} x2={x(day)} y1={4} y2={HEIGHT - 4} stroke="var(--ink)" />
        <path d={path(a)} fill="none" stroke="var(--ink-2)" strokeWidth={1.6} strokeDasharray="4 3" />
        <path d={path(b)} fill="none" stroke="var(--accent)" strokeWidth={2.2} />
        <text x={WIDTH - 22} y={y(a.at(-1) ?? 0) + 4}>
          A
        </text>
        <text x={WIDTH - 10} y={y(b.at(-1) ?? 0) + 4}>
          B
        </text>
      </svg>
    </figure>
  )
}
